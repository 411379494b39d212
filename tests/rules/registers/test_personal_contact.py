"""REG010: personal contacts that git would keep for good."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import shown


@pytest.mark.parametrize(
    "contact",
    [
        "lea.martin@labo.example",
        "écrire à lea@example.org",
        "06 12 34 56 78",
        "0612345678",
        "+33 6 12 34 56 78",
        "tél. 03.83.12.34.56",
    ],
)
def test_an_email_or_a_telephone_number(tables: Tables, contact: str) -> None:
    """The finding names the column and the row, and does not repeat the contact."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;;{contact};;")

    (finding,) = tables.repo.findings("REG")

    assert (finding.name, finding.severity) == ("personal-contact", Severity.WARNING)
    assert "«Besoin» holds an e-mail or a telephone number, in the row DEM-2027-0001" in shown(
        finding
    )
    assert contact not in shown(finding)


def test_a_column_of_contacts_is_one_finding(tables: Tables) -> None:
    """A whole column is said once, with the number of its rows."""
    tables.repo.write("registres/usagers.csv", "id;nom\nU001;a@b.fr\nU002;x\nU003;c@d.fr\n")

    (finding,) = tables.repo.findings("REG")

    assert (finding.values["count"], finding.values["row"]) == (2, "U001")


@pytest.mark.parametrize(
    "text", ["2027-SPE-0118", "DEM-2026-0002-01", "4500223112", "3 @ 532 nm", "0,0612345678"]
)
def test_numbers_and_signs_of_the_trade(tables: Tables, text: str) -> None:
    """References, orders and wavelengths are no contacts."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;;{text};;")

    assert tables.repo.findings("personal-contact") == ()


def test_a_file_named_after_a_contact(tables: Tables) -> None:
    """Only columns in which people write texts are looked at."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;courriers/lea@labo.example.pdf")

    assert tables.repo.findings("personal-contact") == ()
