"""The version of a document and its history do not agree.

Why: the history says what changed and when;
a version that it does not know cannot be told from the one before.

Wrong:
    version: "2"
    historique:
      - {version: "1", date: 2026-12-01, objet: Création, par: P03}

Fix: add the line of the version to `historique`, with its date and what changed.
`smq publish` writes it. A document that is approved or applicable has a version.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approval_of, is_asked
from smq.model import Approval, Document, Finding, QualitySystem, Status
from smq.model.status import as_said
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF010",
    _("The history has no line for version «{version}»."),
    hint=_("Add it under «historique»: version, date, objet, par."),
)

NO_VERSION = _("The status is «{status}», and the version is empty.")
WRITE_IT = _("Write the version that was approved.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a version without history, or a state without version."""
    if approval_of(document, system) is Approval.NONE:
        return
    relied_on = document.status in (Status.APPROVED, Status.IN_FORCE)
    if not document.version:
        if relied_on and is_asked(system.settings, "version"):
            yield rule.finding(
                document.at_field("version"),
                code=document.code_text,
                message=NO_VERSION,
                hint=WRITE_IT,
                status=as_said(document.text("statut") or ""),
            )
    elif _is_published(document, system) and document.version not in (
        line.version for line in document.history
    ):
        yield rule.finding(
            document.at_field("version"), code=document.code_text, version=document.version
        )


def _is_published(document: Document, system: QualitySystem) -> bool:
    """Return whether the version in the header has had its day: until then its line may wait."""
    waits = document.status is Status.APPROVED and document.effective is None
    return not (system.settings.foreign or waits)
