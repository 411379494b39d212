"""`smq register add`: one more row, its identifier given, each cell understood or refused."""

from collections.abc import Collection, Mapping
from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.load.cells import typing_of, written
from smq.load.spoken import bare
from smq.model import Change, QualitySystem, Word, nearest
from smq.model.people import name_words
from smq.model.register import Column
from smq.model.table import Register
from smq.operations.register_file import table_file
from smq.registers import References
from smq.registers.identifiers import Pattern
from smq.registers.naming import naming_column

_EXPECTED = {
    "date": Word(_("a date")),
    "entier": Word(_("a whole number")),
    "decimal": Word(_("a number")),
    "bool": Word(_("yes or no")),
}
_EXAMPLES = {"date": "20/02/2027", "entier": "12", "decimal": "12,50", "bool": "oui"}


def asked_columns(register: Register) -> tuple[Column, ...]:
    """Return the columns that a person fills in: neither computed nor numbered by smq."""
    return tuple(
        column
        for column in register.schema.columns
        if column.kind != "calcul"
        and not (column.name == register.schema.key and next_key(register, 1) is not None)
    )


def next_key(register: Register, year: int, ever: Collection[str] = ()) -> str | None:
    """Return the next free identifier of a table, None when its pattern does not say it.

    Args:
        register: the table; its rows count.
        year: of the identifier.
        ever: identifiers that git knows of: other branches, rows deleted since.
    """
    column = register.schema.column(register.schema.key)
    pattern = Pattern(column.pattern) if column and column.pattern else None
    if pattern is None or not pattern.can_count:
        return None
    return pattern.next((*register.by_key, *ever), year)


def understood_cell(column: Column, text: str, system: QualitySystem) -> str:
    """Return what a person typed for a cell, in the form of the file.

    Raises:
        SmqError: it is not what the column holds.
    """
    said = " ".join(text.split())
    if not said:
        return ""
    value = typing_of(column)(said)
    if value is None:
        raise _refused(column, said)
    if column.target:
        meant = _referred(column, value if isinstance(value, tuple) else (str(value),), system)
        value = meant if isinstance(value, tuple) else meant[0]
    return written(value, said)


def parsed_words(register: Register, words: list[str]) -> dict[str, str]:
    """Return column → text of words `colonne=valeur`.

    Raises:
        SmqError: a word is none, or names no column.
    """
    cells: dict[str, str] = {}
    names = tuple(c.name for c in register.schema.columns if c.kind != "calcul")
    for word in words:
        typed, equals, text = word.partition("=")
        name = _column_meant(typed, register)
        if not equals:
            raise SmqError(
                _("«{word}» is not understood."),
                _(
                    "Write column=value, for example {column}=…; a text with spaces goes between"
                    " quotes."
                ),
                word=word,
                column=names[-1] if names else "id",
            )
        if name not in names:
            near = nearest(typed, names)
            raise SmqError(
                _("«{name}» is no column of the table «{table}»."),
                _("Nearest: {near}. The columns are {columns}.")
                if near
                else _("The columns are {columns}."),
                name=typed,
                table=register.name,
                near=near or "",
                columns=", ".join(names),
            )
        cells[name] = text
    return cells


def add_row(
    register: Register,
    raw: bytes | None,
    cells: Mapping[str, str],
    system: QualitySystem,
    ever: Collection[str] = (),
) -> tuple[str, Change]:
    """Return the identifier of a new row and the change that writes it.

    Args:
        register: the table.
        raw: its file now, None when there is none.
        cells: column → what the person typed.
        system: the platform: references are looked up, the year of the identifier is its date's.
        ever: identifiers that git knows of; the next one comes after them.

    Raises:
        SmqError: a cell is not what its column holds, or the identifier is taken.
    """
    schema = register.schema
    understood = {
        name: understood_cell(column, text, system)
        for name, text in cells.items()
        if (column := schema.column(name)) is not None
    }
    key = understood.get(schema.key) or next_key(register, system.today.year, ever) or ""
    if not key:
        raise SmqError(
            _("The row needs an identifier («{column}»), and the table has no pattern for it."),
            _("Add {column}=…"),
            column=schema.key,
        )
    if key in register.by_key:
        raise SmqError(
            _("The identifier «{key}» exists already in the table «{table}»."),
            _("Leave it out: smq gives the next free one."),
            key=key,
            table=register.name,
        )
    _mind_pattern(schema.column(schema.key), key, system.today)
    content = table_file(register, raw).with_row({**understood, schema.key: key})
    return key, Change(register.path, raw, content)


