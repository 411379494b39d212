"""Two writings of a passage, word by word: what stays, what goes, what comes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.35
"""Below this likeness a passage was written anew: marks on each word would only confuse."""


class Change(StrEnum):
    """What became of something."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Part:
    """Words in a row that share a fate: SAME, ADDED or REMOVED."""

    text: str
    how: Change


def words(before: str, after: str) -> tuple[Part, ...]:
    """Return the parts of two writings, in order; neither loses anything (`old`, `new`)."""
    if before == after:
        return (Part(before, Change.SAME),) if before else ()
    olds, news = _TOKENS.findall(before), _TOKENS.findall(after)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    if not before or not after or matcher.ratio() < _ALIKE:
        return _joined([(before, Change.REMOVED), (after, Change.ADDED)])
    found: list[tuple[str, Change]] = []
    for step, first, last, start, end in _steps(matcher, olds):
        if step == "equal":
            found.append(("".join(olds[first:last]), Change.SAME))
        else:
            found.append(("".join(olds[first:last]), Change.REMOVED))
            found.append(("".join(news[start:end]), Change.ADDED))
    return _joined(found)


def old(parts: Iterable[Part]) -> str:
    """Return the writing before."""
    return "".join(part.text for part in parts if part.how is not Change.ADDED)


def new(parts: Iterable[Part]) -> str:
    """Return the writing after."""
    return "".join(part.text for part in parts if part.how is not Change.REMOVED)


def likeness(before: str, after: str) -> float:
    """Return how much of two writings is the same, from 0 to 1."""
    olds, news = before.split(), after.split()
    if not olds or not news:
        return float(olds == news)
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    # The first two are bounds, found at once.
    if matcher.real_quick_ratio() < 0.3 or matcher.quick_ratio() < 0.3:
        return 0.0
    return matcher.ratio()


def _steps(
    matcher: "SequenceMatcher[str]", olds: Sequence[str]
) -> list[tuple[str, int, int, int, int]]:
    """Return the steps, a space or a sign alone between two changes taken into them."""
    found: list[tuple[str, int, int, int, int]] = []
    steps = matcher.get_opcodes()
    for at, (step, first, last, start, end) in enumerate(steps):
        alone = 0 < at < len(steps) - 1 and not any(t.isalnum() for t in olds[first:last])
        kind = "replace" if step == "equal" and alone else step
        if found and kind != "equal" and found[-1][0] != "equal":
            _step, earlier, _last, begin, _end = found.pop()
            found.append(("replace", earlier, last, begin, end))
        else:
            found.append((kind, first, last, start, end))
    return found


def _joined(pieces: Sequence[tuple[str, Change]]) -> tuple[Part, ...]:
    kept = [(text, how) for text, how in pieces if text]
    return tuple(
        Part("".join(text for text, _how in group), how)
        for how, group in groupby(kept, key=lambda piece: piece[1])
    )
