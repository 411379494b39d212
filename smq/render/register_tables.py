"""The columns of a register's tables, as its schemas declare them."""

from collections.abc import Mapping

from smq.i18n import Translator, _
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


def register_tables(sheet: Sheet, schemas: Mapping[str, RegisterSchema]) -> tuple[Block, ...]:
    """Return one grid for each table of a register; a table without schema shows a placeholder."""
    translate = sheet.translate
    blocks: list[Block] = []
    for name in sheet.reader.texts("tables"):
        schema = schemas.get(name)
        if schema:
            blocks.append(_columns(schema, translate))
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


def _columns(schema: RegisterSchema, translate: Translator) -> Grid:
    return Grid(
        title=translate(_("Table «{title}»"), title=schema.title),
        header=(
            translate(_("Column")),
            translate(_("What is written there")),
            translate(_("Required")),
            translate(_("Protection")),
        ),
        rows=tuple(_row(column, schema, translate) for column in schema.columns),
        widths=(4, 8, 2, 3),
    )


def _row(column: Column, schema: RegisterSchema, translate: Translator) -> tuple[str, ...]:
    return (
        literal(column.label),
        _content(column, schema, translate),
        translate(_("yes")) if column.required else "",
        _protection(column, translate),
    )


def _content(column: Column, schema: RegisterSchema, translate: Translator) -> str:
    """Return what a column holds, in words: its answers, or the register that it refers to."""
    if column.name == schema.key:
        return translate(_("number of the row"))
    if column.values:
        words = ", ".join(value.replace("_", " ") for value in column.values)
        return translate(_("one of: {words}"), words=literal(words))
    if column.target:
        register = column.target.partition(".")[0].replace("_", " ")
        many = column.kind == "liste"
        sentence = _("numbers of register «{name}»") if many else _("number of register «{name}»")
        return translate(sentence, name=literal(register))
    kind = _KINDS.get(column.kind)
    return translate(kind) if kind else literal(column.kind)


def _protection(column: Column, translate: Translator) -> str:
    words = []
    if column.personal:
        words.append(translate(_("personal data")))
    if column.confidential:
        words.append(translate(_("confidential")))
    return ", ".join(words)
