"""The readable part of file names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.slug import LONGEST, slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Traiter une prestation, de la demande à la facture", None),
        ("Maîtriser l’œuvre d’Élodie", "maitriser-l-oeuvre-d-elodie"),
        ("Straße & Ærø – « Łódź »", "strasse-aero-lodz"),
        ("Ma\u0302itriser", "maitriser"),
        ("Volumes en µL", "volumes-en-ul"),
        ("CON", "con-document"),
        ("LPT1", "lpt1-document"),
        ("Contrats", "contrats"),
        ("日本語", "document"),
        ("", "document"),
    ],
)
def test_title_to_slug(title: str, expected: str | None) -> None:
    """A title becomes small ASCII words joined by dashes."""
    assert slug(title) == (expected or "traiter-une-prestation-de-la-demande-a-la-facture")


def test_cut_at_a_word() -> None:
    """A long title loses whole words, never half of one."""
    title = "Conserver les échantillons remis par les usagers pendant toute la durée"

    assert slug(title) == "conserver-les-echantillons-remis-par-les-usagers-pendant"


def test_one_endless_word_is_cut() -> None:
    """A word that is too long by itself is cut, so that the name fits."""
    assert slug("a" * 80) == "a" * LONGEST


@given(st.text())
def test_always_a_portable_name(title: str) -> None:
    """Whatever the title, the slug is portable, and the slug of a slug is itself."""
    made = slug(title)

    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST
    assert not re.fullmatch(r"con|prn|aux|nul|(?:com|lpt)[0-9]", made)
    assert slug(made) == made
