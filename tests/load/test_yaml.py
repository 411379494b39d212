"""Reading traps of YAML: everything is text, everything has its place."""

import pytest

from smq.load import yaml
from smq.model import Fields, Items, Node, Scalar, plain


def fault(text: str, first_line: int = 1) -> yaml.Fault:
    """Return the fault found in a text."""
    found = yaml.parse(text, first_line)
    assert isinstance(found, yaml.Fault)
    return found


def read(text: str) -> Node | None:
    """Return what a text holds, which must be readable."""
    found = yaml.parse(text)
    assert not isinstance(found, yaml.Fault)
    return found


@pytest.mark.parametrize(
    "written",
    ["3.10", "2026-13-24", "non", "on", "yes", "1e3", "007", "0x1F", "12:30", "1_000", ".inf", "="],
)
def test_value_stays_as_written(written: str) -> None:
    """What YAML would turn into a number, a date or true and false stays text."""
    assert plain(read(f"titre: {written}")) == {"titre": written}


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_nothing_written(written: str) -> None:
    """An empty value is nothing; between quotes the same word is a word."""
    assert plain(read(f"titre: {written}")) == {"titre": None}
    assert plain(read(f'titre: "{written}"')) == {"titre": written}


def test_place_of_everything() -> None:
    """Keys, values and items have their line and column in the file, in characters."""
    text = "code: PRE-PRO-001\n'clé 🧪': \"é\"\nliens:\n  formulaires: [A,  B]\n  - "
    found = yaml.parse(text.removesuffix("\n  - "), first_line=2)

    assert found == Fields(
        (
            (Scalar("code", 2, 1), Scalar("PRE-PRO-001", 2, 7)),
            (Scalar("clé 🧪", 3, 1, quoted=True), Scalar("é", 3, 10, quoted=True)),
            (
                Scalar("liens", 4, 1),
                Fields(
                    (
                        (
                            Scalar("formulaires", 5, 3),
                            Items((Scalar("A", 5, 17), Scalar("B", 5, 21)), 5, 16),
                        ),
                    ),
                    5,
                    3,
                ),
            ),
        ),
        2,
        1,
    )


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_line_end_that_no_editor_shows(separator: str) -> None:
    """A line separator pasted from elsewhere does not move the lines below it."""
    found = yaml.parse(f"titre: Peser{separator}sec\nstatut: projet")

    assert isinstance(found, Fields)
    assert plain(found) == {"titre": "Peser sec", "statut": "projet"}
    assert found.key("statut") == Scalar("statut", 2, 1)


def test_accents_in_two_writings() -> None:
    """Accents typed on a Mac are the same letters."""
    decomposed = "titre: Pre\u0301parer"

    assert plain(read(decomposed)) == {"titre": "Pr\u00e9parer"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: 1\nb:\n\tc: 2", 3, 1),  # a tab indents
        ("a: 1\nb:\n  \tc: 2", 3, 3),
        ("titre: Accueillir : la visite", 1, 19),  # a second colon
        ("a: 1\n b: 2", 2, 3),
        ("a: 'ouverte", 1, 4),
        ("a: 1\nb: @nom", 2, 4),
        ("a: 1\nb: x\x0by", 2, 5),  # Word's line end
        ("a: é\x00", 1, 5),
        ("a: 1\n---\nb: 2", 2, 1),
        ("? [a]\n: b", 1, 3),
        ("a: 1\nb: &x {c: 1}\nd: *x", 2, 4),
        ("a: 1\nb: &x mot\nd: *x", 2, 4),
        ("a: &x 1\nb: {<<: *x}", 1, 4),
        ("a: *x", 1, 4),
    ],
)
def test_fault_with_its_place(text: str, line: int, column: int) -> None:
    """What cannot be read is a fault at its place, counted from the line where the text starts."""
    assert (fault(text).line, fault(text).column) == (line, column)
    assert (fault(text, 10).line, fault(text, 10).column) == (line + 9, column)


@pytest.mark.parametrize("text", ["a: &x mot\nb: *x", "a: &x [*x]", "<<: *x", "a: &x 1\nb: &x *x"])
def test_anchors(text: str) -> None:
    """Anchors are refused: nine lines of them can stand for a thousand million words."""
    assert fault(text).reason == yaml.ANCHOR


def test_tab_that_indents_nothing() -> None:
    """A tab inside a value, or inside brackets, is white space."""
    assert plain(read("a: x\ty\nb: [c,\n\td]")) == {"a": "x\ty", "b": ["c", "d"]}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "{a: " * 5000,
        "[" * 150 + "]" * 150,
        "- " * 5000 + "x",
        "? " * 5000,
        "? - " * 5000,
        "-\n" * 5000,
        "\n".join(" " * depth + "a:" for depth in range(1500)),
        "\n".join(" " * depth + "a:\n" + " " * depth + "-" for depth in range(600)),
    ],
    ids=["brackets", "braces", "closed", "dashes", "keys", "mixed", "lines", "indents", "lists"],
)
def test_nesting_without_end(text: str) -> None:
    """Levels without end are a fault, and not the end of the program."""
    assert isinstance(yaml.parse(text), yaml.Fault)


def test_forty_levels() -> None:
    """A header may be as deep as anybody needs."""
    deep = yaml.parse("[" * 40 + "x" + "]" * 40)

    assert not isinstance(deep, yaml.Fault)


def test_fields_in_place_of_a_key() -> None:
    """Keys that are fields, one in the other, are a fault at the first; no depth stops smq."""
    text = "".join(f"{' ' * level}? !x\n" for level in range(900))

    assert fault(text) == yaml.Fault(yaml.ODD_KEY, 1, 3)


def test_fault_below_a_refused_value() -> None:
    """What no parser reads is said before a value that smq refuses, wherever it stands."""
    assert fault("a: &x 1\nb: *x\nc: [d").reason != yaml.ANCHOR
    assert fault("a: &x 1\nb: *x\nc: [d]") == yaml.Fault(yaml.ANCHOR, 1, 4)


@pytest.mark.parametrize("text", ["", "\n\n", "# rien\n"])
def test_empty(text: str) -> None:
    """A text without values holds nothing, and that is no fault."""
    assert yaml.parse(text) is None


def test_tag_is_not_obeyed() -> None:
    """A tag that would build an object in other readers is left out."""
    assert plain(read("a: !!python/object/apply:os.system [ls]")) == {"a": ["ls"]}
