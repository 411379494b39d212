"""No form or procedure fills a register.

Why: a register that nobody is told to keep stays empty, and an empty register proves nothing.

Wrong:
    code: PRE-REG-002
    type: REG
    liens: {}

Fix: cite the register in the procedure that fills it, or name its table in a form
(`registre: demandes`).
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.links.usage import is_unfed_register
from smq.rules.weight import slight

rule = Rule(
    __name__,
    "LNK010",
    _("No form or procedure fills the register {document}."),
    hint=_("Cite it in the procedure that fills it, or withdraw it."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for a register without a link to or from a form or a procedure."""
    if is_unfed_register(document, system):
        yield rule.finding(
            document.at_field("code"),
            code=document.code_text,
            severity=slight(document),
            document=document.label,
        )
