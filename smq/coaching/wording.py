"""What people read of sessions: kinds, standings, facts, what a brief lists."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from smq.coaching.assessment import SelfAssessment
from smq.coaching.brief import Brief
from smq.i18n import Translator, _
from smq.model.coaching import Judged, Standing
from smq.registers.unreadable import UnreadableDate

STANDINGS = {
    Standing.DONE: _("done"),
    Standing.PARTIAL: _("partial"),
    Standing.LEFT: _("not done"),
}
KINDS = {
    "formation": _("training"),
    "travail": _("working session"),
    "redaction": _("writing"),
    "exercice_blanc": _("mock exercise"),
}


def kind_label(kind: str, translate: Translator) -> str:
    """Return what people read for a kind of session."""
    return translate(KINDS[kind]) if kind in KINDS else kind


def counted(judged: Sequence[Judged], translate: Translator) -> str:
    """Return «1 fait, 3 partiels»: how many are in each standing."""
    done, partial, left = (
        sum(j.standing is one for j in judged)
        for one in (Standing.DONE, Standing.PARTIAL, Standing.LEFT)
    )
    told = (
        (done, translate.plural(_("{count} done"), _("{count} done"), done)),
        (partial, translate.plural(_("{count} partial"), _("{count} partial"), partial)),
        (left, translate.plural(_("{count} not done"), _("{count} not done"), left)),
    )
    return ", ".join(text for count, text in told if count)


def assessed(start: SelfAssessment | None, today: date, translate: Translator) -> str:
    """Return in one sentence where the self-assessment stands, which starts a road without support.

    Args:
        start: the self-assessment, None when none is held or planned.
        today: the date judged at.
        translate: the reader's language.
    """
    if start is None or start.day is None:
        return translate(
            _("Without support, the road starts at the self-assessment: none is planned yet.")
        )
    sentence = _("Self-assessment planned on {date} ({number}): the road starts there.")
    if start.held:
        sentence = _("Self-assessment held on {date} ({number}).")
    elif start.day < today:
        sentence = _(
            "The self-assessment planned on {date} ({number}) is not noted as held: the road starts"
            " there."
        )
    return translate(sentence, date=start.day, number=start.id)


def fact(judged: Judged, translate: Translator) -> str:
    """Return the fact on which the standing of an expectation rests, in words."""
    return translate.sentence(judged.message, judged.plural, dict(judged.values))


def brief_title(brief: Brief, translate: Translator) -> str:
    """Return «Séance du 15/03/2027 (JAL-011, exercice blanc)»; a day not set yet is a dash."""
    session = brief.session
    if session is None:
        if not brief.supported:
            return translate(_("No work date is planned"))
        return translate(_("No session is planned"))
    return translate(
        _("Session of {date} ({number}, {kind})"),
        date=session.day or "–",
        number=session.id,
        kind=kind_label(session.kind, translate),
    )


def progress(brief: Brief, translate: Translator) -> str:
    """Return what is left against the time left, in one sentence."""
    sentence = (
        _("Criteria satisfied: {satisfied} of {asked}. Sessions planned until {end}: {left}.")
        if brief.supported
        else _(
            "Criteria satisfied: {satisfied} of {asked}. Work dates planned until {end}: {left}."
        )
    )
    return translate(
        sentence,
        satisfied=brief.satisfied,
        asked=brief.asked,
        left=brief.sessions_left,
        end=brief.end,
    )


def unreadable_date(cell: UnreadableDate, translate: Translator) -> str:
    """Return in a line where a date is that cannot be read, and what is written there."""
    return translate(
        _("unreadable date: {place} ({row}, {column}): «{text}»"),
        place=str(cell.location if cell.location.sheet else replace(cell.location, column=None)),
        row=cell.row,
        column=cell.column,
        text=cell.text,
    )


def brief_lists(brief: Brief, translate: Translator) -> Iterator[tuple[str, list[str]]]:
    """Yield title (a msgid) and items of each list of a brief."""
    yield _("Dates to correct"), [unreadable_date(cell, translate) for cell in brief.unreadable]
    yield _("New documents since then"), [f"{d.label} – {d.title}" for d in brief.new]
    yield (
        _("Approved since then"),
        [f"{d.label} – {d.title}, version {d.version}" for d in brief.approved],
    )
    yield _("Open questions"), [*brief.questions]
    yield (
        _("Remarks not answered yet"),
        [f"{r.document} – {r.text}" if r.document else r.text for r in brief.remarks],
    )


def last_rows(brief: Brief, translate: Translator) -> tuple[tuple[str, str], ...]:
    """Return each register with its last row and the day of that, the latest first."""
    latest = sorted(brief.last_rows, key=lambda one: (-one[2].toordinal(), one[0].schema.title))
    return tuple(
        (register.schema.title, f"{row.key or '–'} ({translate.date(day)})")
        for register, row, day in latest
    )
