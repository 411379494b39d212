"""Which documents nothing asks for: no criterion of the platform, and no other document."""

from collections.abc import Iterator

from smq.coverage.case import Case
from smq.coverage.criterion import applies
from smq.coverage.judging import sort_of
from smq.coverage.sort import options
from smq.links import linkage
from smq.load.fields import Reader
from smq.load.referential import children
from smq.model import Document, LinkKind, QualitySystem, Status, scalars
from smq.model.referential import Criterion, Evidence, Referential

_STARTS = frozenset({"MAN", "POL", "EXT"})
"""Where reading starts, or what others impose: nobody has to lead to it."""
_BELONGING = frozenset({LinkKind.PROCESS, LinkKind.REPLACES})
"""Links that say where a document stands, not that its target is of use."""


def unasked(system: QualitySystem, referential: Referential) -> tuple[Document, ...]:
    """Return the living documents that no criterion asks for and no other document needs.

    Generated lists are left out, and what they list is not asked for by them. The criteria of every
    referential of the platform count, whatever their stage: what one asks for is not withdrawn
    because another does not.

    Args:
        system: the platform, its registers read.
        referential: judged, whether or not the settings name it.
    """
    case = Case(system, referential)
    kept = {*_asked(case), *_of_use(system), *_held_by_tables(case)}
    kept |= {d.path for d in system.documents if next(case.records_of(d), None)}
    return tuple(d for d in system.documents if d.path not in kept and _can_be(d, system))


def _can_be(document: Document, system: QualitySystem) -> bool:
    """Return whether a document may be one too many: living, written by people, no start."""
    if not _is_written(document, system) or document.type in _STARTS:
        return False
    if not system.settings.foreign and not document.header.entries:
        # A rule reports the header: what is not read can be claimed by nobody.
        return False
    return document.type != "FIP" or system.settings.process(document.process) is None


def _is_written(document: Document, system: QualitySystem) -> bool:
    """Return whether people write a document, and it is not withdrawn."""
    declared = system.type_of(document)
    generated = document.generated or (declared is not None and declared.generated)
    return not generated and document.status is not Status.WITHDRAWN


def _asked(case: Case) -> Iterator[str]:
    """Yield the paths of the documents that the criteria of the platform ask for."""
    asking = {criterion.id for criterion in _criteria(case)}
    for document in case.system.documents:
        if asking.intersection(document.criteria):
            yield document.path
    for criterion in _criteria(case):
        if criterion.evidence is not None:
            yield from (document.path for document in _wanted(criterion.evidence, case))


def _criteria(case: Case) -> Iterator[Criterion]:
    for criterion in case.criteria.values():
        if applies(criterion, case):
            yield criterion


def _wanted(evidence: Evidence, case: Case) -> Iterator[Document]:
    """Yield the documents that a tree of evidence looks at, itself or by their tables."""
    sort = sort_of(evidence)
    if sort is None:
        return
    if sort.branches:
        for child in children(evidence):
            if isinstance(child, Evidence):
                yield from _wanted(child, case)
        return
    reader = options(evidence)
    yield from _named(reader, case)
    yield from _named(reader.mapping("par"), case) if "par" in sort.below else ()
    chain = case.system.chains.get(reader.text("chaine") or "")
    for table in chain.tables if chain else ():
        yield from _keeping(table, case)


def _named(reader: Reader, case: Case) -> Iterator[Document]:
    """Yield the documents of the model, type and tables that options name."""
    for key in ("modele", "fichier"):
        yield from case.by_model.get(reader.text(key) or "", ())
    yield from _of_type(reader, case)
    yield from _keeping(reader.text("registre") or "", case)


def _of_type(reader: Reader, case: Case) -> Iterator[Document]:
    """Yield the documents of the type that options name; each of them could be the one asked for.

    What is asked of all of them (`tous`) asks for none of several; what covers by a header field
    (`champ`) must name something there.
    """
    found = tuple(case.of_type(reader.text("type") or ""))
    if reader.boolean("tous", False) and len(found) > 1:
        return
    field = reader.text("champ")
    for document in found:
        if field is None or any(scalar.text for scalar in scalars(document.field(field))):
            yield document


def _keeping(table: str, case: Case) -> Iterator[Document]:
    """Yield the documents that say how a table is kept."""
    register = case.register(table)
    model = (register.schema.model or "") if register else ""
    yield from case.by_model.get(model.rpartition("/")[2], ())
    yield from (d for d in case.documents if table in _tables(d))


def _tables(document: Document) -> frozenset[str]:
    return frozenset(scalar.text for scalar in scalars(document.field("tables")))


def _of_use(system: QualitySystem) -> Iterator[str]:
    """Yield the paths that a living document written by people leads to, of several by one code."""
    for link in linkage(system).links:
        if link.kind in _BELONGING or not _is_written(link.source, system):
            continue
        yield from link.candidates
        if link.target is not None:
            yield link.target.path


def _held_by_tables(case: Case) -> Iterator[str]:
    """Yield the forms that fill a table, and the registers whose rows another's rows name."""
    tables = case.system.registers
    yield from (d.path for d in case.system.documents if d.text("registre") in tables)
    for register in tables.values():
        own = {document.path for document in _keeping(register.name, case)}
        targets = {(column.target or "").partition(".")[0] for column in register.schema.columns}
        led_to = (document for name in targets for document in _keeping(name, case))
        yield from (document.path for document in led_to if document.path not in own)
