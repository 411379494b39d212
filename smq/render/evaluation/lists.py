"""The lists of the evaluation document: documents, registers, records, drafts, derogations."""

from collections.abc import Iterator
from dataclasses import replace

from smq.evaluation.checked import Fault
from smq.evaluation.gaps import CLOSED
from smq.i18n import _
from smq.model import Document
from smq.model.header import scalars
from smq.model.table import Register
from smq.render.cartouche import status_label
from smq.render.evaluation.telling import Telling
from smq.render.master_list import master_list, owner
from smq.render.page import Block, Grid
from smq.render.register_tables import retention_label
from smq.render.wording import NONE, literal, person_name


def documents(telling: Telling) -> Iterator[Block]:
    """Yield the master list; codes of documents of the folder lead to them."""
    yield telling.heading(_("List of applicable documents"))
    # The second table is of documents that do not enter: the action plan names them.
    for block in master_list(telling.file.system, telling.translate)[:1]:
        yield replace(block, title="", compact=True) if isinstance(block, Grid) else block


def registers(telling: Telling) -> Iterator[Block]:
    """Yield the list of records: each table, how many rows, how long they are kept."""
    translate = telling.translate
    rows = tuple(_register_row(register, telling) for register in telling.file.contents.registers)
    withheld = telling.file.contents.withheld
    text = translate(
        _("Each title leads to the workbook of the register. Records in the folder: {count}."),
        count=len(telling.file.contents.records),
    )
    if withheld:
        text += " " + translate.plural(
            _("{count} record that names a person or is confidential is kept back."),
            _("{count} records that name a person or are confidential are kept back."),
            len(withheld),
        )
    unfiled = [r for _name, r in sorted(telling.file.system.registers.items()) if not r.present]
    if unfiled:
        named = ", ".join(literal(register.schema.title) for register in unfiled)
        text += "\n\n" + translate(
            _("Registers of which the platform has no file: {names}."), names=named
        )
    yield telling.heading(_("List of records"), text)
    header = (
        translate(_("Register")),
        translate(_("Code")),
        translate(_("Rows")),
        translate(_("Retention")),
        translate(_("Then")),
        translate(_("Answered for by")),
    )
    yield Grid("", header, rows, widths=(14, 7, 3, 12, 8, 8), compact=True)
    yield from _absent(telling)


def _absent(telling: Telling) -> Iterator[Block]:
    """Yield the files that rows name and that are not there: as their cells are shown."""
    file, translate = telling.file, telling.translate
    rows = []
    for one in file.contents.absent:
        register = file.system.registers[one.table]
        row = next((row for row in register.rows if row.line == one.line), None)
        shown = row.text(one.column) if row else one.path
        place = one.key or translate(_("line {line}"), line=one.line)
        rows.append((telling.table_link(one.table), literal(place), literal(shown)))
    if rows:
        header = (translate(_("Register")), translate(_("Row")), translate(_("File")))
        title = translate(_("Files that a register names and the platform does not have"))
        yield Grid(title, header, tuple(rows), widths=(12, 6, 24), compact=True, level=2)


def drafts(telling: Telling) -> Iterator[Block]:
    """Yield the documents that do not enter the folder, with the open action that names each."""
    file, translate = telling.file, telling.translate
    if not file.contents.drafts:
        return
    rows = tuple(
        (
            literal(document.label),
            literal(document.title),
            literal(status_label(document, file.system, translate)),
            owner(document, file.system) or NONE,
            _actions_on(document, telling) or NONE,
        )
        for document in sorted(file.contents.drafts, key=lambda d: d.label)
    )
    yield Grid(
        translate(_("Documents not in force, which do not enter this folder")),
        (
            translate(_("Code")),
            translate(_("Title")),
            translate(_("State")),
            translate(_("Answered for by")),
            translate(_("Action")),
        ),
        rows,
        widths=(6, 16, 6, 8, 10),
        compact=True,
        level=2,
    )


def errors(telling: Telling) -> Iterator[Block]:
    """Yield the errors that the check finds, a line a rule."""
    checked, translate = telling.file.checked, telling.translate
    rows = tuple(
        (
            rule,
            literal(checked.title(rule)),
            str(len(faults)),
            ", ".join(dict.fromkeys(_fault(one, telling) for one in faults)),
        )
        for rule, faults in checked.by_rule().items()
    )
    if rows:
        header = (
            translate(_("Rule")),
            translate(_("What the check finds")),
            translate(_("Errors")),
            translate(_("Where")),
        )
        title = translate(_("Errors that the check finds"))
        yield Grid(title, header, rows, widths=(4, 20, 3, 18), compact=True, level=2)


def _fault(fault: Fault, telling: Telling) -> str:
    """Return what is at fault; a row leads to the workbook of its register."""
    path = telling.file.places.tables.get(fault.table)
    return telling.link(fault.place, path)


def derogations(telling: Telling) -> Iterator[Block]:
    """Yield the derogations in force, or the sentence that there is none."""
    settings, translate = telling.file.system.settings, telling.translate
    today = telling.file.system.today
    rows = tuple(
        (
            literal(one.rule.replace("_", " ")),
            ", ".join(one.types) or translate(_("all")),
            literal(one.reason),
            literal(person_name(one.by, settings)),
            translate.date(one.recorded) if one.recorded else NONE,
            translate.date(one.end) if one.end else NONE,
        )
        for one in settings.derogations
        if one.end is None or one.end >= today
    )
    none = "" if rows else translate(_("No derogation is in force."))
    yield telling.heading(_("Derogations in force"), none)
    if rows:
        header = (
            translate(_("Rule")),
            translate(_("Types")),
            translate(_("Reason")),
            translate(_("By")),
            translate(_("Recorded on")),
            translate(_("Until")),
        )
        yield Grid("", header, rows, widths=(7, 4, 18, 7, 5, 5), compact=True)


def _register_row(register: Register, telling: Telling) -> tuple[str, ...]:
    document = _described_by(register, telling)
    schema, translate = register.schema, telling.translate
    cells = (
        telling.table_link(register.name),
        (document.code_text or "") if document else "",
        str(len(register.rows)),
        retention_label(schema.retention, translate),
        literal(schema.retention.outcome or ""),
        owner(document, telling.file.system) if document else "",
    )
    return tuple(cell or NONE for cell in cells)


def _described_by(register: Register, telling: Telling) -> Document | None:
    """Return the document that says how a table is kept."""
    return next(
        (
            document
            for document in telling.file.system.documents
            if any(one.text == register.name for one in scalars(document.field("tables")))
        ),
        None,
    )


def _actions_on(document: Document, telling: Telling) -> str:
    """Return the identifiers of the open actions whose words name a document."""
    register = telling.file.system.registers.get("actions")
    code = document.code_text
    if register is None or not code:
        return ""
    return ", ".join(
        literal(row.key)
        for row in register.rows
        if row.text("statut").strip() not in CLOSED and code in row.text("description")
    )
