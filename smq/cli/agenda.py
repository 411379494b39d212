"""`smq agenda`: everything that comes due."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smq import agenda
from smq.agenda.choosing import Span, of_area, of_kinds, of_person
from smq.cli import console
from smq.cli.delivering import check_place, chosen, deliver
from smq.cli.options import Out
from smq.cli.session import Session
from smq.cli.unread import say_unread
from smq.coaching.wording import unreadable_date
from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import add_months
from smq.links.folding import fold
from smq.model import QualitySystem, nearest
from smq.model.due import Due
from smq.report import agenda as report
from smq.report.line import Line

MONTHS = 6
"""Months looked ahead unless another span is asked for."""


class AgendaFormat(StrEnum):
    """Formats of `agenda`."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"
    CSV = "csv"


From = Annotated[
    str | None, typer.Option("--from", metavar=_("DATE"), help=_("Nothing before this day."))
]
Until = Annotated[
    str | None, typer.Option("--until", metavar=_("DATE"), help=_("Nothing after this day."))
]
Months = Annotated[
    int | None,
    typer.Option("--months", metavar="N", min=1, help=_("That many months ahead; else 6.")),
]
Overdue = Annotated[bool, typer.Option("--overdue", help=_("Only what is overdue."))]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar=_("KIND"), help=_("Only dates of this sort; repeatable.")),
]
For = Annotated[
    str | None,
    typer.Option("--for", metavar=_("PERSON"), help=_("Only what this person sees to.")),
]
Area = Annotated[
    str | None,
    typer.Option("--plateau", metavar=_("NAME"), help=_("Only what this technical unit has due.")),
]
Calendar = Annotated[
    Path | None,
    typer.Option("--ics", metavar=_("FILE"), help=_("Write the calendar into this file as well.")),
]


def command(
    context: typer.Context,
    since: From = None,
    until: Until = None,
    months: Months = None,
    overdue: Overdue = False,
    kind: Kinds = None,
    person: For = None,
    plateau: Area = None,
    output: Annotated[
        AgendaFormat | None,
        typer.Option("--format", help=_("text, json, ics or csv; else the file's ending.")),
    ] = None,
    ics: Calendar = None,
    out: Out = None,
) -> None:
    """List what comes due: sessions, follow-ups, reviews, authorisations, calibrations, actions."""
    session: Session = context.obj
    translate = session.translate
    format_ = chosen(AgendaFormat, output, out, AgendaFormat.TEXT)
    check_place(session, out)
    check_place(session, ics, option="--ics")
    span = _span(session, since, until, months, overdue)
    system = session.system(evidence=True)
    say_unread(system, session.translate)
    every = _filtered(agenda.due(system), system, kind or [], person, plateau)
    found = tuple(one for one in every if span.holds(one))
    if ics is not None:
        deliver(session, _calendar(session, system, found), ics, binary=True)
    last = None if overdue else span.last
    if format_ is AgendaFormat.TEXT:
        lines = report.lines(found, session.today, last, translate, agenda.unreadable(system))
        _show(tuple(lines), session, out)
        return
    for cell in agenda.unreadable(system):
        console.aside(translate(_("Warning: {remark}"), remark=unreadable_date(cell, translate)))
    if format_ is AgendaFormat.JSON:
        text = report.as_json(found, session.today, last, system.settings.name, translate)
        deliver(session, text.encode(), out)
    elif format_ is AgendaFormat.CSV:
        deliver(session, report.as_csv(found, translate), out)
    else:
        deliver(session, _calendar(session, system, found), out)


def _show(lines: tuple[Line, ...], session: Session, out: Path | None) -> None:
    """Show lines on the terminal, or write them into a file."""
    if out is None:
        console.lines(lines)
    else:
        deliver(session, "".join(f"{line.text}\n" for line in lines).encode(), out)


def _span(
    session: Session, since: str | None, until: str | None, months: int | None, overdue: bool
) -> Span:
    """Return the days to look at.

    Raises:
        SmqError: a day is no date, or the options say two things.
    """
    from smq.kit import typed_date

    if until is not None and months is not None:
        raise SmqError(_("--until and --months say two things."), _("Leave one of them out."))
    first = typed_date(since) if since else None
    start = first or session.today
    last = typed_date(until) if until else add_months(start, MONTHS if months is None else months)
    if first and last < first:
        raise SmqError(
            _("Nothing lies between {first} and {last}."),
            _("Give the earlier day after --from."),
            first=first,
            last=last,
        )
    near = until is None and months is None and since is None
    return Span(session.today, last, first, near=near, overdue=overdue)


def _filtered(
    dates: tuple[Due, ...],
    system: QualitySystem,
    kinds: list[str],
    person: str | None,
    area: str | None,
) -> tuple[Due, ...]:
    """Return the dates of these sorts, person and technical unit.

    Raises:
        SmqError: there is no such sort, nobody of that name, or no such unit.
    """
    known = agenda.kinds(system)
    meant = {_plain(kind): kind for kind in known}
    for word in kinds:
        if _plain(word) not in meant:
            raise _unknown(_("«{word}» is no sort of date."), word, known)
    found = of_kinds(dates, [meant[_plain(word)] for word in kinds]) if kinds else dates
    if person is not None:
        if not of_person(dates, person, system.settings) and not system.settings.person(person):
            names = tuple(sorted({one.name for one in found if one.name}))
            raise _unknown(_("Nobody called «{word}» sees to a date."), person, names)
        found = of_person(found, person, system.settings)
    if area is not None:
        units = {unit.name for unit in system.settings.areas} | {a for d in dates for a in d.areas}
        if area.casefold() not in (unit.casefold() for unit in units):
            raise _unknown(
                _("«{word}» is no technical unit (plateau) of this platform."),
                area,
                tuple(sorted(units)),
            )
        found = of_area(found, area)
    return found


def _plain(kind: str) -> str:
    """Return a sort as it is compared: without accents, its words parted by one sign."""
    return re.sub(r"[ -]", "_", fold(kind))


def _unknown(message: str, word: str, known: tuple[str, ...]) -> SmqError:
    near = nearest(word, known)
    hint = _("Nearest: {near}. Known: {known}.") if near else _("Known: {known}.")
    return SmqError(
        message, hint if known else None, word=word, near=near or "", known=", ".join(known)
    )


def _calendar(session: Session, system: QualitySystem, found: tuple[Due, ...]) -> bytes:
    from smq.report.ics import calendar

    titles = {name: register.schema.title for name, register in system.registers.items()}
    return calendar(found, system.settings.name, session.today, session.translate, titles)
