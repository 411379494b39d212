"""`smq session` list, plan and brief: the sessions, what is due when, what is read before one."""

from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path

from smq import files
from smq.cli import console
from smq.cli.delivering import deliver
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.cli.unread import say_unread
from smq.coaching.assessment import AUDITS
from smq.coaching.planning import Plan
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coverage import Coverage


class BriefFormat(StrEnum):
    """Formats of the brief."""

    TEXT = "text"
    DOCX = "docx"
    HTML = "html"


def coverage_now(system: QualitySystem) -> Coverage | None:
    """Return the coverage at the end of the road, None without referential.

    The road leads to the label, or to the follow-up of a platform that has it.
    """
    from smq.coverage import coverage_of

    stage = system.settings.label.stage
    return coverage_of(system, stage if stage == "suivi" else "label")


def list_sessions(session: Session) -> None:
    """Show the sessions with what became of them."""
    from smq.coaching import sessions
    from smq.report.coaching import listing

    translate = session.translate
    system = session.system(evidence=True)
    say_unread(system, translate)
    _say_unreadable(system, translate)
    found = sessions(system)
    console.lines(listing(found, system, translate))
    console.aside(translate.plural(_("{count} session"), _("{count} sessions"), len(found)))


def _say_unreadable(system: QualitySystem, translate: Translator) -> None:
    """Say which dates of the sessions and of what is expected are none."""
    from smq.coaching.brief import unreadable
    from smq.coaching.wording import unreadable_date

    for cell in unreadable(system):
        console.aside(translate(_("Warning: {remark}"), remark=unreadable_date(cell, translate)))


def plan_sessions(session: Session, every: int, *, write: bool, dry_run: bool) -> None:
    """Show what is due when; write it into the registers when that is asked for.

    Args:
        session: the command.
        every: days between two sessions.
        write: add the rows.
        dry_run: show what would be written.

    Raises:
        SmqError: no referential says what is missing, or a register cannot be written.
    """
    from smq.coaching.missing import deliverables
    from smq.coaching.planning import plan
    from smq.operations.session import write_plan
    from smq.report.coaching import plan_lines

    translate = session.translate
    with files.locked(session.root) if write and not dry_run else nullcontext():
        system = session.system(evidence=True)
        say_unread(system, translate)
        _say_unreadable(system, translate)
        judged = coverage_now(system)
        if judged is None:
            raise SmqError(
                _("This platform has no referential: nothing says what is missing."),
                _("Name one under «referentiels» in smq.yaml."),
            )
        if not system.settings.label.coaching:
            console.aside(
                translate(_("Without support, the road starts at the self-assessment of the team."))
            )
            if AUDITS not in system.registers:
                sentence = _("No table «{table}» keeps self-assessments: the plan starts today.")
                console.aside(translate(sentence, table=AUDITS))
        own = Translator(system.settings.language or "fr")
        found = plan(system, deliverables(system, judged, own), every)
        names = {person.id: person.spoken_name for person in system.settings.people}
        console.lines(plan_lines(found, translate, names))
        if write:
            edits = table_edits(session, system)
            write_plan(
                found, system, edits, [process.code for process in system.settings.processes]
            )
            save(session, edits.changes(), dry_run=dry_run, held=True)
            _say_unnamed(found, system, translate)
            return
    if any(meeting.items for meeting in found.meetings):
        console.aside(translate(_("To write it into the registers: smq session plan --write")))


def _say_unnamed(plan: Plan, system: QualitySystem, translate: Translator) -> None:
    """Say who answers for something and has no row of the staff: the register cannot name them."""
    from smq.operations.session import known_person

    owners = dict.fromkeys(i.person for m in plan.meetings for i in m.items if i.person)
    strangers = [person for person in owners if not known_person(person, system)]
    if strangers:
        console.aside(
            translate(
                _(
                    "Not named in the register, because no row of the staff is theirs yet:"
                    " {people}. To add them: {command}"
                ),
                people=", ".join(strangers),
                command=f"smq register add personnels id={strangers[0]}",
            )
        )


def show_brief(
    session: Session, number: str | None, output: BriefFormat | None, out: Path | None
) -> None:
    """Show what to read before a session, or write it into a file.

    Args:
        session: the command.
        number: of the session; None = the next one.
        output: format, None = by the ending of the file.
        out: the file, None = the terminal.

    Raises:
        SmqError: there is no such session, or the format and the file say two things.
    """
    from smq.cli.delivering import chosen
    from smq.coaching.brief import brief
    from smq.operations.session import session_named
    from smq.report.coaching import brief_lines

    translate = session.translate
    system = session.system(evidence=True)
    say_unread(system, translate)
    named = session_named(system, number) if number else None
    found = brief(system, coverage_now(system), named)
    format_ = chosen(BriefFormat, output, out, BriefFormat.TEXT)
    if format_ is BriefFormat.TEXT:
        if out is None:
            console.lines(brief_lines(found, session.today, translate))
        else:
            text = "".join(
                f"{line.text}\n" for line in brief_lines(found, session.today, translate)
            )
            deliver(session, text.encode(), out)
        return
    from smq.render.coaching import brief_page

    page = brief_page(found, system, translate)
    if format_ is BriefFormat.HTML:
        from smq.render.html import render as html

        deliver(session, html(page, translate).encode(), out)
    else:
        from smq.render.report_page import word_file

        deliver(session, word_file(page, session.root, translate), out, binary=True)
