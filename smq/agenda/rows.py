"""Dates of the tables, where `referentiel/echeances.yaml` says that they stand."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from smq.agenda.wording import area_names, person_name, shown, words_of
from smq.errors import SmqError
from smq.expressions import holds, understood
from smq.lifecycle import add_months
from smq.model import QualitySystem
from smq.model.due import Due, DueSource, columns_in
from smq.model.table import Register, Row
from smq.registers import names_of
from smq.registers.terms import day_of


def dates(system: QualitySystem) -> Iterator[Due]:
    """Yield the dates of each source, in the order of the file."""
    for source in system.due_sources:
        register = system.registers.get(source.table)
        if register is not None:
            dated = _latest(_dated(source, register, system), source.latest_by)
            yield from (_due(row, day, source, register, system) for row, day in dated)


def _dated(
    source: DueSource, register: Register, system: QualitySystem
) -> Iterator[tuple[Row, date]]:
    """Yield the rows for which the condition holds, with their date; those without are left out."""
    expression = understood(source.date)
    for row in register.rows:
        names = names_of(row, register.schema, system.today)
        try:
            day = day_of(expression.value(names)) if holds(source.condition, names) else None
        except SmqError:
            # A cell of another type: the rules on registers say so.
            continue
        if day is not None:
            yield row, add_months(day, source.months)


def _latest(
    dated: Iterator[tuple[Row, date]], columns: Sequence[str]
) -> Sequence[tuple[Row, date]]:
    """Return the rows that have the latest date of a group; of two, the one further down.

    A row that names several things in a column belongs to the group of each, and stays as long as
    it is the latest of one of them.
    """
    every = list(dated)
    if not columns:
        return every
    latest: dict[tuple[str, ...], int] = {}
    for place, (row, day) in enumerate(every):
        for group in product(*(words_of(row, column) for column in columns)):
            held = latest.get(group)
            if held is None or every[held][1] <= day:
                latest[group] = place
    return [every[place] for place in sorted(set(latest.values()))]


def _due(row: Row, day: date, source: DueSource, register: Register, system: QualitySystem) -> Due:
    person = row.text(source.person).strip() if source.person else ""
    columns = {column.name: column for column in register.schema.columns}
    words = understood(source.date).words
    return Due(
        date=day,
        kind=source.kind,
        title=source.title,
        ref=f"{register.name}:{row.key or row.line}",
        location=row.at(next((name for name in columns if name in words), None)),
        values={name: shown(row, columns[name], system) for name in columns_in(source.title) or ()},
        person=person or None,
        name=person_name(person, source, register, system),
        areas=area_names(row, register, system),
        warnings=source.warnings,
    )
