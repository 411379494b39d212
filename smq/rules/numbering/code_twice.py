"""Two documents carry one code.

Why: a mention of the code leads to one of them by chance. It happens when two people create a
document on two branches, or when a file is copied. PR-4 and PR-04 are one code.

Wrong:
    code: PRE-PRO-001

Fix: leave the code to the document that was approved, else to the one that had it first. In the
other, write the next number after `code:`, in its file name and where it is cited; `smq new` tells
it with `--dry-run`. If both were approved, ask the people who answer for them before anything
moves.
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
        "It stays with {keeper}. Write {next} here after «code:», in the file name and where this"
        " document is cited; if a deleted document had that number, the one after it."
    ),
)
_APPROVED = _("Both were approved: ask the people who answer for them before either moves.")
_NO_CODE = _("It stays with {keeper}. Write another code here.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at the code of each document that shares it, but the one that keeps it."""
    given: dict[str, int] = {}
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
                next=_next(code, system, given) if code else "",
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


def _next(code: Code, system: QualitySystem, given: dict[str, int]) -> str:
    """Return the code after the highest known of its series, another one at each call."""
    codes = system.settings.codification
    if code.stem not in given:
        known = [
            *system.by_identity,
            *system.by_alias,
            *(_identity(system, path.rpartition("/")[2]) for path in system.files),
            *(found.identity for text in _past(system) if (found := codes.parse(text))),
        ]
        given[code.stem] = max((n for stem, n in known if stem == code.stem), default=code.number)
    given[code.stem] += 1
    return code.stem.replace("{}", str(given[code.stem]).zfill(max(code.width, codes.least_width)))


def _past(system: QualitySystem) -> Iterator[str]:
    """Yield the codes of the revision compared with."""
    for text, _path in (*system.history.base_codes, *(system.history.ancestor_codes or ())):
        yield text


def _identity(system: QualitySystem, name: str) -> tuple[str, int]:
    named = system.settings.codification.parse_start(name)
    return named.identity if named else ("", 0)


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
