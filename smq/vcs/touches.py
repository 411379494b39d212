"""What each commit did to each file: one pass of `git log`, read while git is still writing it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any, NamedTuple
from unicodedata import normalize

from smq.vcs.log import log_command
from smq.vcs.repository import Repository

NOTHING = b"0"
"""Stands for the content of a file that is not there."""
_PASS = ("--topo-order", "--raw", "-c", "--no-abbrev", "--no-renames", "-z")
_SAID = "--format=%x01%H%x1f%ae%x1f%ce%x1f%aI%x1f%cI"
_CHUNK = 1 << 16


class Touch(NamedTuple):
    """A commit that changed a file.

    Attributes:
        commit: its place in the pass, the newest is 0.
        olds: names of the content before, one for each parent.
        new: name of the content after.
    """

    commit: int
    olds: tuple[bytes, ...]
    new: bytes

    @property
    def is_first(self) -> bool:
        """Return whether the file was not there before."""
        return all(old == NOTHING for old in self.olds)


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a commit, as it says.

    Attributes:
        commit: its name.
        address, committer: e-mail addresses, folded.
        moment, committed: instants, with the author's and the committer's own clock.
    """

    commit: str
    address: str
    committer: str
    moment: str
    committed: str

    @property
    def day(self) -> date:
        """Return the author's day, where they were."""
        return date.fromisoformat(self.moment[:10])


@dataclass
class Past:
    """The history of all files, newest first.

    Attributes:
        commits: what each commit says of itself, as git writes it.
        changes: path → places of the commits that changed it, with what git writes of the change.
        deleted: place of a commit → the files that it removed.
    """

    commits: list[bytes] = field(default_factory=list)
    changes: dict[str, list[tuple[int, bytes]]] = field(default_factory=dict)
    deleted: dict[int, list[str]] = field(default_factory=dict)
    _authors: dict[int, Author] = field(default_factory=dict)

    def touches(self, path: str, after: int = -1) -> Iterator[Touch]:
        """Yield the commits that changed a file after a place of the pass, the newest first."""
        for change in self.changes.get(path, ()):
            if change[0] > after:
                yield _touch(*change)

    def before(self, path: str, touch: Touch) -> int | None:
        """Return the place of the commit that left what another changed, None when none did."""
        older = self.touches(path, touch.commit)
        return next((other.commit for other in older if other.new in touch.olds), None)

    def gone(self, commit: int) -> list[tuple[str, bytes]]:
        """Return path and last content of the files that a commit removed."""
        return [
            (path, _touch(*change).olds[0])
            for path in self.deleted.get(commit, ())
            for change in self.changes[path]
            if change[0] == commit
        ]

    def author(self, commit: int) -> Author:
        """Return who made the commit at a place of the pass."""
        known = self._authors.get(commit)
        if known is None:
            said = self.commits[commit].decode("utf-8", errors="replace")
            name, author, committer, moment, committed = said.split("\x1f")
            known = Author(name, author.casefold(), committer.casefold(), moment, committed)
            self._authors[commit] = known
        return known


def log_of_all(here: Repository) -> Any:
    """Start the pass over all commits of HEAD, for `past` to read; git works meanwhile.

    Merges tell what none of their sides held. Renames are a removal and a new file.
    """
    # Without a path: git is several times faster when it has none to compare with.
    return here.repo.git.execute(log_command(here, *_PASS, _SAID, "HEAD"), as_process=True)


def past(process: Any, watched: Collection[str], seen: Callable[[str, Touch, str], None]) -> Past:
    """Return what the commits of HEAD did to all files.

    Args:
        process: the pass, as `log_of_all` started it.
        watched: paths of files.
        seen: told path, change and author's address of each change of those, while git goes on.

    Raises:
        GitCommandError: git refuses; `opened` turns it into a sentence.
    """
    found = Past()
    fields = _fields(process.stdout)
    number, author = -1, ""
    for said in fields:
        if said[:1] == b"\x01":
            found.commits.append(said[1:])
            number += 1
            author = said.split(b"\x1f", 2)[1].decode("utf-8", errors="replace").casefold()
            continue
        change = said.lstrip(b"\n")
        if change[:1] != b":":
            continue
        path = named(next(fields))
        if change.endswith(b" D"):
            found.deleted.setdefault(number, []).append(path)
        found.changes.setdefault(path, []).append((number, change))
        if path in watched:
            seen(path, _touch(number, change), author)
    process.wait()
    return found


def _touch(commit: int, change: bytes) -> Touch:
    written = change.split(b" ")
    # One colon, one mode and one content more than there are parents.
    if change[:2] != b"::" and written[4] == b"M":
        return Touch(commit, (written[2],), written[3])
    parents = len(change) - len(change.lstrip(b":"))
    names = [name if name.strip(b"0") else NOTHING for name in written[parents + 1 : -1]]
    return Touch(commit, tuple(names[:-1]), names[-1])


def named(path: bytes) -> str:
    """Return a path in NFC, as git writes it."""
    name = path.decode("utf-8", errors="surrogateescape")
    return name if name.isascii() else normalize("NFC", name)


def _fields(stream: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := stream.read(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest
