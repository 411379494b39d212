"""Reads settings that are given by type of document: periods of review, roles."""

from smq.i18n import _
from smq.load.fields import Reader
from smq.model import Items, Scalar, Word

MONTHS = Word(_("months such as 24, or 6 then 12 then 36: [6, 12, 36]"))


def by_type(reader: Reader) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return type → words, in the order of the file."""
    return tuple((name.text, reader.texts(name.text)) for name, _value in reader.fields.entries)


def review_steps(reader: Reader) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return type → months to the first review, then to each later one.

    A number alone never changes; of a list, each review that changes nothing takes the next step,
    and the last one stays.
    """
    return tuple(
        (name.text, steps)
        for name, _value in reader.fields.entries
        if (steps := _steps(reader, name.text))
    )


def _steps(reader: Reader, key: str) -> tuple[int, ...]:
    value = reader.node(key)
    if not isinstance(value, Items):
        months = reader.integer(key)
        return () if months is None else (months,)
    found = [_months(item) for item in value.items]
    if not found or 0 in found:
        reader.wrong(key, value, MONTHS)
        return ()
    return tuple(found)


def _months(item: object) -> int:
    """Return a number of months, 0 for what is none."""
    text = item.text.strip() if isinstance(item, Scalar) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else 0
