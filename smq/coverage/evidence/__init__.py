"""The sorts of evidence, one a file; this list is the grammar of `preuve` (`contracts.md` §11)."""

from collections.abc import Mapping

from smq.coverage.evidence import (
    all_of,
    chain,
    covers,
    criteria,
    declaration,
    document,
    fact,
    file,
    none_of,
    one_of,
    register,
    section,
)
from smq.coverage.sort import Sort

SORTS: Mapping[str, Sort] = {
    sort.word: sort
    for sort in (
        all_of.SORT,
        one_of.SORT,
        none_of.SORT,
        document.SORT,
        section.SORT,
        register.SORT,
        covers.SORT,
        fact.SORT,
        file.SORT,
        chain.SORT,
        declaration.SORT,
        criteria.SORT,
    )
}
"""Word of the referential → sort."""
