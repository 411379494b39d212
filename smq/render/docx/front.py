"""What surrounds the text: approval, history, contents list."""

from collections.abc import Sequence

from smq.i18n import _
from smq.render.docx.names import CONTENTS, Style
from smq.render.docx.oxml import TWIPS_PER_CM, Element, run, w
from smq.render.docx.tables import Shape, labelled, shared, table
from smq.render.docx.writer import Writer
from smq.render.page import Visa

FEWEST_HEADINGS = 12
"""A text of fewer headings is two to four pages, read through: a list of them only takes room."""
_VISA_HEIGHT = round(1.5 * TWIPS_PER_CM)
"""Room for a wet signature: 15 mm."""


def approval(writer: Writer) -> list[Element]:
    """Return the table of visas, or nothing."""
    visas = writer.page.visas
    if not visas:
        return []
    title = front_title(writer, writer.translate(_("Approval")))
    return [title, *signatures(writer, visas)]


def signatures(writer: Writer, visas: Sequence[Visa]) -> list[Element]:
    """Return a table of visas, a column a person, and the gap after it."""
    translate = writer.translate
    labelled_rows = (
        ("", [visa.role for visa in visas]),
        (translate(_("Name")), [visa.name for visa in visas]),
        (translate(_("Function")), [visa.function for visa in visas]),
        (translate(_("Date")), [visa.date for visa in visas]),
        (translate(_("Visa")), [visa.visa for visa in visas]),
    )
    rows = [
        [[writer.label(text, Style.SMALL)] for text in (label, *texts)]
        for label, texts in labelled_rows
    ]
    widths = labelled(writer.template.text_width, [row[0] for row in labelled_rows], len(visas))
    shape = Shape(
        Style.TABLE,
        widths,
        header=True,
        labels=True,
        heights=((len(rows) - 1, _VISA_HEIGHT),),
        keep=True,
    )
    return [table(writer, shape, rows), writer.gap()]


def history(writer: Writer) -> list[Element]:
    """Return the table of revisions, or nothing."""
    revisions = writer.page.history
    if not revisions:
        return []
    translate = writer.translate
    header = (_("Version"), _("Date"), _("Author"), _("Purpose of the change"))
    rows = [[[writer.label(translate(word), Style.SMALL)] for word in header]]
    rows += [
        [[writer.label(text, Style.SMALL)] for text in (r.version, r.date, r.author, r.change)]
        for r in revisions
    ]
    widths = shared(writer.template.text_width, (11, 16, 26, 47))
    shape = Shape(Style.TABLE, widths, header=True)
    title = front_title(writer, translate(_("Revision history")))
    return [title, table(writer, shape, rows), writer.gap()]


def contents(writer: Writer) -> list[Element]:
    """Return the list of headings, each a link to its place, or nothing when they are few.

    It holds no page number: only Word could tell it, and a field would prompt at opening.
    """
    page = writer.page
    if not page.contents or page.form or len(writer.outline) < FEWEST_HEADINGS:
        return []
    found = [front_title(writer, writer.translate(_("Contents")))]
    for heading in writer.outline:
        style = CONTENTS[min(heading.level, len(CONTENTS)) - 1]
        link = w("hyperlink", run(heading.text), anchor=heading.bookmark, history=1)
        found.append(writer.paragraph(style, link))
    return found


def front_title(writer: Writer, text: str) -> Element:
    """Return a heading of ours, which no contents list holds."""
    return writer.label(text, Style.FRONT_HEADING, keep_next=True)
