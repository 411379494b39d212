"""What options, or answers, say of a session that took place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What options say of a session, as typed.

    Attributes:
        on: when it was held; None = today.
        hours: how long.
        present: who was there.
        done: what was done.
        questions: left open.
        answered: questions that are open no more, as they are written.
        remarks: of the coach, each with the code of its document in front or without.
        training: received that day.
        following: date of the next session, or None.
        add: to a session that is closed already.
    """

    on: str | None = None
    hours: str = ""
    present: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    training: str = ""
    following: str | None = None
    add: bool = False
