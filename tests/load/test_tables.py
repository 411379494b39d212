"""Registers read from a folder: typed rows, places, clumsy files, computed columns."""

from datetime import date
from decimal import Decimal

import pytest

from smq.model.table import Register
from tests.conftest import Repo

DEMANDES = """
nom: demandes
titre: Demandes
colonnes:
  - {nom: id, libelle: N°, requis: true, motif: "DEM-{annee}-{numero:04}"}
  - {nom: date, libelle: Date de réception, type: date, requis: true}
  - {nom: montant, libelle: Montant HT, type: decimal}
  - {nom: duree, type: entier}
  - {nom: fin, type: calcul, expr: "mois(date, duree)"}
  - {nom: suite, type: calcul, expr: "jours(fin, 1)"}
"""


@pytest.fixture
def register(repo: Repo) -> Repo:
    """Return a platform with the schema of one table."""
    repo.write("referentiel/registres/demandes.yaml", DEMANDES)
    return repo


def read(repo: Repo, content: str | bytes | None = None) -> Register:
    """Return the table as it is read."""
    if content is not None:
        raw = content if isinstance(content, bytes) else content.encode()
        repo.write("registres/demandes.csv", raw)
    return repo.system().registers["demandes"]


def test_rows_as_typed(register: Repo) -> None:
    """Each cell keeps what was written, what it says and where it stands."""
    table = read(register, "\ufeffid;date;montant;duree\r\nDEM-2027-0001;31/08/2027;1 200,50;6\r\n")

    (row,) = table.rows
    assert (row.key, row.line) == ("DEM-2027-0001", 2)
    assert row.text("date") == "31/08/2027"
    assert row.value("date") == date(2027, 8, 31)
    assert row.value("montant") == Decimal("1200.50")
    assert (row.at("montant").line, row.at("montant").column) == (2, 26)
    assert table.by_key == {"DEM-2027-0001": row}
    assert (table.present, table.missing, table.unknown) == (True, (), ())


def test_computed_columns(register: Repo) -> None:
    """A computed column is filled, one that rests on another too, and is empty on nothing."""
    table = read(register, "id;date;duree\nDEM-2027-0001;2027-08-31;6\nDEM-2027-0002;2027-01-01;\n")

    first, second = table.rows
    assert (first.value("fin"), first.text("fin")) == (date(2028, 2, 29), "2028-02-29")
    assert first.value("suite") == date(2028, 3, 1)
    assert (second.value("fin"), second.text("fin")) == (None, "")


def test_what_the_file_says_in_a_computed_column_is_not_believed(register: Repo) -> None:
    """Excel keeps a computed column; it is computed again."""
    table = read(register, "id;date;duree;fin\nDEM-2027-0001;2027-08-31;6;01/01/2000\n")

    assert table.rows[0].value("fin") == date(2028, 2, 29)
    assert table.unknown == ()


def test_saved_by_a_french_excel(register: Repo) -> None:
    """cp1252, labels as headings, trailing empty rows and columns: the same rows."""
    content = (
        "N°;Date de Réception;montant ht;duree;;\r\nDEM-2027-0001;20/02/2027;360;;;\r\n;;;;;\r\n"
    )
    table = read(register, (content + ";;;;;\r\n" * 40).encode("cp1252"))

    (row,) = table.rows
    assert (row.key, row.value("date"), row.value("montant")) == (
        "DEM-2027-0001",
        date(2027, 2, 20),
        Decimal(360),
    )
    assert (table.unknown, table.missing) == ((), ())


def test_columns_in_another_order_missing_and_unknown(register: Repo) -> None:
    """Headings lead, not places; what is lacking and what is too much is told."""
    table = read(register, "montant;remarque;ID\n12;x;DEM-2027-0001\n")

    assert table.rows[0].value("montant") == 12
    assert table.missing == ("date", "duree")
    assert table.unknown == (("remarque", 9),)


def test_a_short_row_has_empty_cells(register: Repo) -> None:
    """A row that stops early is no fault: the rest is empty, and has a place."""
    table = read(register, "id;date;montant;duree\nDEM-2027-0001\n")

    assert table.rows[0].text("date") == ""
    assert table.rows[0].at("date").line == 2


def test_a_table_without_rows(register: Repo) -> None:
    """A file of headings has no rows; nothing is wrong with it."""
    table = read(register, "id;date;montant;duree\n")

    assert (table.present, table.rows, table.unread) == (True, (), ())
    assert register.findings("REG") == ()


@pytest.mark.parametrize("content", ["", "\ufeff", "\n\n"])
def test_a_file_that_lost_everything(register: Repo, content: str) -> None:
    """A table without rows keeps its headings: an empty file is no empty table."""
    table = read(register, content)

    (found,) = register.findings("REG001")
    assert (table.present, table.rows, table.unread) == (True, (), ("registres/demandes.csv",))
    assert "it is empty, even its row of headings is gone" in str(found.values["reason"])


def test_a_table_without_file(register: Repo) -> None:
    """It is not present, and says where it would be."""
    table = read(register)

    assert (table.present, table.path, table.rows) == (False, "registres/demandes.csv", ())
    assert register.findings("REG") == ()


def test_tables_are_read_when_they_are_asked_for(register: Repo) -> None:
    """`list` and `show` need no rows, and pay for none."""
    from smq.load import load

    assert load(register.root, today=date(2027, 3, 1)).registers == {}


def test_a_link_that_leaves_the_folder_is_not_read(register: Repo) -> None:
    """A table that is a link to a file outside has no rows."""
    outside = register.root.parent / "dehors.csv"
    outside.write_text("id;date\nDEM-2027-0001;2027-01-01\n", encoding="utf-8")
    (register.root / "registres").mkdir()
    (register.root / "registres/demandes.csv").symlink_to(outside)

    assert read(register).rows == ()
