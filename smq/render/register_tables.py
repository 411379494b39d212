"""The columns of a register's tables, as its schemas declare them."""

from collections.abc import Mapping
from dataclasses import dataclass

from smq.i18n import Translator, _
from smq.load.markdown_text import find_placeholders
from smq.model.register import Column, RegisterSchema, Retention
from smq.render.page import Block, Grid, Prose
from smq.render.structured import Sheet
from smq.render.wording import literal, to_complete

_KINDS = {
    "texte": _("text"),
    "entier": _("whole number"),
    "decimal": _("number"),
    "date": _("date"),
    "bool": _("yes or no"),
    "enum": _("choice"),
    "ref": _("reference"),
    "liste": _("list"),
    "fichier": _("file"),
    "calcul": _("computed"),
}
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Registers:
    """What is known of the platform's tables.

    Attributes:
        schemas: table → columns.
        rows: table → number of rows of its file, at `day`; a table without file is left out.
        day: at which rows were counted, as shown.
    """

    schemas: Mapping[str, RegisterSchema]
    rows: Mapping[str, int]
    day: str = ""


def register_tables(sheet: Sheet, registers: Registers) -> tuple[Block, ...]:
    """Return one grid for each table of a register; a table without schema shows a placeholder."""
    translate = sheet.translate
    blocks: list[Block] = []
    for name in sheet.reader.texts("tables"):
        if name in registers.schemas:
            blocks.append(_columns(name, registers, translate))
        elif find_placeholders(name, 1):
            # Nobody has named the table yet: its own placeholder already says what is expected.
            blocks.append(Prose(name))
        else:
            missing = translate(_("columns of table «{name}»"), name=name)
            blocks.append(Prose(to_complete(missing, translate)))
    return tuple(blocks)


def retention_label(retention: Retention, translate: Translator) -> str:
    """Return «10 ans (clôture du dossier)», whole years where months make them."""
    if retention.months is None:
        return literal(retention.since or "")
    years, rest = divmod(retention.months, _MONTHS_A_YEAR)
    if rest:
        span = translate.plural(_("{count} month"), _("{count} months"), retention.months)
    else:
        span = translate.plural(_("{count} year"), _("{count} years"), years)
    if not retention.since:
        return span
    return translate(_("{span} from: {event}"), span=span, event=literal(retention.since))


def _columns(name: str, registers: Registers, translate: Translator) -> Grid:
    schema, count = registers.schemas[name], registers.rows.get(name)
    title = schema.title
    if count is not None:
        title = translate.plural(
            _("{title}: {count} row on {date}"),
            _("{title}: {count} rows on {date}"),
            count,
            title=title,
            date=registers.day,
        )
    return Grid(
        title=title,
        header=(
            translate(_("Column")),
            translate(_("What is written there")),
            translate(_("Required")),
            translate(_("Protection")),
        ),
        rows=tuple(_row(column, name, registers, translate) for column in schema.columns),
        widths=(6, 12, 3, 5),
        compact=True,
    )


def _row(
    column: Column, table: str, registers: Registers, translate: Translator
) -> tuple[str, ...]:
    return (
        literal(column.label),
        _content(column, table, registers, translate),
        translate(_("yes")) if column.required else "",
        _protection(column, translate),
    )


def _content(column: Column, table: str, registers: Registers, translate: Translator) -> str:
    """Return what a column holds, in words: its answers, or the register that it refers to."""
    schemas = registers.schemas
    if column.name == schemas[table].key:
        return translate(_("number of the row"))
    if column.values:
        words = ", ".join(_answer(value, column) for value in column.values)
        return translate(_("one of: {words}"), words=literal(words))
    if column.target:
        name = column.target.partition(".")[0]
        register = schemas[name].title if name in schemas else name.replace("_", " ")
        many = column.kind == "liste"
        sentence = _("references to «{name}»") if many else _("reference to «{name}»")
        return translate(sentence, name=literal(register))
    kind = _KINDS.get(column.kind)
    return translate(kind) if kind else literal(column.kind)


def _answer(value: str, column: Column) -> str:
    """Return «en attente (en_attente)»: what people read, then the word that the CSV takes."""
    read = column.shown(value)
    return value if read == value else f"{read} ({value})"


def _protection(column: Column, translate: Translator) -> str:
    words = []
    if column.personal:
        words.append(translate(_("personal data")))
    if column.confidential:
        words.append(translate(_("confidential")))
    return ", ".join(words)
