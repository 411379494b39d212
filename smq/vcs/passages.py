"""Which commit brought a passage to a file, for many files at once, from one pass over history."""

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass

from smq.vcs.contents import Beside, Reading, contents
from smq.vcs.repository import Repository
from smq.vcs.touches import NOTHING, Author, Past, Touch, log_of_all, named, past

Held = frozenset[int]
Asked = Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Passages:
    """What is looked for in a file.

    Attributes:
        numbers: of the passages.
        held: content → numbers of those that it holds.
        is_same: content of a file that went away when this one came → whether it moved.
        likely: addresses of those who may have brought them; it saves time and decides nothing.
    """

    numbers: Held
    held: Callable[[bytes], Held]
    is_same: Callable[[bytes], bool]
    likely: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Brought:
    """The commit that brought a passage where it stands.

    Attributes:
        by: who made it.
        before: who changed the file before that, None when nobody did.
        begins: it also brought the file with which the history begins.
    """

    by: Author
    before: Author | None
    begins: bool


def brought(
    here: Repository, wanted: Mapping[str, Passages], beginning: str
) -> dict[str, dict[int, Brought | None]]:
    """Return, by path and number, the commit that brought each passage, None = not recorded yet.

    A passage taken out and put back was brought by whoever put it back. Where a file moved, what
    it held before is looked at. What history cannot tell is left out.

    Args:
        here: the repository.
        wanted: path from the top of the repository, in NFC → what is looked for.
        beginning: path of the file with which the platform's history begins.

    Raises:
        GitCommandError: git refuses; `opened` turns it into a sentence.
    """
    late = set(wanted)

    def seen(path: str, touch: Touch, author: str) -> None:
        if path in late:
            reading.ask(old for old in touch.olds if old != NOTHING)
            if author in wanted[path].likely or not wanted[path].likely:
                late.remove(path)

    # Four processes of git at once, the longest first: they are most of the time that this takes.
    log = log_of_all(here)
    listed = Beside(here, "ls-tree", "-r", "-z", "--full-tree", "HEAD")
    changed = Beside(here, "diff-index", "--name-only", "-z", "HEAD", "--")
    with Reading(here) as reading:
        found = past(log, wanted, seen)
    head = _head(listed.ended())
    unsure = frozenset(named(path) for path in changed.ended().split(b"\0") if path)
    runs = {
        path: _Search(found, passages, head.get(path), path in unsure).run(path)
        for path, passages in wanted.items()
    }
    first = found.changes.get(beginning)
    begins = first[-1][0] if first else None
    places = _finished(here, runs, reading.found)
    # One commit often brings all passages of a file.
    known = {at: _told(found, at, begins) for result in places.values() for at in result.values()}
    return {path: {n: known[at] for n, at in result.items()} for path, result in places.items()}


_Place = tuple[int, int | None]
_Result = dict[int, _Place | None]
_Answer = Mapping[bytes, bytes]
_Run = Generator[Asked, _Answer | None, _Result]


def _head(listed: bytes) -> dict[str, bytes]:
    """Return the names of the contents that HEAD holds, by path."""
    pairs = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
    return {named(path): about.rpartition(b" ")[2] for about, _tab, path in pairs}


def _finished(
    here: Repository, runs: Mapping[str, _Run], known: Mapping[bytes, bytes]
) -> dict[str, _Result]:
    """Return what searches find; what they ask for together is read together."""
    found: dict[str, _Result] = {}
    store = dict(known)
    waiting: dict[str, Asked] = dict.fromkeys(runs, ())
    answer: _Answer | None = None
    while waiting:
        still: dict[str, Asked] = {}
        for path in waiting:
            run = runs[path]
            try:
                asked = run.send(answer)
                # Most of what is asked for was read with the history.
                while all(name in store for name in asked):
                    asked = run.send(store)
                still[path] = asked
            except StopIteration as end:
                found[path] = end.value
        missing = {name for names in still.values() for name in names if name not in store}
        store |= dict.fromkeys(missing, b"") | contents(here, missing) if missing else {}
        waiting, answer = still, store
    return found


def _told(found: Past, at: _Place | None, begins: int | None) -> Brought | None:
    if at is None:
        return None
    commit, before = at
    return Brought(
        found.author(commit),
        None if before is None else found.author(before),
        commit == begins,
    )


class _Search:
    """Follows the passages of one file back to the commits that brought them."""

    def __init__(self, past: Past, passages: Passages, head: bytes | None, changed: bool) -> None:
        self.past = past
        self.passages = passages
        self.head = head
        self.changed = changed
        self.seen: dict[bytes, Held] = {NOTHING: frozenset()}
        self.result: _Result = {}

    def run(self, path: str) -> _Run:
        """Ask for contents, receive those known, and return where each passage came from."""
        everything = self.passages.numbers
        # What the folder holds unchanged is what its passages were read from.
        if self.head is not None and not self.changed:
            self.seen[self.head] = everything
        yield from self._read([self.head] if self.head else [])
        recorded = everything & self.seen[self.head or NOTHING]
        self.result = dict.fromkeys(everything - recorded)
        yield from self._follow(path, -1, recorded)
        return self.result

    def _read(self, names: Asked) -> Generator[Asked, _Answer | None, None]:
        new = [name for name in names if name not in self.seen]
        if new:
            known = (yield new) or {}
            self.seen |= {name: self.passages.held(known[name]) for name in new}

    def _follow(
        self, path: str, after: int, sought: Held
    ) -> Generator[Asked, _Answer | None, None]:
        for touch in self.past.touches(path, after):
            yield from self._read((touch.new, *touch.olds))
            came = sought & self.seen[touch.new]
            for old in touch.olds:
                came -= self.seen[old]
            if not came:
                continue
            sought -= came
            moved = (yield from self._moved(touch)) if touch.is_first else None
            if moved:
                yield from self._read([moved[1]])
                stayed = came & self.seen[moved[1]]
                yield from self._follow(moved[0], touch.commit, stayed)
                came -= stayed
            before = self.past.before(path, touch)
            self.result.update(dict.fromkeys(came, (touch.commit, before)))
            if not sought:
                return

    def _moved(self, touch: Touch) -> Generator[Asked, _Answer | None, tuple[str, bytes] | None]:
        """Return path and content of the file that a new one was, in the commit that moved it."""
        gone = self.past.gone(touch.commit)
        exact = next((entry for entry in gone if entry[1] == touch.new), None)
        if exact or not gone:
            return exact
        known = (yield [content for _path, content in gone]) or {}
        return next((e for e in gone if self.passages.is_same(known[e[1]])), None)
