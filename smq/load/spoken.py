"""What people write where a date is meant, and words without what people write in two ways."""

import re
from datetime import date
from unicodedata import combining, normalize

from smq.load.fields import as_date

_TIME = re.compile(r"[ t][0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?$")
_NUMBERS = re.compile(r"([0-9]{1,2}) ?[/.\- ] ?([0-9]{1,2}) ?[/.\- ] ?([0-9]{4}|[0-9]{2})")
_WRITTEN = re.compile(
    r"(?:[a-z]+di |dimanche )?([0-9]{1,2})(?: ?er|st|nd|rd|th)?[ \-]([a-z]{3,})\.?[ \-]"
    r"([0-9]{4}|[0-9]{2})"
)
_MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)


def bare(typed: str) -> str:
    """Return a text without accents, apostrophes, capitals and the signs that end a sentence."""
    if not typed.isascii():
        typed = "".join(c for c in normalize("NFKD", typed.casefold()) if not combining(c))
    return " ".join(typed.casefold().replace("’", "").replace("'", "").rstrip(" .!…").split())


def spoken_date(text: str) -> date | None:
    """Return the date that a text means, None when it means none.

    Read: 2027-02-20, 20/02/2027, 20-2-27, 1er mars 2027, 1-mars-27; a time of day is left out.
    """
    iso = as_date(text)
    if iso:
        return iso
    said = _TIME.sub("", bare(text))
    try:
        if match := _NUMBERS.fullmatch(said):
            return date(_year(match[3]), int(match[2]), int(match[1]))
        if match := _WRITTEN.fullmatch(said):
            return date(_year(match[3]), month_of(match[2]), int(match[1]))
    except ValueError:
        return None
    return as_date(said)


def month_of(word: str) -> int:
    """Return the number of the one month that a word begins, 0 when none or several do."""
    found = [n for n, names in enumerate(_MONTHS, 1) if any(m.startswith(word) for m in names)]
    return found[0] if len(found) == 1 else 0


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
