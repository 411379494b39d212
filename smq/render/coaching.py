"""Brief and minutes of a session as pages, for a coach who reads neither git nor YAML."""

from collections.abc import Iterator, Sequence

from smq.coaching.brief import Brief
from smq.coaching.wording import (
    STANDINGS,
    assessed,
    brief_lists,
    brief_title,
    fact,
    kind_label,
    last_rows,
    progress,
)
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coaching import Judged, Minutes, Session
from smq.render.page import Block, Grid, Page, Prose
from smq.render.report_page import Heading, report_page
from smq.render.wording import literal, person_name

_LISTED = 12
"""Items of a list that fit on the one page of a brief."""


def brief_page(brief: Brief, system: QualitySystem, translate: Translator) -> Page:
    """Return the one page that a coach reads the day before."""
    supported = system.settings.label.coaching
    kind = translate(_("Brief of a session") if supported else _("Brief of a work date"))
    heading = Heading(brief_title(brief, translate), kind, kind)
    return report_page(heading, _brief_blocks(brief, system, translate), system, translate)


def minutes_page(
    session: Session,
    minutes: Minutes,
    judged: Sequence[Judged],
    system: QualitySystem,
    translate: Translator,
) -> Page:
    """Return the minutes of a session: what was expected, done, said, and what comes next.

    Args:
        session: which, as it was planned.
        minutes: what is noted of it.
        judged: what was expected of it, with what became of that.
        system: the platform.
        translate: the reader's language.
    """
    title = translate(_("Minutes of the session of {date}"), date=minutes.held)
    blocks = _minutes_blocks(session, minutes, judged, system, translate)
    heading = Heading(title, translate(_("Minutes")), session.id)
    return report_page(heading, blocks, system, translate)


def _brief_blocks(brief: Brief, system: QualitySystem, translate: Translator) -> Iterator[Block]:
    told = [progress(brief, translate)]
    if not brief.supported:
        told.insert(0, assessed(brief.start, system.today, translate))
    yield Prose(literal(" ".join(told)))
    if brief.due:
        yield _judged(translate(_("Expected for this session")), brief.due, system, translate)
    if brief.carried:
        yield _judged(translate(_("Left from earlier sessions")), brief.carried, system, translate)
    for title, items in brief_lists(brief, translate):
        if items:
            yield Prose(_list(translate(title), items, translate))
    last = last_rows(brief, translate)
    if last:
        yield _last_rows(last, translate)


def _last_rows(last: Sequence[tuple[str, str]], translate: Translator) -> Grid:
    """Return the registers in two columns, so that the brief stays one page."""
    cells = [(literal(title), literal(said)) for title, said in last]
    half = -(-len(cells) // 2)
    right = [*cells[half:], *[("", "")] * (2 * half - len(cells))]
    heads = (translate(_("Register")), translate(_("Last row"))) * 2
    rows = tuple((*one, *other) for one, other in zip(cells[:half], right, strict=True))
    title = translate(_("Last row of each register"))
    return Grid(title, heads, rows, widths=(9, 7, 9, 7), compact=True)


def _minutes_blocks(
    session: Session,
    minutes: Minutes,
    judged: Sequence[Judged],
    system: QualitySystem,
    translate: Translator,
) -> Iterator[Block]:
    facts = (
        (_("Kind"), kind_label(session.kind, translate)),
        (_("Length (h)"), minutes.hours),
        (_("Present"), ", ".join(person_name(p, system.settings) for p in minutes.people)),
        (_("Training received"), minutes.training),
        (_("Next session"), translate.date(minutes.next) if minutes.next else ""),
    )
    rows = tuple((translate(label), literal(value)) for label, value in facts if value)
    yield Grid("", (), rows, first_column_is_label=True, widths=(8, 20))
    if judged:
        yield _judged(translate(_("What was expected")), judged, system, translate)
    for title, items in (
        (_("Done"), list(minutes.done)),
        (_("Open questions"), list(minutes.questions)),
        (
            _("Remarks of the coach") if system.settings.label.coaching else _("Remarks"),
            [
                f"{code} – {text}" if code else text
                for code, text in (*minutes.earlier, *minutes.remarks)
            ],
        ),
    ):
        if items:
            yield Prose(_list(translate(title), items, translate))
    if minutes.result:
        yield Prose(f"## {translate(_('Result'))}\n\n{literal(minutes.result)}")


def _judged(
    title: str, judged: Sequence[Judged], system: QualitySystem, translate: Translator
) -> Grid:
    return Grid(
        title,
        (
            translate(_("What")),
            translate(_("Who")),
            translate(_("Where it stands")),
            translate(_("Fact")),
            translate(_("Why")),
        ),
        tuple(_row(one, system, translate) for one in judged),
        widths=(11, 5, 4, 9, 4),
        compact=True,
    )


def _row(one: Judged, system: QualitySystem, translate: Translator) -> tuple[str, ...]:
    expectation = one.expectation
    told = expectation.title
    if expectation.document:
        told = f"{expectation.document} – {told}"
    return (
        literal(told),
        literal(person_name(expectation.person, system.settings)),
        translate(STANDINGS[one.standing]),
        literal(fact(one, translate)),
        literal(", ".join(expectation.criteria)),
    )


def _list(title: str, items: Sequence[str], translate: Translator) -> str:
    shown = [f"- {literal(item)}" for item in items[:_LISTED]]
    rest = len(items) - _LISTED
    if rest > 0:
        more = translate.plural(_("and {count} other"), _("and {count} others"), rest)
        shown.append(f"- {more}")
    return "\n".join([f"## {title}", "", *shown])
