"""`couvre: {registre: …, par: {…}}`: each row of one register is covered by another thing.

What is to cover: the rows of `registre` (chosen by `ou`, named by the column `cle`, else the key),
or each process with `processus: true`. What covers, `par`: rows of a register whose `colonne` names
it (chosen by `ou`, recent by `depuis_mois`), or documents of a `type` that count and whose header
field `champ` names it. `au_moins` is how many there must be to cover (1).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from smq.coverage.case import Case
from smq.coverage.evidence.document import counts
from smq.coverage.rows import (
    chosen,
    reference,
    row_proofs,
    table_faults,
    table_proof,
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
from smq.model import Document, Problem, scalars
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence
from smq.model.table import Register, Row
from smq.tracing.index import cited

OPTIONS: Mapping[str, Option] = {
    "registre": Option.TEXT,
    "ou": Option.CONDITION,
    "cle": Option.TEXT,
    "processus": Option.TRUTH,
    "par": Option.OPTIONS,
    "au_moins": Option.NUMBER,
    "dit": Option.TEXT,
}
BY_OPTIONS: Mapping[str, Option] = {
    "registre": Option.TEXT,
    "colonne": Option.TEXT,
    "ou": Option.CONDITION,
    "depuis_mois": Option.NUMBER,
    "date": Option.TEXT,
    "type": Option.TEXT,
    "champ": Option.TEXT,
}
UNCOVERED = _("{thing}: missing is {by}.")
TOO_FEW = plural(
    _("In the register «{register}», {count} row concerned is missing."),
    _("In the register «{register}», {count} rows concerned are missing."),
)
TOO_FEW_PROCESSES = plural(
    _("smq.yaml: {count} process is missing."), _("smq.yaml: {count} processes are missing.")
)

_Cover = Document | Row


@dataclass(frozen=True, slots=True)
class _Thing:
    """What is to cover: its name, how it is shown, its row when it is one."""

    name: str
    shown: str
    row: Row | None = None


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when everything is covered, partial when some of it is."""
    reader = options(evidence)
    register = _register(reader, case)
    by = reader.mapping("par")
    for table in (register, _unread(by, case)):
        if table is not None and (nothing := untold(table)) is not None:
            return nothing
    things = _things(reader, register, case)
    wanted = number(reader, "au_moins", 1)
    if len(things) < wanted:
        return unsatisfied(_too_few(register, wanted - len(things)))
    if not things:
        return Judgement(Verdict.SATISFIED, vacuous=True)
    covering = _covering(by, case)
    support = _support(register, things, covering, by, case) if wanted else ()
    bare = [thing for thing in things if not covering.get(thing.name)]
    if bare:
        said = reader.text("dit") or by.text("registre") or by.text("type") or ""
        lacks = tuple(_lack(thing, said) for thing in bare)
        if len(bare) == len(things):
            # A table that nobody keeps does not prove that nothing is covered either.
            kept = (table := case.register(_name(by))) is None or table.present
            return replace(unsatisfied(*lacks), judged=kept)
        return partial(support, lacks)
    return satisfied(*_needed(things, covering, register, by, wanted, case), support=support)


def _register(reader: Reader, case: Case) -> Register | None:
    """Return the table to cover, None for the processes."""
    return None if reader.boolean("processus", False) else case.register(_name(reader))


def _unread(by: Reader, case: Case) -> Register | None:
    """Return the table that covers when some of it is not readable."""
    register = case.register(_name(by))
    return register if register is not None and register.unread else None


def _name(reader: Reader) -> str:
    return reader.text("registre") or ""


def _things(reader: Reader, register: Register | None, case: Case) -> tuple[_Thing, ...]:
    """Return what is to cover; a row whose cell names nothing can be covered by nothing."""
    if register is None:
        return tuple(_Thing(p.code, p.code) for p in case.system.settings.processes)
    column = reader.text("cle") or register.schema.key
    return tuple(
        _Thing(name, reference(register, row), row)
        for row in chosen(reader, register, case)
        for name in cited(row, column) or ("",)
    )


