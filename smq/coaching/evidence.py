"""What of a criterion does not hold yet, piece by piece; each piece has a word of its own."""

from collections.abc import Iterable, Iterator

from smq.coverage import Case
from smq.coverage.criterion import applies, set_aside
from smq.coverage.judging import judge, sort_of
from smq.coverage.sort import options
from smq.load.referential import children
from smq.model import QualitySystem
from smq.model.coverage import Verdict
from smq.model.referential import Criterion, Evidence

_NAMING = ("registre", "modele", "type", "fichier", "fait", "chaine", "declaration", "criteres")
"""Options that say what a piece of evidence is about, the first that is there."""


def case_of(system: QualitySystem) -> Case | None:
    """Return the platform as its referential looks at it, None without referential."""
    return Case(system, system.referentials[0]) if system.referentials else None


def known_criteria(ids: Iterable[str], case: Case | None) -> tuple[Criterion, ...]:
    """Return the criteria of these identifiers that the platform has to satisfy."""
    if case is None:
        return ()
    found = (case.criteria.get(one) for one in ids)
    return tuple(c for c in found if c and applies(c, case) and not set_aside(c, case))


def open_leaves(evidence: Evidence, case: Case) -> Iterator[Evidence]:
    """Yield the evidence that does not hold; of several of which one is enough, the first."""
    if judge(evidence, case).verdict is Verdict.SATISFIED:
        return
    sort = sort_of(evidence)
    # Of what must not hold, nothing below is to be delivered.
    if sort is None or not sort.branches or evidence.kind == "sauf":
        yield evidence
        return
    below = [child for child in children(evidence) if isinstance(child, Evidence)]
    for child in below[:1] if evidence.kind == "un_de" else below:
        yield from open_leaves(child, case)


def leaves(evidence: Evidence) -> Iterator[Evidence]:
    """Yield every piece of evidence that holds no other."""
    sort = sort_of(evidence)
    if sort is None or not sort.branches:
        yield evidence
        return
    for child in children(evidence):
        if isinstance(child, Evidence):
            yield from leaves(child)


def leaf_word(leaf: Evidence) -> str:
    """Return the word by which a row of a register names a piece of evidence: `fait:sigle`."""
    reader = options(leaf)
    about = (reader.text(name) for name in _NAMING)
    return f"{leaf.kind}:{next((text for text in about if text), '')}"


def tables_of(leaf: Evidence) -> tuple[str, ...]:
    """Return the tables whose rows a piece of evidence looks at."""
    reader = options(leaf)
    found = (reader.text("registre"), reader.mapping("par").text("registre"))
    return tuple(table for table in found if table)
