"""A trajectory as text, JSON and CSV."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from smq.i18n import Translator, _
from smq.model.coverage import Verdict
from smq.model.referential import Nature
from smq.model.trajectory import Point, Trajectory
from smq.report.coverage_json import STAGES
from smq.report.csv_table import csv_table
from smq.report.line import Line
from smq.report.trajectory_words import (
    STATES,
    TITLE,
    about,
    counts,
    nature_words,
    natures,
    notes,
    period,
    short,
    states_shown,
)

_WIDTH = 20
_MARKS = "█▒··"
_BY = {"month": _("Month"), "tag": _("Tag")}


def lines(trajectory: Trajectory, translate: Translator) -> Iterator[Line]:
    """Yield the versions, then a table for each nature: they never mix; then what to know."""
    yield Line.of(translate(TITLE, platform=trajectory.platform), "title")
    yield from (Line.of(said) for said in about(trajectory, translate))
    yield Line.of()
    yield from _versions(trajectory, translate)
    for nature in natures(trajectory):
        yield Line.of()
        yield from _counts(trajectory, nature, translate)
    said = tuple(notes(trajectory, translate))
    if said:
        yield Line.of()
    yield from (Line.of(note, "hint") for note in said)


def as_json(trajectory: Trajectory, translate: Translator) -> str:
    """Return the trajectory as JSON text; keys and enumerations are English in every language."""
    stage = trajectory.stage
    content = {
        "platform": trajectory.platform,
        "by": trajectory.by,
        "referential": trajectory.referential,
        "title": trajectory.title,
        "notice": trajectory.notice,
        "stage": "all" if stage is None else STAGES.get(stage, stage),
        "area": trajectory.area,
        "points": [_point(point) for point in trajectory.points],
        "skipped": [
            {
                "revision": one.version.commit,
                "date": one.version.day.isoformat(),
                "tags": [*one.version.tags],
                "reason": translate(one.reason, **one.values),
            }
            for one in trajectory.skipped
        ],
        "months_without_version": [f"{day:%Y-%m}" for day in trajectory.without],
        "unknown_before": (
            trajectory.unknown_before.isoformat() if trajectory.unknown_before else None
        ),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_csv(trajectory: Trajectory, translate: Translator) -> bytes:
    """Return one row a point, as a French Excel opens it and draws it."""
    shown = [
        (nature, state)
        for nature in natures(trajectory)
        for state in states_shown(trajectory, nature)
    ]
    header = [
        *_head(trajectory, translate),
        *(
            f"{nature_words(nature, translate)} – {translate(STATES[state])}"
            for nature, state in shown
        ),
    ]
    rows = (
        [
            f"{point.version.day:%Y-%m}"
            if trajectory.by == "month"
            else period(point.version, trajectory.by, translate),
            point.version.day.isoformat(),
            *_facts(point),
            *(str(counts(point.tallies.get(nature))[state]) for nature, state in shown),
        ]
        for point in trajectory.points
    )
    return csv_table(header, rows)


def _head(trajectory: Trajectory, translate: Translator) -> list[str]:
    """Return the titles of the columns that say which version a row is."""
    titles = (
        *(_BY[trajectory.by], _("Date"), _("Version"), _("Criteria")),
        *(_("Documents in force"), _("Documents")),
    )
    return [translate(title) for title in titles]


def _facts(point: Point) -> list[str]:
    facts = point.criteria, point.in_force, point.documents
    return [short(point.version.commit), *map(str, facts)]


def _versions(trajectory: Trajectory, translate: Translator) -> Iterator[Line]:
    rows = [
        [
            period(point.version, trajectory.by, translate),
            translate.date(point.version.day),
            *_facts(point),
        ]
        for point in trajectory.points
    ]
    yield from _table(_head(trajectory, translate), rows, left=3)


def _counts(trajectory: Trajectory, nature: Nature, translate: Translator) -> Iterator[Line]:
    yield Line.of(nature_words(nature, translate), "title")
    shown = states_shown(trajectory, nature)
    header = [
        translate(_BY[trajectory.by]),
        " " * _WIDTH,
        *(translate(STATES[state]).capitalize() for state in shown),
    ]
    rows = []
    for point in trajectory.points:
        counted = counts(point.tallies.get(nature))
        cells = [str(counted[state]) for state in shown]
        rows.append([period(point.version, trajectory.by, translate), _bar(counted), *cells])
    yield from _table(header, rows, left=2)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> Iterator[Line]:
    """Yield rows under their header; the first cells stand left, numbers right."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        placed = (
            cell.ljust(width) if index < left else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
        )
        return f"  {'  '.join(placed)}".rstrip()

    yield Line.of(line(header), "hint")
    yield from (Line.of(line(row)) for row in rows)


def _bar(counted: Sequence[int]) -> str:
    """Return a bar of 20 characters: satisfied, partial, the rest of what is applicable."""
    applicable = counted[: len(_MARKS)]
    total = sum(applicable)
    if not total:
        return " " * _WIDTH
    cells, seen = "", 0
    for mark, count in zip(_MARKS, applicable, strict=True):
        seen += count
        cells += mark * (round(_WIDTH * seen / total) - len(cells))
    return cells


def _point(point: Point) -> dict[str, Any]:
    return {
        "month": f"{point.version.day:%Y-%m}",
        "date": point.version.day.isoformat(),
        "revision": point.version.commit,
        "tags": [*point.version.tags],
        "referential_version": point.referential_version,
        "criteria": point.criteria,
        "counts_by_nature": {
            nature.value: {v.value: tally.verdicts.get(v, 0) for v in Verdict}
            for nature, tally in point.tallies.items()
        },
        "awaiting_answer": sum(tally.awaiting for tally in point.tallies.values()),
        "documents": point.documents,
        "documents_in_force": point.in_force,
        "unread": [*point.unread],
    }
