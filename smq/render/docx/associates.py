"""« Documents associés », set small: many lines, each looked up rather than read."""

from collections.abc import Sequence

from smq.i18n import _
from smq.render.docx.front import front_title
from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, keep_with_next, run, w
from smq.render.docx.tables import Cell, Shape, cell, properties, shared
from smq.render.docx.writer import Writer
from smq.render.page import Related, Target

_PARTS = (16, 42, 42)
"""Widths: the label, two columns of documents."""
_CHARACTER, _MARGINS = 90, 390
"""Mean width of a character set small, and of what a cell leaves empty in a line, in twips."""
_UNSPLIT = 16
_HANGING = 170


def related(writer: Writer) -> list[Element]:
    """Return « Documents associés », or nothing."""
    groups = [group for group in writer.page.related if group.targets]
    if not groups:
        return []
    widths = shared(writer.template.text_width, _PARTS)
    root = w("tbl", properties(writer, Shape(Style.SHEET, widths, labels=True)))
    root.append(w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    rows = [_row(writer, group, widths) for group in groups]
    root.extend(rows)
    if len(groups) > 1:
        keep_with_next(rows[:1])
    title = front_title(writer, writer.translate(_("Related documents")))
    return [title, root, writer.gap()]


def _row(writer: Writer, group: Related, widths: tuple[int, ...]) -> Element:
    label = cell(writer, widths[0], [writer.label(group.label, Style.SMALL)])
    count = len(group.targets)
    halves = _halves(writer, group.targets, widths)
    if halves is None:
        span = w("gridSpan", val=2)
        documents = [cell(writer, sum(widths[1:]), _targets(writer, group.targets), span)]
    else:
        documents = [
            cell(writer, width, _targets(writer, targets))
            for width, targets in zip(widths[1:], halves, strict=True)
        ]
    return w("tr", w("trPr", w("cantSplit")) if count <= _UNSPLIT else None, label, *documents)


def _halves(
    writer: Writer, targets: Sequence[Target], widths: tuple[int, ...]
) -> tuple[Sequence[Target], Sequence[Target]] | None:
    """Return the documents of each of two columns, None when one column is no longer than they."""
    middle = (len(targets) + 1) // 2
    halves = targets[:middle], targets[middle:]
    beside = max(_lines(writer, half, widths[1]) for half in halves)
    return halves if beside < _lines(writer, targets, sum(widths[1:])) - 1 else None


def _lines(writer: Writer, targets: Sequence[Target], width: int) -> int:
    fitting = max((width - _MARGINS) // _CHARACTER, 1)
    return sum(-(-len(_shown(writer, target)) // fitting) for target in targets)


def _shown(writer: Writer, target: Target) -> str:
    return writer.set_text(" – ".join(part for part in (target.code, target.title) if part))


def _targets(writer: Writer, targets: Sequence[Target]) -> Cell:
    indent = (_HANGING, _HANGING)
    return [
        writer.paragraph(Style.SMALL, _target(writer, target), indent=indent) for target in targets
    ]


def _target(writer: Writer, target: Target) -> Element:
    shown = _shown(writer, target)
    if not target.href:
        return run(shown)
    style = writer.style(Style.HYPERLINK)
    look = [w("rStyle", val=style)] if style else []
    return writer.external(target.href, [run(shown, *look)])
