"""Enters an evaluation: its decision and report in the milestones, an action for each écart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from smq.errors import SmqError
from smq.evaluation.gaps import ACTIONS, MILESTONES, ORIGIN, VERSION
from smq.i18n import _
from smq.model import Document, QualitySystem
from smq.model.table import Row
from smq.operations.table_edits import TableEdits

LABEL = "label"
_REPORTS = {"evaluation": "liv-dossier", LABEL: "liv-dossier", "suivi": "liv-suivi"}
"""Kind of evaluation → end of the model of the document that was evaluated."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An écart, and who mends it by when.

    Attributes:
        text: as the report says it.
        owner: of the action: identifier in the register of staff.
        due: of the action.
        process: code of the process that it touches.
    """

    text: str
    owner: str
    due: date
    process: str


@dataclass(frozen=True, slots=True)
class Held:
    """An evaluation that took place.

    Attributes:
        kind: `evaluation`, `suivi` or `label`.
        day: when.
        decision: in words.
        gaps: écarts.
        version: commit or tag of the folder evaluated, or the empty string.
        report: POSIX path of the report as filed, or the empty string.
    """

    kind: str
    day: date
    decision: str
    gaps: tuple[Gap, ...]
    version: str = ""
    report: str = ""


def milestone_of(system: QualitySystem, kind: str, named: str | None) -> Row | None:
    """Return the milestone that an evaluation closes: the one named, else the first still open.

    Raises:
        SmqError: the one named does not exist, is of another kind, or is closed already.
    """
    register = system.registers.get(MILESTONES)
    if named is None:
        open_ones = [
            row
            for row in (register.rows if register else ())
            if row.text("type").strip() == kind and not row.text("date_reelle").strip()
        ]
        return min(open_ones, key=_planned, default=None)
    row = register.by_key.get(named.strip().upper()) if register else None
    if row is None or row.text("type").strip() != kind:
        raise SmqError(
            _("«{word}» is no milestone of that kind in the register."),
            _("All milestones: {path}"),
            word=named,
            path=register.path if register else f"registres/{MILESTONES}.csv",
        )
    if row.text("date_reelle").strip():
        raise SmqError(
            _("{milestone} is recorded already: it took place on {date}."),
            _("To correct it, change its row in the register."),
            milestone=row.key,
            date=row.value("date_reelle") or row.text("date_reelle"),
        )
    return row


def refuse_twice(system: QualitySystem, kind: str, day: date) -> None:
    """Raise for an evaluation of that kind that is recorded on that day already.

    Raises:
        SmqError: it is.
    """
    for row in system.rows(MILESTONES):
        if row.text("type").strip() == kind and row.day("date_reelle") == day:
            raise SmqError(
                _("{milestone} is recorded already: it took place on {date}."),
                _("To correct it, change its row in the register."),
                milestone=row.key,
                date=day,
            )


def report_form(system: QualitySystem, kind: str) -> Document:
    """Return the document under whose code the report of an evaluation is filed.

    Raises:
        SmqError: the platform has neither a file of that kind nor a journal of milestones.
    """
    register = system.registers.get(MILESTONES)
    journal = (register.schema.model if register else None) or "reg-jalons"
    for end in (_REPORTS[kind], journal):
        for document in system.documents:
            if document.code_text and (document.model or "").endswith(end):
                return document
    raise SmqError(
        _("No document of this platform takes the report: no evaluation file, no journal."),
        _("File it under another one: smq file REPORT --as CODE; then leave --report out."),
    )


def record_evaluation(
    held: Held, milestone: Row | None, edits: TableEdits
) -> tuple[str, tuple[str, ...]]:
    """Write an evaluation; return the number of its milestone and those of the actions.

    Args:
        held: what took place.
        milestone: that was planned for it, None to add one.
        edits: takes the rows.

    Raises:
        SmqError: there is no register of milestones or of actions, or a cell is not understood.
    """
    cells = {
        "date_reelle": held.day.isoformat(),
        "resultat": held.decision,
        "ecarts": "|".join(gap.text for gap in held.gaps),
        "piece": held.report,
        VERSION: held.version,
    }
    if milestone is None:
        number = edits.add(
            MILESTONES, {"type": held.kind, "date_prevue": held.day.isoformat(), **cells}
        )
    else:
        number = milestone.key
        edits.change(MILESTONES, number, cells)
    return number, tuple(_action(gap, number, held, edits) for gap in held.gaps)


def gaps_of(
    texts: Sequence[str], owners: Sequence[str], dues: Sequence[date], processes: Sequence[str]
) -> tuple[Gap, ...]:
    """Return the écarts: of what is given once for all, or once each in the same order.

    Raises:
        SmqError: a list is neither of one nor of as many as there are écarts.
    """
    columns: list[Sequence[object]] = []
    for option, given in (("--owner", owners), ("--due", dues), ("--process", processes)):
        if len(given) not in (1, len(texts)):
            raise SmqError(
                _("{option} is given {count} times for {gaps} gaps."),
                _("Give it once for all, or once for each gap, in the same order."),
                option=option,
                count=len(given),
                gaps=len(texts),
            )
        columns.append(given if len(given) == len(texts) else [given[0]] * len(texts))
    return tuple(
        Gap(text, str(owner), due, str(process))
        for text, owner, due, process in zip(texts, *columns, strict=True)
        if isinstance(due, date)
    )


def _action(gap: Gap, milestone: str, held: Held, edits: TableEdits) -> str:
    return edits.add(
        ACTIONS,
        {
            "date": held.day.isoformat(),
            "origine": ORIGIN,
            "jalon": milestone,
            "processus": gap.process,
            "description": gap.text,
            "responsable": gap.owner,
            "echeance": gap.due.isoformat(),
            "statut": "a_faire",
        },
    )


def _planned(row: Row) -> date:
    value = row.value("date_prevue")
    return value if isinstance(value, date) else date.max
