"""Words that no correction touches."""

import pytest

from smq.operations.life_cycle.hard_words import hard_words
from tests.conftest import Repo


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peser l’échantillon.", []),
        ("Rendre sous 5 jours.", ["5", "jours"]),
        ("Verser 5 mL, puis 12,5 µL.", ["5mL", "12,5µL"]),
        ("Chauffer à -20 °C ± 2 %.", ["-20°C", "2%"]),
        ("Le 01/03/2027 à 14h30.", ["01/03/2027", "14h30"]),
        ("Le 1 000 000e échantillon.", ["1000000e"]),
        ("Voir PRE-MOP-001.", ["PRE-MOP-001"]),
        ("Tous les deux mois, sauf en août.", ["deux", "mois", "sauf", "aout"]),
        ("Ne jamais ouvrir.", ["ne", "jamais"]),
        ("Demander à Claire Fontaine.", ["claire", "fontaine"]),
        ("Demander à M. MARCHAL.", ["marchal"]),
        ("L’une des pièces, une seule.", []),
    ],
)
def test_what_is_weighed(repo: Repo, text: str, found: list[str]) -> None:
    """Numbers with their unit, dates, codes, people, negations; in the order of the text."""
    assert list(hard_words(text, repo.system().settings)) == found
