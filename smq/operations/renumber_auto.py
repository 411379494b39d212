"""`smq renumber --auto`: each code one document's again, each mention leading where it was meant.

Pure: what git knows is handed over (`contracts.md` §10).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from smq.model import Document, Location, QualitySystem
from smq.operations.moves import Renaming
from smq.operations.new_places import originals
from smq.operations.occurrences import Occurrence, occurrences
from smq.operations.renaming import refuse_unreadable, rename
from smq.operations.rewording import Identity
from smq.operations.settling import Followed, Ground, Left, Settlement
from smq.operations.shared_codes import SharedCodes, key_of
from smq.renumbering import NOT_RECORDED, meant

_Places = dict[str, dict[int, dict[Identity, str]]]


def renumber_auto(system: QualitySystem, ground: Ground) -> Settlement:
    """Return every change that gives each code back to one document.

    The documents that leave a code get the next numbers. A mention follows the document that it
    meant when its line was written; so does one of a code that its document left before, on another
    branch. What cannot be decided stays and is listed.

    Args:
        system: the platform, its registers and records read.
        ground: what git says.

    Raises:
        SmqError: a file cannot be read, or a change cannot be made for sure.
    """
    refuse_unreadable(system)
    shared = SharedCodes(system, ground)
    follower = _Follower(system, ground, shared)
    moves = tuple(settled.move for settled in shared.settled)
    renaming = Renaming(
        moves=moves,
        cited={},
        files=originals(system, moves, {}),
        places=follower.places,
    )
    return Settlement(
        renaming=renaming,
        renamed=rename(system, renaming, ground.read),
        settled=shared.settled,
        unsettled=shared.unsettled,
        followed=tuple(sorted(follower.followed, key=lambda found: found.location)),
        left=tuple(sorted(follower.left, key=lambda found: found.location)),
    )


@dataclass(frozen=True)
class _Follower:
    """Finds what each mention of a doubtful code means."""

    system: QualitySystem
    ground: Ground
    shared: SharedCodes

    @cached_property
    def places(self) -> _Places:
        """Return what is written anew, by file and line."""
        found: _Places = {}
        for occurrence, new in self._new:
            line = found.setdefault(occurrence.path, {}).setdefault(occurrence.line, {})
            line[occurrence.code.identity] = new
        return found

    @cached_property
    def followed(self) -> tuple[Followed, ...]:
        """Return the mentions that are written anew."""
        return tuple(Followed(o.location, o.code.text, new) for o, new in self._new)

    @cached_property
    def left(self) -> tuple[Left, ...]:
        """Return the mentions of shared codes of which it is not known whom they mean."""
        found = [
            Left(occurrence.location, occurrence.code.text, self._candidates(occurrence.code.text))
            for occurrence, key in self._meanings
            if occurrence.code.identity in self.shared.identities and key not in self._last
        ]
        return (*found, *self._elsewhere())

    @cached_property
    def _new(self) -> tuple[tuple[Occurrence, str], ...]:
        found = []
        for occurrence, key in self._meanings:
            document = self._last.get(key or "")
            new = self._codes.get(document.path) if document else None
            if new and self._leads(occurrence.code.identity) is not document:
                found.append((occurrence, new))
        return tuple(found)

    @cached_property
    def _last(self) -> Mapping[str, Document]:
        """Return the document of each key; a copy is nobody's past."""
        copies = self.shared.copies
        return {key_of(d): d for d in self.system.documents if d.path not in copies}

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """Return path of a document → its code from now on."""
        now = {d.path: d.code.text for d in self.system.documents if d.code}
        moved = ((s.move.document.path, s.move.code) for s in self.shared.settled)
        return {**now, **{path: code for path, code in moved if code}}

    @cached_property
    def _bearers(self) -> Mapping[Identity, tuple[Document, ...]]:
        """Return the documents that each code leads to from now on, aliases left out."""
        parse = self.system.settings.codification.parse
        found: dict[Identity, tuple[Document, ...]] = {}
        for document in self.system.documents:
            code = parse(self._codes.get(document.path, ""))
            if code:
                found[code.identity] = (*found.get(code.identity, ()), document)
        return found

    def _leads(self, identity: Identity) -> Document | None:
        found = self._bearers.get(identity) or self.system.by_alias.get(identity, ())
        return found[0] if len(found) == 1 else None

    @cached_property
    def _doubtful(self) -> frozenset[Identity]:
        """Return the codes that a document of now bore and that do not lead to it alone."""
        refused = {d.path for unsettled in self.shared.unsettled for d in unsettled.documents}
        found = set(self.shared.identities)
        for identity, keys in self.ground.past.borne.items():
            leads = self._leads(identity)
            bore = [self._last[key] for key in keys if key in self._last]
            shared = self._bearers.get(identity, ())
            if any(document is not leads for document in bore) and not (
                len(shared) > 1 and any(document.path in refused for document in shared)
            ):
                found.add(identity)
        return frozenset(found)

    @cached_property
    def _meanings(self) -> tuple[tuple[Occurrence, str | None], ...]:
        """Return each mention of a doubtful code and the key of the document that it means."""
        if not self._doubtful:
            return ()
        by_file: dict[str, list[Occurrence]] = {}
        for found in occurrences(self.system, self._doubtful, self.ground.read):
            by_file.setdefault(found.path, []).append(found)
        forms = {record.location.path: record for record in self.system.records}
        meanings: list[tuple[Occurrence, str | None]] = []
        for path, here in by_file.items():
            record = forms.get(path)
            wrote = self.ground.blame(path, {o.line for o in here if o.lines_agree})
            for occurrence in here:
                key = self._meant(occurrence, wrote)
                if record and record.form_id and record.form == occurrence.code.text:
                    key = record.form_id
                meanings.append((occurrence, key))
        return tuple(meanings)

    def _meant(self, occurrence: Occurrence, wrote: Mapping[int, str]) -> str | None:
        commit = wrote.get(occurrence.line, NOT_RECORDED)
        if not occurrence.lines_agree:
            commit = NOT_RECORDED
        return meant(self.ground.past, commit, occurrence.code.identity)

    def _candidates(self, code: str) -> tuple[tuple[str, str], ...]:
        documents: Iterable[Document] = self.system.with_code(code)
        return tuple(sorted((self._codes.get(d.path, d.label), d.title) for d in documents))

    def _elsewhere(self) -> Iterator[Left]:
        """Yield the mentions in tables that smq reads and does not write."""
        find = self.system.settings.codification.find
        for source in self.system.settings.register_sources:
            for row in self.system.rows(source.table):
                for column, cell in row.cells.items():
                    for _start, _end, code in find(cell.text):
                        if code.identity in self.shared.identities:
                            place: Location = row.at(column)
                            yield Left(place, code.text, self._candidates(code.text))
