"""REG003: columns that a file lacks."""

from typing import Any

from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_column_of_the_schema_is_missing(tables: Tables) -> None:
    """Each missing column is named at the row of headings."""
    tables.repo.write("registres/badges.csv", "id;echantillon\n0001;A\n")

    (finding,) = tables.repo.findings("missing-column")

    assert place(finding) == ("registres/badges.csv", 1, 1)
    assert shown(finding) == (
        "The table «badges» has no column «remplace». Add the heading «remplace» to this row."
    )


def test_no_heading_at_all(tables: Tables) -> None:
    """A file without headings is one finding, not one a column."""
    tables.repo.write("registres/badges.csv", "0001;A;\n0002;B;0001\n")

    (finding,) = tables.repo.findings("missing-column")

    assert shown(finding) == (
        "No column of the table «badges» stands in this row."
        " The row of headings begins with: id;echantillon;remplace."
    )


def test_a_mapped_heading_that_the_file_does_not_have(tables: Tables) -> None:
    """It is named where smq.yaml maps it; columns that nobody mapped are not asked for."""
    mapped: dict[str, Any] = {
        "source": "export.csv",
        "colonnes": {"id": "Badge", "remplace": "Ancien"},
    }
    tables.repo.settings({"registres": {"badges": mapped}})
    tables.repo.write("export.csv", "Badge;Autre\n0001;x\n")

    (finding,) = tables.repo.findings("missing-column")

    assert finding.location.path == "smq.yaml"
    assert shown(finding).startswith("«Ancien» is no heading of export.csv, row 1.")


def test_every_column_is_there(tables: Tables) -> None:
    """The order of the columns does not matter."""
    tables.repo.write("registres/badges.csv", "remplace;id;echantillon\n;0001;A\n")

    assert tables.repo.findings("missing-column") == ()


SAMPLES = """
    nom: mesures
    colonnes:
      - {nom: id, requis: true}
      - {nom: date, type: date, requis: true}
      - {nom: note}
      - {nom: limite, type: calcul, expr: "mois(date, 6)"}
    """


def test_a_computed_column_is_not_asked_for(tables: Tables) -> None:
    """What smq computes stands in no file; a schema without columns asks for none."""
    tables.repo.write("referentiel/registres/mesures.yaml", SAMPLES)
    tables.repo.write("registres/mesures.csv", "1;2;3\n")
    tables.repo.write("referentiel/registres/vide.yaml", "nom: vide\ncolonnes: []\n")
    tables.repo.write("registres/vide.csv", "a;b\n1;2\n")

    (finding,) = tables.repo.findings("missing-column")

    assert shown(finding).endswith("The row of headings begins with: id;date;note.")


def test_a_file_of_the_platform_lacks_what_is_needed(tables: Tables) -> None:
    """The key and what is required are asked for, each with the line to write; a note is not."""
    tables.repo.write(
        "referentiel/registres/mesures.yaml",
        SAMPLES.replace("{nom: id, requis: true}", "{nom: id}"),
    )
    tables.repo.settings({"registres": {"mesures": {"source": "export.csv", "colonnes": {}}}})
    tables.repo.write("export.csv", "limite;autre\n1;2\n")
    (none,) = tables.repo.findings("missing-column")
    assert shown(none).endswith("Say with «entete» of smq.yaml which row holds the headings.")

    tables.repo.write("export.csv", "note;autre\n1;2\n")
    key, date = tables.repo.findings("missing-column")

    assert [f.values["column"] for f in (key, date)] == ["id", "date"]
    assert "(registres, mesures, colonnes, date: …)" in shown(date)