def _too_few(register: Register | None, count: int) -> Lack:
    """Return how many rows, or processes, there are too few to cover."""
    if register is None:
        return counted(TOO_FEW_PROCESSES, {"count": count})
    values = {"register": register.schema.title, "count": count}
    return counted(TOO_FEW, values, None, f"smq register add {register.name}")


def _lack(thing: _Thing, said: str) -> Lack:
    return Lack(
        UNCOVERED, {"thing": thing.shown, "by": said}, thing.row.at() if thing.row else None
    )


def _covering(by: Reader, case: Case) -> Mapping[str, tuple[_Cover, ...]]:
    """Return name → the documents or rows that cover it."""
    found: dict[str, dict[str, _Cover]] = {}
    for name, cover in _covers(by, case):
        place = f"{cover.path}:{cover.line}" if isinstance(cover, Row) else cover.path
        found.setdefault(name, {})[place] = cover
    return {name: tuple(covers.values()) for name, covers in found.items()}


def _covers(by: Reader, case: Case) -> Iterator[tuple[str, _Cover]]:
    type_ = by.text("type")
    if type_:
        for document in case.of_type(type_):
            names = [scalar.text for scalar in scalars(document.field(by.text("champ") or ""))]
            if names and counts(document, case):
                yield from ((name, document) for name in names)
        return
    register = case.system.registers[_name(by)]
    column = by.text("colonne") or register.schema.key
    for row in chosen(by, register, case):
        yield from ((name, row) for name in cited(row, column))


def _needed(
    things: tuple[_Thing, ...],
    covering: Mapping[str, tuple[_Cover, ...]],
    register: Register | None,
    by: Reader,
    wanted: int,
    case: Case,
) -> tuple[Proof, ...]:
    """Return what the verdict rests on: what alone covers a thing, and what was just enough."""
    rows = [thing.row for thing in things if thing.row is not None]
    just = len(things) == wanted
    own: tuple[Proof, ...] = ()
    if register is not None and wanted:
        own = row_proofs((register, r) for r in rows) if just else (table_proof(register),)
    alone = [covering[thing.name][0] for thing in things if len(covering[thing.name]) == 1]
    # A row that is itself to cover leaves with what it covers: nothing would be missing then.
    theirs = {id(row) for row in rows}
    alone = [cover for cover in alone if id(cover) not in theirs]
    return tuple(dict.fromkeys([*own, *_proofs(alone, by, case)]))


def _support(
    register: Register | None,
    things: tuple[_Thing, ...],
    covering: Mapping[str, tuple[_Cover, ...]],
    by: Reader,
    case: Case,
) -> tuple[Proof, ...]:
    """Return what leaves nothing covered: the table to cover, else all that covers."""
    if register is not None:
        return (table_proof(register),)
    if by.text("type") is None:
        return (table_proof(case.system.registers[_name(by)]),)
    return _proofs([c for thing in things for c in covering.get(thing.name, ())], by, case)


def _proofs(covers: list[_Cover], by: Reader, case: Case) -> tuple[Proof, ...]:
    documents = [cover for cover in covers if isinstance(cover, Document)]
    rows = [cover for cover in covers if isinstance(cover, Row)]
    found = [Proof("document", document.label, document.path) for document in documents]
    if rows:
        register = case.system.registers[_name(by)]
        found += row_proofs((register, row) for row in rows)
    return tuple(dict.fromkeys(found))


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield what both sides name and the platform does not have."""
    reader = options(evidence)
    by = reader.mapping("par")
    if not reader.boolean("processus", False):
        yield from table_faults(evidence, reader, case)
    type_ = by.text("type")
    if type_ is None:
        yield from table_faults(evidence, by, case)
        return
    if case.system.types and type_ not in case.system.types:
        yield nothing_such(evidence, "type", type_)
    if by.text("champ") is None:
        yield nothing_such(evidence, "option", "champ")


SORT = Sort("couvre", OPTIONS, judge, faults, below={"par": BY_OPTIONS})
