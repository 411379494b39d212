"""What nobody asked for, for people: documents that nothing asks for, claims that prove nothing."""

from collections.abc import Iterator, Sequence

from smq.i18n import Translator, _
from smq.model import Document, QualitySystem
from smq.model.coverage import Coverage, Verdict
from smq.report.line import Line

TITLE = _("Documents that nothing asks for")
WHAT_TO_DO = _(
    "No criterion asks for them, and no other document leads to them or needs them: cite each"
    " where it is used, name in «criteres» a criterion that it supports, or withdraw it."
)
HEADERS = (_("Code"), _("Title"), _("File"))
"""Titles of the columns of `rows` (msgids)."""
_ROWS_SPEAK = ("REG", "LIS", "LIV")
"""Types whose rows or content prove a criterion, not their text."""


def documents(found: Sequence[Document], translate: Translator) -> Iterator[Line]:
    """Yield the documents that nothing asks for, and what to do with them."""
    if found:
        yield Line.of(translate(TITLE), "title")
        yield Line.of(f"  {translate(WHAT_TO_DO)}", "hint")
        for document in found:
            yield Line.of(f"  {document.label}  {document.title}".rstrip())
        yield Line.of()


def rows(found: Sequence[Document]) -> list[list[str]]:
    """Return one row a document that nothing asks for, cells as texts."""
    return [[document.code_text or "", document.title, document.path] for document in found]


def claims(system: QualitySystem, coverage: Coverage, translate: Translator) -> Iterator[Line]:
    """Yield the claims that support nothing: criteria that do not rest on who claims them."""
    used = {ref for a in coverage.assessments for p in a.proofs for ref in p.ref.split(" | ")}
    by_id = {a.criterion.id: a for a in coverage.assessments}
    odd = [
        (document.label, criterion)
        for document in system.documents
        for criterion in document.criteria
        if criterion in by_id
        and by_id[criterion].verdict is Verdict.SATISFIED
        and document.label not in used
        and document.type not in _ROWS_SPEAK
    ]
    if odd:
        yield Line.of(translate(_("Claimed, and not needed for the verdict")), "title")
        for label, criterion in odd:
            yield Line.of(f"  {label} → {criterion}")
        yield Line.of()
