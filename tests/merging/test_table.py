"""Joining of registers, row by row and cell by cell."""

from tests.merging.joining import BOTH, THEIRS, joined

TABLE = '\ufeffid;date;usager\r\nD-2;2027;A\r\nD-3;2027;"x;y"\r\n'


def test_both_append_a_row() -> None:
    """Two appends at the end always conflict in git; here both stay, in the order of keys."""
    mine, theirs = f"{TABLE}D-10;2027;Zoé\r\n", f"{TABLE}D-4;2027;Élie\r\n"

    text, asked = joined("r.csv", TABLE, mine, theirs)

    assert asked == []
    assert text == f"{TABLE}D-4;2027;Élie\r\nD-10;2027;Zoé\r\n"


def test_two_cells_of_one_row() -> None:
    """Each side keeps the cell that it changed."""
    mine, theirs = TABLE.replace("2;2027;A", "2;2028;A"), TABLE.replace("2;2027;A", "2;2027;B")

    text, asked = joined("r.csv", TABLE, mine, theirs)

    assert (text, asked) == (TABLE.replace("2;2027;A", "2;2028;B"), [])


def test_one_cell_written_twice() -> None:
    """The row and the column are told."""
    mine, theirs = TABLE.replace("2;2027;A", "2;2028;A"), TABLE.replace("2;2027;A", "2;2029;A")

    text, (passage,) = joined("r.csv", TABLE, mine, theirs)

    assert (passage.place, passage.mine, passage.theirs) == (("D-2", "date"), "2028", "2029")
    assert text == mine
    assert joined("r.csv", TABLE, mine, theirs, THEIRS)[0] == theirs


def test_one_identifier_given_to_two_rows() -> None:
    """Neither request is lost: the choice may be both."""
    mine, theirs = f"{TABLE}D-4;2027;Zoé\r\n", f"{TABLE}D-4;2027;Élie\r\n"

    _text, (passage,) = joined("r.csv", TABLE, mine, theirs)

    assert (passage.place, passage.both_fit) == (("D-4",), True)
    assert joined("r.csv", TABLE, mine, theirs, BOTH)[0] == f"{mine}D-4;2027;Élie\r\n"


def test_a_row_removed_here_and_changed_there() -> None:
    """The row is asked about; removed on both sides or untouched it just goes."""
    mine, theirs = TABLE.replace("D-2;2027;A\r\n", ""), TABLE.replace("2;2027;A", "2;2029;A")

    assert joined("r.csv", TABLE, mine, theirs)[1][0].mine is None
    assert joined("r.csv", TABLE, mine, TABLE) == (mine, [])


def test_a_column_more_on_one_side() -> None:
    """The other side's cells find their column by its name."""
    mine = '\ufeffid;lieu;date;usager\r\nD-2;Nancy;2027;A\r\nD-3;;2027;"x;y"\r\n'
    theirs = TABLE.replace("2;2027;A", "2;2029;A")

    text, asked = joined("r.csv", TABLE, mine, theirs)

    assert (text, asked) == (mine.replace("Nancy;2027", "Nancy;2029"), [])


def test_rows_that_cannot_be_told_apart_are_joined_as_lines() -> None:
    """An identifier given twice already loses no row."""
    base = f"{TABLE}D-3;2027;B\r\n"

    text, asked = joined("r.csv", base, base.replace(";A", ";Z"), f"{base}D-9;2027;C\r\n")

    assert asked == []
    assert text == f"{base.replace(';A', ';Z')}D-9;2027;C\r\n"
