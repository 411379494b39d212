"""What a Word template lacks (`smq template check`)."""

import re
from dataclasses import dataclass
from enum import StrEnum

from smq.i18n import _
from smq.render.docx.names import CHARACTERS, EXPECTED_FIELDS, PARAGRAPHS, TABLES, Marker, shown
from smq.render.docx.oxml import W
from smq.render.docx.template import Template, open_template


class Kind(StrEnum):
    """What can be missing; the value is the msgid of its name."""

    STYLE = _("style")
    FIELD = _("field")
    MARKER = _("marker")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a template lacks.

    Attributes:
        kind: style, field or marker.
        name: as Word shows it.
        message: msgid of a sentence saying what becomes of documents; its placeholder is `{name}`.
    """

    kind: Kind
    name: str
    message: str


def missing(template: bytes, language: str = "en") -> tuple[Missing, ...]:
    """Return what the template lacks: markers, then fields, then styles, each in our order.

    Args:
        template: a Word file.
        language: `fr` for the names of styles that a French Word shows.

    Raises:
        SmqError: it is no Word file, holds macros, or is not safe to read.
    """
    opened = open_template(template)
    said = _paragraphs(opened)
    fields = set(re.findall(r"\{\{-?\s*(\w+)", "\n".join(said)))
    written = {text.strip() for text in said}
    found = [Missing(Kind.MARKER, m, _of_marker(m)) for m in Marker if m not in written]
    found += [
        Missing(Kind.FIELD, f"{{{{ {name} }}}}", _("No {name}: printed pages do not show it."))
        for name in EXPECTED_FIELDS
        if name not in fields
    ]
    for name in (*PARAGRAPHS, *CHARACTERS, *TABLES):
        opened.style(name)
    sentence = _("No style «{name}»: another one stands in.")
    found += [
        Missing(Kind.STYLE, shown(name, language), sentence) for name in opened.missing_styles
    ]
    return tuple(found)


def _of_marker(marker: Marker) -> str:
    if marker is Marker.BODY:
        return _("No {name}: the text is set at the end of the document.")
    return _("No {name}: that part of documents is left out.")


def _paragraphs(template: Template) -> list[str]:
    """Return the text of each paragraph; Word may have cut a field in several runs."""
    return [
        "".join(t.text or "" for t in paragraph.iter(W + "t"))
        for part in template.texts
        for paragraph in part.element.iter(W + "p")
    ]
