"""The fields of a form, as content controls in tables, section by section."""

from collections.abc import Sequence
from itertools import groupby

from smq.i18n import _
from smq.render.docx import controls
from smq.render.docx.names import Style
from smq.render.docx.oxml import TWIPS_PER_CM, Element, run, w
from smq.render.docx.tables import (
    Cell,
    Shape,
    cell,
    properties,
    proportioned,
    shade,
    shared,
    table,
)
from smq.render.docx.writer import Writer
from smq.render.page import FormField

SIGNATURE_HEIGHT = round(1.5 * TWIPS_PER_CM)
LONG_TEXT_HEIGHT = round(1.5 * TWIPS_PER_CM)
LINE_HEIGHT = round(0.6 * TWIPS_PER_CM)
"""Room to write by hand."""
_TALL = {"signature": SIGNATURE_HEIGHT, "texte_long": LONG_TEXT_HEIGHT}
_FEWEST_ROWS = 1
_PARTS = (28, 8, 14, 28, 22)
_ALONE, _BESIDE = (2, 3), (1, 2, 1, 1)
"""Widths, and how many of them each label and each answer of a line of one or two fields takes."""
_SHORT = ("case", "choix", "date", "nombre")
_NARROWEST, _WIDEST, _NUMBER = 12, 24, 3
"""Letters for which a column to fill has room whatever its title; a title «N°» says a number."""

Line = tuple[FormField, ...]


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


def _simple_fields(writer: Writer, fields: Sequence[FormField]) -> list[Element]:
    """Return a table of labels and answers; help stands in the wide column, where it is short."""
    widths = shared(writer.template.text_width, _PARTS)
    root = w("tbl", properties(writer, Shape(Style.FORM, widths, labels=True)))
    root.append(w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    root.extend(_line(writer, line, widths) for line in _lines(fields))
    return [root, writer.gap()]


def _lines(fields: Sequence[FormField]) -> list[Line]:
    """Return the fields one by one, short ones that follow each other two by two."""
    lines: list[Line] = []
    for field in fields:
        before = lines[-1] if lines else ()
        if len(before) == 1 and _goes_beside(before[0], field):
            lines[-1] = (before[0], field)
        else:
            lines.append((field,))
    return lines


def _goes_beside(first: FormField, second: FormField) -> bool:
    if first.help or second.help:
        return False
    if first.kind == "signature" or second.kind == "signature":
        return first.kind == second.kind
    return first.kind in _SHORT and second.kind in _SHORT


def _line(writer: Writer, line: Line, widths: Sequence[int]) -> Element:
    height = max(_TALL.get(field.kind, LINE_HEIGHT) for field in line)
    row = w("tr", w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast")))
    blocks: list[tuple[Cell, Element | None]] = []
    for number, field in enumerate(line):
        # The style of the table shades its first column only.
        fill = shade(writer, Style.FORM, "firstCol") if number else None
        blocks += [([_label(writer, field)], fill)]
        blocks += [([*_help(writer, field), _answer(writer, field)], None)]
    left = 0
    for span, (said, fill) in zip(_ALONE if len(line) == 1 else _BESIDE, blocks, strict=True):
        merged = w("gridSpan", val=span) if span > 1 else None
        given = [element for element in (merged, fill) if element is not None]
        row.append(cell(writer, sum(widths[left : left + span]), said, *given))
        left += span
    return row


def _label(writer: Writer, field: FormField, keep_next: bool = False) -> Element:
    text = f"{field.label} *" if field.required else field.label
    return writer.label(text, Style.LABEL, keep_next=keep_next)


def _help(writer: Writer, field: FormField, keep_next: bool = False) -> Cell:
    return [writer.label(field.help, Style.HELP, keep_next=keep_next)] if field.help else []


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
    widths = proportioned(writer.template.text_width, [_room(c) for c in columns], [columns])
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
        _label(writer, field, keep_next=True),
        *_help(writer, field, keep_next=True),
        table(writer, shape, rows),
        writer.gap(),
    ]


def _room(title: str) -> int:
    """Return how wide a column to fill is: a short title may ask for a long answer."""
    if len(title) <= _NUMBER:
        return len(title)
    return min(max(len(title), _NARROWEST), _WIDEST)


def _blank(writer: Writer, title: str, tag: str) -> Element:
    """Return a control that prints as an empty cell."""
    return controls.text_box(writer, title, tag, hint="\u2003" * 3)
