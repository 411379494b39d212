"""A register's file: a row more, a table put back in form; the rest byte for byte."""

import pytest

from smq.errors import SmqError
from smq.model.table import Register
from smq.operations.register_file import identifiers_in
from smq.operations.register_row import add_row
from smq.operations.register_tidy import tidied
from tests.conftest import Repo

SCHEMA = """
nom: demandes
colonnes:
  - {nom: id, libelle: N°, requis: true, motif: "DEM-{annee}-{numero:04}"}
  - {nom: date, libelle: Date, type: date}
  - {nom: montant, libelle: Montant HT, type: decimal}
  - {nom: urgent, libelle: Urgent, type: bool}
  - {nom: decision, libelle: Décision, type: enum, valeurs: [acceptee, refusee]}
  - {nom: besoin, libelle: Besoin}
"""
HEADER = "id;date;montant;urgent;decision;besoin\r\n"
ROWS = [
    'DEM-2026-0009;2026-12-01;360,00;non;acceptee;"a ; b"\r\n',
    "DEM-2027-0001;2027-01-07;;oui;refusee;Échantillons\r\n",
    'DEM-2027-0003;2027-01-09;12,50;;;"deux\nlignes"\r\n',
]
WRITTEN = ("\ufeff" + HEADER + "".join(ROWS)).encode()


@pytest.fixture
def table(repo: Repo) -> Repo:
    """Return a platform with one table."""
    repo.write("referentiel/registres/demandes.yaml", SCHEMA)
    return repo


def add(repo: Repo, raw: bytes | None, **cells: str) -> tuple[str, str]:
    """Return the identifier given and the file with one more row."""
    if raw is not None:
        repo.write("registres/demandes.csv", raw)
    system = repo.system()
    key, change = add_row(system.registers["demandes"], raw, cells, system)
    assert change.before == raw
    assert change.after is not None
    return key, change.after.decode("utf-8")


def register(repo: Repo, raw: bytes) -> Register:
    """Return the table of a file."""
    repo.write("registres/demandes.csv", raw)
    return repo.system().registers["demandes"]


def tidy(repo: Repo, raw: bytes, previous: bytes | None = None) -> str:
    """Return the file put in form."""
    after = tidied(register(repo, raw), raw, previous).after
    assert after is not None
    return after.decode("utf-8")


def test_a_row_goes_in_the_order_of_identifiers(table: Repo) -> None:
    """Every other byte stays: the byte-order mark, quotes, line ends and a break in a cell."""
    key, text = add(table, WRITTEN, id="DEM-2027-0002", date="20/02/2027", montant="1 200,5")

    row = "DEM-2027-0002;2027-02-20;1200,5;;;\r\n"
    assert (key, text) == (
        "DEM-2027-0002",
        "\ufeff" + HEADER + ROWS[0] + ROWS[1] + row + ROWS[2],
    )


def test_the_next_identifier_goes_last(table: Repo) -> None:
    """It follows the highest of the year; a choice with its accent and a yes are put in form."""
    key, text = add(table, WRITTEN, decision="Refusée", urgent="x", besoin='dit "oui" ; vite')

    assert key == "DEM-2027-0004"
    assert text.endswith(ROWS[2] + 'DEM-2027-0004;;;oui;refusee;"dit ""oui"" ; vite"\r\n')


@pytest.mark.parametrize("raw", [None, b"", b"\xef\xbb\xbf\r\n"])
def test_the_first_row_makes_the_file(table: Repo, raw: bytes | None) -> None:
    """A table without file, or with an empty one, begins with its headings."""
    key, text = add(table, raw, besoin="x")

    assert key == "DEM-2027-0001"
    assert text == "\ufeff" + HEADER + "DEM-2027-0001;;;;;x\r\n"


def test_form_of_the_file_is_kept(table: Repo) -> None:
    """Commas, no byte-order mark, line feeds, no final line end, columns in another order."""
    _key, text = add(
        table, b"besoin,id,date,montant,urgent,decision\na,DEM-2027-0001,,,,", besoin="b, c"
    )

    assert text.splitlines()[1:] == ["a,DEM-2027-0001,,,,", '"b, c",DEM-2027-0002,,,,']
    assert "\r" not in text


