"""Reads whether the label was granted, in a closed set of words, as people write a decision."""

import re
from enum import Enum, auto

from smq.links.folding import fold

GRANTED = (
    *("accordé", "obtenu", "attribué", "octroyé", "décerné", "favorable", "labellisé", "positif"),
    *("granted", "awarded", "obtained", "favourable", "positive"),
)
REFUSED = (
    *("refusé", "ajourné", "défavorable", "rejeté", "reporté", "différé", "négatif", "retiré"),
    *("refused", "denied", "rejected", "postponed", "deferred", "adjourned", "unfavourable"),
    *("unfavorable", "negative", "withdrawn"),
)
_GRANTED = frozenset(fold(word) for word in GRANTED)
_REFUSED = frozenset(fold(word) for word in REFUSED)
_DENYING = frozenset({"non", "pas", "not", "aucun", "no", "sans"})
_WORD = re.compile(r"[^\W\d_]+")


class Decision(Enum):
    """What was decided of the label."""

    GRANTED = auto()
    REFUSED = auto()


def decision_of(text: str) -> Decision | None:
    """Return what a decision says of the label, None when it has no word of the set.

    A word that refuses wins over one that grants, «non accordé» refuses, and so does «non» alone.
    """
    words = _WORD.findall(fold(text))
    if any(_is_of(word, _REFUSED) for word in words) or (words and {*words} <= _DENYING):
        return Decision.REFUSED
    found = [place for place, word in enumerate(words) if _is_of(word, _GRANTED)]
    if not found:
        return None
    denied = any(set(words[max(place - 2, 0) : place]) & _DENYING for place in found)
    return Decision.REFUSED if denied else Decision.GRANTED


def _is_of(word: str, known: frozenset[str]) -> bool:
    """Return whether a word is one of the set, in the feminine or the plural too."""
    return any(word.removesuffix(end) in known for end in ("", "s", "e", "es"))
