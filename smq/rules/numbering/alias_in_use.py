"""A code that a document bore before is now the code of another.

Why: a letter or a record that cites the old code leads to the wrong document. A number is never
given twice.

Wrong:
    alias: [PRE-PRO-004]

Fix: if the other document was never approved, give it the next number; if this document never bore
that code, remove the alias.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, scalars
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM012",
    _("The old code {alias} is now the code of {other}."),
    hint=_(
        "If the other document was never approved, give it the next number;"
        " if this document never bore {alias}, remove the alias."
    ),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each alias that another document carries."""
    for alias in scalars(document.field("alias")):
        code = system.settings.codification.parse(alias.text)
        carriers = system.by_identity.get(code.identity, ()) if code else ()
        other = next((d for d in carriers if d is not document), None)
        if other:
            yield rule.finding(
                document.at(alias.line, alias.column),
                code=document.code_text,
                alias=alias.text,
                other=other.path,
            )
