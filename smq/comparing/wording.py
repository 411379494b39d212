"""A comparison in words: names of fields, what became of a section, the closing counts."""

import re
from collections.abc import Iterator

from smq.comparing.result import Comparison, SectionChange
from smq.comparing.words import Change, new, old
from smq.i18n import Translator, _, plural

FIELDS = {
    "titre": _("Title"),
    "type": _("Type"),
    "processus": _("Process"),
    "date_application": _("Effective date"),
    "prochaine_revue": _("Next review"),
    "redacteur": _("Written by"),
    "verificateur": _("Reviewed by"),
    "approbateur": _("Approved by"),
    "diffusion": _("Audience"),
    "criteres": _("Criteria"),
    "plateaux": _("Technical units"),
    "remplace": _("Replaces"),
}
"""Our name of a field → what people call it."""
PEOPLE = frozenset({"redacteur", "verificateur", "approbateur"})

_PLACE = re.compile(r"^([^.\[]+)(?:\[(\d+)\])?(?:\.(.+))?$")
_SECTION = {
    Change.ADDED: _("section added"),
    Change.REMOVED: _("section removed"),
}
_COUNTS = (
    plural(_("{count} field of the header"), _("{count} fields of the header")),
    plural(_("{count} section added"), _("{count} sections added")),
    plural(_("{count} section removed"), _("{count} sections removed")),
    plural(_("{count} section renamed"), _("{count} sections renamed")),
    plural(_("{count} section moved"), _("{count} sections moved")),
    plural(_("{count} passage changed"), _("{count} passages changed")),
    plural(_("{count} passage added"), _("{count} passages added")),
    plural(_("{count} passage removed"), _("{count} passages removed")),
    plural(_("{count} table row changed"), _("{count} table rows changed")),
    plural(_("{count} table row added"), _("{count} table rows added")),
    plural(_("{count} table row removed"), _("{count} table rows removed")),
    plural(_("{count} picture"), _("{count} pictures")),
    plural(_("{count} link added"), _("{count} links added")),
    plural(_("{count} link removed"), _("{count} links removed")),
)


def field_name(field: str, say: Translator) -> str:
    """Return what people call a place of the header: `etapes[2].qui` → «étapes, row 2, qui»."""
    match = _PLACE.match(field)
    if match is None:
        return field
    name = say(FIELDS[match[1]]) if match[1] in FIELDS else match[1].replace("_", " ")
    row = say(_("row {number}"), number=match[2]) if match[2] else ""
    return ", ".join(part for part in (name, row, (match[3] or "").replace("_", " ")) if part)


def section_name(section: SectionChange, say: Translator) -> str:
    """Return the heading of a section as it is now; what stands before the first has a name too."""
    return new(section.title) or old(section.title) or say(_("Before the first heading"))


def section_fate(section: SectionChange, say: Translator) -> str:
    """Return what became of a section as such, nothing when only its text changed."""
    found = [say(_SECTION[section.how])] if section.how in _SECTION else []
    if section.renamed:
        found.append(say(_("was called «{title}»"), title=old(section.title)))
    if section.moved:
        found.append(say(_("section moved")))
    return ", ".join(found)


def closing(comparison: Comparison, say: Translator) -> str:
    """Return one line that counts all that changed, without its point."""
    told = [
        say.plural(*forms, count)
        for forms, count in zip(_COUNTS, _counted(comparison), strict=True)
        if count
    ]
    if not told:
        return say(_("nothing changed"))
    return ", ".join(told)


def _counted(comparison: Comparison) -> Iterator[int]:
    sections = comparison.sections
    yield len(comparison.fields)
    yield sum(one.how is Change.ADDED for one in sections)
    yield sum(one.how is Change.REMOVED for one in sections)
    yield sum(one.renamed for one in sections)
    yield sum(one.moved for one in sections)
    blocks = [block for one in sections for block in one.blocks]
    texts = [block for block in blocks if block.kind != "table"]
    rows = [row for block in blocks for row in block.rows]
    for group in (texts, rows):
        for how in (Change.CHANGED, Change.ADDED, Change.REMOVED):
            yield sum(one.how is how for one in group)
    yield len(comparison.pictures) + (comparison.original is not None)
    yield sum(how is Change.ADDED for _code, _title, how in comparison.links)
    yield sum(how is Change.REMOVED for _code, _title, how in comparison.links)
