"""`registre: …`: a register holds rows that satisfy a condition.

`ou` chooses rows, `depuis_mois` keeps the recent ones (by the column `date`, else the first date).
At least `au_moins` (1) must remain; each must have the columns `remplis`, lead to existing rows by
the columns `resolus`, and satisfy `chaque`. `aucun: true` asks that no row be chosen.
`dit` says in words which rows they are, `regle` what `chaque` asks.
A table that has no file proves nothing, not even that no row is chosen. Where no row is needed
(`aucun`, `au_moins: 0`), nothing is named: without its rows the table says the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smq.coverage.case import Case
from smq.coverage.rows import (
    chosen,
    meets,
    reference,
    row_proofs,
    table_faults,
    table_proof,
    target_of,
    untold,
)
from smq.coverage.sort import (
    Option,
    Sort,
    counted,
    nothing_such,
    number,
    options,
    partial,
    satisfied,
    unsatisfied,
)
from smq.i18n import _, plural
from smq.load.fields import Reader
from smq.model import Problem, Word
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence
from smq.model.table import Register, Row
from smq.tracing.index import cited

OPTIONS: Mapping[str, Option] = {
    "registre": Option.TEXT,
    "ou": Option.CONDITION,
    "depuis_mois": Option.NUMBER,
    "date": Option.TEXT,
    "au_moins": Option.NUMBER,
    "remplis": Option.TEXTS,
    "resolus": Option.TEXTS,
    "chaque": Option.CONDITION,
    "aucun": Option.TRUTH,
    "dit": Option.TEXT,
    "regle": Option.TEXT,
}
TOO_FEW = plural(
    _("In the register «{register}», {count} row is missing."),
    _("In the register «{register}», {count} rows are missing."),
)
TOO_FEW_SAID = plural(
    _("In the register «{register}», {count} row is missing: {what}."),
    _("In the register «{register}», {count} rows are missing: {what}."),
)
TOO_FEW_RECENT = plural(
    _("In the register «{register}», {count} row of the last {months} months is missing."),
    _("In the register «{register}», {count} rows of the last {months} months are missing."),
)
TOO_FEW_RECENT_SAID = plural(
    _("In the register «{register}», {count} row of the last {months} months is missing: {what}."),
    _(
        "In the register «{register}», {count} rows of the last {months} months are missing:"
        " {what}."
    ),
)
ROWS = Word(_("rows"))
EMPTY_CELL = _("{row}: «{column}» is empty.")
NO_ROW = _("{row}: «{column}» leads to {written}, which is in no table.")
NOT_SO = _("{row}: missing is {condition}.")
SHOULD_NOT = _("{row}: {condition}.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when the rows asked for are there and complete, partial when some are."""
    reader = options(evidence)
    register = case.system.registers[reader.text("registre") or ""]
    if (nothing := untold(register)) is not None:
        return nothing
    if reader.boolean("aucun", False):
        return _none(register, reader, case)
    rows = chosen(reader, register, case)
    wanted = number(reader, "au_moins", 1)
    asked = _Asked.of(reader)
    lacks = tuple(lack for row in rows for lack in _lacks(row, register, asked, case))
    if len(rows) < wanted:
        lacks = (_too_few(wanted - len(rows), register, reader), *lacks)
    whole = (table_proof(register),) if wanted else ()
    if not lacks and not rows:
        return Judgement(Verdict.SATISFIED, vacuous=True)
    if not lacks:
        return satisfied(*_proofs(rows, wanted, register, reader, case), support=whole)
    return partial(whole, lacks) if rows else unsatisfied(*lacks)


def _none(register: Register, reader: Reader, case: Case) -> Judgement:
    rows = chosen(reader, register, case, doubtful=True)
    condition = reader.text("dit") or reader.text("ou") or ROWS
    lacks = tuple(
        Lack(SHOULD_NOT, {"row": reference(register, row), "condition": condition}, row.at())
        for row in rows
    )
    return unsatisfied(*lacks) if lacks else Judgement(Verdict.SATISFIED, vacuous=True)


def _too_few(count: int, register: Register, reader: Reader) -> Lack:
    """Return how many rows are missing; `dit` says which."""
    months, what = reader.integer("depuis_mois"), reader.text("dit")
    values = {"register": register.schema.title, "what": what, "count": count, "months": months}
    if months is None:
        sentence = TOO_FEW_SAID if what else TOO_FEW
    else:
        sentence = TOO_FEW_RECENT_SAID if what else TOO_FEW_RECENT
    return counted(sentence, values, None, f"smq register add {register.name}")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What each row must hold, read once for all rows."""

    filled: tuple[str, ...]
    resolved: tuple[str, ...]
    condition: str | None
    said: str

    @classmethod
    def of(cls, reader: Reader) -> "_Asked":
        condition = reader.text("chaque")
        said = reader.text("regle") or condition or ""
        return cls(reader.texts("remplis"), reader.texts("resolus"), condition, said)


def _lacks(row: Row, register: Register, asked: _Asked, case: Case) -> Iterator[Lack]:
    for column in asked.filled:
        if row.value(column) in (None, "", ()):
            values = {"row": reference(register, row), "column": column}
            yield Lack(EMPTY_CELL, values, row.at(column))
    for column in asked.resolved:
        for written in _dead(row, column, register, case):
            shown = reference(register, row)
            values = {"row": shown, "column": column, "written": written}
            yield Lack(NO_ROW, values, row.at(column))
    if asked.condition and not meets(asked.condition, register, row, case):
        values = {"row": reference(register, row), "condition": asked.said}
        yield Lack(NOT_SO, values, row.at())


def _dead(row: Row, column: str, register: Register, case: Case) -> Iterator[str]:
    """Yield the identifiers of a cell that no row of the table it leads to has."""
    target = target_of(column, register, case)
    for written in cited(row, column):
        if target is None or written not in target.by_key:
            yield written


def _proofs(
    rows: tuple[Row, ...], wanted: int, register: Register, reader: Reader, case: Case
) -> tuple[Proof, ...]:
    """Return what is needed: the rows when there are no more than asked, and those they cite."""
    needed: tuple[Proof, ...] = ()
    if wanted:
        just = len(rows) == wanted
        needed = row_proofs((register, r) for r in rows) if just else (table_proof(register),)
    targets = [(c, target_of(c, register, case)) for c in reader.texts("resolus")]
    led_to = row_proofs(
        (target, target.by_key[written])
        for row in rows
        for column, target in targets
        if target is not None
        for written in cited(row, column)
        if case.bearers(target)[written] == 1 and not (target is register and written == row.key)
    )
    return tuple(dict.fromkeys([*needed, *led_to]))


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield a table without schema, its missing columns, references that lead nowhere."""
    reader = options(evidence)
    yield from table_faults(evidence, reader, case)
    name = reader.text("registre") or ""
    register = case.register(name)
    for column in reader.texts("resolus") if register else ():
        if register and register.schema.column(column) and not target_of(column, register, case):
            yield nothing_such(evidence, "reference", f"{name}.{column}")


SORT = Sort("registre", OPTIONS, judge, faults)
