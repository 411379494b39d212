"""Joins two versions of a whole folder: moved, removed and added files, then what each holds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from smq.load import text
from smq.load.yaml import parse
from smq.merging.content import joined_content
from smq.merging.passage import Passage, Settling, Side, Sort
from smq.model import Fields, text_of

FILE = frozenset({"100644", "100755"})
"""Modes of what is a file; the others are links and repositories inside."""


class Kept(NamedTuple):
    """A file as git keeps it: its mode, and the name of its content."""

    mode: str
    blob: str


Tree = Mapping[str, Kept]


@dataclass(frozen=True)
class Three:
    """Three versions of a folder.

    Attributes:
        base: as both knew it.
        mine: as it is here.
        theirs: as the others have it.
        moved_here: path in base → path here, of files that git sees moved.
        moved_there: likewise on the other side.
        read: the bytes of a content by its name.
    """

    base: Tree
    mine: Tree
    theirs: Tree
    read: Callable[[str], bytes]
    moved_here: Mapping[str, str] = field(default_factory=dict)
    moved_there: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Joined:
    """A folder that holds what both sides changed.

    Attributes:
        files: path → what git keeps already, or bytes that it does not know yet with their mode.
        twice: paths that both sides changed and that were joined.
        copies: path of a file that no one can join → path of the copy of mine beside it.
    """

    files: dict[str, Kept | tuple[str, bytes]] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)
    copies: dict[str, str] = field(default_factory=dict)


def joined_tree(
    three: Three,
    settling: Settling,
    keys: Mapping[str, str],
    copy_name: Callable[[str], str],
) -> Joined:
    """Return a folder that holds what both sides changed.

    Args:
        three: the versions.
        settling: chooses where both changed one place.
        keys: path of a register → the column that tells its rows apart.
        copy_name: path of the copy of a file that is kept beside the one of the others.
    """
    return _TreeJoin(three, settling, keys, copy_name).joined()


def identifier(raw: bytes) -> str | None:
    """Return the permanent identifier that a document says in its header."""
    decoded = text.decode(raw)
    header = text.split(decoded.text).header if decoded else None
    node = parse(header) if header else None
    return text_of(node.get("id")) if isinstance(node, Fields) else None


class _TreeJoin:
    def __init__(
        self,
        three: Three,
        settling: Settling,
        keys: Mapping[str, str],
        copy_name: Callable[[str], str],
    ) -> None:
        self.three = three
        self.settling = settling
        self.keys = keys
        self.copy_name = copy_name
        self.result = Joined()
        self.here = _moves(three, three.mine, three.moved_here)
        self.there = _moves(three, three.theirs, three.moved_there)

    def joined(self) -> Joined:
        three = self.three
        for path in three.base:
            self.known(path)
        here = set(three.mine) - set(three.base) - set(self.here.values())
        there = set(three.theirs) - set(three.base) - set(self.there.values())
        for path in sorted(there):
            self.put(path, three.theirs[path])
        for path in sorted(here):
            self.added_here(path)
        return self.result

    def known(self, path: str) -> None:
        """Take a file that both sides knew."""
        three = self.three
        base = three.base[path]
        mine_at, theirs_at = self.here.get(path, path), self.there.get(path, path)
        mine, theirs = three.mine.get(mine_at), three.theirs.get(theirs_at)
        if mine is None or theirs is None:
            self.removed(path, base, (mine_at, mine), (theirs_at, theirs))
            return
        at = self.name(path, mine_at, theirs_at)
        if theirs in (mine, base):
            self.put(at, mine)
        elif mine == base:
            self.put(at, theirs)
        else:
            self.changed_twice(at, base, mine, theirs)

    def name(self, path: str, here: str, there: str) -> str:
        """Return where a file lies that may have been moved on both sides."""
        if there in (here, path):
            return here
        if here == path:
            return there
        side = self.settling.side(Passage(here, Sort.NAME, (), here, there, path))
        return there if side is Side.THEIRS else here

    def removed(
        self,
        path: str,
        base: Kept,
        here: tuple[str, Kept | None],
        there: tuple[str, Kept | None],
    ) -> None:
        """Take a file that one side removed, or both."""
        stays = here if here[1] else there
        if stays[1] is None or (stays[1] == base and stays[0] == path):
            return
        left, right = (None if side[1] is None else side[0] for side in (here, there))
        side = self.settling.side(Passage(path, Sort.FILE, (), left, right, path))
        chosen = there if side is Side.THEIRS else here
        if chosen[1] is not None:
            self.put(chosen[0], chosen[1])

    def changed_twice(self, path: str, base: Kept | None, mine: Kept, theirs: Kept) -> None:
        """Take a file that both sides changed, each in its way."""
        mode = mine.mode if base is None or mine.mode != base.mode else theirs.mode
        if mine.blob == theirs.blob:
            self.put(path, Kept(mode, mine.blob))
            return
        if not {mine.mode, theirs.mode} <= FILE:
            side = self.settling.side(Passage(path, Sort.FILE, (), mine.blob, theirs.blob))
            self.put(path, theirs if side is Side.THEIRS else mine)
            return
        read = self.three.read
        old = read(base.blob) if base and base.mode in FILE else None
        whole = joined_content(
            path, old, read(mine.blob), read(theirs.blob), self.keys, self.settling
        )
        self.result.twice.append(path)
        if whole is None:
            self.beside(path, mine, theirs)
        else:
            self.result.files[path] = (mode, whole)

    def beside(self, path: str, mine: Kept, theirs: Kept) -> None:
        """Keep a file of the others under its name, and mine beside it."""
        copy = self.copy_name(path)
        self.result.copies[path] = copy
        self.put(path, theirs)
        self.put(copy, mine)

    def added_here(self, path: str) -> None:
        """Take a file that is new here, whatever the others put under its name."""
        mine, theirs = self.three.mine[path], self.result.files.get(path)
        if theirs is None or theirs == mine:
            self.put(path, mine)
        elif isinstance(theirs, Kept) and not self.are_two(mine, theirs):
            self.changed_twice(path, None, mine, theirs)
        else:
            self.put(self.free_name(path), mine)

    def are_two(self, mine: Kept, theirs: Kept) -> bool:
        """Return whether two files of one name are two documents, each with its identifier."""
        if not {mine.mode, theirs.mode} <= FILE:
            return False
        one, other = (identifier(self.three.read(kept.blob)) for kept in (mine, theirs))
        return one is not None and other is not None and one != other

    def free_name(self, path: str) -> str:
        """Return a name near another that no file has."""
        stem, dot, suffix = path.rpartition(".")
        number = 2
        taken = {*self.result.files, *self.three.mine, *self.three.theirs}
        while f"{stem}-{number}{dot}{suffix}" in taken:
            number += 1
        return f"{stem}-{number}{dot}{suffix}"

    def put(self, path: str, kept: Kept) -> None:
        """Put a file that git keeps at its place; two that want one place both stay."""
        there = self.result.files.get(path)
        at = path if there in (None, kept) else self.free_name(path)
        self.result.files[at] = kept


def _moves(three: Three, side: Tree, seen: Mapping[str, str]) -> dict[str, str]:
    """Return path in base → path on a side: a document is known by its identifier, before git."""
    gone = {path for path in three.base if path not in side}
    new = {path for path in side if path not in three.base}
    found = {old: at for old, at in seen.items() if old in gone and at in new}
    if gone and new:
        before = _by_identifier(three, three.base, gone)
        after = _by_identifier(three, side, new)
        for name in before.keys() & after.keys():
            found = {old: at for old, at in found.items() if at != after[name]}
            found[before[name]] = after[name]
    return found


def _by_identifier(three: Three, tree: Tree, paths: Iterable[str]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for path in paths:
        if path.lower().endswith(".md") and tree[path].mode in FILE:
            name = identifier(three.read(tree[path].blob))
            if name:
                found.setdefault(name, []).append(path)
    # A copied file has the identifier of another: neither is known by it.
    return {name: alike[0] for name, alike in found.items() if len(alike) == 1}
