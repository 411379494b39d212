"""A referential: what a label or a standard asks, as data of the kit (`contracts.md` §11)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from smq.model.header import Node, Scalar
from smq.model.location import Location


class Level(StrEnum):
    """How much a criterion weighs; the value is the word of the file."""

    PRIORITY = "prioritaire"
    EXPECTED = "attendu"
    RECOMMENDED = "recommande"


class Mark(StrEnum):
    """Where a criterion comes from; the value is the word of the file."""

    PROGRAMME = "programme"
    PUBLIC_PAGE = "page_publique"
    INFERRED = "deduit"


class Nature(StrEnum):
    """Who can tell: the tool, a person who answers, or only a reader; the value is JSON's word."""

    COMPUTED = "computed"
    DECLARED = "declared"
    TO_BE_READ = "to_be_read"


STAGES = ("eligibilite", "engagement", "label", "suivi")
"""Stages of the road to the label, in order."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What would prove a criterion: one node of a tree.

    Attributes:
        kind: the word that names its sort (`document`, `registre`, `tout`…).
        node: what is written below that word, or the mapping that holds it.
        location: where.
        beside: keys written beside the word that nothing reads.
    """

    kind: str
    node: Node
    location: Location
    beside: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a criterion comes from.

    Attributes:
        kind: `programme`, `iso9001`, `page`…
        section: section of the text, or None.
        edition: of a standard, or None.
        clause: of a standard, or None.
    """

    kind: str
    section: str | None = None
    edition: str | None = None
    clause: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion.

    Attributes:
        id: for example `INF-PR-01`.
        chapter: code of its chapter.
        title: in the language of the referential.
        level, mark, nature: see there.
        stages: at which it is looked at.
        condition: on the activities (`si`), None = always applicable.
        evidence: what proves it, None for one that only a reader can judge.
        sources: where it comes from.
        help: what an evaluator looks at.
        location: of its `id`.
    """

    id: str
    chapter: str
    title: str
    level: Level
    mark: Mark
    nature: Nature
    stages: tuple[str, ...]
    condition: str | None
    evidence: Evidence | None
    sources: tuple[Source, ...]
    help: str
    location: Location


@dataclass(frozen=True)
class Referential:
    """The criteria of one referential.

    Attributes:
        name: of its file.
        title: as shown.
        version: of the data.
        notice: what every output that shows it must say («référentiel de travail, non officiel»).
        chapters: code → title, in order.
        criteria: in order.
        path: of the file.
    """

    name: str
    title: str
    version: str
    notice: str
    chapters: Mapping[str, str] = field(default_factory=dict)
    criteria: tuple[Criterion, ...] = ()
    path: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, Criterion]:
        """Return the criteria by id; the first of two."""
        return {criterion.id: criterion for criterion in reversed(self.criteria)}


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a person answered for a criterion, in `evaluation.yaml`.

    Attributes:
        criterion: its id.
        status: `satisfait`, `partiel`, `non satisfait` or `sans objet`, as written.
        reason: why.
        by: who answered (person id or name), or None.
        date: when, or None.
        location: of the id.
    """

    criterion: str
    status: str
    reason: str
    by: str | None
    date: date | None
    location: Location
