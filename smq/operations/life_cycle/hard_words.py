"""Words that no editorial correction may touch: numbers, dates, codes, people and negations."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from smq.links.folding import fold
from smq.model import Settings

_SMALL = "à|et|ou|de|des|du|en|au|aux|le|la|les|par|sur|pour|puis|and|or|of|to|in|on|for"
_NUMBER = re.compile(
    r"[+±-]?\d+(?:[ \u00a0\u202f.,/:h-]\d+)*"
    rf"(?:\s?(?!(?:{_SMALL})\b)[%‰°µμΩ]?[^\W\d_]{{1,4}}(?![^\W\d_])|\s?[%‰°])?"
)
"""With its unit: 5 mL is not 5 µL."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NUMBERS = """
    zero deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    vingt trente quarante cinquante soixante cent cents mille million millions demi demie premier
    premiere second seconde troisieme quatrieme cinquieme double triple
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred
    thousand half first third
"""
_DATES = """
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    jour jours semaine semaines mois an ans annee annees heure heures minute minutes trimestre
    trimestres semestre semestres quotidien hebdomadaire mensuel trimestriel semestriel annuel
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    day days week weeks month months year years hour hours daily weekly monthly yearly
"""
_DENYING = """
    ne pas non jamais aucun aucune sans sauf not never no none without except
"""
_SPELLED = frozenset((_NUMBERS + _DATES + _DENYING).split())
"""Folded; «un» and «une» are articles far more often than numbers."""


def hard_words(text: str, settings: Settings) -> tuple[str, ...]:
    """Return the numbers, dates, codes and people of a text, in its order.

    Dates, numbers and spans of time in letters count, and so does what denies a sentence.

    Args:
        text: as written.
        settings: of the platform, for its codes and people.
    """
    return tuple(word for _start, word in sorted(_found(normalize("NFC", text), settings)))


def _found(text: str, settings: Settings) -> Iterator[tuple[int, str]]:
    for start, end, code in settings.codification.find(text):
        yield start, code.text
        # Its letters and digits are no words and no numbers of their own.
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    for number in _NUMBER.finditer(text):
        yield number.start(), "".join(number[0].split())
    names = {fold(name) for person in settings.people for name in _names_of(person.spoken_name)}
    for word in _WORD.finditer(text):
        folded = fold(word[0])
        if folded in _SPELLED or folded in names:
            yield word.start(), folded


def _names_of(name: str) -> Iterator[str]:
    for part in name.split():
        if len(part) > 2:
            yield part
