"""REG005: cells that mean nothing in their column."""

import pytest

from smq.i18n import Translator
from smq.model import Severity
from smq.report import sentence
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_date_that_is_none(tables: Tables) -> None:
    """The word is quoted, with its column and its row, and an example."""
    tables.demandes("DEM-2027-0001;07/13/2027;;;;;;")

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 2, 15)
    assert shown(finding) == (
        "«07/13/2027», in the column «Date de réception» of the row DEM-2027-0001, is not a date."
        " Write it like 2027-02-20."
    )


def test_a_choice_that_is_none(tables: Tables) -> None:
    """The nearest choice is proposed, and all are listed."""
    tables.demandes("DEM-2027-0001;2027-01-07;;accepte;;;;", "DEM-2027-0002;2027-01-07;;zzz;;;;")

    near, far = tables.repo.findings("ill-typed-cell")

    assert shown(near).endswith("Nearest: acceptee. The choices are acceptee, refusee.")
    assert shown(far).endswith("is not one of the choices. The choices are acceptee, refusee.")


@pytest.mark.parametrize("amount", ["env. 360", "12;5", "1e3"])
def test_a_number_that_is_none(tables: Tables, amount: str) -> None:
    """A number with words around it cannot be added up."""
    tables.demandes(f'DEM-2027-0001;2027-01-07;;;"{amount}";;;')

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert f"«{amount}», in the column «Montant HT»" in shown(finding)


def test_what_people_write_is_understood(tables: Tables) -> None:
    """Dates of Excel, choices with accents and amounts with a currency are no faults."""
    tables.demandes("DEM-2027-0001;7/1/27;;Acceptée;1 200,00 €;;;")

    assert tables.repo.findings("ill-typed-cell") == ()


def test_what_excel_broke_has_its_own_rule(tables: Tables) -> None:
    """`####` in a column of dates is one finding."""
    tables.demandes("DEM-2027-0001;########;;;;;;")

    assert [f.name for f in tables.repo.findings("REG")] == ["damaged-by-spreadsheet"]


def test_a_date_as_french_people_write_it(tables: Tables) -> None:
    """The example has the form of the language."""
    tables.demandes("DEM-2027-0001;31/02/2026;;;;;;")

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert "20/02/2027" in (sentence.hint(finding, Translator("fr")) or "")


def test_a_date_as_excel_counts_it(tables: Tables) -> None:
    """A day number of Excel is said with its date, in the form of the language."""
    tables.demandes("DEM-2027-0001;45000;;;;;;", "DEM-2027-0002;46066,5;;;;;;")

    first, second = tables.repo.findings("ill-typed-cell")

    assert shown(first).endswith(
        "is the number by which Excel counts days: it stands for the date 2023-03-15."
        " Write 2023-03-15; in Excel, give the column the format «Date»."
    )
    assert "the date 2026-02-13." in shown(second)
    assert "15/03/2023" in (sentence.hint(first, Translator("fr")) or "")


def test_choices_by_their_labels(tables: Tables) -> None:
    """Who keeps the register reads labels; one nearly written is the nearest."""
    tables.repo.write(
        "referentiel/registres/usagers.yaml",
        "nom: usagers\ncolonnes:\n  - {nom: id}\n"
        "  - {nom: type, type: enum, valeurs: [interne_equipe, prive],"
        " libelles: {interne_equipe: équipe hôte, prive: entreprise}}\n",
    )
    tables.repo.write("registres/usagers.csv", "id;type\nU001;equipe hote \nU002;entreprize\n")

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert shown(finding).endswith("Nearest: entreprise. The choices are équipe hôte, entreprise.")


@pytest.mark.parametrize("written", ["1abcd", "450000", "99999", "4500"])
def test_what_excel_does_not_count_as_a_day(tables: Tables, written: str) -> None:
    """A code, a number too long, too short or of another century is no day."""
    tables.demandes(f"DEM-2027-0001;{written};;;;;;")

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert shown(finding).endswith("is not a date. Write it like 2027-02-20.")


def test_a_number_among_choices(tables: Tables) -> None:
    """Only a column of dates holds days."""
    tables.demandes("DEM-2027-0001;2027-01-07;;45000;;;;")

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert "is not one of the choices." in shown(finding)


def test_what_other_rules_say(tables: Tables) -> None:
    """What is left to complete, and a column that the file lacks."""
    tables.demandes("DEM-2027-0001;[À compléter : date];;;;;;")
    assert tables.repo.findings("ill-typed-cell") == ()

    tables.repo.write("registres/demandes.csv", "id;usager\nDEM-2027-0001;U001\n")
    assert tables.repo.findings("ill-typed-cell") == ()
