"""Which writings of a name are one person."""

import pytest

from smq.model import Person, Settings

PEOPLE = Settings(
    name="P",
    people=(
        Person("P01", "Anaïs Œuvrard"),
        Person("P02", "Solène Dupré-Martin"),
        Person("P03", "P03", private_name="Zoé Petit"),
    ),
)


@pytest.mark.parametrize(
    ("word", "person"),
    [
        ("P01", "P01"),
        ("Anaïs Œuvrard", "P01"),
        ("anais oeuvrard", "P01"),
        ("OEUVRARD Anaïs", "P01"),
        ("Mme Anaïs Œuvrard", "P01"),
        ("DUPRE MARTIN Solene", "P02"),
        ("Petit Zoé", "P03"),
    ],
)
def test_spelling_and_order_hide_nobody(word: str, person: str) -> None:
    """Case, accents, ligatures, dashes, order and a civility do not make somebody else."""
    found = PEOPLE.person(word)

    assert found is not None
    assert found.id == person


@pytest.mark.parametrize("word", ["Œuvrard", "Anaïs", "Solène Œuvrard", "P1", "", "–", None])
def test_less_than_a_name_is_nobody(word: str | None) -> None:
    """Part of a name, or a mix of two, may be somebody else."""
    assert PEOPLE.person(word) is None
