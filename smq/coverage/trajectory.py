"""Which versions of a history become points of a trajectory, and what a point holds; pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from smq.lifecycle import add_months, version_in_force
from smq.model import QualitySystem, Status
from smq.model.coverage import Coverage, Verdict
from smq.model.referential import Nature
from smq.model.trajectory import Point, Tally, Version


def by_month(line: Iterable[Version]) -> tuple[Version, ...]:
    """Return the last version of each month in which one was recorded, in the order of months.

    Args:
        line: versions, each after what it was made from: of two of one month the later one counts,
            whatever the clocks of the computers said within that month.
    """
    last = {_month(version.day): version for version in line}
    return tuple(last[month] for month in sorted(last))


def by_tag(line: Iterable[Version]) -> tuple[Version, ...]:
    """Return the versions that people gave a name, in their order."""
    return tuple(version for version in line if version.tags)


def between(
    versions: Iterable[Version], since: date | None, until: date | None
) -> tuple[Version, ...]:
    """Return the versions recorded from one day to another, both included; None = no limit."""
    return tuple(
        version
        for version in versions
        if (since is None or version.day >= since) and (until is None or version.day <= until)
    )


def months_without(versions: Sequence[Version]) -> tuple[date, ...]:
    """Return the first day of each month in which nothing was recorded.

    Args:
        versions: one a month, in order; only months between the first and the last are told.
    """
    known = [_month(version.day) for version in versions]
    whole = months_from(known[0], known[-1]) if known else ()
    return tuple(month for month in whole if month not in known)


def months_from(first: date, last: date) -> tuple[date, ...]:
    """Return the first day of each month from that of one day to that of another."""
    count = (last.year - first.year) * 12 + last.month - first.month
    return tuple(add_months(_month(first), ahead) for ahead in range(count + 1))


def point(
    version: Version, coverage: Coverage, system: QualitySystem, unread: tuple[str, ...] = ()
) -> Point:
    """Return what a trajectory keeps of a platform.

    Args:
        version: of which it is the state.
        coverage: judged on the day of that version.
        system: the platform, as it was.
        unread: paths of what could not be read in it.
    """
    living = [d for d in system.documents if d.status is not Status.WITHDRAWN]
    in_force = sum(version_in_force(document, system) is not None for document in living)
    natures = {assessment.nature for assessment in coverage.assessments}
    tallies = {nature: _tally(coverage, nature) for nature in Nature if nature in natures}
    asked = coverage.referential.version
    return Point(version, asked, tallies, len(living), in_force, unread)


def _tally(coverage: Coverage, nature: Nature) -> Tally:
    awaiting = sum(
        a.verdict is Verdict.UNSATISFIED and a.answer is None
        for a in coverage.assessments
        if a.nature is nature is Nature.DECLARED
    )
    return Tally({verdict: coverage.count(verdict, nature) for verdict in Verdict}, awaiting)


def _month(day: date) -> date:
    return day.replace(day=1)
