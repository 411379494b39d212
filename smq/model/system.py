"""The frozen picture of a platform's folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from smq.model.doctype import DocumentType
from smq.model.document import Document
from smq.model.history import History
from smq.model.problem import Problem
from smq.model.settings import Settings

if TYPE_CHECKING:
    # Most commands look at documents alone: start-up is part of every command.
    from smq.model.acknowledgement import Acknowledgement
    from smq.model.chain import Chain
    from smq.model.due import DueSource
    from smq.model.filed import FiledRecord
    from smq.model.referential import Declaration, Referential
    from smq.model.register import RegisterCopy
    from smq.model.table import Register, Row


@dataclass(frozen=True, eq=False)
class QualitySystem:
    """Everything that was read, at one date. It equals itself only, so that it can key a cache.

    Attributes:
        settings: `smq.yaml`.
        types: code → document type, from the pinned copy.
        documents: sorted by path.
        files: POSIX paths of all files below the root that a link may lead to.
        empty_proofs: those of them that an approval names as its proof and that hold nothing.
        proof_digests: those of which an approval keeps the hash → SHA-256 now, hexadecimal.
        problems: faults of form met while reading.
        history: facts of git.
        today: the date at which everything is judged.
        tables: names of the register tables that have a schema.
        registers: table → its rows; empty when they were not read.
        copies: of registers whose original lies outside the folder; empty when they were not read.
        referentials: those of the settings, in their order; empty when they were not read.
        chains: name → chain.
        due_sources: where dates that come due stand in the tables; empty when they were not read.
        declarations: answers of `evaluation.yaml`.
        records: filed records, sorted by path.
        acknowledgements: of readings, sorted by path; empty when they were not read.
        earlier: path of a document being revised → its version in force, taken from history.
    """

    settings: Settings
    today: date
    types: Mapping[str, DocumentType] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    files: frozenset[str] = frozenset()
    empty_proofs: frozenset[str] = frozenset()
    proof_digests: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    history: History = field(default_factory=History)
    tables: frozenset[str] = frozenset()
    registers: Mapping[str, "Register"] = field(default_factory=dict)
    copies: tuple["RegisterCopy", ...] = ()
    referentials: tuple["Referential", ...] = ()
    chains: Mapping[str, "Chain"] = field(default_factory=dict)
    due_sources: tuple["DueSource", ...] = ()
    declarations: tuple["Declaration", ...] = ()
    records: tuple["FiledRecord", ...] = ()
    acknowledgements: tuple["Acknowledgement", ...] = ()
    earlier: Mapping[str, Document] = field(default_factory=dict)

    @cached_property
    def by_identity(self) -> Mapping[tuple[str, int], tuple[Document, ...]]:
        """Return the documents of each code; more than one is a collision."""
        found: dict[tuple[str, int], list[Document]] = {}
        for document in self.documents:
            if document.code:
                found.setdefault(document.code.identity, []).append(document)
        return {identity: tuple(group) for identity, group in found.items()}

    @cached_property
    def by_alias(self) -> Mapping[tuple[str, int], tuple[Document, ...]]:
        """Return the documents that bore each code before."""
        found: dict[tuple[str, int], list[Document]] = {}
        for document in self.documents:
            for alias in document.aliases:
                code = self.settings.codification.parse(alias)
                if code:
                    found.setdefault(code.identity, []).append(document)
        return {identity: tuple(group) for identity, group in found.items()}

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Document, ...]]:
        """Return the documents of each permanent identifier; more than one is a copied file."""
        found: dict[str, list[Document]] = {}
        for document in self.documents:
            if document.id:
                found.setdefault(document.id, []).append(document)
        return {identifier: tuple(group) for identifier, group in found.items()}

    def with_code(self, text: str) -> tuple[Document, ...]:
        """Return the documents that carry a code, or bore it before when none carries it."""
        code = self.settings.codification.parse(text)
        if code is None:
            return tuple(d for d in self.documents if d.code_text == text)
        return self.by_identity.get(code.identity) or self.by_alias.get(code.identity, ())

    def find(self, text: str) -> Document | None:
        """Return the one document with that code, None when there is none or several."""
        found = self.with_code(text)
        return found[0] if len(found) == 1 else None

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Return every code in use, sorted."""
        return tuple(sorted({d.code_text for d in self.documents if d.code_text}))

    def nearest(self, text: str) -> str | None:
        """Return the code in use that looks most like a text, or None."""
        return nearest(text, self.codes)

    def rows(self, table: str) -> "tuple[Row, ...]":
        """Return the rows of a table, none when the platform does not keep it."""
        register = self.registers.get(table)
        return register.rows if register else ()

    def type_of(self, document: Document) -> DocumentType | None:
        """Return the type of a document, None when it is not declared."""
        return self.types.get(document.type or "")


def nearest(word: str, words: tuple[str, ...]) -> str | None:
    """Return the word that looks most like another, None when none is near."""
    # difflib is loaded only when something is wrong: start-up is part of every command.
    from difflib import get_close_matches

    close = get_close_matches(word, words, n=1, cutoff=0.6)
    if close:
        return close[0]
    folded = {w.casefold(): w for w in words}
    near = get_close_matches(word.casefold(), tuple(folded), n=1, cutoff=0.6)
    return folded[near[0]] if near else None
