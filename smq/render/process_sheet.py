"""A process sheet as identity, turtle, SIPOC and tables (`docs/kits.md`; ISO 9001:2015, 4.4)."""

import re
from itertools import zip_longest

from smq.i18n import Translator, _
from smq.model import Process, QualitySystem
from smq.render.page import Block, Box, Grid, Turtle
from smq.render.structured import Sheet, label_grid
from smq.render.wording import literal, person_with_function, process_label, to_complete

FIELDS = frozenset({"entrees", "activites", "sorties"})
"""A type that declares these fields is a process sheet, whatever the kit calls it."""

_ONLY_JOINS = re.compile(r"\b(?:et|ou|and|or)\b|[\s,;/]")

FAMILIES = {
    "management": _("Management"),
    "realisation": _("Realisation"),
    "support": _("Support"),
}


def process_sheet(sheet: Sheet, system: QualitySystem) -> tuple[Block, ...]:
    """Return the blocks of a process sheet; inputs and outputs stand in the SIPOC."""
    return (
        *label_grid(_identity(sheet, system)),
        _turtle(sheet, system),
        _sipoc(sheet),
        *sheet.grid("activites", widths=(4, 2, 2)),
        *_resources(sheet),
        *sheet.grid("indicateurs", widths=(2, 4, 2, 2)),
        *sheet.grid("risques", widths=(1, 1)),
        *_interactions(sheet, system),
    )


def family_label(process: Process, translate: Translator) -> str:
    """Return the family of a process as shown."""
    label = FAMILIES.get(process.family)
    return translate(label) if label else process.family


def _identity(sheet: Sheet, system: QualitySystem) -> list[tuple[str, str]]:
    translate, settings = sheet.translate, system.settings
    process = settings.process(sheet.document.process)
    owner, deputy = translate(_("Process owner")), translate(_("Deputy"))
    rows = [
        (translate(_("Process")), literal(process_label(sheet.document.process, settings))),
        (translate(_("Family")), family_label(process, translate) if process else ""),
        (owner, _who(process.owner if process else None, owner, system, translate)),
        (deputy, _who(process.deputy if process else None, deputy, system, translate)),
        (sheet.label("finalite"), sheet.text("finalite")),
        (sheet.label("perimetre"), sheet.text("perimetre")),
    ]
    return [row for row in rows if row[1]]


def _who(word: str | None, label: str, system: QualitySystem, translate: Translator) -> str:
    name = person_with_function(word, system.settings)
    return literal(name) if name else to_complete(label, translate)


def _turtle(sheet: Sheet, system: QualitySystem) -> Turtle:
    translate = sheet.translate
    return Turtle(
        title=translate(_("Turtle diagram")),
        centre=process_label(sheet.document.process, system.settings) or sheet.document.title,
        inputs=Box(translate(_("Inputs")), sheet.column("entrees", "quoi")),
        outputs=Box(translate(_("Outputs")), sheet.column("sorties", "quoi")),
        who=Box(translate(_("With whom")), sheet.texts("ressources_humaines")),
        means=Box(translate(_("With what")), sheet.texts("ressources_materielles")),
        methods=Box(translate(_("How")), _methods(sheet, system)),
        measures=Box(translate(_("How well")), sheet.column("indicateurs", "nom")),
    )


def _methods(sheet: Sheet, system: QualitySystem) -> tuple[str, ...]:
    """Return what the activities are done with, then the procedures that only the header declares.

    A code is written `[[code]]`, so that the box names the document; each stands once.
    """
    codes = system.settings.codification
    found: dict[str, None] = {}
    for text in sheet.column("activites", "avec"):
        cited = [code.text for _start, _end, code in codes.find(text)]
        if cited and not _ONLY_JOINS.sub("", _without(cited, text)):
            found.update(dict.fromkeys(f"[[{code}]]" for code in cited))
        else:
            found[text] = None
    for link in sheet.document.links:
        if link.kind == "procedures" and not any(link.target in text for text in found):
            found[f"[[{link.target}]]"] = None
    return tuple(found)


def _without(codes: list[str], text: str) -> str:
    for code in codes:
        text = text.replace(code, "", 1)
    return text


def _sipoc(sheet: Sheet) -> Grid:
    translate = sheet.translate
    rows = zip_longest(
        sheet.rows("entrees"),
        sheet.column("activites", "activite"),
        sheet.rows("sorties"),
    )
    return Grid(
        title=translate(_("SIPOC: from supplier to customer")),
        header=(
            translate(_("Suppliers")),
            translate(_("Inputs")),
            translate(_("Activities")),
            translate(_("Outputs")),
            translate(_("Customers")),
        ),
        rows=tuple(
            (*reversed(_pair(came_in)), activity or "", *_pair(went_out))
            for came_in, activity, went_out in rows
        ),
        widths=(5, 6, 6, 6, 5),
    )


def _pair(row: tuple[str, ...] | None) -> tuple[str, str]:
    what, who = (*(row or ()), "", "")[:2]
    return what, who


def _resources(sheet: Sheet) -> tuple[Grid, ...]:
    names = ("ressources_humaines", "ressources_materielles")
    rows = tuple(zip_longest(*(sheet.texts(name) for name in names), fillvalue=""))
    if not rows:
        return ()
    header = tuple(sheet.label(name) for name in names)
    return (Grid(sheet.translate(_("Resources")), header, rows, widths=(1, 1)),)


def _interactions(sheet: Sheet, system: QualitySystem) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            grid.title,
            grid.header,
            tuple((_named(row[0], system), *row[1:]) for row in grid.rows),
            widths=(1, 2),
        )
        for grid in sheet.grid("interactions")
    )


def _named(code: str, system: QualitySystem) -> str:
    return literal(process_label(code, system.settings)) if system.settings.process(code) else code
