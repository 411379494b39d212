"""The settings name a register, a column or a value that does not exist.

Why: what is set for it has no effect; the rows of the platform's own file are not read as meant.

Wrong:
    registres:
      demande: {source: Prestations.xlsx}

Fix: write the name of the table, of the column or of the value as the schema in
referentiel/registres/ does. In the condition `ou`, a text goes between quotes.
"""

from collections.abc import Iterator
from typing import Any

from smq.i18n import _
from smq.model import Finding, Location, Problem, QualitySystem, Severity, nearest
from smq.model.register import RegisterSchema, RegisterSource
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG014",
    _("«{written}», in «registres» of smq.yaml, is no table of this platform."),
    hint=_("Nearest: {near}. The names are {words}."),
    severity=Severity.WARNING,
)
_COLUMN = _("«{written}», in «registres» of smq.yaml, is no column of the table «{table}».")
_VALUE = _("«{written}», in «registres» of smq.yaml, is no value of the column «{column}».")
_CONDITION = _("The condition «{condition}» is not understood near «{near}»; every row is read.")
_NO_WORD = _(
    "«{written}», in the condition («ou») of the table «{table}» in smq.yaml, is no column of it"
    " and no value of one."
)
_NO_WORD_NEAR = _("Nearest: {near}. A text of the file goes between quotes: '{written}'.")
_NO_WORD_HINT = _("The columns are {words}. A text of the file goes between quotes: '{written}'.")
_WORDS_ALONE = _("The names are {words}.")
_CONDITION_HINT = _("Write for example decision == acceptee and date >= '2026-01-01'.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the words of the settings that no schema knows."""
    for source in system.settings.register_sources if system.registers else ():
        register = system.registers.get(source.table)
        if register is None:
            known = tuple(system.registers)
            yield _unknown(source.location, source.table, known, None, table=source.table)
        else:
            yield from _columns(source, register.schema)
            yield from _values(source, register.schema)
    for problem in system.problems:
        if problem.kind == "register-condition":
            values: dict[str, Any] = dict(problem.values)
            yield rule.finding(problem.location, message=_CONDITION, hint=_CONDITION_HINT, **values)
        elif problem.kind == "register-condition-word":
            yield _word(problem, system)


def _word(problem: Problem, system: QualitySystem) -> Finding:
    values: dict[str, Any] = dict(problem.values)
    columns = system.registers[values["table"]].schema.columns
    return rule.finding(
        problem.location,
        message=_NO_WORD,
        hint=_NO_WORD_NEAR if values["near"] else _NO_WORD_HINT,
        words=", ".join(column.name for column in columns),
        **values,
    )


def _columns(source: RegisterSource, schema: RegisterSchema) -> Iterator[Finding]:
    names = tuple(column.name for column in schema.columns)
    for chosen in source.columns:
        if chosen.ours not in names:
            yield _unknown(chosen.location, chosen.ours, names, _COLUMN, table=source.table)
    for name, _pairs in source.values:
        if name not in names:
            yield _unknown(source.at("valeurs"), name, names, _COLUMN, table=source.table)


def _values(source: RegisterSource, schema: RegisterSchema) -> Iterator[Finding]:
    for name, pairs in source.values:
        column = schema.column(name)
        for chosen in pairs if column and column.kind == "enum" else ():
            if column and chosen.ours not in column.values:
                words = column.values
                yield _unknown(
                    chosen.location,
                    chosen.ours,
                    words,
                    _VALUE,
                    column=column.name,
                    table=source.table,
                )


def _unknown(
    place: Location, written: str, words: tuple[str, ...], message: str | None, **values: Any
) -> Finding:
    near = nearest(written, words)
    return rule.finding(
        place,
        message=message,
        hint=None if near else _WORDS_ALONE,
        written=written,
        near=near or "",
        words=", ".join(words),
        **values,
    )
