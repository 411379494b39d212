"""A place in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A file, and where in it.

    Attributes:
        path: POSIX path relative to the platform's root.
        line: from 1, or None for the whole file.
        column: from 1, in code points, or None for the whole line.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return `path:line:column`, without the parts that are unknown."""
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)
