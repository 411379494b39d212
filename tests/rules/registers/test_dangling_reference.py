"""REG006: references that lead to no row."""

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_row_that_does_not_exist(tables: Tables) -> None:
    """The nearest row is proposed."""
    tables.demandes("DEM-2027-0001;2027-01-07;U01;;;;;", "DEM-2027-0002;2027-01-07;U002;;;;;")

    (finding,) = tables.repo.findings("dangling-reference")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 2, 26)
    assert shown(finding) == (
        "«U01», in the column «Usager» of the row DEM-2027-0001, is no row of «usagers»."
        " Nearest: U001. Write it, or add the row: smq register add usagers"
    )


def test_each_item_of_a_list(tables: Tables) -> None:
    """A list may refer to rows; each of its items is looked up."""
    tables.demandes(
        "DEM-2027-0001;2027-01-07;;;;;DEM-2027-0002|DEM-2027-0009;",
        "DEM-2027-0002;2027-01-07;;;;;;",
    )

    (finding,) = tables.repo.findings("dangling-reference")

    assert "«DEM-2027-0009», in the column «Suites»" in shown(finding)


def test_a_table_without_file_is_one_finding(tables: Tables) -> None:
    """Every row refers to it: it is said once."""
    (tables.repo.root / "registres/usagers.csv").unlink()
    tables.demandes("DEM-2027-0001;2027-01-07;U001;;;;;", "DEM-2027-0002;2027-01-07;U002;;;;;")

    (finding,) = tables.repo.findings("dangling-reference")

    assert shown(finding).startswith(
        "The row DEM-2027-0001 refers to «U001», and the table «usagers» has no file yet."
    )


def test_people_of_the_settings_need_no_table(tables: Tables) -> None:
    """While the table has no file, an identifier of smq.yaml is known."""
    (tables.repo.root / "registres/usagers.csv").unlink()
    tables.demandes("DEM-2027-0001;2027-01-07;P01;;;;;")

    assert tables.repo.findings("dangling-reference") == ()


def test_a_table_without_schema_is_not_looked_up(tables: Tables) -> None:
    """The schema's own finding says that it leads nowhere."""
    (tables.repo.root / "referentiel/registres/usagers.yaml").unlink()
    tables.demandes("DEM-2027-0001;2027-01-07;U009;;;;;")

    assert tables.repo.findings("dangling-reference") == ()
    assert len(tables.repo.findings("ill-formed-schema")) == 1


def test_a_person_of_the_settings_without_a_row(tables: Tables) -> None:
    """Who is in smq.yaml is known, and only the row is missing: what to type is said."""
    tables.repo.settings({"personnes": {"U009": {"nom": "Inès Vautrin"}}})
    tables.demandes("DEM-2027-0001;2027-01-07;U009;;;;;")

    (finding,) = tables.repo.findings("dangling-reference")

    assert shown(finding).endswith(
        "Inès Vautrin is in smq.yaml and has no row here: smq register add usagers id=U009"
    )


def test_a_table_without_file_tells_whom_it_lacks(tables: Tables) -> None:
    """A person of the settings is known while the table has no file; others are named once."""
    (tables.repo.root / "registres/usagers.csv").unlink()
    tables.demandes(
        "DEM-2027-0001;2027-01-07;P01;;;;;",
        "DEM-2027-0002;2027-01-07;zzz;;;;;",
        "DEM-2027-0003;2027-01-07;yyy;;;;;",
    )

    (finding,) = tables.repo.findings("dangling-reference")

    assert shown(finding) == (
        "The row DEM-2027-0002 refers to «zzz», and the table «usagers» has no file yet."
        " Write an identifier that exists, or add the row: smq register add usagers"
    )


def test_every_row_of_a_table_that_is_there(tables: Tables) -> None:
    """Each dead reference is named; what a spreadsheet broke has a rule of its own."""
    tables.demandes(
        "DEM-2027-0001;2027-01-07;zzz;;;;;",
        "DEM-2027-0002;2027-01-07;yyy;;;;;",
        "DEM-2027-0003;2027-01-07;#REF!;;;;;",
        "DEM-2027-0004;2027-01-07;;;;;;",
    )
    tables.repo.write("registres/badges.csv", "id;echantillon;remplace\n0012;A;\n0013;B;12\n")

    found = tables.repo.findings("dangling-reference")

    assert [f.values["written"] for f in found] == ["zzz", "yyy"]


def test_a_file_without_the_column(tables: Tables) -> None:
    """A column that is not there refers to nothing."""
    tables.repo.write("registres/demandes.csv", "id;date\nDEM-2027-0001;2027-01-07\n")

    assert tables.repo.findings("dangling-reference") == ()
