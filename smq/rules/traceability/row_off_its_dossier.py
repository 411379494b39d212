"""A row names another of the same chain that stands in another dossier.

Why: walked in one direction the chain gives one dossier, walked back another; in the exercise the
evaluator sees the trace break.

Wrong:
    registres/analyses.csv
    id;demande;devis;operateur;equipement;date_debut;statut
    PST-2027-0001;DEM-2027-0001;DEV-2027-0002;P03;RAM-001;2027-02-22;close

Fix: name the row of the same dossier, or correct what the other one belongs to.
Source: working referential of the label (unofficial): T21, the trace is walked both ways.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.chain import Chain, ChainLink
from smq.model.register import Column
from smq.model.table import Register, Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.extent import extent_of, is_off
from smq.tracing.index import cited

rule = Rule(
    __name__,
    "TRC021",
    _("{row} names {named}, which does not stand in its dossier («{chain}»)."),
    hint=_("Name the row of the same dossier, or correct what {named} belongs to."),
)
_REPLACED = _("{row} names {named}, which belongs to {theirs}, not to {ours}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the references of each chain that lead out of the dossier, each once."""
    index = tracing.index(system)
    told: set[tuple[str, int, str]] = set()
    for chain in system.chains.values():
        for row, column, finding in (*_of_starts(chain, index), *_of_links(chain, index)):
            if (row.path, row.line, column) not in told:
                told.add((row.path, row.line, column))
                yield finding


Found = tuple[Row, str, Finding]


def _of_starts(chain: Chain, index: Index) -> Iterator[Found]:
    """Yield what a starting row names of the ranked tables and that its dossier does not hold."""
    register = index.register(chain.start)
    ranked = {link.table for link in chain.links if link.rank is not None}
    links = {link.column for link in chain.links if link.origin == chain.start}
    columns = register.schema.columns if register else ()
    asked = [c.name for c in columns if _target(c) in ranked and c.name not in links]
    targets = {column.name: _target(column) for column in columns}
    for start in index.rows(chain.start) if asked else ():
        named = [
            (name, row)
            for name in asked
            for key in cited(start, name)
            if (row := index.row(targets[name], key))
        ]
        extent = extent_of(chain, start, index) if named else {}
        for name, row in named:
            if is_off(chain, targets[name], row, extent):
                yield start, name, _off(start, name, row, chain)


def _off(start: Row, column: str, named: Row, chain: Chain) -> Finding:
    return rule.finding(
        start.at(column), row=name_of(start), named=name_of(named), chain=chain.name
    )


def _of_links(chain: Chain, index: Index) -> Iterator[Found]:
    """Yield what a row replaces and that belongs to another row than its own."""
    for link in chain.links:
        register = index.register(link.table)
        if register and link.rank is not None and index.names_origin(link):
            for column in register.schema.columns:
                if _target(column) == link.table:
                    yield from _replaced(register, link, column.name, index)


def _replaced(register: Register, link: ChainLink, column: str, index: Index) -> Iterator[Found]:
    for row in register.rows:
        ours = cited(row, link.column)
        for key in cited(row, column):
            other = register.by_key.get(key)
            theirs = cited(other, link.column) if other else ()
            if ours and theirs and not set(ours) & set(theirs):
                yield (
                    row,
                    column,
                    rule.finding(
                        row.at(column),
                        message=_REPLACED,
                        row=name_of(row),
                        named=key,
                        theirs=", ".join(theirs),
                        ours=", ".join(ours),
                    ),
                )


def _target(column: Column) -> str:
    return (column.target or "").partition(".")[0]
