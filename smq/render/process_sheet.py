"""A process sheet as identity, turtle, SIPOC and tables (`docs/kits.md`; ISO 9001:2015, 4.4)."""

import re
from dataclasses import replace
from itertools import zip_longest

from smq.i18n import Translator, _
from smq.model import Process, QualitySystem
from smq.render.page import Block, Box, Grid, Turtle
from smq.render.structured import Sheet, label_grid
from smq.render.wording import listed, literal, person_with_function, process_label

FIELDS = frozenset({"entrees", "activites", "sorties"})
"""A type that declares these fields is a process sheet, whatever the kit calls it."""

_ONLY_JOINS = re.compile(r"\b(?:et|ou|and|or)\b|[\s,;/]")

FAMILIES = {
    "management": _("Management"),
    "realisation": _("Realisation"),
    "support": _("Support"),
}


def process_sheet(sheet: Sheet, system: QualitySystem) -> tuple[Block, ...]:
    """Return the blocks of a process sheet.

    Each field stands where it is read best: inputs and outputs in the SIPOC, people and means in
    the turtle.
    """
    return (
        *label_grid(_identity(sheet, system), compact=True),
        _turtle(sheet, system),
        *_activities(sheet),
        _sipoc(sheet),
        *sheet.grid("indicateurs", compact=True),
        *sheet.grid("risques", compact=True),
        *_interactions(sheet, system),
    )


def family_label(process: Process, translate: Translator) -> str:
    """Return the family of a process as shown."""
    label = FAMILIES.get(process.family)
    return translate(label) if label else process.family


def _identity(sheet: Sheet, system: QualitySystem) -> list[tuple[str, str]]:
    translate, settings = sheet.translate, system.settings
    # Its name stands above already, in the grid of every document.
    process = settings.process(sheet.document.process)
    deputy = person_with_function(process.deputy if process else None, settings)
    rows = [
        (translate(_("Family")), family_label(process, translate) if process else ""),
        (translate(_("Process owner")), _owner(process, system, translate)),
        # Who replaces the owner stands in smq.yaml: nobody can write it in the sheet itself.
        (translate(_("Deputy")), literal(deputy)),
        (sheet.label("finalite"), sheet.text("finalite")),
        (sheet.label("perimetre"), sheet.text("perimetre")),
    ]
    return [row for row in rows if row[1]]


def _owner(process: Process | None, system: QualitySystem, translate: Translator) -> str:
    """Return who owns a process, else where the name is written: not in the sheet."""
    name = person_with_function(process.owner if process else None, system.settings)
    return literal(name) if name else translate(_("to be named in smq.yaml"))


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

    Codes stand together on one line, each once: their titles are under «Documents associés».
    Words follow on another.
    """
    codes = system.settings.codification
    cited: dict[str, None] = {}
    words: dict[str, None] = {}
    for text in sheet.column("activites", "avec"):
        found = [code.text for _start, _end, code in codes.find(text)]
        if found and not _ONLY_JOINS.sub("", _without(found, text)):
            cited.update(dict.fromkeys(found))
        else:
            words[text] = None
    for link in sheet.document.links:
        if link.kind == "procedures" and not any(link.target in text for text in words):
            cited[link.target] = None
    said = (", ".join(cited), listed(tuple(words), sheet.translate.language))
    return tuple(line for line in said if line)


def _without(codes: list[str], text: str) -> str:
    for code in codes:
        text = text.replace(code, "", 1)
    return text


def _activities(sheet: Sheet) -> tuple[Grid, ...]:
    """Return the activities with their numbers, by which the SIPOC names them."""
    return tuple(
        replace(
            grid,
            header=(sheet.translate(_("No.")), *grid.header),
            rows=tuple((str(number), *row) for number, row in enumerate(grid.rows, 1)),
        )
        for grid in sheet.grid("activites", compact=True)
    )


def _sipoc(sheet: Sheet) -> Grid:
    """Return the five columns; activities are spread over all rows of inputs and outputs.

    They stand there by their numbers: written in full twice, they would take a page more.
    """
    translate = sheet.translate
    came_in, went_out = sheet.rows("entrees"), sheet.rows("sorties")
    count = max(len(came_in), len(went_out), 1)
    steps = _spread(len(sheet.rows("activites")), count)
    rows = zip_longest(came_in, steps, went_out)
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
            (*reversed(_pair(inward)), numbers or "", *_pair(outward))
            for inward, numbers, outward in rows
        ),
        compact=True,
    )


def _spread(activities: int, count: int) -> tuple[str, ...]:
    """Return the numbers of the activities in `count` cells as even as can be."""
    numbers = [str(number) for number in range(1, activities + 1)]
    least, more = divmod(activities, count)
    cells = []
    for position in range(count):
        size = least + (position < more)
        cells.append(", ".join(numbers[:size]))
        numbers = numbers[size:]
    return tuple(cells)


def _pair(row: tuple[str, ...] | None) -> tuple[str, str]:
    what, who = (*(row or ()), "", "")[:2]
    return what, who


def _interactions(sheet: Sheet, system: QualitySystem) -> tuple[Grid, ...]:
    return tuple(
        Grid(
            grid.title,
            grid.header,
            tuple((_named(row[0], system), *row[1:]) for row in grid.rows),
            compact=True,
        )
        for grid in sheet.grid("interactions")
    )


def _named(code: str, system: QualitySystem) -> str:
    return literal(process_label(code, system.settings)) if system.settings.process(code) else code
