"""No procedure uses a form.

Why: nobody knows when to fill it in, and its records belong to no step that can be followed.

Wrong:
    code: PRE-FOR-004
    type: FOR
    liens: {}

Fix: cite the form in the procedure or the work instruction that uses it, or withdraw it.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.links.usage import is_unused_form
from smq.rules.weight import slight

rule = Rule(
    __name__,
    "LNK008",
    _("No procedure uses the form {document}."),
    hint=_("Cite it in the procedure that uses it, or withdraw it."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for a form without a link to or from a procedure."""
    if is_unused_form(document, system):
        yield rule.finding(
            document.at_field("code"),
            code=document.code_text,
            severity=slight(document),
            document=document.label,
        )
