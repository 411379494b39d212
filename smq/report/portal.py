"""The portal's sheet as JSON, and what it lacks as lines of text."""

import json
from collections.abc import Iterator
from datetime import date

from smq.i18n import Translator, _
from smq.model.portal import PortalField, PortalTab
from smq.portal import missing
from smq.report.line import Line


def as_json(tabs: tuple[PortalTab, ...], platform: str, day: date, translate: Translator) -> str:
    """Return the sheet as JSON text; labels are in the reader's language, keys never change."""
    content = {
        "portal": "pluginlabs",
        "platform": platform,
        "date": day.isoformat(),
        "tabs": [
            {
                "name": tab.name,
                "title": translate(tab.title),
                "fields": [_plain(field, translate) for field in tab.fields],
            }
            for tab in tabs
        ],
        "missing": [
            {"name": field.name, "language": "en" if english else "fr", "source": field.source}
            for field, english in missing(tabs)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def lacks(tabs: tuple[PortalTab, ...], translate: Translator) -> Iterator[Line]:
    """Yield what is missing, one line a field, with where it is written."""
    found = missing(tabs)
    if not found:
        yield Line.of(translate(_("The sheet is complete.")))
        return
    yield Line.of(
        translate.plural(
            _("{count} field is missing in the sheet:"),
            _("{count} fields are missing in the sheet:"),
            len(found),
        )
    )
    for field, english in found:
        sentence = (
            _("– {label} in English (to write in {source})")
            if english
            else _("– {label} (to write in {source})")
        )
        yield Line.of(f"  {translate(sentence, label=translate(field.label), source=field.source)}")


def _plain(field: PortalField, translate: Translator) -> dict[str, object]:
    return {
        "name": field.name,
        "label": translate(field.label),
        "source": field.source,
        "fr": [*field.french],
        "en": [*field.english],
        "rows": [dict(row) for row in field.rows],
    }
