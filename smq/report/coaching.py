"""Sessions on the screen: their list, the plan, the brief, what is due for the next one."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from smq.coaching import expectations, is_over, standing
from smq.coaching.assessment import self_assessment
from smq.coaching.brief import Brief
from smq.coaching.evidence import case_of
from smq.coaching.planning import Plan, Start
from smq.coaching.wording import (
    STANDINGS,
    assessed,
    brief_lists,
    brief_title,
    counted,
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
    case = case_of(system)
    for session in sessions:
        # Phrases of the past say nothing by themselves of what became of them.
        rows = [e for e in expected.get(session.id, ()) if e.id or session.held is None]
        judged = [standing(e, system, case) for e in rows]
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


def due(
    judged: Sequence[Judged], session: Session, translate: Translator, *, supported: bool = True
) -> Iterator[Line]:
    """Yield what is due for a session and where it stands; nothing when nothing is due."""
    if not judged or session.planned is None:
        return
    counts = counted(judged, translate)
    sentence = (
        _("Due for the session of {date}: {counts}")
        if supported
        else _("Due for the work date of {date}: {counts}")
    )
    yield Line.of(translate(sentence, date=session.planned, counts=counts), "title")
    yield from _judged(judged, translate)
    yield Line.of()


def assessment_due(system: QualitySystem, translate: Translator, *, within: int) -> Iterator[Line]:
    """Yield where the self-assessment stands when its day is near or past, and it was not held."""
    start = self_assessment(system)
    if start is None or start.held or start.day is None:
        return
    if (start.day - system.today).days <= within:
        yield Line.of(assessed(start, system.today, translate), "title")
        yield Line.of(f"  {translate(_('What is missing, day by day: smq session plan'))}", "hint")
        yield Line.of()


def plan_lines(
    plan: Plan, translate: Translator, names: Mapping[str, str] | None = None
) -> Iterator[Line]:
    """Yield the sessions of a plan with what is due for each: by whom, why, what is typed for it.

    Args:
        plan: what is due when.
        translate: the reader's language.
        names: of the people of the platform, by identifier.
    """
    names = names or {}
    start = plan.start
    for meeting in plan.meetings:
        if start is not None and start.day <= meeting.day:
            yield from _start_lines(start, translate)
            start = None
        day = translate.date(meeting.day)
        number = meeting.session.id if meeting.session else translate(_("new"))
        fixed = (
            f" ({translate(_('date set'))})" if meeting.session and meeting.session.fixed else ""
        )
        yield Line.of(f"{day}  {number}{fixed}", "title")
        for item in meeting.items:
            why = f" [{', '.join(item.criteria)}]" if item.criteria else ""
            told = f"{item.document} – {item.title}" if item.document else item.title
            who = f" ({names.get(item.person, item.person)})" if item.person else ""
            yield Line(((f"  – {told}{who}", ""), (why, "hint")))
            if item.command:
                yield Line.of(f"      → {item.command}", "hint")
        if not meeting.items:
            yield Line.of(f"  {translate(_('nothing more is due for it'))}", "hint")
    if start is not None:
        yield from _start_lines(start, translate)
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
        if plan.start is not None:
            late = _("No work date fits between the self-assessment and {end}: hold it earlier.")
        yield Line.of(translate(late, end=plan.end), "warning")
    if plan.start is not None and not plan.agreed:
        unset = _("No evaluation is planned: agree on its day with the programme, then {command}")
        command = "smq register add jalons type=evaluation date_prevue=…"
        yield Line.of(translate(unset, command=command), "hint")


def _start_lines(start: Start, translate: Translator) -> Iterator[Line]:
    """Yield the self-assessment from which a road without support starts."""
    number = start.id or translate(_("new"))
    title = translate(_("self-assessment of the team"))
    yield Line.of(f"{translate.date(start.day)}  {number}  {title}", "title")
    if start.held:
        told = _("held: the work dates follow it")
    elif start.missed:
        told = _("planned earlier and not noted as held: give it a new day, or note when it was")
    else:
        told = _("the work dates that are added follow it")
    if start.far:
        told = _("the work dates that are added follow it; an earlier day would leave more of them")
    yield Line.of(f"  {translate(told)}", "hint")


def brief_lines(brief: Brief, today: date, translate: Translator) -> Iterator[Line]:
    """Yield the brief of a session, judged on a day."""
    yield Line.of(brief_title(brief, translate), "title")
    if not brief.supported:
        yield Line.of(assessed(brief.start, today, translate))
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
        for title, said in last:
            yield Line.of(f"  – {title} – {said}")


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
