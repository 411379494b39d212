"""Sessions on the screen: their list, the plan, the brief, what is due for the next one."""

from collections.abc import Iterator, Sequence
from datetime import date

from smq.coaching import expectations, is_over, standing
from smq.coaching.brief import Brief
from smq.coaching.planning import Plan
from smq.coaching.wording import (
    STANDINGS,
    brief_lists,
    brief_title,
    fact,
    kind_label,
    last_rows,
    progress,
)
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coaching import Expectation, Judged, Session, Standing
from smq.report.line import Line

_MARKS = {Standing.DONE: "✓", Standing.PARTIAL: "◐", Standing.LEFT: "✗"}
_STYLES = {Standing.DONE: "", Standing.PARTIAL: "warning", Standing.LEFT: "error"}


def listing(
    sessions: Sequence[Session], system: QualitySystem, translate: Translator
) -> Iterator[Line]:
    """Yield one line a session: number, day, kind, how much of what was expected is done."""
    expected: dict[str, list[Expectation]] = {}
    for one in expectations(system):
        expected.setdefault(one.session, []).append(one)
    for session in sessions:
        # Phrases of the past say nothing by themselves of what became of them.
        rows = [e for e in expected.get(session.id, ()) if e.id or session.held is None]
        judged = [standing(e, system) for e in rows]
        done = sum(j.standing is Standing.DONE for j in judged)
        day = translate.date(session.day) if session.day else "–"
        state = translate(_state(session, system.today))
        parts = [session.id, day, kind_label(session.kind, translate), state]
        if judged:
            parts.append(translate(_("{done} of {count} done"), done=done, count=len(judged)))
        yield Line.of("  ".join(parts))


def _state(session: Session, today: date) -> str:
    """Return in a word what became of a session (a msgid)."""
    if session.held:
        return _("held")
    if is_over(session, today):
        return _("put off")
    return _("not held") if session.planned and session.planned < today else _("to come")


def due(judged: Sequence[Judged], session: Session, translate: Translator) -> Iterator[Line]:
    """Yield what is due for a session and where it stands; nothing when nothing is due."""
    if not judged or session.planned is None:
        return
    counts = ", ".join(
        f"{count} {translate(word)}"
        for standing, word in STANDINGS.items()
        if (count := sum(j.standing is standing for j in judged))
    )
    title = translate(
        _("Due for the session of {date}: {counts}"), date=session.planned, counts=counts
    )
    yield Line.of(title, "title")
    yield from _judged(judged, translate)
    yield Line.of()


def plan_lines(plan: Plan, translate: Translator) -> Iterator[Line]:
    """Yield the sessions of a plan with what is due for each."""
    for meeting in plan.meetings:
        day = translate.date(meeting.day)
        number = meeting.session.id if meeting.session else translate(_("new"))
        fixed = (
            f" ({translate(_('date set'))})" if meeting.session and meeting.session.fixed else ""
        )
        yield Line.of(f"{day}  {number}{fixed}", "title")
        for item in meeting.items:
            why = f" [{', '.join(item.criteria)}]" if item.criteria else ""
            where = item.document or item.table
            told = f"{where} – {item.title}" if where else item.title
            yield Line(((f"  – {told}", ""), (why, "hint")))
        if not meeting.items:
            yield Line.of(f"  {translate(_('nothing more is due for it'))}", "hint")
    count = sum(len(meeting.items) for meeting in plan.meetings)
    sentence = translate.plural(
        _("{count} thing to deliver until {end}."),
        _("{count} things to deliver until {end}."),
        count,
        end=plan.end,
    )
    yield Line.of(sentence)
    if plan.late:
        late = _("No session fits any more before {end}: agree on a later evaluation.")
        yield Line.of(translate(late, end=plan.end), "warning")


def brief_lines(brief: Brief, translate: Translator) -> Iterator[Line]:
    """Yield the brief of a session."""
    yield Line.of(brief_title(brief, translate), "title")
    yield Line.of(progress(brief, translate))
    yield Line.of()
    for title, judged in (
        (_("Expected for this session"), brief.due),
        (_("Left from earlier sessions"), brief.carried),
    ):
        if judged:
            yield Line.of(translate(title), "title")
            yield from _judged(judged, translate)
            yield Line.of()
    for title, items in brief_lists(brief, translate):
        if items:
            yield Line.of(translate(title), "title")
            for item in items:
                yield Line.of(f"  – {item}")
            yield Line.of()
    last = last_rows(brief, translate)
    if last:
        yield Line.of(translate(_("Last row of each register")), "title")
        yield Line.of(f"  {last}")


def _judged(judged: Sequence[Judged], translate: Translator) -> Iterator[Line]:
    for one in judged:
        expectation = one.expectation
        where = expectation.document
        told = f"{where} – {expectation.title}" if where else expectation.title
        mark = f"  {_MARKS[one.standing]} {translate(STANDINGS[one.standing])} : "
        person = f" ({expectation.person})" if expectation.person else ""
        yield Line(
            (
                (mark, _STYLES[one.standing]),
                (f"{told}{person}", ""),
                (f" – {fact(one, translate)}", "hint"),
            )
        )
