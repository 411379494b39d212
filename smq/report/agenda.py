"""What comes due, month by month: text, JSON, CSV."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from smq.coaching.wording import unreadable_date
from smq.i18n import Translator, _
from smq.model.due import Due, is_near
from smq.registers.unreadable import UnreadableDate
from smq.report.csv_table import csv_table
from smq.report.line import Line

MONTHS = (
    *(_("January {year}"), _("February {year}"), _("March {year}"), _("April {year}")),
    *(_("May {year}"), _("June {year}"), _("July {year}"), _("August {year}")),
    *(_("September {year}"), _("October {year}"), _("November {year}"), _("December {year}")),
)
"""Titles of the months (msgids), January first."""
HEADERS = (_("Date"), _("What"), _("Who"), _("About"), _("Kind"), _("File"), _("Line"))
"""Titles of the columns (msgids)."""
_STYLES = {"overdue": "error", "near": "warning", "to_come": ""}


def title(one: Due, translate: Translator) -> str:
    """Return what is due, in words."""
    return translate(one.title, **one.values)


def lines(
    dates: Sequence[Due],
    today: date,
    last: date | None,
    translate: Translator,
    unreadable: Sequence[UnreadableDate] = (),
) -> Iterator[Line]:
    """Yield what is overdue, then each month with its dates, then one sentence.

    Args:
        dates: the earliest first.
        today: the date at which everything is judged.
        last: end of the days looked at; None when only what is overdue was asked for.
        translate: the language.
        unreadable: what announces a date and says none.
    """
    if unreadable:
        yield Line.of(translate(_("Dates to correct")), "title")
        for cell in unreadable:
            yield Line.of(f"  {unreadable_date(cell, translate)}", "error")
        yield Line.of()

    def heading(one: Due) -> str:
        if one.date < today:
            return translate(_("Overdue"))
        return translate(MONTHS[one.date.month - 1], year=one.date.year)

    for text, group in groupby(dates, heading):
        yield Line.of(text, "title")
        for one in group:
            said = [title(one, translate), one.name or "", one.ref]
            line = f"  {translate.date(one.date)}  {' · '.join(part for part in said if part)}"
            yield Line.of(line, _STYLES[state(one, today)])
        yield Line.of()
    yield Line.of(_closing(dates, today, last, translate))


def state(one: Due, today: date) -> str:
    """Return `overdue`, `near` (its first warning was given) or `to_come`."""
    if one.date < today:
        return "overdue"
    return "near" if is_near(one, today) else "to_come"


def as_json(
    dates: Sequence[Due], today: date, last: date | None, platform: str, translate: Translator
) -> str:
    """Return the dates as JSON text; keys and states are English in every language."""
    content = {
        "platform": platform,
        "date": today.isoformat(),
        "until": last.isoformat() if last else None,
        "dates": [
            {
                "date": one.date.isoformat(),
                "state": state(one, today),
                "days": (one.date - today).days,
                "kind": one.kind,
                "title": title(one, translate),
                "person": one.person,
                "name": one.name,
                "areas": [*one.areas],
                "ref": one.ref,
                "path": one.location.path,
                "line": one.location.line,
                "warnings": [*one.warnings],
            }
            for one in dates
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_csv(dates: Sequence[Due], translate: Translator) -> bytes:
    """Return the dates as a French Excel opens them; days in ISO, which any spreadsheet sorts."""
    rows = (
        (
            one.date.isoformat(),
            title(one, translate),
            one.name or "",
            one.ref,
            one.kind,
            one.location.path,
            str(one.location.line or ""),
        )
        for one in dates
    )
    return csv_table([translate(header) for header in HEADERS], rows)


def _closing(dates: Sequence[Due], today: date, last: date | None, translate: Translator) -> str:
    overdue = sum(one.date < today for one in dates)
    parts = []
    if last is not None:
        later = sum(one.date > max(last, today) for one in dates)
        parts.append(
            translate.plural(
                _("{count} date until {until}"),
                _("{count} dates until {until}"),
                len(dates) - overdue - later,
                until=last,
            )
        )
        if later:
            parts.append(
                translate.plural(
                    _("{count} later to prepare now"), _("{count} later to prepare now"), later
                )
            )
    if overdue or last is None:
        parts.append(translate.plural(_("{count} overdue"), _("{count} overdue"), overdue))
    return ", ".join(parts) + "."
