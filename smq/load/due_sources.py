"""Reads where dates that come due stand: the kit's data, pinned as `referentiel/echeances.yaml`."""

import re
from collections.abc import Mapping
from pathlib import Path

from smq.errors import SmqError
from smq.expressions import TODAY, Expression, understood
from smq.i18n import _
from smq.load.doctypes import PINNED, read_mapping
from smq.load.fields import A_NUMBER, Reader
from smq.model import Location, Problem, Word, nearest
from smq.model.due import DueSource, columns_in
from smq.model.register import RegisterSchema
from smq.model.table import Register

FILE_NAME = f"{PINNED}/echeances.yaml"
KEYS = ("echeances",)
SOURCE_KEYS = (
    *("nature", "registre", "date", "titre", "ou", "dernier_par"),
    *("mois", "responsable", "previens"),
)
NEEDED = ("nature", "registre", "date", "titre")
FAULT = "ill-formed-criterion"
UNKNOWN = "unknown-criterion-key"
A_TABLE = Word(_("the name of a table of this platform"))
A_COLUMN = Word(_("the name of a column of that table"))
A_CONDITION = Word(_("a condition on columns of that table (docs/kits.md)"))
A_DAY = Word(_("a column of dates, or what is computed from one (docs/kits.md)"))
A_TITLE = Word(_("words, with columns of that table between braces: Visite de {equipement}"))
USUAL_WARNING = 30
"""Days before a date at which people are told, when the source says nothing."""
_FEW_DIGITS = re.compile("[0-9]{1,4}")


def read_due_sources(
    root: Path, registers: Mapping[str, Register], problems: list[Problem]
) -> tuple[DueSource, ...]:
    """Return the sources pinned below a root, in the order of the file; none without file.

    Args:
        root: folder of `smq.yaml`.
        registers: the tables, by name; a source that means nothing in them is left out.
        problems: where faults go; nothing is raised for what a user wrote.
    """
    file = root / FILE_NAME
    if not file.is_file():
        return ()
    content = read_mapping(file, FILE_NAME, problems)
    if content is None:
        return ()
    reader = Reader(content, FILE_NAME, problems, FAULT)
    reader.unknown(KEYS, UNKNOWN)
    found = (_source(item, registers) for item in reader.mappings("echeances"))
    return tuple(source for source in found if source)


def _source(item: Reader, registers: Mapping[str, Register]) -> DueSource | None:
    """Return a source, None when something in it cannot be used."""
    met = len(item.problems)
    source = DueSource(
        kind=item.needed("nature"),
        table=item.needed("registre"),
        date=item.needed("date"),
        title=item.needed("titre"),
        location=Location(item.path, item.fields.line, item.fields.column),
        condition=item.text("ou"),
        latest_by=item.texts("dernier_par"),
        months=item.integer("mois") or 0,
        person=item.text("responsable"),
        warnings=_warnings(item) or (USUAL_WARNING,),
    )
    register = registers.get(source.table)
    if source.table and register is None:
        _refuse(item, "registre", A_TABLE, nearest(source.table, tuple(registers)))
    if register is not None:
        _columns(item, register.schema)
        _expressions(item, source, register.schema)
    usable = len(item.problems) == met
    # A misspelt key is only a warning: what was understood counts.
    item.unknown(SOURCE_KEYS, UNKNOWN)
    return source if usable else None


def _warnings(item: Reader) -> tuple[int, ...]:
    """Return the days of `previens`, the earliest first."""
    found = []
    for scalar in item.scalars("previens"):
        if _FEW_DIGITS.fullmatch(scalar.text):
            found.append(int(scalar.text))
        else:
            item.wrong("previens", scalar, A_NUMBER)
    return tuple(sorted(set(found), reverse=True))


def _columns(item: Reader, schema: RegisterSchema) -> None:
    """Note the columns that the table does not have."""
    names = tuple(column.name for column in schema.columns)
    for key in ("dernier_par", "responsable"):
        for scalar in item.scalars(key):
            if scalar.text not in names:
                item.wrong(key, scalar, A_COLUMN, nearest(scalar.text, names))
    title = item.text("titre")
    held = columns_in(title) if title else ()
    if held is None:
        _refuse(item, "titre", A_TITLE)
    for name in held or ():
        if name not in names:
            _refuse(item, "titre", A_TITLE, _braced(nearest(name, names)))


def _expressions(item: Reader, source: DueSource, schema: RegisterSchema) -> None:
    """Note a date or a condition that is not of the grammar, or names what is not there."""
    names = {TODAY, *(column.name for column in schema.columns)}
    values = {value for column in schema.columns for value in column.values}
    if source.date:
        words = _words(source.date)
        if words is None or not words - {TODAY} or words - names:
            _refuse(item, "date", A_DAY, _nearest_of(words, names))
    if source.condition is not None:
        words = _words(source.condition)
        if words is None or words - names - values:
            _refuse(item, "ou", A_CONDITION)


def _words(text: str) -> frozenset[str] | None:
    """Return the names in an expression, None when it is not of the grammar."""
    try:
        expression: Expression = understood(text)
    except SmqError:
        return None
    return expression.words


def _nearest_of(words: frozenset[str] | None, names: set[str]) -> str | None:
    strangers = sorted((words or frozenset()) - names)
    return nearest(strangers[0], tuple(sorted(names))) if len(strangers) == 1 else None


def _refuse(item: Reader, key: str, expected: Word, right: str | None = None) -> None:
    node = item.node(key)
    if node is not None:
        item.wrong(key, node, expected, right)


def _braced(name: str | None) -> str | None:
    return f"{{{name}}}" if name else None
