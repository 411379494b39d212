"""What people read of sessions: kinds, standings, facts, what a brief lists."""

from collections.abc import Iterator

from smq.coaching.brief import Brief
from smq.i18n import Translator, _
from smq.model.coaching import Judged, Standing

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


def fact(judged: Judged, translate: Translator) -> str:
    """Return the fact on which the standing of an expectation rests, in words."""
    return translate(judged.message, **dict(judged.values))


def brief_title(brief: Brief, translate: Translator) -> str:
    """Return «Séance du 15/03/2027 (JAL-011, exercice blanc)»; a day not set yet is a dash."""
    session = brief.session
    if session is None:
        return translate(_("No session is planned"))
    return translate(
        _("Session of {date} ({number}, {kind})"),
        date=session.day or "–",
        number=session.id,
        kind=kind_label(session.kind, translate),
    )


def progress(brief: Brief, translate: Translator) -> str:
    """Return what is left against the time left, in one sentence."""
    return translate(
        _("Criteria satisfied: {satisfied} of {asked}. Sessions planned until {end}: {left}."),
        satisfied=brief.satisfied,
        asked=brief.asked,
        left=brief.sessions_left,
        end=brief.end,
    )


def brief_lists(brief: Brief, translate: Translator) -> Iterator[tuple[str, list[str]]]:
    """Yield title (a msgid) and items of each list of a brief."""
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


def last_rows(brief: Brief, translate: Translator) -> str:
    """Return the last row of each register with its day, in one line."""
    return "; ".join(
        f"{register.schema.title} : {row.key} ({translate.date(day)})"
        for register, row, day in brief.last_rows
    )
