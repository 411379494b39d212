"""History holds no content that the approval of the version in force binds.

Why: while the next version is being written, readers get the last one in force from the history.
Where none of its contents is the one that was approved, what they get was approved by nobody.

Wrong:
    version: "2"
    statut: projet

Fix: publish the next version, whose approval history will confirm; or bring the whole history
back, if this copy was made without it.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "GIT007",
    _("No content in the history is the one that was approved as version «{version}»."),
    hint=_(
        "Readers get the last content that says so. Finish the version under way, which history"
        " will confirm."
    ),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the documents whose version in force, taken from history, is not what was approved.

    One that says itself in force, and is not what was approved either, is LIF016's.
    """
    past = system.earlier.get(document.path)
    if past is not None and past.altered and document.state is document.status:
        yield rule.finding(
            document.at_field("version"),
            code=document.code_text,
            severity=Severity.ERROR if system.settings.signatures_required else None,
            version=past.version,
        )
