"""« Documents associés », set small and run in: looked up rather than read."""

from itertools import chain

from smq.i18n import _
from smq.render.docx.front import front_title
from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, keep_with_next, run, w
from smq.render.docx.tables import Shape, cell, properties, shared
from smq.render.docx.writer import Writer
from smq.render.page import Related, Target
from smq.render.wording import listed

_PARTS = (20, 80)
"""Widths: the label, its documents."""
_UNSPLIT = 40
"""Documents of a group that stays on one page."""


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
    between = writer.set_text(listed(("", ""), writer.page.language))
    said = chain.from_iterable((run(between), _target(writer, t)) for t in group.targets)
    documents = cell(writer, widths[1], [writer.paragraph(Style.SMALL, *list(said)[1:])])
    unsplit = w("trPr", w("cantSplit")) if len(group.targets) <= _UNSPLIT else None
    return w("tr", unsplit, label, documents)


def _target(writer: Writer, target: Target) -> Element:
    shown = writer.set_text(" – ".join(part for part in (target.code, target.title) if part))
    if not target.href:
        return run(shown)
    style = writer.style(Style.HYPERLINK)
    look = [w("rStyle", val=style)] if style else []
    return writer.external(target.href, [run(shown, *look)])
