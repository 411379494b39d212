"""The two pages that open the evaluation document: who, what, and two years of figures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from smq.evaluation.figures import shown_years
from smq.i18n import Translator, _
from smq.model.table import Row
from smq.render.evaluation.telling import Telling
from smq.render.generated import platform_sheet
from smq.render.page import Block, Grid
from smq.render.wording import literal

_STAFF = (("id", 3), ("nom_affiche", 8), ("fonction", 12), ("employeur", 8), ("roles", 8))
_ROLES = {
    "direction": _("management"),
    "responsable": _("head of the platform"),
    "qualite": _("quality officer"),
    "operateur": _("operator"),
    "pilote": _("process owner"),
    "tuteur": _("tutor"),
}
"""Words of the column `roles` → msgid; a platform's own words stay as they are."""
_EQUIPMENT = (
    *(("id", 4), ("designation", 9), ("marque", 6), ("modele", 5), ("plateau", 5)),
    *(("localisation", 9), ("statut", 5), ("mad", 4), ("metrologie", 5)),
)


def opening(telling: Telling) -> Iterator[Block]:
    """Yield organisation, activities, staff and figures."""
    translate = telling.translate
    for grid in platform_sheet(telling.file.system, translate):
        yield replace(grid, compact=True) if isinstance(grid, Grid) else grid
    yield from _staff(telling)
    yield from _figures(telling)


def equipment(telling: Telling) -> Iterator[Block]:
    """Yield the instruments in service."""
    register = telling.file.system.registers.get("equipements")
    if register is None:
        return
    rows = [row for row in register.rows if row.text("statut").strip() != "reforme"]
    yield from telling.rows(telling.translate(_("Equipment")), register, rows, _EQUIPMENT, 1)


def _staff(telling: Telling) -> Iterator[Block]:
    register = telling.file.system.registers.get("personnels")
    if register is None:
        return
    today = telling.file.system.today
    rows = [row for row in register.rows if _is_here(row, today)]
    # Where names are masked, a column of them says nothing.
    named = [c for c in _STAFF if not (telling.file.masked and c[0] == "nom_affiche")]
    spoken = [_with_roles(row, telling.translate) for row in rows]
    yield from telling.rows(telling.translate(_("Staff")), register, spoken, named)


def _with_roles(row: Row, translate: Translator) -> Row:
    cell = row.cells.get("roles")
    if cell is None or not isinstance(cell.value, tuple):
        return row
    words = tuple(translate(_ROLES[word]) if word in _ROLES else word for word in cell.value)
    return replace(row, cells={**row.cells, "roles": replace(cell, value=words)})


def _is_here(row: Row, today: date) -> bool:
    arrived, left = row.value("date_arrivee"), row.value("date_depart")
    return not (isinstance(arrived, date) and arrived > today) and not (
        isinstance(left, date) and left < today
    )


def _figures(telling: Telling) -> Iterator[Block]:
    file, translate = telling.file, telling.translate
    if not file.figures:
        return
    today = file.system.today
    since = file.since.day if file.since else None
    shown = shown_years(file.years, file.figures, since)
    heads = [
        translate(_("{year} (until {date})"), year=str(year), date=today)
        if year == today.year
        else str(year)
        for year in file.years
    ]
    rows = tuple(
        (
            literal(("– " if f.below else "") + (f.label if f.own else translate(f.label))),
            *(telling.number(f.values[i]) for i in shown),
            "" if f.below else telling.table_link(f.table),
        )
        for f in file.figures
    )
    yield Grid(
        translate(_("Figures of the last years")),
        (translate(_("Figure")), *(heads[i] for i in shown), translate(_("Register"))),
        rows,
        widths=(12, *(5 for _i in shown), 11),
        compact=True,
        level=2,
    )
