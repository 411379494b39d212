"""`smq declare CRITERION`: write what a person answers to a criterion, with reason and date."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from typing import Annotated, TypeVar

import typer

from smq import files
from smq.cli import asking, console
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.load.declarations import FILE_NAME
from smq.load.names import with_names
from smq.model import QualitySystem, Settings
from smq.model.referential import Criterion
from smq.operations.declare import (
    Answer,
    criterion_named,
    declare,
    refuse_future,
    understood_reason,
    understood_status,
)
from smq.operations.people import known_person

_T = TypeVar("_T")


_Criterion = Annotated[
    str | None,
    typer.Argument(
        metavar=_("[CRITERION]"), help=_("For example INF-FO-01; without, what awaits one.")
    ),
]
_Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        "-s",
        metavar=_("ANSWER"),
        help=_("satisfait, partiel, «non satisfait» or «sans objet»."),
    ),
]
_Reason = Annotated[
    str | None,
    typer.Option("--reason", "-r", metavar=_("TEXT"), help=_("What the answer rests on.")),
]
_Person = Annotated[
    str | None,
    typer.Option("--by", metavar=_("PERSON"), help=_("Who answers: identifier or name.")),
]
_Day = Annotated[
    str | None,
    typer.Option("--on", metavar=_("DATE"), help=_("Day of the answer; else today.")),
]


def command(
    context: typer.Context,
    criterion: _Criterion = None,
    status: _Status = None,
    reason: _Reason = None,
    by: _Person = None,
    on: _Day = None,
    dry_run: DryRun = False,
) -> None:
    """Write what a person answers to a criterion, with reason, name and date.

    What is left out is asked for. `sans objet` sets any criterion aside; otherwise what the tool
    can prove is judged by its evidence, whatever is answered.
    """
    session: Session = context.obj
    system = with_names(session.root, session.system(evidence=True))
    if criterion is None:
        _list_awaiting(system, session.translate)
        return
    found = criterion_named(system, criterion)
    console.aside(f"{found.id} – {found.title}")
    day = typed_date(on) if on else session.today
    refuse_future(day, session.today)
    answer = _answer(found, day, (status, reason, by), system.settings, session.translate)
    with nullcontext() if dry_run else files.locked(session.root):
        change = declare(answer, files.read(session.root, FILE_NAME))
        if change.before != change.after:
            save(session, [change], dry_run=dry_run, held=True)
    if not dry_run:
        _report(session, answer)


def _answer(
    criterion: Criterion,
    day: date,
    typed: tuple[str | None, str | None, str | None],
    settings: Settings,
    translate: Translator,
) -> Answer:
    """Return the answer; a slip in one option is said before another is asked for."""

    def person(word: str) -> str:
        return known_person(settings, "--by", word).id

    status = None if typed[0] is None else understood_status(typed[0])
    reason = None if typed[1] is None else understood_reason(typed[1])
    by = None if typed[2] is None else person(typed[2])
    return Answer(
        criterion=criterion,
        status=status or _asked("--status", _STATUS, understood_status, translate),
        reason=reason or _asked("--reason", _REASON, understood_reason, translate),
        by=by or _asked("--by", _BY, person, translate),
        on=day,
    )


_STATUS = _("Answer (satisfait, partiel, non satisfait, sans objet)")
_REASON = _("Reason")
_BY = _("Who answers")


def _asked(
    option: str, question: str, understand: Callable[[str], _T], translate: Translator
) -> _T:
    """Ask until the answer is understood.

    Raises:
        SmqError: nobody can answer.
    """
    while True:
        typed = asking.answer(translate(question), option, "smq declare")
        try:
            return understand(typed)
        except SmqError as error:
            asking.say_why(error, translate)


def _report(session: Session, answer: Answer) -> None:
    """Say what was written, and what the criterion is now."""
    from smq.coverage import assess
    from smq.report.coverage import criterion_lines

    translate = session.translate
    system = session.system(evidence=True)
    criterion = answer.criterion
    if answer.outweighed:
        sentence = _(
            "Warning: {criterion} is judged by its evidence; an answer sets it aside only when it"
            " is «sans objet»."
        )
        console.aside(translate(sentence, criterion=criterion.id))
    holder = next(r for r in system.referentials if criterion.id in r.by_id)
    for assessment in assess(system, holder).assessments:
        if assessment.criterion.id == criterion.id:
            console.lines(criterion_lines(assessment, translate))


def _list_awaiting(system: QualitySystem, translate: Translator) -> None:
    from smq.coverage import awaiting_answer

    awaiting = [
        criterion
        for referential in system.referentials
        for criterion in awaiting_answer(system, referential)
    ]
    for criterion in awaiting:
        console.product(f"{criterion.id}  {criterion.title}")
    console.aside(
        translate.plural(
            _("{count} criterion awaits an answer: smq declare CRITERION"),
            _("{count} criteria await an answer: smq declare CRITERION"),
            len(awaiting),
        )
    )
