"""French typography: spaces, apostrophes and quotes; never a word."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smq.render.typography import NBSP, french

texts = st.text(st.sampled_from("ab 5%:;!?«»'\"@/°C§M.é€\n" + NBSP + "\u202f"), max_size=40)
STRAIGHT = str.maketrans("’«»", '\'""')


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Durée : 5 jours ; fin !", "Durée~: 5~jours~; fin~!"),
        ("Pourquoi ?", "Pourquoi~?"),
        ("un seuil de 5 %", "un seuil de 5~%"),
        ("«mot» et « mot »", "«~mot~» et «~mot~»"),
        ("25 °C ± 2 °C, 5 µL, 10 cm²", "25~°C ±~2~°C, 5~µL, 10~cm²"),
        ("20 000 € et 1 234 567", "20~000~€ et 1~234~567"),
        ("n° 3, § 7.5", "n°~3, §~7.5"),
        ("M. Martin et Mme Roy", "M.~Martin et Mme~Roy"),
        ("à 12:30, voir http://a.fr", "à 12:30, voir http://a.fr"),
        ("Attention: pas touché", "Attention: pas touché"),
        ("en 2026 120 demandes", "en 2026 120 demandes"),
        ("5 mesures, 3 gels", "5 mesures, 3 gels"),
        ("déjà~: fait", "déjà~: fait"),
        ('l\'eau "dure"', "l’eau «~dure~»"),
        ("Réservation d'appareil", "Réservation d’appareil"),
        ("aujourd'hui", "aujourd’hui"),
        ('"Je dis "dure", "très dure".', '"Je dis «~dure~», «~très dure~».'),
        ('un écran de 24" et un de 27"', 'un écran de 24" et un de 27"'),
        ("3' 25\" et 'mot'", "3' 25\" et 'mot'"),
        ("voir http://a.fr/l'eau, d'o'neil@a.fr", "voir http://a.fr/l'eau, d'o'neil@a.fr"),
    ],
)
def test_spaces(written: str, shown: str) -> None:
    """Spaces before signs, inside quotes and before units do not break (~ is U+00A0)."""
    assert french(written.replace("~", NBSP)).replace(NBSP, "~") == shown


@given(texts)
@settings(deadline=None)
def test_nothing_but_spaces_and_quotes_changes(text: str) -> None:
    """Letters, digits and signs are the same, and in the same words."""
    changed, straight = french(text).translate(STRAIGHT), text.translate(STRAIGHT)

    assert re.sub(r"\s", "", changed) == re.sub(r"\s", "", straight)
    assert re.findall(r"\w+", changed) == re.findall(r"\w+", text)


@given(texts)
@settings(deadline=None)
def test_twice_is_once(text: str) -> None:
    """Setting a set text changes nothing."""
    assert french(french(text)) == french(text)


def test_pieces_of_a_sentence() -> None:
    """A word in bold cuts a sentence in pieces; each is set as in the whole."""
    assert french("«", following="mot") == f"«{NBSP}"
    assert french("»", preceding="mot") == f"{NBSP}»"
    assert french("mot", preceding="«", following="»") == "mot"
    assert french("l'", following="eau") == "l’"
    assert french("'eau", preceding="l") == "’eau"
