"""REG007: rows without identifier, or with one that another row bears."""

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_an_identifier_that_stands_twice(tables: Tables) -> None:
    """The second is named, with the place of the first and the next free identifier."""
    tables.demandes("DEM-2027-0007;2027-01-07;;;;;;", "DEM-2027-0007;2027-01-08;;;;;;")

    (finding,) = tables.repo.findings("row-key")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 3, 1)
    assert shown(finding) == (
        "The identifier «DEM-2027-0007» stands twice in the table «demandes»;"
        " first at registres/demandes.csv:2."
        " Give one of the two rows the next free identifier: DEM-2027-0008."
    )


def test_a_row_without_identifier(tables: Tables) -> None:
    """The next free one is proposed; where there is no pattern, none is."""
    tables.demandes(";2027-01-07;;;;;;")
    tables.repo.write("registres/usagers.csv", "id;nom\n;Équipe\n")

    usager, request = sorted(tables.repo.findings("row-key"), key=lambda f: str(f.values["next"]))

    assert shown(request) == (
        "This row of the table «demandes» has no identifier («N°»)."
        " The next free one is DEM-2027-0001."
    )
    assert shown(usager).endswith("Give it one that no other row bears.")


def test_a_file_without_the_column_is_another_fault(tables: Tables) -> None:
    """The column is missing: one finding, not one a row."""
    tables.repo.write("registres/usagers.csv", "nom\nÉquipe A\nÉquipe B\n")

    assert tables.repo.findings("row-key") == ()


def test_identifiers_that_differ(tables: Tables) -> None:
    """Case makes a difference, as it does where rows are referred to."""
    tables.repo.write("registres/usagers.csv", "id;nom\nU001;A\nu001;B\n")

    assert tables.repo.findings("row-key") == ()


def test_each_row_gets_another_number(tables: Tables) -> None:
    """Two rows without identifier are not sent to the same one."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;", ";2027-01-08;;;;;;", ";2027-01-09;;;;;;")

    assert [f.values["next"] for f in tables.repo.findings("row-key")] == [
        "DEM-2027-0002",
        "DEM-2027-0003",
    ]


MEASURES = """
    nom: mesures
    colonnes:
      - {nom: id, motif: "M{numero:02}"}
      - {nom: note}
      - {nom: rappel, type: calcul, expr: note}
    """


def test_two_rows_of_a_file_kept_elsewhere(tables: Tables) -> None:
    """What differs is named, and what is computed from it is not; the file has lines."""
    tables.repo.write("referentiel/registres/mesures.yaml", MEASURES)
    tables.repo.settings(
        {"registres": {"mesures": {"source": "m.csv"}, "usagers": {"source": "u.csv"}}}
    )
    tables.repo.write("m.csv", "id;note\nM01;a\nM01;b\n")
    tables.repo.write("u.csv", "id;nom\nU1;A\nU1;B\n")

    said = {f.values["table"]: shown(f) for f in tables.repo.findings("row-key")}

    assert said["mesures"].startswith(
        "The identifier «M01» of the table «mesures» stands for two different rows,"
        " m.csv:2 and m.csv:3: they differ in note."
    )
    assert "M02" in said["mesures"]
    assert said["usagers"].endswith("else give one of the two another identifier.")
    assert "they differ in nom." in said["usagers"]


def test_a_row_that_is_there_twice(tables: Tables) -> None:
    """Two rows that tell the same differ in nothing; one without identifier has no first."""
    tables.repo.settings({"registres": {"usagers": {"source": "u.csv"}}})
    tables.repo.write("u.csv", "id;nom\nU1;A\nU1;A\n;C\n")

    twice, none = tables.repo.findings("row-key")

    assert shown(twice).startswith("The identifier «U1» stands twice in the table «usagers»")
    assert shown(none).startswith("This row of the table «usagers» has no identifier")


def test_no_number_follows(tables: Tables) -> None:
    """Where the next identifier cannot be told, none is proposed."""
    column = '{nom: id, requis: true, motif: "{lieu}-{numero:02}"}'
    tables.repo.write("referentiel/registres/cles.yaml", f"nom: cles\ncolonnes: [{column}]\n")
    tables.repo.write("registres/cles.csv", "id\nA-01\nA-01\n")

    (finding,) = tables.repo.findings("row-key")

    assert finding.values["next"] == ""
    assert "next free identifier" not in shown(finding)
