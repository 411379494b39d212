"""What evidence is judged on: one platform at one date, with the look-ups that evidence needs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from smq import lifecycle
from smq.coverage.settings_facts import settings_facts
from smq.load.declarations import FILE_NAME as ANSWERS
from smq.model import Document, Location, QualitySystem, Status
from smq.model.coverage import Judgement, Proof
from smq.model.filed import FiledRecord
from smq.model.referential import Criterion, Declaration, Referential
from smq.model.table import Register, Row
from smq.sections import obligatory, standing
from smq.tracing import Index


@dataclass(frozen=True, eq=False)
class Case:
    """A platform, as evidence looks at it.

    Attributes:
        system: everything that was read.
        referential: whose criteria are judged.
        judged: what became of the criteria that others cite, each judged once.
        hidden: facts of the settings that are taken for absent.
    """

    system: QualitySystem
    referential: Referential
    judged: dict[str, Judgement] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """Return the settings by the names that conditions and `fait` use."""
        found = settings_facts(self.system.settings)
        absent = {n: () if isinstance(found[n], tuple) else "" for n in self.hidden & found.keys()}
        return {**found, **absent}

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Return the living documents, each as its version in force when it has one.

        A revision under way never lowers a criterion (`design.md` §3).
        """
        return tuple(
            lifecycle.version_in_force(document, self.system) or document
            for document in self.system.documents
            if document.status is not Status.WITHDRAWN
        )

    @cached_property
    def by_model(self) -> Mapping[str, tuple[Document, ...]]:
        """Return the documents of each `modele`, without the name of the kit."""
        found: dict[str, list[Document]] = {}
        for document in self.documents:
            if document.model:
                found.setdefault(document.model.rpartition("/")[2], []).append(document)
        return {model: tuple(group) for model, group in found.items()}

    @cached_property
    def criteria(self) -> Mapping[str, Criterion]:
        """Return the criteria of every referential by id."""
        known = (self.referential, *self.system.referentials)
        return {c.id: c for referential in reversed(known) for c in referential.criteria}

    @cached_property
    def index(self) -> Index:
        """Return the rows by what they name."""
        return Index(self.system.registers)

    @cached_property
    def declarations(self) -> Mapping[str, Declaration]:
        """Return the last answer given for each criterion."""
        return {found.criterion: found for found in self.system.declarations}

    @cached_property
    def answers_lost(self) -> Location | None:
        """Return where `evaluation.yaml` stops being readable, None when it is, or is not there."""
        return next(
            (
                problem.location
                for problem in self.system.problems
                if problem.location.path == ANSWERS and problem.kind == "unreadable-header"
            ),
            None,
        )

    def of_type(self, type_: str) -> Iterator[Document]:
        """Yield the living documents of a type."""
        yield from (document for document in self.documents if document.type == type_)

    def register(self, name: str) -> Register | None:
        """Return a table, None when the platform has no schema of that name."""
        return self.system.registers.get(name)

    def bearers(self, register: Register) -> Mapping[str, int]:
        """Return identifier → how many rows of a table bear it, 0 for one that none bears."""
        found = self._bearers.get(register.name)
        if found is None:
            found = self._bearers[register.name] = Counter(row.key for row in register.rows)
        return found

    @cached_property
    def _bearers(self) -> dict[str, Counter[str]]:
        return {}

    def records_of(self, document: Document) -> Iterator[FiledRecord]:
        """Yield the filed records that fill in a form or model."""
        for record in self.system.records:
            by_id = record.form_id is not None and record.form_id == document.id
            if by_id or (record.form_id is None and record.form == document.code_text):
                yield record

    def without(self, proof: Proof) -> "Case":
        """Return the platform without what a proof names; without all of it when it is joined."""
        refs = frozenset(proof.ref.split(" | "))
        system = replace(
            self.system,
            documents=tuple(d for d in self.system.documents if d.label not in refs),
            registers={name: _cut(t, refs) for name, t in self.system.registers.items()},
            records=tuple(r for r in self.system.records if not refs & {r.file, r.id}),
            declarations=tuple(d for d in self.system.declarations if d.criterion not in refs),
        )
        return Case(system, self.referential, hidden=self.hidden | refs)

    def is_in_force(self, document: Document) -> bool:
        """Return whether an approved version of a document holds at the date."""
        return lifecycle.version_in_force(document, self.system) is not None

    def missing_sections(self, document: Document) -> tuple[str, ...]:
        """Return the titles of the obligatory sections that are absent or hold nothing."""
        asked = obligatory(document, self.system)
        pairs = zip(asked, standing(asked, document), strict=True)
        return tuple(section.title for section, found in pairs if found is None or found.empty)

    def names_of(self, register: Register, row: Row) -> dict[str, object]:
        """Return what the conditions on a row may name: its columns and today's date."""
        values: dict[str, object] = {column.name: "" for column in register.schema.columns}
        for name, cell in row.cells.items():
            values[name] = "" if cell.value is None else cell.value
        return {**values, "aujourdhui": self.system.today}


def _cut(register: Register, refs: frozenset[str]) -> Register:
    """Return a table without the rows that references name, or without all of them."""
    if register.name in refs:
        return replace(register, rows=(), by_key={})
    kept = tuple(r for r in register.rows if f"{register.name}:{r.key or r.line}" not in refs)
    if len(kept) == len(register.rows):
        return register
    keyed = {row.key: row for row in reversed(kept) if row.key}
    return replace(register, rows=kept, by_key=keyed)