def lacking(register: Register, cells: Mapping[str, str]) -> tuple[str, ...]:
    """Return the labels of the required columns that a row leaves empty."""
    schema = register.schema
    return tuple(
        column.label
        for column in schema.columns
        if column.required and column.name != schema.key and not cells.get(column.name, "").strip()
    )


def _column_meant(typed: str, register: Register) -> str:
    """Return the column that a word means, by its name or its label, without regard to accents."""
    meant: dict[str, str] = {}
    for column in register.schema.columns:
        for word in (column.name, column.name.replace("_", " "), column.label):
            meant.setdefault(bare(word), column.name)
    exact = register.schema.column(typed) is not None
    return typed if exact else meant.get(bare(typed), typed)


def _mind_pattern(column: Column | None, key: str, today: date) -> None:
    if column and column.pattern and not Pattern(column.pattern).fits(key):
        raise SmqError(
            _("«{key}» does not fit the pattern «{pattern}»."),
            _("Write it like {example}, or leave it out: smq gives the next free one."),
            key=key,
            pattern=column.pattern,
            example=Pattern(column.pattern).example(today.year),
        )


def _referred(column: Column, values: tuple[str, ...], system: QualitySystem) -> tuple[str, ...]:
    """Return the identifiers of the rows meant: by identifier, else by what they are called.

    Raises:
        SmqError: no row is called so, or several are.
    """
    references = References(system.registers)
    target = references.table(column.target or "")
    # A table that has no rows yet cannot be referred to, and nobody is stopped by that.
    if target is None or not target.rows:
        return values
    known = references.index(column.target or "")
    return tuple(
        value if value in known else _named(value, column, target, tuple(known)) for value in values
    )


def _named(value: str, column: Column, target: Register, known: tuple[str, ...]) -> str:
    """Return the identifier of the one row of a table that bears a name."""
    naming = naming_column(target.schema)
    to_key = (column.target or "").partition(".")[2] in ("", target.schema.key)
    names = {row.key: row.text(naming.name) for row in target.rows} if naming and to_key else {}
    words = name_words(value)
    found = [key for key, name in names.items() if words and name_words(name) == words]
    if len(found) == 1:
        return found[0]
    if found:
        raise SmqError(
            _("«{value}» may be several rows of «{target}» («{column}»)."),
            _("Write the identifier: {keys}."),
            value=value,
            target=target.name,
            column=column.label,
            keys=", ".join(found),
        )
    near = nearest(value, known)
    called = None if near else nearest(value, tuple(name for name in names.values() if name))
    if called:
        near = next(f"{key} ({name})" for key, name in names.items() if name == called)
    raise SmqError(
        _("«{value}» is no row of «{target}» («{column}»)."),
        _("Nearest: {near}.") if near else _("Its rows: {path}"),
        value=value,
        target=target.name,
        column=column.label,
        near=near or "",
        path=target.path,
    )


def _refused(column: Column, said: str) -> SmqError:
    if column.kind == "enum":
        # People read labels, and an answer takes them as it takes values.
        labels = [column.shown(value) for value in column.values]
        near = nearest(said, (*labels, *column.values))
        return SmqError(
            _("«{text}» is none of the choices of «{column}»."),
            _("Nearest: {near}. The choices are {words}.")
            if near
            else _("The choices are {words}."),
            text=said,
            column=column.label,
            near=column.shown(near) if near else "",
            words=", ".join(labels),
        )
    return SmqError(
        _("«{text}» is not {expected} («{column}»)."),
        _("Write it like {example}."),
        text=said,
        expected=_EXPECTED.get(column.kind, Word(_("a text"))),
        column=column.label,
        example=_EXAMPLES.get(column.kind, "…"),
    )
