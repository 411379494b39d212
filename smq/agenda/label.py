"""The road to the label in months: end of support, follow-ups, end of the label."""

from collections.abc import Iterator
from datetime import date

from smq.coaching.assessment import USUAL, self_assessment
from smq.coaching.calendar import SUPPORT
from smq.coaching.decision import Decision, decision_of
from smq.coaching.planning import next_evaluation
from smq.coaching.reading import MILESTONES
from smq.i18n import _
from smq.lifecycle import add_months
from smq.model import Location, QualitySystem
from smq.model.due import Due
from smq.model.table import Row

KIND = "label"
FOLLOW_UPS = (24, 48)
END = 72
RENEWAL = 60
"""Months after the decision."""
_MENDING = 3
"""Months that the self-assessment leaves before an evaluation."""
_BEFORE = (6, 3)
"""Months before a date at which people are told."""


def dates(system: QualitySystem) -> Iterator[Due]:
    """Yield the dates that follow from the letter of commitment and from the decision.

    Both days stand under `label` in smq.yaml, else in the rows `lettre` and `label` of the table
    `jalons`. What its rows plan or say done is not repeated: the agenda has it from there. Support
    ends between the usual and the longest time after the letter (`smq.coaching.calendar`). Without
    support, the letter leads to the self-assessment, until one is planned or held.
    """
    settings = system.settings.label
    decided = _day(settings.obtained, settings.at("obtention"), "label", system)
    if decided:
        yield from _of_label(*decided, system)
        return
    begun = _day(settings.engagement, settings.at("engagement"), "lettre", system)
    if begun is None or any(_done(row) for row in _rows("evaluation", system)):
        return
    if settings.coaching:
        yield _end_of_support(*begun)
    elif self_assessment(system) is None:
        yield _self_assessment(*begun, next_evaluation(system))


def _self_assessment(begun: date, place: Location, evaluation: date | None) -> Due:
    first, last = (add_months(begun, months) for months in USUAL)
    if evaluation:
        # What it finds is mended before evaluators come.
        last = min(last, add_months(evaluation, -_MENDING))
        first = min(first, last)
    return Due(
        date=last,
        kind=KIND,
        title=_("Self-assessment of the team, usual from {first} on"),
        ref="label:auto-evaluation",
        location=place,
        values={"first": first},
        warnings=_warnings(last, first),
    )


def _end_of_support(begun: date, place: Location) -> Due:
    first, last = (add_months(begun, months) for months in SUPPORT)
    return Due(
        date=last,
        kind=KIND,
        title=_("End of the support by the programme, usual from {first} on"),
        ref="label:accompagnement",
        location=place,
        values={"first": first},
        warnings=_warnings(last, first),
    )


def _of_label(decided: date, place: Location, system: QualitySystem) -> Iterator[Due]:
    known = sum(_day_of(row) >= decided for row in _rows("suivi", system))
    for number, months in enumerate(FOLLOW_UPS, 1):
        if number > known:
            day = add_months(decided, months)
            yield Due(
                date=day,
                kind=KIND,
                title=_("Follow-up {number} of the label, at {months} months"),
                ref=f"label:suivi-{number}",
                location=place,
                values={"number": number, "months": months},
                warnings=_warnings(day),
            )
    if not any(_day_of(row) >= decided and _done(row) for row in _rows("renouvellement", system)):
        end = add_months(decided, END)
        yield Due(
            date=end,
            kind=KIND,
            title=_("End of the label; renewal is prepared from {first} on"),
            ref="label:fin",
            location=place,
            values={"first": add_months(decided, RENEWAL)},
            warnings=_warnings(end, add_months(decided, RENEWAL)),
        )


def _warnings(day: date, first: date | None = None) -> tuple[int, ...]:
    """Return how many days before a date people are told."""
    told = [first] if first else []
    told += [add_months(day, -months) for months in _BEFORE]
    return tuple(sorted({(day - moment).days for moment in told}, reverse=True))


def _day(
    written: date | None, place: Location, type_: str, system: QualitySystem
) -> tuple[date, Location] | None:
    """Return a day of the settings, else of the last row of that type, with its place."""
    if written:
        return written, place
    rows = [
        row
        for row in _rows(type_, system)
        # A label that was refused runs from no day.
        if _done(row) and (type_ != "label" or not _refused(row))
    ]
    last = max(rows, key=_day_of, default=None)
    return (_day_of(last), last.at("date_reelle")) if last else None


def _rows(type_: str, system: QualitySystem) -> Iterator[Row]:
    return (row for row in system.rows(MILESTONES) if row.text("type").strip() == type_)


def _done(row: Row) -> bool:
    return row.day("date_reelle") is not None


def _refused(row: Row) -> bool:
    return decision_of(row.text("resultat")) is Decision.REFUSED


def _day_of(row: Row) -> date:
    """Return the day of a row: when it was, else when it is planned."""
    return row.day("date_reelle") or row.day("date_prevue") or date.min
