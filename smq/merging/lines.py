"""Joins two texts that grew from one, line by line (the «diff3» of git and others).

Written here and not asked of git, because the texts in conflict are wanted apart: git writes them
between signs that a text may hold itself, such as the line under a title.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Clash(NamedTuple):
    """Lines that both sides changed, each in its way.

    Attributes:
        base, mine, theirs: lines with their ends.
        at: how many lines of mine stand before.
    """

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    at: int


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their ends; the signs that Unicode calls line ends are not.

    An editor does not count them, and neither does the reader of headers.
    """
    return _LINE.findall(text)


def joined_lines(
    base: Sequence[str],
    mine: Sequence[str],
    theirs: Sequence[str],
    settle: Callable[[Clash], Sequence[str]],
) -> list[str]:
    """Return the lines that hold what both sides changed.

    Args:
        base: as both knew them.
        mine: as they are here.
        theirs: as the others have them.
        settle: the lines to keep of a clash.
    """
    done: list[str] = []
    before = (0, 0, 0)
    for start, length in _unchanged(base, mine, theirs):
        parts = [
            tuple(lines[begin:end])
            for lines, begin, end in zip((base, mine, theirs), before, start, strict=True)
        ]
        done += _joined(parts[0], parts[1], parts[2], before[1], settle)
        done += base[start[0] : start[0] + length]
        before = (start[0] + length, start[1] + length, start[2] + length)
    return done


def _joined(
    base: tuple[str, ...],
    mine: tuple[str, ...],
    theirs: tuple[str, ...],
    at: int,
    settle: Callable[[Clash], Sequence[str]],
) -> Sequence[str]:
    if mine in (theirs, base):
        return theirs
    if theirs == base:
        return mine
    head = _same_at_start(mine, theirs)
    tail = _same_at_start(mine[head:][::-1], theirs[head:][::-1])
    clash = Clash(base, mine[head : len(mine) - tail], theirs[head : len(theirs) - tail], at + head)
    return (*mine[:head], *settle(clash), *mine[len(mine) - tail :])


def _same_at_start(one: Sequence[str], other: Sequence[str]) -> int:
    for number, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return number
    return min(len(one), len(other))


def _unchanged(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[tuple[int, int, int], int]]:
    """Yield where lines stand on all three sides, and how many; the end is the last of them."""
    here, there = _matches(base, mine), _matches(base, theirs)
    left = right = 0
    while left < len(here) and right < len(there):
        one, other = here[left], there[right]
        start, end = max(one.a, other.a), min(one.a + one.size, other.a + other.size)
        if start < end:
            yield (start, one.b + start - one.a, other.b + start - other.a), end - start
        if one.a + one.size < other.a + other.size:
            left += 1
        else:
            right += 1
    yield (len(base), len(mine), len(theirs)), 0


def _matches(base: Sequence[str], side: Sequence[str]) -> list[Match]:
    return SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
