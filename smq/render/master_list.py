"""The two lists that gather headers: applicable documents, and records with their retention."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from smq.i18n import Translator, _
from smq.lifecycle import next_review, version_in_force
from smq.model import Approval, Document, QualitySystem, Status
from smq.model.register import RegisterSchema, Retention
from smq.render.cartouche import status_label, type_label, version_label
from smq.render.page import Block, Grid, Prose
from smq.render.register_tables import retention_label
from smq.render.related import reading_order
from smq.render.structured import Sheet
from smq.render.wording import NONE, literal, person_name, shown_date

_FILE = 2
"""Column of the list of records that tells the file of a table."""


def master_list(
    system: QualitySystem, translate: Translator, *, wide: bool = True
) -> tuple[Block, ...]:
    """Return «Liste des documents applicables»: those in force, then the others, by process.

    Records are not listed: they prove, nobody applies them (ISO 9001:2015, 7.5.3). On a narrow page
    the type has no column of its own: the code tells it.
    """
    listed = sorted(
        (d for d in system.documents if _is_applied(d, system)), key=reading_order(system)
    )
    in_force = [found for d in listed if (found := _in_force(d, system))]
    others = [d for d in listed if not _in_force(d, system)]
    # Withdrawn documents come last: nobody looks for them first.
    others.sort(key=lambda d: d.status is Status.WITHDRAWN)
    columns = _columns(system, translate, wide=wide)
    first = _documents(translate(_("Documents in force")), in_force, columns)
    second = _documents(translate(_("Documents not in force")), others, columns)
    return (*(first or _nothing_in_force(translate)), *second)


def record_list(
    system: QualitySystem,
    schemas: Mapping[str, RegisterSchema],
    translate: Translator,
    *,
    wide: bool = True,
) -> tuple[Block, ...]:
    """Return «Liste des enregistrements»: each table of each register, then the forms filled in.

    Withdrawn registers stay: their rows are kept until their term. On a narrow page a file has no
    column of its own, as words would be cut in the others: the register named by its code tells it.
    """
    documents = sorted((d for d in system.documents if d.code_text), key=reading_order(system))
    tables = [row for d in documents for row in _tables(d, system, schemas, translate)]
    forms = [row for d in documents for row in _forms(d, system, schemas, translate)]
    return (*_registers(tables, translate, wide=wide), *_filled_forms(forms, translate))


def applicable_documents(system: QualitySystem) -> tuple[Document, ...]:
    """Return the versions in force of the documents that people apply, by process.

    A list or report that is made by smq counts once its header says that it applies.
    """
    listed = sorted(
        (d for d in system.documents if _is_applied(d, system)), key=reading_order(system)
    )
    held = (version_in_force(document, system) for document in listed)
    unfinished = (None, Status.DRAFT, Status.IN_REVIEW)
    return tuple(d for d in held if d is not None and d.status not in unfinished)


def owner(document: Document, system: QualitySystem) -> str:
    """Return who answers for a document: the owner of its process."""
    process = system.settings.process(document.process)
    return literal(person_name(process.owner, system.settings)) if process else ""


def _in_force(document: Document, system: QualitySystem) -> Document | None:
    """Return the version in force: what readers apply while the next is being written."""
    if document.is_in_force(system.today):
        return document
    return system.earlier.get(document.path)


def _is_applied(document: Document, system: QualitySystem) -> bool:
    declared = system.type_of(document)
    record = declared and declared.approval is Approval.NONE and not declared.generated
    return bool(document.code_text) and not record


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the master list: its heading, its relative width, what a document says there."""

    heading: str
    width: int
    cell: Callable[[Document], str]


