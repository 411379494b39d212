"""What differs between two headers, as values that can be said in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Alteration:
    """One difference.

    Attributes:
        field: name of the field, `liens.formulaires`, `entrees[2]` for an item or `entrees[2].de`
            for a cell.
        before: None when it was not there, empty when it held nothing.
        after: None when it is removed, empty when it holds nothing.
        item: whether it is one item of a list or row of a table.
    """

    field: str
    before: str | None
    after: str | None
    item: bool = False


def alterations(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Alteration]:
    """Yield the differences, in the order of the new header."""
    for name in dict.fromkeys([*after, *before]):
        yield from _between(str(name), before.get(name), after.get(name))


def _between(field: str, old: Any, new: Any) -> Iterator[Alteration]:
    if isinstance(old, Mapping) or isinstance(new, Mapping):
        olds = old if isinstance(old, Mapping) else {}
        news = new if isinstance(new, Mapping) else {}
        for name in dict.fromkeys([*news, *olds]):
            yield from _between(f"{field}.{name}", olds.get(name), news.get(name))
    elif isinstance(old, list) or isinstance(new, list):
        yield from _items(field, _listed(old), _listed(new))
    elif _words(old) != _words(new):
        yield Alteration(field, _words(old), _words(new))


def _listed(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [value] if value not in (None, "") else []


def _items(field: str, old: list[Any], new: list[Any]) -> Iterator[Alteration]:
    from difflib import SequenceMatcher

    olds, news = [_words(item) for item in old], [_words(item) for item in new]
    for step, first, last, start, end in SequenceMatcher(
        None, olds, news, autojunk=False
    ).get_opcodes():
        if step == "equal":
            continue
        pairs = min(last - first, end - start)
        for at in range(pairs):
            yield from _between(f"{field}[{start + at + 1}]", old[first + at], new[start + at])
        for at in range(first + pairs, last):
            yield Alteration(field, olds[at], None, item=True)
        for at in range(start + pairs, end):
            yield Alteration(field, None, news[at], item=True)


def _words(value: Any) -> str:
    """Return a value on one line, a row with its cells between semicolons."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return " ; ".join(_words(cell) for cell in value.values())
    if isinstance(value, list):
        return ", ".join(_words(item) for item in value)
    return " ".join(str(getattr(value, "value", value)).split())
