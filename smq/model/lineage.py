"""What history says of the documents: which commit held which, with what code and identifier."""

from dataclasses import dataclass, field

from smq.model.code import Code


@dataclass(frozen=True, slots=True)
class PastDocument:
    """A document in a commit: its header is not read further than that.

    Attributes:
        path: POSIX path below the platform's folder.
        code: that it bore, None when it had none of the pattern.
        id: permanent identifier, or None.
    """

    path: str
    code: Code | None
    id: str | None

    @property
    def key(self) -> str:
        """Return what makes a document the same one through history."""
        return self.id or f"path:{self.path}"


@dataclass(frozen=True, slots=True)
class Step:
    """A commit.

    Attributes:
        commit: its full name.
        parents: names of those before it, the first one first.
        changed: path → the document that it left there, None when it left none; compared with the
            first parent.
    """

    commit: str
    parents: tuple[str, ...]
    changed: tuple[tuple[str, PastDocument | None], ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The commits that the work tree stands on.

    Attributes:
        steps: parents before children.
        tips: HEAD first, then what is being merged; empty when nothing was recorded.
        cut: commits whose parents this copy of the repository lacks.
    """

    steps: tuple[Step, ...] = ()
    tips: tuple[str, ...] = ()
    cut: frozenset[str] = field(default=frozenset())
