"""Two documents carry one code.

Why: a mention of the code leads to one of them by chance. It happens when two people create a
document on two branches, or when a file is copied. PR-4 and PR-04 are one code.

Wrong:
    code: PRE-PRO-001

Fix: `smq renumber --auto` leaves the code to the document that was approved, else to the one that
had it first; the other gets the next number, and each mention follows the document that its author
meant. What cannot be told is listed with its place. If both were approved, ask the people who
answer for them before anything moves.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Code, Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.codes import meant, was_approved

rule = Rule(
    __name__,
    "NUM001",
    _("{written} is also the code of {others}."),
    hint=_(
        "To give one of them the next number, with what cites it: smq renumber --auto"
        " (to see it first: smq renumber --auto --dry-run)."
    ),
)
_APPROVED = _("Both were approved: ask the people who answer for them before either moves.")
_NO_CODE = _("It stays with {keeper}. Write another code here.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at the code of each document that shares it, but the one that keeps it."""
    for group in _groups(system):
        keeper, *movers = sorted(group, key=lambda document: _rank(document, system))
        for document in movers:
            code = meant(document, system)
            yield rule.finding(
                document.at_field("code"),
                code=document.code_text,
                hint=_hint(document, code),
                written=document.code_text,
                others=", ".join(d.path for d in group if d is not document),
                keeper=keeper.path,
            )


def _hint(document: Document, code: Code | None) -> str | None:
    if was_approved(document):
        return _APPROVED
    return None if code else _NO_CODE


def _rank(document: Document, system: QualitySystem) -> tuple[bool, bool, bool, str, str]:
    """Return what sorts first the document that keeps the code (`contracts.md` §10)."""
    in_base = (document.code_text or "", document.path) in system.history.base_codes
    return (
        not was_approved(document),
        not in_base,
        document.code is None,
        document.id or "~",
        document.path,
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
