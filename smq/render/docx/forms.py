"""The fields of a form, as content controls in tables, section by section."""

from itertools import groupby

from smq.i18n import _
from smq.render.docx import controls
from smq.render.docx.names import Style
from smq.render.docx.oxml import TWIPS_PER_CM, Element, run
from smq.render.docx.tables import Cell, Shape, measured, shared, table
from smq.render.docx.writer import Writer
from smq.render.page import FormField

SIGNATURE_HEIGHT = round(1.5 * TWIPS_PER_CM)
LONG_TEXT_HEIGHT = round(1.5 * TWIPS_PER_CM)
LINE_HEIGHT = round(0.65 * TWIPS_PER_CM)
"""Room to write by hand."""
_FEWEST_ROWS = 1


def form(writer: Writer) -> list[Element]:
    """Return the sections of the form, or nothing."""
    found: list[Element] = []
    for section, fields in groupby(writer.page.form, key=lambda f: f.section):
        if section:
            title = writer.set_text(section)
            bookmark = writer.new_bookmark(title)
            found.append(writer.heading(1, writer.plain(section), title, bookmark))
        for is_table, group in groupby(fields, key=lambda f: f.kind == "tableau"):
            if is_table:
                for field in group:
                    found.extend(_rows_to_fill(writer, field))
            else:
                found.extend(_simple_fields(writer, list(group)))
    if any(field.required for field in writer.page.form):
        found.append(writer.label(writer.translate(_("* to be filled in")), Style.HELP))
    return found


def _simple_fields(writer: Writer, fields: list[FormField]) -> list[Element]:
    rows = [[_label(writer, field), [_answer(writer, field)]] for field in fields]
    tall = {"signature": SIGNATURE_HEIGHT, "texte_long": LONG_TEXT_HEIGHT}
    heights = tuple(
        (index, tall.get(field.kind, LINE_HEIGHT)) for index, field in enumerate(fields)
    )
    widths = shared(writer.template.text_width, (36, 64))
    shape = Shape(Style.FORM, widths, labels=True, heights=heights)
    return [table(writer, shape, rows), writer.gap()]


def _label(writer: Writer, field: FormField, keep_next: bool = False) -> Cell:
    text = f"{field.label} *" if field.required else field.label
    cells = [writer.label(text, Style.LABEL, keep_next=keep_next)]
    if field.help:
        cells.append(writer.label(field.help, Style.HELP, keep_next=keep_next))
    return cells


def _answer(writer: Writer, field: FormField) -> Element:
    title, tag = field.label, field.name
    if field.kind == "signature":
        return writer.paragraph(Style.CELL)
    if field.kind == "case":
        box = controls.check_box(writer, title, tag=tag)
        return writer.paragraph(Style.CELL, box, run(" " + writer.translate(_("Yes"))))
    if field.kind == "date":
        return writer.paragraph(Style.CELL, controls.date_box(writer, title, tag))
    if field.kind == "choix":
        return writer.paragraph(Style.CELL, controls.choice_box(writer, title, tag, field.choices))
    long = field.kind == "texte_long"
    hint = writer.translate(_("A number")) if field.kind == "nombre" else ""
    return writer.paragraph(Style.CELL, controls.text_box(writer, title, tag, long=long, hint=hint))


def _rows_to_fill(writer: Writer, field: FormField) -> list[Element]:
    """Return a table of empty rows under the field's label."""
    columns = field.columns or (field.label,)
    widths = measured(writer.template.text_width, [columns])
    rows = [[[writer.label(column)] for column in columns]]
    for number in range(1, max(field.rows, _FEWEST_ROWS) + 1):
        cells = []
        for column in columns:
            title, tag = f"{column} {number}", f"{field.name}.{number}"
            cells.append([writer.paragraph(Style.CELL, _blank(writer, title, tag))])
        rows.append(cells)
    heights = tuple((index, LINE_HEIGHT) for index in range(1, len(rows)))
    shape = Shape(Style.TABLE, widths, header=True, heights=heights)
    return [
        *_label(writer, field, keep_next=True),
        table(writer, shape, rows),
        writer.gap(),
    ]


def _blank(writer: Writer, title: str, tag: str) -> Element:
    """Return a control that prints as an empty cell."""
    return controls.text_box(writer, title, tag, hint="\u2003" * 3)
