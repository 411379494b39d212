"""Compares titles, file names and headings as a reader does, whatever was typed."""

from unicodedata import category, normalize

_UNIFIED = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ′＇´`", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **{"œ": "oe", "æ": "ae"},
    }
)


def fold(text: str) -> str:
    """Return a text as it is compared.

    It has no case, accents or ligatures, one apostrophe, one dash and single spaces.
    """
    folded = text.casefold()
    if not folded.isascii():
        bare = (c for c in normalize("NFD", folded) if category(c) != "Mn")
        folded = normalize("NFC", "".join(bare))
    return " ".join(folded.translate(_UNIFIED).split())


def letters(text: str) -> str:
    """Return the letters and digits of a folded text: what a heading and its anchor share."""
    return "".join(c for c in fold(text) if c.isalnum())
