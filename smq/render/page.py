"""What a rendered document says, once everything is resolved; no format is known here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Visa:
    """A column of the approval table: «Rédigé par», «Vérifié par», «Approuvé par»."""

    role: str
    name: str
    function: str
    date: str
    visa: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A row of the history table, already written in the page's language."""

    version: str
    date: str
    author: str
    change: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a code or a relative link leads; `href`: the file rendered beside this one, or None."""

    code: str
    title: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """One group of «Documents associés»: a label (cite, cité par…) and its documents."""

    label: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table made from structured fields: cells are inline Markdown.

    Attributes:
        title: heading above it, or empty.
        header: header row, empty for none.
        rows: cells.
        first_column_is_label: the first column is set as a label.
        widths: relative widths of the columns, empty for widths by content.
        compact: set small, for a long table that is looked up rather than read.
        level: of the heading.
        choices: column, from 0 → what a reader chooses from in each of its empty cells.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_column_is_label: bool = False
    widths: tuple[int, ...] = ()
    compact: bool = False
    level: int = 1
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a turtle diagram: a title and lines of inline Markdown."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turtle:
    """The six boxes of a process around its name (avec qui, avec quoi, comment, combien…)."""

    title: str
    centre: str
    inputs: Box
    outputs: Box
    who: Box
    means: Box
    methods: Box
    measures: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made by smq: PNG bytes, a description, the largest width and height wanted."""

    png: bytes
    description: str
    width_cm: float
    caption: str = ""
    height_cm: float = 20.0


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown text."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Boxes for wet signatures, a column a person."""

    visas: tuple[Visa, ...]


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form, rendered as a Word content control.

    `kind`: texte, texte_long, nombre, date, choix, case, tableau, signature.
    """

    section: str
    name: str
    label: str
    kind: str
    required: bool = False
    help: str = ""
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: int = 0


Block = Grid | Turtle | Picture | Prose | Signatures


@dataclass(frozen=True)
class Page:
    """A document ready to be set in any format; every label is already in its language.

    Attributes:
        language: `fr` or `en`.
        platform: name of the platform. acronym: its short name.
        logo: PNG or JPEG bytes, or None.
        code, title: of the document.
        type_label: «Procédure».
        process_label: «PRE – Réaliser les prestations».
        version_label: «2», or «3 – projet (en vigueur : 2)».
        status_label: «Applicable».
        effective, next_review: dates as shown, empty when unknown.
        audience: «Diffusion» as shown.
        watermark: word across the page (PROJET, EN VÉRIFICATION, RETIRÉ…), None when in force.
        visas, history: tables of the first page; empty = no table.
        contents: whether a contents list is set.
        before: blocks before the text (process sheet, generated lists).
        body: Markdown text of the document, header left out.
        after: blocks after the text.
        form: fields of a form.
        links: what is written in `[[…]]`, a bare code or a relative path → where it leads.
        pictures: relative path as written → bytes.
        related: groups of «Documents associés».
        modified: date of the document properties.
        landscape: page orientation.
        author: name for the document properties.
        report: it is drawn up by the tool; fields that say nothing are left out of its title block.
    """

    language: str
    platform: str
    acronym: str
    code: str
    title: str
    type_label: str
    process_label: str
    version_label: str
    status_label: str
    effective: str
    next_review: str
    audience: str
    modified: date
    watermark: str | None = None
    logo: bytes | None = None
    visas: tuple[Visa, ...] = ()
    history: tuple[Revision, ...] = ()
    contents: bool = True
    before: tuple[Block, ...] = ()
    body: str = ""
    after: tuple[Block, ...] = ()
    form: tuple[FormField, ...] = ()
    links: Mapping[str, Target] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    landscape: bool = False
    author: str = ""
    report: bool = False
