"""What is to be done, on one screen or as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from smq.i18n import Translator, _
from smq.model.task import Task, TaskKind
from smq.report.line import Line

TITLES = {
    TaskKind.REFUSED: _("Refused, to be taken up again"),
    TaskKind.ALTERED: _("Changed after approval"),
    TaskKind.WRITE: _("To write"),
    TaskKind.SUBMIT: _("Written, to be handed over"),
    TaskKind.VERIFY: _("To verify"),
    TaskKind.APPROVE: _("To approve"),
    TaskKind.PUBLISH: _("Approved, to be put in force"),
    TaskKind.REVIEW: _("To read again"),
    TaskKind.CONFIRM: _("To confirm with what they cite"),
    TaskKind.READ: _("To read and acknowledge"),
    TaskKind.PROOF: _("Visas whose proof is lacking"),
    TaskKind.SESSION: _("Due at the next session"),
    TaskKind.OVERDUE: _("Late in the registers"),
}
"""Heading of each kind (msgids)."""
_LONGEST_NAME = 22
_LEAST_TEXT = 18
_MARGIN = "  "


@dataclass(frozen=True, slots=True)
class Screen:
    """Room on a screen: columns, and lines; `lines` is None where nothing is left out."""

    width: int
    lines: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown.

    Attributes:
        title: of the screen, in words.
        tasks: sorted by kind, the most urgent of each first.
        others: (name or None, how many) of the people whose tasks are not shown.
        more: command that shows all of `tasks`.
        one: all are those of the person whom the title names.
    """

    title: str
    tasks: Sequence[Task]
    others: Sequence[tuple[str | None, int]]
    more: str
    one: bool = False


def lines(shown: Shown, screen: Screen, translate: Translator) -> Iterator[Line]:
    """Yield a title, each kind with its tasks, what is left out, and what others have to do."""
    rows = [_row(task, translate) for task in shown.tasks]
    if shown.one:
        rows = [replace(row, name="") for row in rows]
    layout = _Layout.of(rows, screen.width)
    written = [(row.kind, layout.line(row)) for row in rows]
    groups = [(kind, [line for _kind, line in g]) for kind, g in groupby(written, lambda w: w[0])]
    closing = tuple(_closing(shown, translate))
    taken = _taken([lines for _kind, lines in groups], screen, 2 + len(closing))
    yield Line.of(shown.title, "title")
    for (kind, group), count in zip(groups, taken, strict=True):
        yield Line.of(f"{translate(TITLES[kind])} ({len(group)})", "title")
        yield from group[:count]
    hidden = len(shown.tasks) - sum(taken)
    if hidden:
        said = translate.plural(
            _("… and {count} other: {command}"),
            _("… and {count} others: {command}"),
            hidden,
            command=shown.more,
        )
        yield Line.of(said, "hint")
    yield from closing


def as_json(tasks: Sequence[Task], platform: str, today: date, translate: Translator) -> str:
    """Return the tasks as JSON text; keys and kinds are English in every language."""
    counted = {kind: sum(task.kind is kind for task in tasks) for kind in TaskKind}
    content = {
        "platform": platform,
        "date": today.isoformat(),
        "summary": {kind.value: count for kind, count in counted.items()},
        "tasks": [
            {
                "kind": task.kind.value,
                "ref": task.ref,
                "title": translate(task.title, **task.values),
                "person": task.person,
                "name": task.name,
                "date": task.day.isoformat() if task.day else None,
                "late": task.late,
                "note": _note(task, translate) or None,
                "command": task.command,
                "path": task.location.path,
                "line": task.location.line,
            }
            for task in tasks
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a line."""

    kind: TaskKind
    late: bool
    ref: str
    text: str
    note: str
    name: str
    day: str
    command: str


@dataclass(frozen=True, slots=True)
class _Layout:
    """Widths of the columns."""

    ref: int
    text: int
    name: int
    day: int

    @classmethod
    def of(cls, rows: Sequence[_Row], width: int) -> "_Layout":
        """Return the widths at which most commands still end on the line of their task."""
        ref = max((len(row.ref) for row in rows), default=0)
        name = min(max((len(row.name) for row in rows), default=0), _LONGEST_NAME)
        day = max((len(row.day) for row in rows), default=0)
        commands = sorted(len(row.command) for row in rows)
        usual = commands[len(commands) * 3 // 4] if commands else 0
        rest = width - len(_MARGIN) * 5 - ref - name - day - usual
        longest = max((len(_said(row)) for row in rows), default=0)
        return cls(ref, min(max(rest, _LEAST_TEXT), longest), name, day)

    def line(self, row: _Row) -> Line:
        """Return the line of a task; the command ends it, so that it can be copied."""
        cells = (
            row.ref.ljust(self.ref),
            _cut_note(row, self.text).ljust(self.text),
            _cut(row.name, self.name).ljust(self.name),
            row.day.ljust(self.day),
        )
        left = _MARGIN + _MARGIN.join(cell for cell in cells if cell)
        return Line(((left, "error" if row.late else ""), (f"{_MARGIN}{row.command}", "")))


def _row(task: Task, translate: Translator) -> _Row:
    return _Row(
        kind=task.kind,
        late=task.late,
        ref=task.ref,
        text=" ".join(translate(task.title, **task.values).split()),
        note=_note(task, translate),
        name=task.name or "–",
        day=("! " if task.late else "  ") + translate.date(task.day) if task.day else "",
        command=task.command,
    )


def _note(task: Task, translate: Translator) -> str:
    return translate.sentence(task.note, task.note_plural, task.values) if task.note else ""


def _said(row: _Row) -> str:
    return f"{row.text} ({row.note})" if row.note else row.text


def _cut_note(row: _Row, width: int) -> str:
    """Return title and note within a width; of a long one the title gives way first."""
    said = _said(row)
    if len(said) <= width or not row.note:
        return _cut(said, width)
    room = max(width - len(row.note) - 3, _LEAST_TEXT // 2)
    return _cut(f"{_cut(row.text, room)} ({row.note})", width)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: max(width - 1, 0)].rstrip()}…"


def _taken(groups: Sequence[Sequence[Line]], screen: Screen, around: int) -> list[int]:
    """Return how many lines of each kind fit: one of each first, then one more of each in turn."""
    if screen.lines is None:
        return [len(group) for group in groups]
    taken = [0] * len(groups)
    left = screen.lines - around - len(groups)
    moved = True
    while moved:
        moved = False
        for place, group in enumerate(groups):
            if taken[place] == len(group):
                continue
            height = -(-len(group[taken[place]].text) // screen.width)
            if height <= left:
                taken[place] += 1
                left -= height
                moved = True
    return taken


def _closing(shown: Shown, translate: Translator) -> Iterator[Line]:
    if not shown.tasks:
        yield Line.of(translate(_("Nothing waits here.")))
    if shown.others:
        said = ", ".join(
            f"{name or translate(_('nobody named'))} {count}" for name, count in shown.others
        )
        total = sum(count for _name, count in shown.others)
        yield Line.of(
            translate.plural(
                _("Others: {count} thing to do ({people}) – smq todo --all"),
                _("Others: {count} things to do ({people}) – smq todo --all"),
                total,
                people=said,
            ),
            "hint",
        )
