"""Two documents carry one code.

Why: a mention of the code leads to one of them by chance. It happens when two people create a
document on two branches, or when a file is copied. PR-4 and PR-04 are one code.

Wrong:
    code: PRE-PRO-001

Fix: leave the code to the document that had it first. In the other, if it was never approved, write
the next number after `code:`, in its file name and where it is cited; `smq list` shows the numbers
taken. If both were approved, ask the people who answer for them before anything moves.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.codes import meant

rule = Rule(
    __name__,
    "NUM001",
    _("{written} is also the code of {others}."),
    hint=_(
        "It stays with the document that had it first. In the other, if it was never approved,"
        " write the next number after «code:»."
    ),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at the code of each document that shares it."""
    for group in _groups(system):
        for document in group:
            others = ", ".join(d.path for d in group if d is not document)
            yield rule.finding(
                document.at_field("code"),
                code=document.code_text,
                written=document.code_text,
                others=others,
            )


def _groups(system: QualitySystem) -> Iterator[list[Document]]:
    found: dict[object, list[Document]] = {}
    for document in system.documents:
        code = meant(document, system)
        identity = code.identity if code else document.code_text
        if identity:
            found.setdefault(identity, []).append(document)
    yield from (group for group in found.values() if len(group) > 1 and not _is_one_file(group))


def _is_one_file(group: list[Document]) -> bool:
    """Return whether one file was copied: the id says so already (NUM009)."""
    return group[0].id is not None and len({document.id for document in group}) == 1
