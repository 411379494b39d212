"""A header as a value: what was written, and where."""

import pytest

from smq.model import Fields, Items, Node, Scalar, plain, scalars, text_of

LIST = Items((Scalar("a", 2, 5), Scalar("", 2, 8), Scalar("", 2, 9, quoted=True)), 2, 4)
HEADER = Fields(
    (
        (Scalar("titre", 1, 1), Scalar("Un", 1, 8)),
        (Scalar("titre", 2, 1), Scalar("Deux", 2, 8)),
        (Scalar("liens", 3, 1), LIST),
    ),
    1,
    1,
)


@pytest.mark.parametrize(
    ("scalar", "is_null"),
    [
        (Scalar("", 1, 1), True),
        (Scalar("~", 1, 1), True),
        (Scalar("NULL", 1, 1), True),
        (Scalar("null", 1, 1, quoted=True), False),
        (Scalar("nul", 1, 1), False),
    ],
)
def test_null(scalar: Scalar, is_null: bool) -> None:
    """Nothing is what YAML calls nothing, unless it stands between quotes."""
    assert scalar.is_null is is_null
    assert text_of(scalar) == (None if is_null else scalar.text)


def test_first_key_wins() -> None:
    """Of a key written twice the first value counts, everywhere."""
    assert HEADER.get("titre") == Scalar("Un", 1, 8)
    assert HEADER.key("titre") == Scalar("titre", 1, 1)
    assert plain(HEADER) == {"titre": "Un", "liens": ["a", None, ""]}


def test_absent_key() -> None:
    """A key that is not written has no value and no place."""
    assert HEADER.get("statut") is None
    assert HEADER.key("statut") is None


def test_values_in_order() -> None:
    """All values come in the order of the file, those of lists too; nothing is no value."""
    assert [s.text for s in scalars(HEADER)] == ["Un", "Deux", "a", ""]


@pytest.mark.parametrize("node", [None, LIST, HEADER])
def test_no_text(node: Node | None) -> None:
    """A list or fields are no text."""
    assert text_of(node) is None


def test_plain_of_nothing() -> None:
    """Nothing stays nothing."""
    assert plain(None) is None
