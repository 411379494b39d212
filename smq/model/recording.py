"""What history knows of a line of approval: who recorded it, when, under which signature."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Signed(StrEnum):
    """What a signature is worth, judged by the keys that the platform itself names."""

    NOT = "not"
    KNOWN = "known"
    STRANGER = "stranger"
    BROKEN = "broken"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature of a commit.

    Attributes:
        state: what it is worth.
        addresses: to whom the platform gives that key, folded; empty when it is not known.
        lacking: what is not there to verify it: the name of a program, or `key`.
    """

    state: Signed
    addresses: tuple[str, ...] = ()
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """The commit that brought a line of approval to its document.

    Attributes:
        commit: its name.
        author: e-mail address of whoever made the change, folded.
        committer: e-mail address of whoever put it where it is, folded.
        day: of the author, as their clock said.
        at_once: both are of the same instant: the change was not taken over later.
        before: day of the change before it in the same document, None when it is the first.
        begins: the platform's history begins with this commit: what it holds is older.
        cut: the clone does not hold what came before it.
        signature: None when it was not looked at.
    """

    commit: str
    author: str
    committer: str
    day: date
    at_once: bool
    before: date | None = None
    begins: bool = False
    cut: bool = False
    signature: Signature | None = None
