"""What a criterion lacked and no longer does, and what it lacks since."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from smq.model.coverage import Lack

_COUNT = "count"
"""Value of a sentence that says how many of the same things are missing."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """What became of what was missing.

    Attributes:
        gone: what was missing and no longer is.
        come: what is missing and was not.
        moved: what still is, in another number: before, now.
    """

    gone: tuple[Lack, ...] = ()
    come: tuple[Lack, ...] = ()
    moved: tuple[tuple[Lack, Lack], ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything changed."""
        return bool(self.gone or self.come or self.moved)

    @property
    def step(self) -> int:
        """Return 1 when only less is missing, -1 when only more is, 0 else."""
        fewer = [_count(now) < _count(was) for was, now in self.moved]
        less = bool(self.gone) or any(fewer)
        more = bool(self.come) or not all(fewer)
        return less - more


def lacking(before: Iterable[Lack], now: Iterable[Lack]) -> Lacking:
    """Return what became of what was missing; the way to mend it is no part of it.

    Args:
        before: what was missing; what one stands for counts too.
        now: what is missing.
    """
    old, new = _by_sense(before), _by_sense(now)
    return Lacking(
        gone=tuple(lack for sense, lack in old.items() if sense not in new),
        come=tuple(lack for sense, lack in new.items() if sense not in old),
        moved=tuple(
            (old[sense], lack)
            for sense, lack in new.items()
            if sense in old and _count(old[sense]) != _count(lack)
        ),
    )


def _by_sense(lacks: Iterable[Lack]) -> Mapping[Hashable, Lack]:
    found: dict[Hashable, Lack] = {}
    for lack in _whole(lacks):
        found.setdefault(_sense(lack), lack)
    return found


def _whole(lacks: Iterable[Lack]) -> Iterator[Lack]:
    for lack in lacks:
        if lack.more:
            yield from lack.rest
        else:
            yield lack


def _sense(lack: Lack) -> Hashable:
    """Return what a lack says, whatever the number of the same things."""
    said = ((name, str(value)) for name, value in lack.values.items())
    return lack.message, tuple(sorted(one for one in said if one[0] != _COUNT))


def _count(lack: Lack) -> int:
    value = lack.values.get(_COUNT)
    return value if isinstance(value, int) else 0
