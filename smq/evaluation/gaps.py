"""The evaluations of a platform that took place, their écarts, and the actions that answer them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smq.model import QualitySystem
from smq.model.table import Row

MILESTONES = "jalons"
ACTIONS = "actions"
KINDS = ("evaluation", "suivi", "label")
"""Words of the column `type` of the milestones that record an evaluation."""
CLOSED = ("verifiee", "abandonnee")
"""Words of the column `statut` of an action that is no longer open."""
DONE = "faite"
"""Word of the column `statut` of an action that is done, and whose effect nobody verified yet."""
ORIGIN = "evaluation"
"""Word of the column `origine` of an action that answers an écart."""
VERSION = "version_evaluee"
"""Column of the milestones that names the version of the folder that was evaluated."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """An evaluation that took place.

    Attributes:
        row: of the milestones.
        kind: `evaluation`, `suivi` or `label`.
        day: when.
        gaps: écarts, as written.
        version: commit or tag of the folder evaluated, or the empty string.
    """

    row: Row
    kind: str
    day: date
    gaps: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An écart, and the action that answers it, None when there is none."""

    evaluation: Evaluation
    gap: str
    action: Row | None


def evaluations(system: QualitySystem) -> tuple[Evaluation, ...]:
    """Return the evaluations that took place, the latest last."""
    register = system.registers.get(MILESTONES)
    found = [
        Evaluation(row, kind, day, _items(row, "ecarts"), row.text(VERSION).strip())
        for row in (register.rows if register else ())
        if (kind := row.text("type").strip()) in KINDS
        and isinstance(day := row.value("date_reelle"), date)
        and day <= system.today
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.row.line)))


def answers(system: QualitySystem) -> tuple[Answer, ...]:
    """Return each écart of each evaluation with its action, the latest evaluation first.

    An action answers the écart that its description holds; else the actions and the écarts that
    are left go two by two in their order. An action of its own answers no écart and is an écart
    by its description.
    """
    return tuple(answer for one in reversed(evaluations(system)) for answer in _of(one, system))


def _of(evaluation: Evaluation, system: QualitySystem) -> Iterator[Answer]:
    register = system.registers.get(ACTIONS)
    left = [
        row
        for row in (register.rows if register else ())
        if row.text("jalon").strip() == evaluation.row.key
    ]
    named: dict[str, Row] = {}
    for gap in evaluation.gaps:
        same = next((row for row in left if gap in row.text("description")), None)
        if same is not None:
            named[gap] = same
            left.remove(same)
    for gap in evaluation.gaps:
        action = named.get(gap) or (left.pop(0) if left else None)
        yield Answer(evaluation, gap, action)
    for row in left:
        yield Answer(evaluation, row.text("description"), row)


def _items(row: Row, column: str) -> tuple[str, ...]:
    value = row.value(column)
    if isinstance(value, tuple):
        return value
    text = row.text(column).strip()
    return (text,) if text else ()
