"""`chaine: …`: the dossiers of a chain can be walked from end to end (`referentiel/chaines/`).

Each row of the chain's starting table has, in each link of the chain, a row that names it or that
it names. `ou` chooses the rows, `depuis_mois` keeps the recent ones, `au_moins` must remain.
What hangs on an optional link is asked only where that link is there.
"""

from collections.abc import Iterator, Mapping

from smq.coverage.case import Case
from smq.coverage.rows import chosen, cited, no_file, reference, row_proofs, table_proof
from smq.coverage.rows import table_faults as faults_of_rows
from smq.coverage.sort import (
    Option,
    Sort,
    nothing_such,
    number,
    options,
    partial,
    satisfied,
    unsatisfied,
)
from smq.i18n import _
from smq.load.fields import Reader
from smq.model import Fields, Problem, Scalar
from smq.model.chain import Chain, ChainLink
from smq.model.coverage import Judgement, Lack, Proof
from smq.model.referential import Evidence
from smq.model.table import Register, Row

OPTIONS: Mapping[str, Option] = {
    "chaine": Option.TEXT,
    "ou": Option.CONDITION,
    "depuis_mois": Option.NUMBER,
    "date": Option.TEXT,
    "au_moins": Option.NUMBER,
}
TOO_FEW = _("Chain «{chain}»: {count} dossiers of {wanted} asked.")
BROKEN = _("{row}: nothing in the table «{table}».")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when every dossier is complete, partial when some are."""
    reader = options(evidence)
    chain = case.system.chains[reader.text("chaine") or ""]
    start = case.system.registers[chain.start]
    if not start.present:
        return no_file(start)
    rows = chosen(reader, start, case)
    wanted = number(reader, "au_moins", 1)
    if len(rows) < wanted:
        values = {"chain": chain.name, "count": len(rows), "wanted": wanted}
        return unsatisfied(Lack(TOO_FEW, values))
    walks = [_walk(row, start, chain, case) for row in rows]
    lacks = tuple(lack for _held, missing in walks for lack in missing)
    support = (table_proof(start),) if wanted else ()
    if not lacks:
        whole = (Proof("chain", chain.name, start.path),) if wanted else ()
        just = rows and len(rows) == wanted
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
        found = list(_linked(link, reached, register))
        reached[link.table] = found
        optional = link.optional or link.origin in spared
        if optional and not found:
            spared.add(link.table)
        elif not found:
            values = {"row": reference(start, row), "table": link.table}
            lacks.append(Lack(BROKEN, values, row.at()))
        elif len(found) == 1 and not optional:
            held.append((register, found[0]))
    return held, lacks


def _linked(link: ChainLink, reached: dict[str, list[Row]], register: Register) -> Iterator[Row]:
    """Yield the rows of a table that name a row of the origin, or that such a row names."""
    sources = reached.get(link.origin, [])
    if _names_origin(link, register):
        keys = {source.key for source in sources if source.key}
        yield from (row for row in register.rows if keys & {*cited(row, link.column)})
        return
    named = {written for source in sources for written in cited(source, link.column)}
    yield from (row for row in register.rows if row.key in named)


def _names_origin(link: ChainLink, register: Register) -> bool:
    own = register.schema.column(link.column)
    return own is not None and (own.target or "").partition(".")[0] == link.origin


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
    if register is None or origin is None or _names_origin(link, register):
        return
    if origin.schema.column(link.column) is None:
        yield nothing_such(evidence, "column", f"{link.origin}.{link.column}")


SORT = Sort("chaine", OPTIONS, judge, faults)
