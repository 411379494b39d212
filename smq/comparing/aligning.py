"""Which things of one list are those of another, when some changed, came or went."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

T = TypeVar("T")

Pair = tuple[int | None, int | None]
"""Place in the earlier list and in the later one; None where there is none."""

_MOST = 2_500
"""Pairs looked at in one passage; beyond, things are taken in their order."""


def aligned(
    olds: Sequence[T],
    news: Sequence[T],
    key: Callable[[T], Hashable],
    alike: Callable[[T, T], float],
    least: float,
) -> list[Pair]:
    """Return pairs in an order that keeps that of both lists; everything stands in one pair.

    Args:
        olds: earlier.
        news: later.
        key: by which two are the same.
        alike: how much two resemble each other, from 0 to 1.
        least: from which they are taken for one that changed.
    """
    found: list[Pair] = []
    old_keys, new_keys = [key(one) for one in olds], [key(one) for one in news]
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for step, first, last, start, end in matcher.get_opcodes():
        if step == "equal":
            found += [(first + n, start + n) for n in range(last - first)]
            continue
        pairs = _likest(olds[first:last], news[start:end], alike, least)
        found += [
            (None if i is None else first + i, None if j is None else start + j) for i, j in pairs
        ]
    return found


def _likest(
    olds: Sequence[T], news: Sequence[T], alike: Callable[[T, T], float], least: float
) -> list[Pair]:
    """Return the pairs that resemble each other most, in order, and those left between them."""
    if len(olds) * len(news) > _MOST:
        kept = [
            (n, n) for n in range(min(len(olds), len(news))) if alike(olds[n], news[n]) >= least
        ]
        return _filled(kept, len(olds), len(news))
    best = [[0.0] * (len(news) + 1) for _row in range(len(olds) + 1)]
    scores = [[alike(one, other) for other in news] for one in olds]
    for i in reversed(range(len(olds))):
        for j in reversed(range(len(news))):
            taken = scores[i][j] + best[i + 1][j + 1] if scores[i][j] >= least else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], taken)
    kept, i, j = [], 0, 0
    while i < len(olds) and j < len(news):
        if scores[i][j] >= least and best[i][j] == scores[i][j] + best[i + 1][j + 1]:
            kept.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return _filled(kept, len(olds), len(news))


def _filled(kept: Sequence[tuple[int, int]], olds: int, news: int) -> list[Pair]:
    found: list[Pair] = []
    i = j = 0
    for one, other in (*kept, (olds, news)):
        found += [(n, None) for n in range(i, one)]
        found += [(None, n) for n in range(j, other)]
        if one < olds:
            found.append((one, other))
        i, j = one + 1, other + 1
    return found


def moved(places: Sequence[int]) -> frozenset[int]:
    """Return which of these places left the order: those outside a longest rising row."""
    rows: list[list[int]] = []
    for place in places:
        rows.append([*_longest([row for row in rows if row[-1] < place]), place])
    return frozenset(places) - frozenset(_longest(rows))


def _longest(rows: Sequence[list[int]]) -> list[int]:
    found: list[int] = []
    for row in rows:
        found = row if len(row) > len(found) else found
    return found
