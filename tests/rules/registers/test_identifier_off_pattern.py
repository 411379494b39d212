"""REG008: identifiers of another form than the table's."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import shown


@pytest.mark.parametrize("written", ["DEM-27-1", "DEM-2027-1", "dem-2027-0001", "D1"])
def test_another_form(tables: Tables, written: str) -> None:
    """The pattern is shown, with an example of this year."""
    tables.demandes(f"{written};2027-01-07;;;;;;")

    (finding,) = tables.repo.findings("identifier-off-pattern")

    assert finding.severity is Severity.WARNING
    assert shown(finding).startswith(
        f"«{written}» does not fit the pattern «DEM-{{annee}}-{{numero:04}}»."
        " Write it like DEM-2027-0001"
    )


@pytest.mark.parametrize("written", ["DEM-2027-0001", "DEM-1999-12345"])
def test_the_width_is_the_least(tables: Tables, written: str) -> None:
    """Any year and more digits fit."""
    tables.demandes(f"{written};2027-01-07;;;;;;")

    assert tables.repo.findings("identifier-off-pattern") == ()


def test_who_obeys_makes_no_double(tables: Tables) -> None:
    """The example is an identifier that no row bears, another one for each row."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;", "3;2027-01-08;;;;;;", "4;2027-01-09;;;;;;")

    third, fourth = tables.repo.findings("identifier-off-pattern")

    assert "Write it like DEM-2027-0002," in shown(third)
    assert "Write it like DEM-2027-0003," in shown(fourth)


def test_what_other_rules_say(tables: Tables) -> None:
    """An empty identifier, and one that Excel took for a date, are other faults."""
    tables.demandes(";2027-01-07;;;;;;", "mars-27;2027-01-07;;;;;;")

    assert tables.repo.findings("identifier-off-pattern") == ()
    assert tables.repo.findings("damaged-by-spreadsheet")


def test_a_pattern_that_does_not_count(tables: Tables) -> None:
    """An example of the form is all that can be shown."""
    column = '{nom: id, requis: true, motif: "{lieu}-{numero:02}"}'
    tables.repo.write("referentiel/registres/cles.yaml", f"nom: cles\ncolonnes: [{column}]\n")
    tables.repo.write("registres/cles.csv", "id\n7\n8\n")

    found = tables.repo.findings("identifier-off-pattern")

    assert ["Write it like XXX-01," in shown(f) for f in found] == [True, True]
