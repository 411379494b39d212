"""Gives documents other codes, processes and places: what follows in every file, as changes.

Pure: it sees the system and the bytes that it is handed. `process merge` is built on it.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from smq.errors import SmqError
from smq.i18n import _
from smq.links.files import Files
from smq.load import text as texts
from smq.load import yaml
from smq.load.declarations import FILE_NAME as ANSWERS
from smq.model import Change, Fields, QualitySystem
from smq.model.filed import FiledRecord
from smq.operations.header_edit import decoded
from smq.operations.moves import Renaming
from smq.operations.occurrences import Read, written_tables
from smq.operations.renamed_document import Following, renamed_document, unsure
from smq.operations.renamed_table import renamed_table
from smq.operations.rewording import Rewording
from smq.root import FILE_NAME as SETTINGS

_UNREADABLE = ("unreadable-header", "missing-header", "two-headers", "merge-marker", "binary-file")


@dataclass(frozen=True, slots=True)
class Renamed:
    """What a renaming writes.

    Attributes:
        changes: whole files.
        moved: (old path, new path) of the files that are the same under another name.
        citing: paths of the other files that follow.
        untouched: (table, path) of registers kept elsewhere that cite a code.
    """

    changes: tuple[Change, ...]
    moved: tuple[tuple[str, str], ...]
    citing: tuple[str, ...]
    untouched: tuple[tuple[str, str], ...]


def rename(system: QualitySystem, renaming: Renaming, read: Read) -> Renamed:
    """Return every change that a renaming makes.

    Every mention follows: in texts (inline code too, fenced blocks not), headers, rows of the
    registers that smq writes, answers, settings, and in the sidecars of records, whose names follow
    too. What a record itself says is never altered.

    Args:
        system: the platform, its registers and records read.
        renaming: what becomes of what.
        read: path → bytes of a file.

    Raises:
        SmqError: a file that has to change cannot be read or changed for sure, or a file that moves
            would take the place of another.
    """
    return _Rename(system, renaming, read).result()


def refuse_unreadable(system: QualitySystem) -> None:
    """Refuse to change codes while a file cannot be read.

    Raises:
        SmqError: one cannot.
    """
    fault = next((p for p in system.problems if p.kind in _UNREADABLE), None)
    if fault:
        raise SmqError(
            _("{place} cannot be read, and could cite a code that changes; nothing was written."),
            _("What is wrong there: smq check {path}"),
            place=fault.location,
            path=fault.location.path,
        )


@dataclass
class _Rename:
    """One renaming: each file is written once, under its last name."""

    system: QualitySystem
    renaming: Renaming
    read: Read
    written: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def result(self) -> Renamed:
        self._documents()
        self._records()
        self._tables()
        for path in (ANSWERS, SETTINGS):
            self._yaml(path, self._words_in(path))
        for path, new in self.renaming.files.items():
            raw = self.read(path)
            # A name in another form of Unicode is not on the disk.
            if path not in self.written and raw is not None:
                self.written[path] = (new, raw)
        changes = tuple(self._changes())
        kept = {path: new for path, (new, _after) in self.written.items()}
        return Renamed(
            changes=changes,
            moved=tuple((old, new) for old, new in sorted(kept.items()) if old != new),
            citing=tuple(sorted(old for old, new in kept.items() if old == new)),
            untouched=tuple(self._untouched()),
        )

    @cached_property
    def _words(self) -> Rewording:
        codification = self.system.settings.codification
        paths = {**self.renaming.folders, **self.renaming.paths, **self._stems}
        return Rewording(codification, self.renaming.cited, paths)

    def _words_in(self, path: str) -> Rewording:
        """Return how codes and paths are written from now on in one file."""
        lines = self.renaming.places.get(path)
        return replace(self._words, lines=lines) if lines else self._words

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Return file name without its ending → the new one, for links that name a file so."""
        pairs = ((_stem(m.document.path), _stem(m.path)) for m in self.renaming.moves)
        removed = ((_stem(old), _stem(new)) for old, new in self.renaming.removed.items())
        # A name that is a code alone is found as a code.
        parse = self.system.settings.codification.parse
        return {old: new for old, new in (*pairs, *removed) if old != new and not parse(old)}

    def _documents(self) -> None:
        moves = {move.document.path: move for move in self.renaming.moves}
        files = Files(self.system.files | {d.path for d in self.system.documents})
        for document in self.system.documents:
            if document.path in self.renaming.removed:
                continue
            raw = self.read(document.path) or b""
            move = moves.get(document.path)
            words = self._words_in(document.path)
            following = Following(self.system, words, self.renaming, files)
            after = renamed_document(document, raw, move, following)
            path = move.path if move else self.renaming.paths.get(document.path, document.path)
            if after != raw or path != document.path:
                self.written[document.path] = (path, after)

    def _records(self) -> None:
        for record in self.system.records:
            sidecar = record.location.path
            names = self._record_names(record, sidecar)
            paths = {**self._words.paths, **{_name(o): _name(n) for o, n in names.items()}}
            self._yaml(sidecar, replace(self._words_in(sidecar), paths=paths), names.get(sidecar))
            for old, new in names.items():
                if old not in self.written:
                    self.written[old] = (new, self.read(old) or b"")

    def _record_names(self, record: FiledRecord, sidecar: str) -> dict[str, str]:
        """Return old path → new path of a sidecar and of its file, when their names hold a code."""
        found: dict[str, str] = {}
        here = self.renaming.places.get(sidecar, {}).values()
        cited = {**self.renaming.cited, **{old: new for line in here for old, new in line.items()}}
        for path in (sidecar, record.file):
            if path is None or self.read(path) is None:
                continue
            place = self.renaming.paths.get(path, path)
            code = self.system.settings.codification.parse_start(_name(place))
            new = cited.get(code.identity) if code else None
            if code and new:
                folder = posixpath.dirname(place)
                place = posixpath.join(folder, new + _name(place)[len(code.text) :])
            if place != path:
                found[path] = place
        return found

    def _tables(self) -> None:
        by_path = {register.path: register for register in self.system.registers.values()}
        for path in written_tables(self.system):
            raw = self.read(path)
            if raw is None:
                continue
            words = self._words_in(path)
            after = renamed_table(raw, by_path.get(path), words, self.renaming.processes)
            if after != raw:
                self.written[path] = (path, after)

    def _untouched(self) -> Iterator[tuple[str, str]]:
        for source in self.system.settings.register_sources:
            register = self.system.registers.get(source.table)
            rows = register.rows if register else ()
            held = (cell.text for row in rows for cell in row.cells.values())
            if register and any(list(self._words.code_edits(text)) for text in held):
                yield register.name, register.path

    def _yaml(self, path: str, words: Rewording, new: str | None = None) -> None:
        raw = self.read(path)
        if raw is None:
            return
        found = texts.decode(raw)
        if found is None or words.of(found.text) == found.text:
            if new is not None:
                self.written[path] = (new, raw)
            return
        before = decoded(raw, path)
        after = words.of(before)
        if not isinstance(yaml.parse(after.replace("\r\n", "\n")), Fields):
            raise unsure(path)
        mark = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
        self.written[path] = (new or path, mark + after.encode())

    def _changes(self) -> Iterator[Change]:
        gone = {*self.renaming.removed, *(o for o, (n, _raw) in self.written.items() if o != n)}
        taken: dict[str, str] = {}
        for old, (new, after) in sorted(self.written.items()):
            if new in taken or (new != old and self.read(new) is not None and new not in gone):
                raise SmqError(
                    _("{path} would take the place of {other}; nothing was written."),
                    _("Rename one of the two files, then run the command again."),
                    path=old,
                    other=taken.get(new, new),
                )
            taken[new] = old
            yield Change(new, self.read(new), after)
        for path in sorted(gone - set(taken)):
            yield Change(path, self.read(path), None)


def _name(path: str) -> str:
    return posixpath.basename(path)


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]
