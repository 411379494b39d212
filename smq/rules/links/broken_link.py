"""A link leads to a code or a title that no document has.

Why: a reader who follows it finds nothing, and an evaluator stops there.

Wrong:
    liens: {formulaires: [PRE-FOR-099]}

Fix: cite an existing code, or create the document with `smq new`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import in_wrong_case, last_number, linkage, near_code, near_title
from smq.model import Document, Finding, Link, QualitySystem, Resolution
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "LNK001",
    _("«{target}» is cited, but no document has this code or this title."),
    hint=_("Nearest: {near}. Look whether it is meant; all codes: smq list."),
)
_NEAR_TITLE = _("Nearest title: «{near}». Look whether it is meant; all documents: smq list.")
_HINT_ALONE = _("Correct it, or create the document with «smq new».")
_CODE_ALONE = _("Cite another document (all codes: smq list), or remove the mention.")
_BEYOND = _(
    "The last code of this series is {last}."
    " Cite another document (all codes: smq list), or create it with «smq new»."
)
_DELETED = _(
    "{path} had it before and was deleted."
    " Cite another document (all codes: smq list), or remove the mention."
)
_WRONG_CASE = _("{path} is meant: correct the capitals of the code in its header.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each mention, wiki-link and declared link without a document."""
    bracketed: set[tuple[int | None, str]] = set()
    for link in linkage(system).outgoing[document.path]:
        if link.resolution is not Resolution.UNKNOWN:
            continue
        place = link.location.line, link.written
        # `[[PRE-FOR-099|la fiche PRE-FOR-099]]` is one fault.
        if link.wiki:
            bracketed.add(place)
        elif place in bracketed:
            continue
        hint, values = _advice(link, system)
        yield rule.finding(
            link.location,
            code=document.code_text,
            severity=by_state(document),
            hint=hint,
            target=link.written,
            **values,
        )


def _advice(link: Link, system: QualitySystem) -> tuple[str | None, dict[str, str]]:
    """Return what to do, and what fills that sentence; None for the hint of the rule."""
    code = system.settings.codification.parse(link.written)
    near = near_title(system, link.written) if link.wiki and not code else None
    if near:
        return _NEAR_TITLE, {"near": near}
    document = in_wrong_case(system, link.written)
    if document:
        return _WRONG_CASE, {"near": "", "path": document.path}
    path = _deleted(link.written, system)
    if path:
        return _DELETED, {"near": "", "path": path}
    near = near_code(system, link.written)
    if near:
        return None, {"near": near}
    last = last_number(system, link.written)
    if code and last is not None and code.number > last:
        return _BEYOND, {"near": "", "last": code.stem.replace("{}", str(last).zfill(code.width))}
    return _CODE_ALONE if code else _HINT_ALONE, {"near": ""}


def _deleted(text: str, system: QualitySystem) -> str | None:
    """Return the file that had a code in the revision compared with, None when none had it."""
    history = system.history
    known = dict(history.base_codes) | dict(history.ancestor_codes or ())
    path = known.get(text)
    return None if path in {document.path for document in system.documents} else path
