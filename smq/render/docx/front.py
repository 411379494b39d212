"""What surrounds the text: approval, history, contents list, related documents."""

from smq.i18n import _
from smq.render.docx.names import CONTENTS, Style
from smq.render.docx.oxml import TWIPS_PER_CM, Element, run, w
from smq.render.docx.tables import Shape, shared, table
from smq.render.docx.writer import Writer
from smq.render.page import Related, Target

FEWEST_HEADINGS = 4
"""A contents list of fewer lines tells nothing that the page does not show."""
_VISA_HEIGHT = round(1.5 * TWIPS_PER_CM)
"""Room for a wet signature: 15 mm."""


def approval(writer: Writer) -> list[Element]:
    """Return the table of visas, or nothing."""
    visas = writer.page.visas
    if not visas:
        return []
    translate = writer.translate
    labelled = (
        ("", [visa.role for visa in visas]),
        (translate(_("Name")), [visa.name for visa in visas]),
        (translate(_("Function")), [visa.function for visa in visas]),
        (translate(_("Date")), [visa.date for visa in visas]),
        (translate(_("Visa")), [visa.visa for visa in visas]),
    )
    rows = [[[writer.label(text)] for text in (label, *texts)] for label, texts in labelled]
    widths = shared(writer.template.text_width, [2, *[5] * len(visas)])
    shape = Shape(
        Style.TABLE,
        widths,
        header=True,
        labels=True,
        heights=((len(rows) - 1, _VISA_HEIGHT),),
        keep=True,
    )
    return [_title(writer, translate(_("Approval"))), table(writer, shape, rows), writer.gap()]


def history(writer: Writer) -> list[Element]:
    """Return the table of revisions, or nothing."""
    revisions = writer.page.history
    if not revisions:
        return []
    translate = writer.translate
    header = (_("Version"), _("Date"), _("Author"), _("Purpose of the change"))
    rows = [[[writer.label(translate(word))] for word in header]]
    rows += [
        [[writer.label(text)] for text in (r.version, r.date, r.author, r.change)]
        for r in revisions
    ]
    widths = shared(writer.template.text_width, (11, 16, 26, 47))
    shape = Shape(Style.TABLE, widths, header=True)
    title = _title(writer, translate(_("Revision history")))
    return [title, table(writer, shape, rows), writer.gap()]


def contents(writer: Writer) -> list[Element]:
    """Return the list of headings, each a link to its place, or nothing when they are few.

    It holds no page number: only Word could tell it, and a field would prompt at opening.
    """
    page = writer.page
    if not page.contents or page.form or len(writer.outline) < FEWEST_HEADINGS:
        return []
    found = [_title(writer, writer.translate(_("Contents")))]
    for heading in writer.outline:
        style = CONTENTS[min(heading.level, len(CONTENTS)) - 1]
        link = w("hyperlink", run(heading.text), anchor=heading.bookmark, history=1)
        found.append(writer.paragraph(style, link))
    return found


def related(writer: Writer) -> list[Element]:
    """Return « Documents associés », or nothing."""
    groups = [group for group in writer.page.related if group.targets]
    if not groups:
        return []
    rows = [[[writer.label(group.label)], _targets(writer, group)] for group in groups]
    shape = Shape(Style.SHEET, shared(writer.template.text_width, (26, 74)), labels=True)
    title = _title(writer, writer.translate(_("Related documents")))
    return [title, table(writer, shape, rows), writer.gap()]


def _targets(writer: Writer, group: Related) -> list[Element]:
    return [writer.paragraph(Style.CELL, _target(writer, target)) for target in group.targets]


def _target(writer: Writer, target: Target) -> Element:
    shown = writer.set_text(" – ".join(part for part in (target.code, target.title) if part))
    if not target.href:
        return run(shown)
    style = writer.style(Style.HYPERLINK)
    properties = [w("rStyle", val=style)] if style else []
    return writer.external(target.href, [run(shown, *properties)])


def _title(writer: Writer, text: str) -> Element:
    return writer.label(text, Style.FRONT_HEADING, keep_next=True)
