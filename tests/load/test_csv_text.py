"""CSV as people and Excel write it: delimiters, quotes, encodings, line ends, places."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.load.csv_text import OPEN_QUOTE, ROWS_TAKEN_IN, read_csv, written_row


def cells(raw: bytes) -> list[tuple[str, ...]]:
    """Return the texts of every row."""
    return [record.cells for record in read_csv(raw).records]


@pytest.mark.parametrize(
    "raw",
    [
        b"id;nom\r\n1;Zo\xc3\xa9\r\n",
        b"\xef\xbb\xbfid;nom\n1;Zo\xc3\xa9\n",
        b"id,nom\n1,Zo\xc3\xa9",
        b"id\tnom\r1\tZo\xc3\xa9\r",
        b"id;nom\r\n1;Zo\xe9\r\n",
        "id;nom\r\n1;Zoé\r\n".encode("utf-16"),
        b'sep=,\r\nid,nom\r\n1,"Zo\xc3\xa9"\r\n',
    ],
)
def test_one_table_written_in_many_ways(raw: bytes) -> None:
    """Byte-order mark or none, three delimiters, three encodings, three line ends."""
    assert cells(raw) == [("id", "nom"), ("1", "Zoé")]


def test_quotes() -> None:
    """A quoted cell may hold delimiters, quotes and line breaks; elsewhere a quote is a sign."""
    raw = b'id;texte\r\n1;"a ; b"\r\n2;"il dit ""oui"""\r\n3;"deux\nlignes"\r\n4;tube 5"\r\n'

    assert [row[1] for row in cells(raw)[1:]] == [
        "a ; b",
        'il dit "oui"',
        "deux\nlignes",
        'tube 5"',
    ]


def test_places_after_a_line_break_in_a_cell() -> None:
    """Every cell has its own line and column, in code points, the mark not counted."""
    content = read_csv('\ufeffid;é;c\r\n1;"deux\nlig";fin\r\n2;x;y\r\n'.encode())

    assert content.records[1].places == ((2, 1), (2, 3), (3, 6))
    assert content.records[2].line == 4


def test_text_of_a_record_is_kept() -> None:
    """What a writer leaves alone is found again, byte for byte."""
    text = 'id;a\r\n1;"x\ny"\r\n\r\n2;"z"\n'
    content = read_csv(text.encode())

    assert [text[r.start : r.end] for r in content.records] == [
        "id;a\r\n",
        '1;"x\ny"\r\n',
        "\r\n",
        '2;"z"\n',
    ]
    assert (content.newline, content.bom, content.delimiter) == ("\r\n", False, ";")


def test_a_quote_that_is_never_closed_has_its_place() -> None:
    """The rows before it are read."""
    content = read_csv(b'id;a\n1;x\n2;"ouvert\n3;y\n')

    assert content.fault == (OPEN_QUOTE, 3, 3)
    assert [record.cells[0] for record in content.records] == ["id", "1"]


TABLE = [
    "id;date;texte;decision;motif",
    "D-1;2027-01-07;six spectres;oui;",
    "D-2;2027-01-08;un vernis;oui;",
    'D-3;2027-01-09;"deux ; trois";oui;',
    "D-4;2027-01-10;une coupe;non;",
    'D-5;2027-01-11;"il dit ""oui""";non;x',
]


@pytest.mark.parametrize(
    ("line", "typed", "column"),
    [
        (2, 'D-1;"2027-01-07;six spectres;oui;', 5),
        (3, 'D-2;2027-01-08;"un vernis;oui;', 16),
        (3, 'D-2;2027-01-08;un vernis;oui;"', 30),
        (5, 'D-4;2027-01-10;"une coupe;non;', 16),
        (2, '"D-1;2027-01-07;six spectres;oui;', 1),
    ],
)
def test_a_quote_left_open_that_takes_in_rows(line: int, typed: str, column: int) -> None:
    """The next quote closes it, rows below: the place is that of the one left open."""
    written = [*TABLE[: line - 1], typed, *TABLE[line:]]
    content = read_csv("\r\n".join(written).encode())

    assert content.fault == (ROWS_TAKEN_IN, line, column)
    assert [record.cells[0] for record in content.records[1:]] == [
        f"D-{number}" for number in range(1, line - 1)
    ]


def test_a_quote_left_open_before_a_sign_for_inches() -> None:
    """Nothing follows the quote that closes it: the rows between are told by their identifiers."""
    rows = [TABLE[0], 'D-1;2027-01-07;"six;oui;', TABLE[2], 'D-3;2027-01-09;tube 5";oui;', ""]

    assert read_csv("\n".join(rows).encode()).fault == (ROWS_TAKEN_IN, 2, 16)


def test_a_heading_of_several_lines_is_one() -> None:
    """Excel writes so what a person breaks in a heading."""
    content = read_csv(b'id;"Date\n(jour)";texte\nD-1;2027-01-07;x\n')

    assert content.fault is None
    assert content.records[0].cells == ("id", "Date\n(jour)", "texte")


SENTENCE = st.text(alphabet='aé ,"D-12()', max_size=12)
WORDS = st.lists(SENTENCE, min_size=1, max_size=4).map("; ".join)


@given(st.lists(WORDS, min_size=1, max_size=6), st.integers(1, 3))
def test_free_text_of_several_lines_is_no_open_quote(lines: list[str], column: int) -> None:
    """Whatever its lines hold short of a row of the table, line breaks typed in a cell are text."""
    row = ["D-1", "2027-01-07", "x", "oui", ""]
    row[column] = "\n".join(lines)
    content = read_csv(f"{TABLE[0]}\n{written_row(row, ';')}\nD-2;;;;\n".encode())

    assert content.fault is None
    assert [record.cells for record in content.records[1:]] == [tuple(row), ("D-2", *[""] * 4)]


def test_binary_is_no_table() -> None:
    """A workbook renamed .csv has no rows, and a reason."""
    content = read_csv(b"PK\x03\x04\x00\x00")

    assert content.records == ()
    assert content.fault is not None


def test_the_header_chooses_the_delimiter() -> None:
    """Commas of the text do not make a table of commas; title rows above do not choose."""
    raw = b"Prestations, 2027, plateforme, suivi\nid;nom\n1;a, b, c\n"

    assert read_csv(raw, header_line=2).delimiter == ";"


@given(st.lists(st.lists(st.text(alphabet='ab;"\n\r ,é'), min_size=2, max_size=4), min_size=1))
def test_what_is_written_is_read(rows: list[list[str]]) -> None:
    """Rows come back as they were, from our writing and from Python's."""
    header = ["c1", "c2", "c3", "c4"]
    ours = "".join(f"{written_row(row, ';')}\r\n" for row in [header, *rows])
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL).writerows([header, *rows])

    assert cells(ours.encode())[1:] == [tuple(row) for row in rows]
    assert cells(stream.getvalue().encode())[1:] == [tuple(row) for row in rows]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Nothing that a file may hold stops the reading."""
    content = read_csv(raw)

    assert content.fault or "".join(
        content.text[r.start : r.end] for r in content.records
    ) == content.text.removeprefix(
        content.text[: content.records[0].start] if content.records else ""
    )
