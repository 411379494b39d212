"""The grammar of `si`, `ou` and `expr`: closed, with an answer or a sentence for every text."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smq.errors import SmqError
from smq.expressions import holds

NAMES: dict[str, object] = {
    "activites": ("prestation", "formation"),
    "risques": (),
    "accompagnement": True,
    "visas": "papier",
    "effectif": 3,
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (None, True),
        ("accompagnement", True),
        ("not accompagnement", False),
        ("true", True),
        ("false", False),
        ("prestation in activites", True),
        ("'prestation' in activites", True),
        ('"rd" in activites', False),
        ("rd not in activites", True),
        ("prestation not in activites", False),
        ("laser in risques", False),
        ("visas == papier", True),
        ("visas == 'courriel'", False),
        ("visas != courriel", True),
        ("effectif < 3", False),
        ("effectif <= 3", True),
        ("effectif > 2", True),
        ("effectif >= 4", False),
        ("3 == effectif", True),
        ("effectif>2and effectif<4", True),
    ],
)
def test_every_operator(condition: str | None, expected: bool) -> None:
    """Each operator of the grammar does what its sign says."""
    assert holds(condition, NAMES) is expected


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("true or false and false", True),
        ("(true or false) and false", False),
        ("not false or true", True),
        ("not (false or true)", False),
        ("not false and false", False),
        ("not not true", True),
        ("not rd in activites", True),
        ("false and false or true", True),
        ("((((true))))", True),
    ],
)
def test_precedence(condition: str, expected: bool) -> None:
    """`not` binds before `and`, `and` before `or`, parentheses before all."""
    assert holds(condition, NAMES) is expected


@pytest.mark.parametrize(
    ("condition", "near"),
    [
        ("", ""),
        ("prestation in", "in"),
        ("prestation activites", "activites"),
        ("prestation in visas", "visas"),
        ("(true", "true"),
        ("true)", ")"),
        ("true and", "and"),
        ("in activites", "in"),
        ("rd not activites", "activites"),
        ("visas = papier", "= papier"),
        ("visas < 3", "3"),
        ("len(activites)", "("),
        ("activites[0]", "[0]"),
        ("__import__('os')", "("),
        ("visas.upper == x", ".upper == x"),
        ("'ouvert", "'ouvert"),
        ("prestation in activites; true", "; true"),
        ("risques + 1", "1"),
    ],
)
def test_what_is_not_of_the_grammar(condition: str, near: str) -> None:
    """The sentence quotes the condition and the place where it is not understood."""
    with pytest.raises(SmqError) as refused:
        holds(condition, NAMES)

    assert refused.value.values == {"condition": condition, "near": near}


def test_a_fault_after_the_answer_is_known_is_seen() -> None:
    """The second half is read even when the first half decides."""
    with pytest.raises(SmqError):
        holds("true or prestation in visas", NAMES)


@pytest.mark.parametrize("nest", ["not " * 5000 + "true", "(" * 5000 + "true" + ")" * 5000])
def test_nesting_ends(nest: str) -> None:
    """A stranger's condition does not exhaust the stack."""
    with pytest.raises(SmqError):
        holds(nest, NAMES)


def test_a_long_flat_condition_is_no_nesting() -> None:
    """Depth is counted, not length: what is closed is closed."""
    assert holds(" and ".join(["not (false)"] * 200), NAMES) is True


def test_a_number_without_end() -> None:
    """A long number is a number."""
    assert holds(f"effectif < {'9' * 5000}", NAMES) is True


VOCABULARY = (
    "in not and or ( ) == != < <= > >= true false activites visas effectif prestation 'a' \"b\" 3"
    " é . , ; [ ] { } + = ! ' __class__ eval lambda"
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(deadline=None, derandomize=True)
@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_any_text_has_an_answer_or_a_sentence(condition: str) -> None:
    """Nothing but True, False or our own error ever comes out."""
    with contextlib.suppress(SmqError):
        assert holds(condition, NAMES) in (True, False)
