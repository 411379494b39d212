"""The sheet of the portal Plug in labs Lorraine as a Word file, ready to be copied there."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.portal import PortalField, PortalTab
from smq.render.page import Block, Grid
from smq.render.report_page import Heading, report_page, word_file
from smq.render.wording import literal, to_complete

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEADINGS = {
    "designation": _("Designation"),
    "marque": _("Make"),
    "modele": _("Model"),
    "fonction": _("What it does"),
    "intitule": _("Title"),
    "public": _("Audience"),
    "heures": _("Hours"),
}


def portal_docx(
    tabs: tuple[PortalTab, ...], system: QualitySystem, root: Path, translate: Translator
) -> bytes:
    """Return the Word file of the sheet: a table a tab, what is missing visible in its place."""
    heading = Heading(
        title=translate(_("Plug in labs Lorraine sheet")),
        kind=translate(_("Export")),
        code="Plug in labs",
    )
    blocks = (block for tab in tabs for block in _blocks(tab, translate))
    return word_file(report_page(heading, blocks, system, translate), root, translate)


def _blocks(tab: PortalTab, translate: Translator) -> Iterator[Block]:
    plain = [field for field in tab.fields if not field.rows]
    yield Grid(
        translate(tab.title),
        (translate(_("Field")), translate(_("French")), translate(_("English"))),
        tuple(_row(field, translate) for field in plain),
        first_column_is_label=True,
        widths=(7, 14, 12),
    )
    for field in tab.fields:
        if field.rows:
            header = tuple(translate(_HEADINGS[name]) for name, _text in field.rows[0])
            rows = tuple(tuple(literal(text) for _name, text in row) for row in field.rows)
            yield Grid(translate(field.label), header, rows)


def _day(text: str, translate: Translator) -> str:
    """Return an ISO day as people read it, any other text as it is."""
    if not _ISO_DAY.fullmatch(text):
        return text
    try:
        return translate.date(date.fromisoformat(text))
    except ValueError:
        return text


def _row(field: PortalField, translate: Translator) -> tuple[str, ...]:
    label = translate(field.label)
    french = "<br>".join(literal(_day(text, translate)) for text in field.french)
    english = "<br>".join(literal(text) for text in field.english)
    if not french and field.required:
        french = to_complete(label, translate)
    if field.bilingual and not english:
        english = to_complete(label, translate)
    return label, french, english
