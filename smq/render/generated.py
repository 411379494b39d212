"""What a generated document gathers at render time, by the words of its `contenu`."""

from collections.abc import Callable, Iterable, Mapping

from smq.i18n import Translator, _
from smq.links import index
from smq.model import Document, Process, QualitySystem
from smq.model.register import RegisterSchema
from smq.model.settings import FAMILIES
from smq.render.cartouche import status_label
from smq.render.master_list import master_list, record_list
from smq.render.page import Block, Grid, Picture, Prose
from smq.render.process_sheet import family_label
from smq.render.structured import Sheet, label_grid
from smq.render.wording import (
    NONE,
    listed,
    literal,
    person_name,
    person_with_function,
    shown_date,
    to_complete,
    uncapitalised,
)

DrawMap = Callable[[QualitySystem, Translator], bytes]
"""Draws the process map as PNG; the rooms that draw and that set do not know each other."""

_ACTIVITIES = {
    "prestation": _("Services"),
    "mise_a_disposition": _("Access to equipment"),
    "rd": _("Research and development"),
    "formation": _("Training"),
}
_STAGES = {
    "eligibilite": _("Eligibility"),
    "engagement": _("Commitment"),
    "label": _("Label"),
    "suivi": _("Follow-up"),
}
_MAP_CM = (16.0, 11.5)
"""As large as leaves room on the first page for the title and a short introduction."""


def generated(
    sheet: Sheet,
    system: QualitySystem,
    schemas: Mapping[str, RegisterSchema],
    draw_map: DrawMap | None = None,
) -> tuple[Block, ...]:
    """Return the blocks that `contenu` asks for, in its order, under the date at which they hold.

    Args:
        sheet: the document.
        system: what is gathered.
        schemas: table → schema, for the list of records.
        draw_map: draws the process map; without it the map is its table alone.
    """
    translate = sheet.translate
    known: dict[str, Callable[[], Iterable[Block]]] = {
        "fiche_plateforme": lambda: platform_sheet(system, translate),
        "cartographie": lambda: process_map(
            system, translate, draw_map, alone=len(sheet.texts("contenu")) == 1
        ),
        "liste_documents": lambda: master_list(system, translate, wide=sheet.type.landscape),
        "liste_enregistrements": lambda: record_list(
            system, schemas, translate, wide=sheet.type.landscape
        ),
    }
    day = shown_date(system.today, translate.language)
    blocks: list[Block] = [Prose(translate(_("Drawn up on {date} from the documents."), date=day))]
    for word in sheet.texts("contenu"):
        gather = known.get(word)
        blocks.extend(gather() if gather else [_unknown(word, tuple(known), translate)])
    return tuple(blocks)


def platform_sheet(system: QualitySystem, translate: Translator) -> tuple[Block, ...]:
    """Return the identity of the platform; what an evaluator expects and is missing shows."""
    settings = system.settings
    label = settings.label
    asked = (
        (_("Name"), settings.name),
        (_("Supervising institutions"), ", ".join(settings.supervisors)),
        (_("Research units"), _units(system, translate)),
        (_("Activities"), ", ".join(_words(settings.activities, _ACTIVITIES, translate))),
        (_("Head of the platform"), _holders("responsable", system, translate.language)),
        (_("Quality officer"), _holders("qualite", system, translate.language)),
    )
    optional = (
        (_("Short name"), settings.acronym or ""),
        (_("Website"), settings.website or ""),
        (_("Technical units"), listed(_areas(system), translate.language)),
        (_("Letter of commitment"), shown_date(label.engagement, translate.language)),
        (_("Label obtained on"), shown_date(label.obtained, translate.language)),
        (_("Stage"), ", ".join(_words((label.stage,), _STAGES, translate))),
    )
    rows = [
        (translate(name), literal(value) if value else to_complete(translate(name), translate))
        for name, value in asked
    ]
    rows += [(translate(name), literal(value)) for name, value in optional if value]
    return label_grid(rows, translate(_("The platform")))


def _units(system: QualitySystem, translate: Translator) -> str:
    parts = []
    for unit in system.settings.units:
        director = person_name(unit.director, system.settings)
        if director:
            parts.append(translate(_("{unit} (director: {name})"), unit=unit.name, name=director))
        else:
            parts.append(unit.name)
    return listed(parts, translate.language)


def _areas(system: QualitySystem) -> list[str]:
    return [f"{a.name} ({a.site})" if a.site else a.name for a in system.settings.areas]


def _holders(role: str, system: QualitySystem, language: str) -> str:
    holders = system.settings.holders(role)
    named = [person_with_function(person.id, system.settings) for person in holders]
    return listed(named, language)


def _words(words: Iterable[str], labels: Mapping[str, str], translate: Translator) -> list[str]:
    return [translate(labels[word]) if word in labels else word for word in words]


def process_map(
    system: QualitySystem,
    translate: Translator,
    draw_map: DrawMap | None,
    *,
    alone: bool = False,
) -> tuple[Block, ...]:
    """Return the process map: its picture, and the table of the processes and their owners.

    Args:
        system: the platform.
        translate: language.
        draw_map: draws the picture; without it the map is its table.
        alone: the document shows nothing else: its title is that of the map.
    """
    processes = sorted(system.settings.processes, key=_family_order)
    header = (
        translate(_("Process")),
        translate(_("Family")),
        translate(_("Process owner")),
        translate(_("Deputy")),
        translate(_("Process sheet")),
    )
    rows = tuple(_process_row(process, system, translate) for process in processes)
    table = Grid(translate(_("Processes and their owners")), header, rows, widths=(7, 5, 5, 5, 6))
    if draw_map is None or not processes:
        return (table,)
    picture = Picture(
        png=draw_map(system, translate),
        description=translate(
            _("Process map in three families: {list}"),
            list=", ".join(process.code for process in processes),
        ),
        width_cm=_MAP_CM[0],
        height_cm=_MAP_CM[1],
    )
    # A document that is the map already has its title; the picture has one too.
    heading = () if alone else (Prose(f"## {translate(_('Process map'))}"),)
    return (*heading, picture, table)


def _family_order(process: Process) -> int:
    return FAMILIES.index(process.family) if process.family in FAMILIES else len(FAMILIES)


def _process_row(process: Process, system: QualitySystem, translate: Translator) -> tuple[str, ...]:
    sheets = index(system).sheets.get(process.code, ())
    cells = (
        literal(f"{process.code} – {process.title}"),
        family_label(process, translate),
        literal(person_name(process.owner, system.settings)),
        literal(person_name(process.deputy, system.settings)),
        ", ".join(_with_state(document, system, translate) for document in sheets),
    )
    return tuple(cell or NONE for cell in cells)


def _with_state(document: Document, system: QualitySystem, translate: Translator) -> str:
    """Return the code of a sheet, with its state when it is not in force."""
    if document.is_in_force(system.today) or document.path in system.earlier:
        return document.label
    state = uncapitalised(status_label(document, system, translate))
    return f"{document.label} ({state})" if state else document.label


def _unknown(word: str, known: tuple[str, ...], translate: Translator) -> Prose:
    sentence = _("«{word}» is no content that smq gathers. Known: {known}.")
    shown = translate(sentence, word=literal(word), known=literal(", ".join(known)))
    return Prose(shown)
