"""How far a platform was, version after version: a coverage replayed over its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from smq.model.coverage import Verdict
from smq.model.finding import Word
from smq.model.referential import Nature


@dataclass(frozen=True, slots=True)
class Version:
    """A version recorded in git.

    Attributes:
        commit: its full name.
        day: when it was recorded.
        tags: names that people gave it, sorted.
    """

    commit: str
    day: date
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many criteria of one nature have each verdict.

    Attributes:
        verdicts: each verdict → how many.
        awaiting: of those not satisfied, how many await the answer of a person.
    """

    verdicts: Mapping[Verdict, int]
    awaiting: int = 0

    @property
    def total(self) -> int:
        """Return how many criteria there are."""
        return sum(self.verdicts.values())


@dataclass(frozen=True, slots=True)
class Point:
    """A platform as it was at a version, judged on the day when that version was recorded.

    Attributes:
        version: which.
        referential_version: of the referential that it held.
        tallies: nature → its counts; the natures never mix in a total.
        documents: how many it had, withdrawn ones left out.
        in_force: of them, how many had a version in force.
        unread: paths of files that could not be read: what they hold is in no verdict.
    """

    version: Version
    referential_version: str
    tallies: Mapping[Nature, Tally]
    documents: int
    in_force: int
    unread: tuple[str, ...] = ()

    @property
    def criteria(self) -> int:
        """Return how many criteria were asked."""
        return sum(tally.total for tally in self.tallies.values())


@dataclass(frozen=True, slots=True)
class Skipped:
    """A version that could not be judged.

    Attributes:
        version: which.
        reason: why (msgid).
        values: fill it.
    """

    version: Version
    reason: Word
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Trajectory:
    """A coverage over the history.

    Attributes:
        platform: its name.
        by: `month` or `tag`.
        referential: its name.
        title: of the referential.
        notice: what every output that shows it must say.
        stage: whose criteria were judged, None for all.
        area: technical unit looked at, None for all.
        points: in the order of time.
        skipped: versions that could not be judged, in the same order.
        without: first days of the months, between the first version and the last, in which nothing
            was recorded.
        unknown_before: this copy of the repository knows nothing before that day; None where it is
            whole.
    """

    platform: str
    by: str
    referential: str
    title: str
    notice: str
    stage: str | None
    area: str | None
    points: tuple[Point, ...]
    skipped: tuple[Skipped, ...] = ()
    without: tuple[date, ...] = ()
    unknown_before: date | None = None

    @property
    def changes(self) -> tuple[tuple[Point, Point], ...]:
        """Return each point, after the one before it, where what is asked is no longer the same.

        It is when the referential has another version or another number of criteria.
        """
        return tuple(
            (before, after)
            for before, after in pairwise(self.points)
            if (before.referential_version, before.criteria)
            != (after.referential_version, after.criteria)
        )
