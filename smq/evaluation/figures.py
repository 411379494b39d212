"""What a platform did in the last years, each figure from one table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from smq.i18n import _
from smq.model import QualitySystem
from smq.model.table import Register, Row

_YEARS_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of figures.

    Attributes:
        label: what is counted (msgid), or a word of the platform's own.
        table: from which.
        values: one a year.
        below: it is a part of the line before it.
        own: the label is the platform's own word.
    """

    label: str
    table: str
    values: tuple[Decimal, ...]
    below: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """A figure to make: rows of a table by the year of a date, counted or added up."""

    label: str
    table: str
    day: str
    total: str | None = None
    where: tuple[str, tuple[str, ...]] | None = None
    below: bool = False


_BEFORE_USERS = (
    _Asked(_("Requests received"), "demandes", "date"),
    _Asked(
        _("of which accepted"), "demandes", "date", where=("decision", ("acceptee",)), below=True
    ),
    _Asked(_("Analyses carried out"), "analyses", "date_debut"),
    _Asked(_("Reports sent"), "rapports", "date_envoi"),
    _Asked(_("Uses of equipment"), "usages", "debut"),
    _Asked(_("Hours of use"), "usages", "debut", total="heures"),
    _Asked(_("Authorisations granted"), "habilitations", "date_formation"),
)
_AFTER_USERS = (
    _Asked(_("Hours of training given"), "formations", "date", total="heures"),
    _Asked(_("Training of the staff"), "formation_personnels", "realisee_le"),
    _Asked(_("Publications"), "valorisation", "date", where=("type", ("publication",))),
    _Asked(_("Income invoiced (€, before tax)"), "factures", "date", total="montant_ht"),
    _Asked(_("Interventions on equipment"), "interventions", "date"),
    _Asked(_("Hours without equipment"), "interventions", "date", total="indisponibilite_h"),
    _Asked(_("Complaints and nonconformities opened"), "non_conformites", "date"),
    _Asked(_("Complaints and nonconformities closed"), "non_conformites", "cloture"),
    _Asked(_("Actions carried out"), "actions", "realisee_le"),
)
_SERVED = (("demandes", "date"), ("usages", "debut"))
"""Tables whose rows say who was served, and when."""


def years(system: QualitySystem, since: date | None = None) -> tuple[int, ...]:
    """Return the two years before the date judged at, and its own as far as it went.

    Args:
        system: the platform.
        since: day of the last evaluation, whose year and those after it count too; or None.
    """
    last = system.today.year
    first = last - _YEARS_BEFORE
    return tuple(range(min(first, since.year) if since else first, last + 1))


def shown_years(
    asked: tuple[int, ...], found: Sequence[Figure], since: date | None = None
) -> tuple[int, ...]:
    """Return the places of the years that are shown: an empty one tells that nothing was kept.

    Those before the first of which something is known are left out: there were no registers yet.

    Args:
        asked: the years, in order.
        found: their figures.
        since: day of the last evaluation: from it on, every year is shown; or None.
    """
    known = (i for i in range(len(asked)) if any(figure.values[i] for figure in found))
    first = next(known, 0)
    if since is not None:
        first = min(first, next((i for i, y in enumerate(asked) if y >= since.year), first))
    return tuple(range(first, len(asked)))


def figures(
    system: QualitySystem, asked: tuple[int, ...], shown: QualitySystem | None = None
) -> tuple[Figure, ...]:
    """Return the figures of some years; a table that the platform lacks has none.

    Args:
        system: the platform, its registers read, nothing masked.
        asked: the years, in order.
        shown: the same, masked: whose sort is hidden is counted apart.
    """
    return (
        *_counted(_BEFORE_USERS, system, asked),
        *_users(system, asked, shown or system),
        *_counted(_AFTER_USERS, system, asked),
    )


def _counted(
    figures_asked: tuple[_Asked, ...], system: QualitySystem, asked: tuple[int, ...]
) -> Iterator[Figure]:
    for figure in figures_asked:
        register = system.registers.get(figure.table)
        if register is None or not register.present or not _has(register, figure):
            continue
        counted = _by_year(register, figure, system.today)
        values = tuple(counted.get(year, Decimal()) for year in asked)
        yield Figure(figure.label, figure.table, values, figure.below)


def _has(register: Register, figure: _Asked) -> bool:
    names = (figure.day, figure.total, figure.where[0] if figure.where else None)
    return all(register.schema.column(name) for name in names if name)


def _by_year(register: Register, figure: _Asked, today: date) -> dict[int, Decimal]:
    found: dict[int, Decimal] = {}
    for row in register.rows:
        day = row.value(figure.day)
        if not isinstance(day, date) or day > today:
            continue
        if figure.where and row.text(figure.where[0]).strip() not in figure.where[1]:
            continue
        found[day.year] = found.get(day.year, Decimal()) + _amount(row, figure.total)
    return found


def _amount(row: Row, column: str | None) -> Decimal:
    if column is None:
        return Decimal(1)
    value = row.value(column)
    return Decimal(value) if isinstance(value, (int, Decimal)) else Decimal()


def _users(system: QualitySystem, asked: tuple[int, ...], shown: QualitySystem) -> Iterator[Figure]:
    """Yield how many users were served, then how many of each category as it is shown."""
    users = shown.registers.get("usagers")
    if users is None or not users.present:
        return
    served = {year: _served(system, year) for year in asked}
    yield _users_line(_("Users served"), served, lambda key: True)
    column = users.schema.column("categorie")
    said = (row.text("categorie").strip() for row in users.rows)
    others = dict.fromkeys(word for word in said if column and word and word not in column.values)
    for word in (*column.values, *others) if column else ():
        of_word = {row.key for row in users.rows if row.text("categorie").strip() == word}
        line = _users_line(
            column.shown(word) if column else word, served, of_word.__contains__, below=True
        )
        if any(line.values):
            yield line


def _users_line(
    label: str, served: dict[int, set[str]], counts: Callable[[str], bool], *, below: bool = False
) -> Figure:
    values = tuple(Decimal(sum(map(counts, keys))) for keys in served.values())
    return Figure(label, "usagers", values, below, own=below)


def _served(system: QualitySystem, year: int) -> set[str]:
    found: set[str] = set()
    for table, day_column in _SERVED:
        register = system.registers.get(table)
        for row in register.rows if register else ():
            day = row.value(day_column)
            if isinstance(day, date) and day.year == year and day <= system.today:
                found.add(row.text("usager").strip())
    return found - {""}
