"""Gives back one document to each code: who keeps it, and what the others get."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from smq.i18n import _
from smq.model import Code, Document, QualitySystem
from smq.model.lineage import PastDocument
from smq.numbering import next_code
from smq.operations.identifiers import unused
from smq.operations.moves import Move
from smq.operations.new_places import named_after
from smq.operations.rewording import Identity
from smq.operations.settling import Ground, Settled, Unsettled
from smq.renumbering import Claim, Kept, Why, keeper, original_of, was_approved

BOTH_APPROVED = _("both were approved: who answers for them decides which one gets another code")
NOT_KNOWN = _(
    "this copy of the repository is not whole, and does not tell which came first: run the command"
    " in a whole copy"
)
APPROVED_HERE = _("this one was approved, and {base} has another: settle it once they are together")
OFF_PATTERN = _("it does not follow the pattern of smq.yaml: correct it first")


@dataclass(frozen=True)
class SharedCodes:
    """The codes that several documents carry, and what becomes of them."""

    system: QualitySystem
    ground: Ground

    @cached_property
    def copies(self) -> dict[str, Document]:
        """Return path of a copied file → the document that it is a copy of."""
        settings = self.system.settings
        if settings.foreign and "id" not in dict(settings.reading.keys):
            return {}
        there = {past.path for past in self.ground.there}
        found: dict[str, Document] = {}
        for twins in self.system.by_id.values():
            if len(twins) > 1:
                first = original_of(twins, there, self.ground.past, settings.codification)
                found.update({twin.path: first for twin in twins if twin is not first})
        return found

    @cached_property
    def identities(self) -> frozenset[Identity]:
        """Return the codes that are to be one document's again."""
        moved = (s.move.document.code for s in self.settled if s.move.code)
        return frozenset(code.identity for code in moved if code)

    @cached_property
    def settled(self) -> tuple[Settled, ...]:
        """Return the documents that give a code up, and the copies that get an identifier."""
        given: list[str] = []
        found: list[Settled] = []
        for document, kept, place in sorted(self._leaving, key=_order):
            code = self._next(document, given)
            given.append(code)
            found.append(Settled(self._move(document, code), place, kept))
        moved = {settled.move.document.path for settled in found}
        for path, first in self.copies.items():
            if path not in moved:
                copy = next(d for d in self.system.documents if d.path == path)
                found.append(Settled(self._move(copy, None), first.path, Why.COPIED))
        return tuple(found)

    @cached_property
    def unsettled(self) -> tuple[Unsettled, ...]:
        """Return the codes that are left to people."""
        found = [*self._odd]
        for group in self._groups:
            kept = self._kept(group)
            if kept.keeper is None:
                why = BOTH_APPROVED if kept.approved else NOT_KNOWN
                documents = kept.approved or tuple(group)
                found.append(Unsettled(group[0].label, documents, why, {}))
        for document, _past in self._in_base:
            if self._is_approved(document):
                values = {"base": self.ground.base or ""}
                found.append(Unsettled(document.label, (document,), APPROVED_HERE, values))
        return tuple(found)

    @cached_property
    def _groups(self) -> tuple[tuple[Document, ...], ...]:
        return tuple(group for group in self.system.by_identity.values() if len(group) > 1)

    @cached_property
    def _leaving(self) -> tuple[tuple[Document, Why, str], ...]:
        """Return who leaves a code, why, and the path of who keeps it."""
        found: dict[str, tuple[Document, Why, str]] = {}
        for group in self._groups:
            kept = self._kept(group)
            for document in group if kept.keeper and kept.why else ():
                if document is not kept.keeper:
                    assert kept.keeper
                    assert kept.why
                    found[document.path] = document, kept.why, kept.keeper.path
        refused = {d.path for group in self._groups if not self._kept(group).keeper for d in group}
        for document, past in self._in_base:
            if not self._is_approved(document) and document.path not in refused:
                found.setdefault(document.path, (document, Why.FIRST_THERE, past.path))
        return tuple(found.values())

    @cached_property
    def _in_base(self) -> tuple[tuple[Document, PastDocument], ...]:
        """Return the documents whose code is that of another in the base, which is not here."""
        if self.ground.base is None:
            return ()
        theirs = {past.code.identity: past for past in self.ground.there if past.code}
        keys = {past.key for past in self.ground.there}
        return tuple(
            (document, past)
            for document in self.system.documents
            if document.code and (past := theirs.get(document.code.identity))
            if not _is_same(document, past) and key_of(document) not in keys
        )

    @cached_property
    def _odd(self) -> tuple[Unsettled, ...]:
        """Return the codes off the pattern, or in the wrong case, that several documents carry."""
        codes = self.system.settings.codification
        found: dict[object, list[Document]] = {}
        for document in self.system.documents:
            if document.code_text:
                code = document.code or codes.right_case(document.code_text)
                found.setdefault(code.identity if code else document.code_text, []).append(document)
        return tuple(
            Unsettled(group[0].label, tuple(group), OFF_PATTERN, {})
            for group in found.values()
            if len(group) > 1 and any(document.code is None for document in group)
        )

    def _kept(self, group: Sequence[Document]) -> Kept:
        return keeper([self._claim(document) for document in group], self.ground.past)

    def _claim(self, document: Document) -> Claim:
        key, code = key_of(document), document.code
        assert code is not None
        return Claim(
            document=document,
            approved=self._is_approved(document),
            there=any(
                past.key == key and past.code and past.code.identity == code.identity
                for past in self.ground.there
            ),
            arrival=self.ground.past.arrival(key, code.identity),
            copy=document.path in self.copies,
        )

    def _is_approved(self, document: Document) -> bool:
        # What a copied header says of approvals is true of the document that was copied.
        return was_approved(document) and document.path not in self.copies

    def _next(self, document: Document, given: Iterable[str]) -> str:
        code = document.code
        assert code is not None
        theirs = (past.code.text for past in self.ground.there if past.code)
        kind = self.system.settings.codification.kind(code)
        return next_code(self.system, kind, code.process, (*self.ground.taken, *theirs, *given))

    def _move(self, document: Document, code: str | None) -> Move:
        path = document.path
        if code and document.code:
            path = named_after(path, document.code, code, self.system.settings.codification)
        move = Move(document, code, None, path)
        if document.path in self.copies:
            return replace(move, id=unused(self.ground.new_id, self.system.by_id))
        return replace(move, alias=document.code_text if was_approved(document) else None)


def key_of(document: Document) -> str:
    """Return what makes a document the same one through history."""
    return PastDocument(document.path, document.code, document.id).key


def as_past(system: QualitySystem) -> Iterator[PastDocument]:
    """Yield the documents of the work tree as those of a commit."""
    for document in system.documents:
        yield PastDocument(document.path, document.code, document.id)


def _is_same(document: Document, past: PastDocument) -> bool:
    if document.id and past.id:
        return document.id == past.id
    return document.path == past.path


def _order(leaving: tuple[Document, Why, str]) -> tuple[str, int, str, str]:
    document = leaving[0]
    code: Code | None = document.code
    stem, number = code.identity if code else ("", 0)
    return stem, number, document.id or "~", document.path