def _columns(system: QualitySystem, translate: Translator, *, wide: bool) -> tuple[_Column, ...]:
    language = translate.language

    def review(document: Document) -> str:
        withdrawn = document.status is Status.WITHDRAWN
        return shown_date(None if withdrawn else next_review(document, system), language)

    shown = [
        _Column(translate(_("Code")), 5, lambda d: d.code_text or ""),
        _Column(translate(_("Title")), 9, lambda d: literal(d.title)),
        _Column(translate(_("Version")), 4, lambda d: literal(version_label(d, system, translate))),
        _Column(translate(_("Effective date")), 5, lambda d: shown_date(d.effective, language)),
        _Column(translate(_("State")), 4, lambda d: literal(status_label(d, system, translate))),
        _Column(translate(_("Next review")), 4, review),
    ]
    if wide:
        shown.insert(
            2, _Column(translate(_("Type")), 5, lambda d: literal(type_label(d, system, language)))
        )
    if not system.settings.codification.has_process:
        # Where codes do not tell the process, a column does.
        shown.insert(1, _Column(translate(_("Process")), 3, lambda d: literal(d.process or "")))
    return tuple(shown)


def _documents(
    title: str, documents: list[Document], columns: tuple[_Column, ...]
) -> tuple[Grid, ...]:
    if not documents:
        return ()
    rows = tuple(tuple(c.cell(document) or NONE for c in columns) for document in documents)
    header = tuple(c.heading for c in columns)
    return (Grid(title, header, rows, widths=tuple(c.width for c in columns)),)


def _tables(
    document: Document,
    system: QualitySystem,
    schemas: Mapping[str, RegisterSchema],
    translate: Translator,
) -> list[tuple[str, ...]]:
    sheet = _sheet(document, system, translate, "tables")
    rows = []
    for name in sheet.reader.texts("tables") if sheet else ():
        schema = schemas.get(name)
        retention = schema.retention if schema else Retention()
        cells = (
            literal(schema.title if schema else name),
            document.code_text or "",
            literal(f"registres/{name}.csv"),
            retention_label(retention, translate),
            literal(retention.outcome or ""),
            owner(document, system),
        )
        rows.append(tuple(cell or NONE for cell in cells))
    return rows


def _forms(
    document: Document,
    system: QualitySystem,
    schemas: Mapping[str, RegisterSchema],
    translate: Translator,
) -> list[tuple[str, ...]]:
    sheet = _sheet(document, system, translate, "champs")
    if sheet is None or document.status is Status.WITHDRAWN:
        return []
    register = sheet.reader.text("registre")
    schema = schemas.get(register or "")
    cells = (
        literal(document.title),
        document.code_text or "",
        literal(schema.title if schema else register or ""),
        owner(document, system),
    )
    return [tuple(cell or NONE for cell in cells)]


def _sheet(
    document: Document, system: QualitySystem, translate: Translator, field: str
) -> Sheet | None:
    """Return the sheet of a document whose type declares a field, None for another document."""
    declared = system.type_of(document)
    if declared is None or field not in {f.name for f in declared.fields}:
        return None
    return Sheet(document, declared, translate)


def _nothing_in_force(translate: Translator) -> tuple[Prose, ...]:
    """Return the heading of the first list and the sentence that stands for its rows."""
    heading = f"## {translate(_('Documents in force'))}"
    return Prose(heading), Prose(translate(_("No document is in force yet.")))


def _registers(
    rows: list[tuple[str, ...]], translate: Translator, *, wide: bool
) -> tuple[Grid, ...]:
    header = (
        translate(_("Title")),
        translate(_("Code")),
        translate(_("File")),
        translate(_("Retention")),
        translate(_("Then")),
        translate(_("Answered for by")),
    )
    title = translate(_("Registers"))
    widths = (6, 5, 6, 6, 5, 6)
    shown = [i for i in range(len(header)) if wide or i != _FILE]
    cells = [tuple(row[i] for i in shown) for row in (header, *rows)]
    parts = tuple(widths[i] for i in shown)
    return (Grid(title, cells[0], tuple(cells[1:]), widths=parts, compact=True),) if rows else ()


def _filled_forms(rows: list[tuple[str, ...]], translate: Translator) -> tuple[Grid, ...]:
    header = (
        translate(_("Title")),
        translate(_("Code")),
        translate(_("Register fed")),
        translate(_("Answered for by")),
    )
    title = translate(_("Forms filled in"))
    return (Grid(title, header, tuple(rows), widths=(7, 4, 6, 5)),) if rows else ()
