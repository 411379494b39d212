"""The readable part of a file name, made from a title; pure (`contracts.md` §5 and §12)."""

import re
from functools import lru_cache
from unicodedata import normalize

LONGEST = 60
"""Characters of a slug, cut at a word: a code before it still fits every shared drive."""

_FALLBACK = "document"
_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "µ": "u",
        "μ": "u",
    }
)
_BETWEEN = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


@lru_cache(maxsize=256)
def slug(title: str) -> str:
    """Return a title as small ASCII letters, digits and single dashes, never empty.

    At most 60 characters, cut at a word; a name that Windows reserves gets a word more.
    """
    bare = normalize("NFKD", title.casefold().translate(_LETTERS)).translate(_LETTERS)
    words = _BETWEEN.sub("-", _without_marks(bare)).strip("-")
    cut = _cut(words) or _FALLBACK
    return f"{cut}-{_FALLBACK}" if _RESERVED.fullmatch(cut) else cut


def _without_marks(text: str) -> str:
    """Return the text without the accents that decomposition set apart: they part no word."""
    return re.sub(r"[\u0300-\u036f]", "", text)


def _cut(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    head, dash, _rest = words[: LONGEST + 1].rpartition("-")
    return head if dash else words[:LONGEST]
