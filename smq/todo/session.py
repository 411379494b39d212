"""What the next session on the road to the label expects, and what earlier ones still do."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from smq.coaching import expectations, is_over, next_session, sessions, standing
from smq.lifecycle import same_person
from smq.model import Location, QualitySystem
from smq.model.coaching import Expectation, Standing
from smq.model.task import Task, TaskKind
from smq.todo.case import called, typed

Limit = date
"""Day until which something is due."""


def limits(system: QualitySystem) -> Mapping[str, Limit]:
    """Return code of a document → day until which a session expects it, the first one."""
    found: dict[str, Limit] = {}
    for one, day in _open(system):
        document = system.find(one.document) if one.document else None
        if document is not None:
            found[document.label] = min(day, found.get(document.label, day))
    return found


def tasks(system: QualitySystem, known: Sequence[Task]) -> Iterator[Task]:
    """Yield what is due at the next session or before, and is not there.

    What the same person already has to do with a document is not said again.

    Args:
        system: the platform, its registers read.
        known: things to do that other sources found.
    """
    coming = next_session(system)
    last = coming.day if coming and coming.day else system.today
    for one, day in _open(system):
        if day > last:
            continue
        document = system.find(one.document) if one.document else None
        label = document.label if document else one.document
        mine = [task for task in known if label and task.ref == label]
        if any(_same(task, one, system) for task in mine):
            continue
        yield Task(
            kind=TaskKind.SESSION,
            ref=label or one.id or one.session,
            title="{title}",
            command=_command(one, label),
            location=one.location or Location(""),
            person=one.person,
            name=called(one.person, system),
            day=day,
            late=day < system.today,
            values={"title": one.title},
        )


def _open(system: QualitySystem) -> Iterator[tuple[Expectation, date]]:
    """Yield what sessions expect and facts do not show, with its day.

    One that says why it was not done has been put off; a mere phrase of a session that is over was
    spoken of there.
    """
    known = {one.id: one for one in sessions(system)}
    for one in expectations(system):
        meeting = known.get(one.session)
        day = one.due or (meeting.day if meeting else None)
        over = meeting is not None and is_over(meeting, system.today)
        if day is None or one.reason or (over and not one.id):
            continue
        if standing(one, system).standing is not Standing.DONE:
            yield one, day


def _same(task: Task, one: Expectation, system: QualitySystem) -> bool:
    return not one.person or same_person(task.person, one.person, system.settings)


def _command(one: Expectation, label: str | None) -> str:
    if label:
        # What is next with the document is somebody else's: that stands in its own line.
        return f"smq show {typed(label)}"
    if one.table:
        return f"smq register add {typed(one.table)}"
    return f"smq session close {one.session} --done …"
