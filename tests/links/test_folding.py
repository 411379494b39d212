"""Comparison of titles, and the search for a near code."""

from hypothesis import given
from hypothesis import strategies as st

from smq.links import fold, letters, near_code
from tests.links.factory import document, system


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


def test_folding_unifies_what_typing_varies() -> None:
    """Case, accents, apostrophes, dashes and spaces do not tell titles apart."""
    assert fold("L’Évaluation –\u00a0 Bilan ") == "l'evaluation - bilan"
    assert fold("Mise en Œuvre, ex æquo") == "mise en oeuvre, ex aequo"


def test_letters_of_a_heading_and_its_anchor() -> None:
    """A heading and the anchor that a forge makes of it have the same letters."""
    assert letters("Domaine d’application") == letters("domaine-dapplication")


def test_one_wrong_digit_among_many_codes() -> None:
    """The one code that differs by a digit is named; several, or another series, name none."""
    numbers = (*range(1, 100), *range(300, 601))
    large = system(*(document(f"PRE-PRO-{number:03}") for number in numbers if number != 512))

    assert near_code(large, "PRE-PRO-512") is None, "any of 27 may be meant"
    assert near_code(system(document("PRE-PRO-412")), "PRE-PRO-312") == "PRE-PRO-412"
    assert near_code(large, "PRE-PRO-612") is None, "beyond the last"
    assert near_code(large, "DOC-PRO-017") is None, "another process is no slip"
    assert near_code(large, "PRE-FOR-099") is None


def test_what_is_no_code_is_compared_with_the_numbers_alone() -> None:
    """Another case or one odd character of the number; never another process or type."""
    small = system(document("PRE-FOR-009"), document("DOC-PRO-001"))

    assert near_code(small, "pre-for-009") == "PRE-FOR-009"
    assert near_code(small, "PRE-FOR-0O9") == "PRE-FOR-009"
    assert near_code(small, "PRX-FOR-009") is None
    assert near_code(small, "DOC-PRE-001") is None