def test_trailing_empty_rows_stay_behind(table: Repo) -> None:
    """The new row stands among the rows, not after the empty ones of Excel."""
    raw = (HEADER + ROWS[1] + ";;;;;\r\n").encode()

    assert add(table, raw, besoin="x")[1] == HEADER + ROWS[1] + (
        "DEM-2027-0002;;;;;x\r\n" + ";;;;;\r\n"
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"date": "demain"}, "«demain» is not a date («Date»)."),
        ({"date": "31/02/2027"}, "«31/02/2027» is not a date"),
        ({"decision": "peut-être"}, "is none of the choices of «Décision»"),
        ({"id": "DEM-2027-0001"}, "exists already"),
        ({"id": "D5"}, "does not fit the pattern"),
    ],
)
def test_what_is_refused(table: Repo, cells: dict[str, str], said: str) -> None:
    """A cell that its column cannot hold stops the command before anything is written."""
    with pytest.raises(SmqError) as refused:
        add(table, WRITTEN, **cells)

    values = {name: str(value) for name, value in refused.value.values.items()}
    assert said in refused.value.message.format(**values)


def test_a_sign_that_the_encoding_lacks(table: Repo) -> None:
    """A cp1252 file keeps its encoding; a sign it cannot hold says to tidy first."""
    raw = (HEADER + ROWS[1]).encode("cp1252")

    with pytest.raises(SmqError) as refused:
        add(table, raw, besoin="→ Raman")

    assert refused.value.values["sign"] == "→"


def test_in_form_is_left_alone(table: Repo) -> None:
    """A second tidy changes nothing."""
    assert tidy(table, WRITTEN).encode() == WRITTEN


EXCEL = (
    "N°;Date;Montant HT;Urgent;Décision;Besoin;;\r\n"
    'DEM-2026-0009;01/12/2026;360;FAUX;Acceptée;"a ; b";;\r\n'
    "DEM-2027-0001;07/01/2027;;VRAI;refusee;Échantillons;;\r\n"
    'DEM-2027-0003;09/01/2027;13,5;;;"deux\nlignes";;\r\n'
    ";;;;;;;\r\n;;;;;;;\r\n"
)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_saved_by_a_french_excel(table: Repo, encoding: str) -> None:
    """Against the recorded version, only the row whose content changed differs."""
    text = tidy(table, EXCEL.encode(encoding), WRITTEN)

    changed = 'DEM-2027-0003;2027-01-09;13,5;;;"deux\nlignes"\r\n'
    assert text == "\ufeff" + HEADER + ROWS[0] + ROWS[1] + changed


def test_without_a_recorded_version(table: Repo) -> None:
    """Every cell is put in our form; an amount keeps the digits that the file shows."""
    assert tidy(table, EXCEL.encode("cp1252")).splitlines()[1] == (
        'DEM-2026-0009;2026-12-01;360;non;acceptee;"a ; b"'
    )


def test_nothing_is_lost(table: Repo) -> None:
    """An unknown column, a cell that means nothing and a cell too many stay as they are."""
    raw = "id;date;note\nDEM-2027-0001;bientôt;à voir;reste\n".encode()

    header, row = tidy(table, raw).removeprefix("\ufeff").splitlines()
    assert header == "id;date;note;montant;urgent;decision;besoin"
    assert row == "DEM-2027-0001;bientôt;à voir;;;;;reste"


def test_identifiers_of_earlier_versions(repo: Repo, table: Repo) -> None:
    """Whatever the encoding, the order of columns, and cells over several lines; nothing raises."""
    contents = (
        b"id;date\nDEM-2027-0001;07/01/2027\n",
        b"id;date\nDEM-2027-0001;07/01/2027\nDEM-2027-0002;\n",
        "Date;N°\n07/01/2027;DEM-2027-0003\n".encode("cp1252"),
        "id;besoin\nDEM-2027-0004;x\n".encode("utf-16"),
        b'id;besoin\nDEM-2027-0005;"un\ndeux"\n',
        b'id;besoin\nDEM-2027-0006;"trois\ndeux"\nDEM-2027-0007;"y"\n',
        b'id;montant\nDEM-2027-0008;"1\nDEM-2027-0009;2\n',
        b"id;montant\nDEM-2027-0009;2\n",
        b"sep=,\nid,date\nDEM-2027-0010,\n",
        b"sep=,\nid,date\nDEM-2027-0011,\n",
        b"",
        b"\0\xff",
    )

    found = identifiers_in(register(repo, WRITTEN), contents)

    assert sorted(found) == [f"DEM-2027-{number:04}" for number in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11)]


def test_a_known_identifier_is_not_given(repo: Repo, table: Repo) -> None:
    """The next comes after those that git knows of in its year; others do not count."""
    held = register(repo, WRITTEN)
    ever = ("DEM-2027-0007", "DEM-2026-0050", "n’importe quoi")

    key, _change = add_row(held, WRITTEN, {}, repo.system(), ever)

    assert key == "DEM-2027-0008"
