"""What the platform does about its gaps: actions, nonconformities, indicators, minutes, letters."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from smq.evaluation.gaps import CLOSED, DONE
from smq.i18n import _
from smq.model.table import Register, Row
from smq.render.evaluation.lists import drafts, errors
from smq.render.evaluation.telling import Telling
from smq.render.page import Block, Grid
from smq.render.wording import NONE, literal

_ACTIONS = (
    *(("id", 6), ("origine", 7), ("processus", 4), ("description", 20), ("responsable", 9)),
    *(("echeance", 5), ("echeance_revisee", 5), ("statut", 4)),
)
_DONE = (
    *(("id", 6), ("origine", 7), ("processus", 4), ("description", 20), ("responsable", 9)),
    *(("realisee_le", 5), ("preuve", 9)),
)
_NONCONFORMITIES = (
    *(("id", 5), ("nature", 6), ("date", 5), ("processus", 4), ("description", 14)),
    *(("gravite", 4), ("correction", 10), ("action", 6)),
)
_MEETINGS = (("id", 6), ("type", 7), ("date", 5), ("decisions", 20), ("cr", 12))
_LATEST = 2
_LETTERS = ("lettre",)


def actions(telling: Telling) -> Iterator[Block]:
    """Yield the open actions, what the check finds, then the documents that do not enter."""
    yield telling.heading(_("Action plan"))
    register = telling.file.system.registers.get("actions")
    if register is not None:
        done = [row for row in register.rows if row.text("statut").strip() == DONE]
        over = (*CLOSED, DONE)
        rows = [row for row in register.rows if row.text("statut").strip() not in over]
        yield from telling.rows(telling.translate(_("Open actions")), register, rows, _ACTIONS)
        title = telling.translate(_("Actions done, their effect still to be verified"))
        yield from telling.rows(title, register, done, _DONE)
    yield from errors(telling)
    yield from drafts(telling)


def nonconformities(telling: Telling) -> Iterator[Block]:
    """Yield how many complaints and nonconformities there are of each sort, then the open ones."""
    register = telling.file.system.registers.get("non_conformites")
    if register is None or not register.present:
        return
    translate = telling.translate
    yield telling.heading(_("Complaints and nonconformities"))
    nature = register.schema.column("nature")
    counted = Counter(row.text("nature").strip() for row in register.rows)
    still = Counter(row.text("nature").strip() for row in register.rows if _is_open(row))
    rows = tuple(
        (
            literal(nature.shown(word) if nature else word),
            str(count),
            str(count - still[word]),
            str(still[word]),
        )
        for word, count in sorted(counted.items())
    )
    if rows:
        header = (
            translate(_("Sort")),
            translate(_("Recorded")),
            translate(_("Closed")),
            translate(_("Open")),
        )
        yield Grid("", header, rows, widths=(14, 5, 5, 5), compact=True)
    title = translate(_("Still open"))
    open_ones = [row for row in register.rows if _is_open(row)]
    yield from telling.rows(title, register, open_ones, _NONCONFORMITIES)


def indicators(telling: Telling) -> Iterator[Block]:
    """Yield each indicator with its target and its last measure."""
    registers = telling.file.system.registers
    aims, measures = registers.get("objectifs"), registers.get("mesures")
    if aims is None or not aims.present:
        return
    translate = telling.translate
    yield telling.heading(_("Objectives and indicators"))
    last = _last_measures(measures)
    header = (
        translate(_("Indicator")),
        translate(_("Process")),
        translate(_("Target")),
        translate(_("Alert")),
        translate(_("Last measure")),
        translate(_("Measured on")),
    )
    rows = tuple(_indicator(row, aims, last.get(row.key), telling) for row in aims.rows)
    yield Grid("", header, rows, widths=(16, 4, 6, 5, 6, 6), compact=True)


def minutes(telling: Telling) -> Iterator[Block]:
    """Yield the latest minutes of each sort of meeting, and the signed letters."""
    translate = telling.translate
    yield telling.heading(_("Latest minutes and signed letters"))
    meetings = telling.file.system.registers.get("instances")
    if meetings is not None:
        title = translate(_("Latest minutes"))
        yield from telling.rows(title, meetings, _latest(meetings), _MEETINGS)
    letters = tuple(_letters(telling))
    if letters:
        header = (translate(_("Letter")), translate(_("Date")), translate(_("File")))
        title = translate(_("Signed letters"))
        yield Grid(title, header, letters, widths=(14, 5, 16), compact=True, level=2)


def _is_open(row: Row) -> bool:
    return not row.text("cloture").strip()


def _last_measures(measures: Register | None) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in sorted(measures.rows if measures else (), key=lambda r: _day(r, "date")):
        found[row.text("indicateur").strip()] = row
    return found


def _indicator(row: Row, aims: Register, measure: Row | None, telling: Telling) -> tuple[str, ...]:
    unit = row.text("unite").strip()
    way = telling.cell(aims, row, "sens")
    target = " ".join(part for part in (way, row.text("cible"), literal(unit)) if part)
    measured = f"{measure.text('valeur')} {unit}".strip() if measure else NONE
    day = measure.value("date") if measure else None
    return (
        literal(f"{row.key} – {row.text('indicateur')}"),
        literal(row.text("processus")),
        target,
        literal(row.text("seuil")),
        literal(measured),
        telling.translate.date(day) if isinstance(day, date) else NONE,
    )


def _latest(meetings: Register) -> list[Row]:
    """Return the last meetings of each sort, the latest first."""
    found: list[Row] = []
    seen: Counter[str] = Counter()
    for row in sorted(meetings.rows, key=lambda r: (_day(r, "date"), r.line), reverse=True):
        kind = row.text("type").strip()
        seen[kind] += 1
        if seen[kind] <= _LATEST:
            found.append(row)
    return found


def _letters(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Yield the letters that the milestones name, then those filed that they do not."""
    file, translate = telling.file, telling.translate
    register = file.system.registers.get("jalons")
    named: set[str] = set()
    kind = register.schema.column("type") if register else None
    for row in register.rows if register else ():
        if row.text("type").strip() not in _LETTERS or not row.text("piece").strip():
            continue
        named.add(row.text("piece").strip())
        day = row.value("date_reelle")
        yield (
            literal(kind.shown(row.text("type").strip()) if kind else row.text("type")),
            translate.date(day) if isinstance(day, date) else NONE,
            telling.record_link(row.text("piece").strip()),
        )
    for record in file.system.records:
        model = file.system.find(record.form) if record.form else None
        if record.file and record.file not in named and model and model.type == "MOD":
            day = record.dated
            shown = translate.date(day) if day else NONE
            yield literal(record.title), shown, telling.record_link(record.file)


def _day(row: Row, column: str) -> date:
    value = row.value(column)
    return value if isinstance(value, date) else date.min
