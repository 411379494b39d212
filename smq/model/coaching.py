"""Working sessions on the road to the label: what was expected, what was said, what comes next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from smq.model.location import Location

DOCUMENT = "document"
REGISTER = "registre"
CRITERION = "critere"
ANSWER = "reponse"
TASK = "tache"
"""Words of the column `nature`: how an expectation is judged."""


class Standing(StrEnum):
    """What became of a deliverable; the value is JSON's word."""

    DONE = "done"
    PARTIAL = "partial"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A deliverable expected at a session (*attendu*).

    Attributes:
        id: its number; empty for one that is only a phrase of the session's row.
        session: number of the session for which it is due.
        kind: `document`, `registre`, `critere` (evidence of a criterion), `reponse` (an answer to
            it) or `tache`.
        title: in words.
        document: code, when a document has a state to reach or is to be signed.
        status: word of the state to reach (`applicable`), or None.
        table: when a register has rows to have.
        rows: how many.
        person: who sees to it, or None.
        due: when, or None: at the session.
        criteria: why.
        done_on: for a task: when it was done.
        reason: why it is not done, or the empty string.
        location: of its row.
        evidence: word of the piece of evidence that is asked; empty for the whole criterion.
    """

    id: str
    session: str
    kind: str
    title: str
    document: str | None = None
    status: str | None = None
    table: str | None = None
    rows: int = 1
    person: str | None = None
    due: date | None = None
    criteria: tuple[str, ...] = ()
    done_on: date | None = None
    reason: str = ""
    location: Location | None = None
    evidence: str = ""

    @property
    def names(self) -> frozenset[str]:
        """Return the words by which it is known again when another session expects it too."""
        own = (self.title,) if self.kind == CRITERION else (self.document, self.table, self.title)
        return frozenset(word for word in (*own, *evidence_names(self)) if word)


class _Asking(Protocol):
    """What asks for evidence: an expectation, or a deliverable."""

    @property
    def criteria(self) -> tuple[str, ...]: ...
    @property
    def evidence(self) -> str: ...


def evidence_names(asking: _Asking) -> tuple[str, ...]:
    """Return the pieces of evidence that are asked, each with its criterion: whatever the words."""
    return tuple(f"{one} {asking.evidence}" for one in asking.criteria if asking.evidence)


@dataclass(frozen=True, slots=True)
class Judged:
    """An expectation with what became of it.

    Attributes:
        expectation: which.
        standing: what became of it.
        message: a sentence (msgid) that says the fact.
        values: fill it.
        plural: msgid for `count` of the values other than one, or None.
        command: what to type for what is not done, or None.
    """

    expectation: Expectation
    standing: Standing
    message: str
    values: tuple[tuple[str, object], ...] = ()
    plural: str | None = None
    command: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session.

    Attributes:
        id: number in the register of milestones.
        kind: `formation`, `travail`, `redaction` or `exercice_blanc`.
        planned: date set, or None.
        held: when it took place, None when it did not yet.
        hours: how long, as written.
        people: who was there.
        done: what was done.
        next: date of the next one that was agreed, or None.
        fixed: people set its date: no plan moves it.
        questions: left open.
        training: received that day.
        result: in words.
        location: of its row.
    """

    id: str
    kind: str
    planned: date | None
    held: date | None
    hours: str = ""
    people: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    next: date | None = None
    fixed: bool = False
    questions: tuple[str, ...] = ()
    training: str = ""
    result: str = ""
    location: Location | None = None

    @property
    def day(self) -> date | None:
        """Return when it took place, else when it is planned."""
        return self.held or self.planned


@dataclass(frozen=True, slots=True)
class Remark:
    """What a coach said of a document, until it is answered.

    Attributes:
        id: number in the register of remarks.
        session: number of the session at which it was made.
        document: code, None when the remark is about the whole.
        text: the remark.
        author: who made it, a function or a name.
        person: who answers, or None.
        answer: in words, or the empty string.
        answered: when, or None.
        location: of its row.
    """

    id: str
    session: str
    document: str | None
    text: str
    author: str
    person: str | None
    answer: str
    answered: date | None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """What is noted of a session that took place.

    Attributes:
        held: when.
        hours: how long, as typed.
        people: who was there.
        done: what was done.
        questions: left open.
        training: received that day.
        next: date of the next session, or None.
        remarks: (code of a document or the empty string, remark).
        earlier: remarks that the register has already.
        author: who made the remarks (a function, not a name).
        result: in words.
    """

    held: date
    hours: str = ""
    people: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    training: str = ""
    next: date | None = None
    remarks: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[str, str], ...] = ()
    author: str = ""
    result: str = ""
