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


def test_letters_of_a_heading_and_its_anchor() -> None:
    """A heading and the anchor that a forge makes of it have the same letters."""
    assert letters("Domaine d’application") == letters("domaine-dapplication")


def test_one_wrong_digit_among_many_codes() -> None:
    """On a large platform the codes one slip away are compared, and the nearest is named."""
    large = system(*(document(f"PRE-PRO-{number:03}") for number in range(1, 601)))

    assert near_code(large, "PRE-PRO-9012") == "PRE-PRO-012"
    assert near_code(large, "DOC-PRO-017") is None, "another process is no slip"
    assert near_code(large, "PRE-FOR-999") is None


def test_a_small_platform_compares_all_codes() -> None:
    """The nearest of all codes is named, even several slips away."""
    small = system(document("PRE-FOR-009"), document("DOC-PRO-001"))

    assert near_code(small, "PRE-FOR-099") == "PRE-FOR-009"
