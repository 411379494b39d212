"""`chaine: …`: the dossiers of a chain can be walked from end to end (`referentiel/chaines/`).

Each row of the chain's starting table has, in each link of the chain, a row that names it or that
it names. `ou` chooses the rows, `depuis_mois` keeps the recent ones, `au_moins` must remain.
What hangs on an optional link is asked only where that link is there.
"""

from collections.abc import Iterator, Mapping

from smq.coverage.case import Case
from smq.coverage.rows import chosen, reference, row_proofs, table_proof, untold
from smq.coverage.rows import table_faults as faults_of_rows
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
from smq.model import Fields, Problem, Scalar
from smq.model.chain import Chain, ChainLink
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence
from smq.model.table import Register, Row
from smq.tracing.walking import applies

OPTIONS: Mapping[str, Option] = {
    "chaine": Option.TEXT,
    "ou": Option.CONDITION,
    "depuis_mois": Option.NUMBER,
    "date": Option.TEXT,
    "au_moins": Option.NUMBER,
}
TOO_FEW = plural(
    _("{count} dossier to walk from end to end is missing: «{chain}»."),
    _("{count} dossiers to walk from end to end are missing: «{chain}»."),
)
BROKEN = _("{row}: nothing in the register «{register}».")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when every dossier is complete, partial when some are."""
    reader = options(evidence)
    chain = case.system.chains[reader.text("chaine") or ""]
    start = case.system.registers[chain.start]
    if (nothing := untold(start)) is not None:
        return nothing
    rows = chosen(reader, start, case)
    wanted = number(reader, "au_moins", 1)
    if len(rows) < wanted:
        values = {"chain": chain.title, "count": wanted - len(rows)}
        return unsatisfied(counted(TOO_FEW, values))
    if not rows:
        return Judgement(Verdict.SATISFIED, vacuous=True)
    walks = [_walk(row, start, chain, case) for row in rows]
    lacks = tuple(lack for _held, missing in walks for lack in missing)
    support = (table_proof(start),) if wanted else ()
    if not lacks:
        whole = (Proof("chain", chain.name, start.path),) if wanted else ()
        just = len(rows) == wanted
        needed = row_proofs((start, row) for row in rows) if just else whole
        held = row_proofs(pair for found, _missing in walks for pair in found if pair[0] != start)
        return satisfied(*dict.fromkeys([*needed, *held]), support=support)
    complete = any(not missing for _held, missing in walks)
    return partial(support, lacks) if complete else unsatisfied(*lacks)


def _walk(
    row: Row, start: Register, chain: Chain, case: Case
) -> tuple[list[tuple[Register, Row]], list[Lack]]:
    """Return the rows that alone hold a link of a dossier, and the links that are missing."""
    held: list[tuple[Register, Row]] = []
    lacks: list[Lack] = []
    reached: dict[str, list[Row]] = {chain.start: [row]}
    spared: set[str] = set()
    for link in chain.links:
        register = case.system.registers[link.table]
        origins = reached.get(link.origin, [])
        found = [below for origin in origins for below in case.index.linked(link, origin)]
        reached[link.table] = found = list({below.line: below for below in found}.values())
        optional = link.optional or link.origin in spared or not _asked(link, origins, case)
        if optional and not found:
            spared.add(link.table)
        elif not found:
            values = {"row": reference(start, row), "register": register.schema.title}
            lacks.append(Lack(BROKEN, values, row.at()))
        elif len(found) == 1 and not optional:
            held.append((register, found[0]))
    return held, lacks


def _asked(link: ChainLink, origins: list[Row], case: Case) -> bool:
    """Return whether the condition of a link holds on a row that it comes from."""
    if link.condition is None:
        return True
    register = case.system.registers[link.origin]
    return any(applies(link.condition, register, origin, case.system) for origin in origins)


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield a chain that is not there, and its tables and columns that the platform lacks."""
    reader = options(evidence)
    name = reader.text("chaine") or ""
    chain = case.system.chains.get(name)
    if chain is None:
        yield nothing_such(evidence, "chain", name)
        return
    yield from faults_of_rows(evidence, _on_start(reader, chain), case)
    for link in chain.links:
        yield from _link_faults(evidence, link, case)


def _on_start(reader: Reader, chain: Chain) -> Reader:
    """Return the options as those of the starting table."""
    place = reader.fields
    table = (Scalar("registre", place.line, place.column), Scalar(chain.start, 1, 1, quoted=True))
    fields = Fields((table, *place.entries), place.line, place.column)
    return Reader(fields, reader.path, [], reader.kind)


def _link_faults(evidence: Evidence, link: ChainLink, case: Case) -> Iterator[Problem]:
    register, origin = case.register(link.table), case.register(link.origin)
    for name, found in ((link.table, register), (link.origin, origin)):
        if found is None:
            yield nothing_such(evidence, "table", name)
    if register is None or origin is None or case.index.names_origin(link):
        return
    if origin.schema.column(link.column) is None:
        yield nothing_such(evidence, "column", f"{link.origin}.{link.column}")


SORT = Sort("chaine", OPTIONS, judge, faults)
