"""An analysis is reported, invoiced or closed without a report validated and sent to its requester.

Why: a second person reads the report before the user relies on it; a report that its writer
validated alone, or that went to somebody else, breaks the chain from the request to the result.

Wrong:
    registres/rapports.csv
    id;analyse;version;redacteur;validateur;date_validation;date_envoi;destinataire
    RAP-2027-0001;PST-2027-0001;1;P03;P03;2027-02-24;2027-02-25;U001

Fix: have the report validated by another person and send it again as its next version, which names
in «remplace» the one before.
Source: working referential of the label (unofficial): T10, a report validated, then sent.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.lifecycle import same_person
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.kept import keeps
from smq.tracing.reports import current_reports
from smq.tracing.work import REPORTED

rule = Rule(
    __name__,
    "TRC010",
    _("{analysis} is «{status}» and has no report."),
    hint=_("Add the report that was sent: smq register add rapports"),
)
_ALONE = _("{report} was validated by the person who wrote it, {person}.")
_ALONE_HINT = _("Have it validated by somebody else, and send it as its next version.")
_BEFORE = _("{report} was sent on {sent}, before its validation on {validated}.")
_BEFORE_HINT = _("Correct a date that is wrong; leave a true one, and open a nonconformity.")
_ELSEWHERE = _("{report} was sent to {recipient}; {requester} made the request {request}.")
_ELSEWHERE_HINT = _("Correct the recipient, or send the report to the requester.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the analyses of which no report in use is validated by another and sent."""
    index = tracing.index(system)
    register = index.register("analyses")
    if (
        register is None
        or not keeps(index, "analyses", "statut")
        or not keeps(index, "rapports", "analyse")
    ):
        return
    column = register.schema.column("statut")
    for analysis in register.rows:
        status = analysis.value("statut")
        if status not in REPORTED:
            continue
        reports = current_reports(analysis, index)
        found = [_fault(report, analysis, system, index) for report in reports]
        if not reports:
            shown = column.shown(str(status)) if column else status
            yield rule.finding(analysis.at("statut"), analysis=name_of(analysis), status=shown)
        elif None not in found:
            yield from (finding for finding in found if finding)


def _fault(report: Row, analysis: Row, system: QualitySystem, index: Index) -> Finding | None:
    """Return what is wrong with a report; cells that are empty have findings of their own."""
    writer, validator = report.text("redacteur").strip(), report.text("validateur").strip()
    sent, validated = report.day("date_envoi"), report.day("date_validation")
    request = index.row("demandes", analysis.text("demande").strip())
    requester = request.text("usager").strip() if request else ""
    recipient = report.text("destinataire").strip()
    name = name_of(report)
    if writer and same_person(writer, validator, system.settings):
        place, message, hint = report.at("validateur"), _ALONE, _ALONE_HINT
    elif sent and validated and sent < validated:
        place, message, hint = report.at("date_envoi"), _BEFORE, _BEFORE_HINT
    elif request and requester and recipient and requester != recipient:
        place, message, hint = report.at("destinataire"), _ELSEWHERE, _ELSEWHERE_HINT
    else:
        return None
    return rule.finding(
        place,
        message=message,
        hint=hint,
        report=name,
        person=writer,
        sent=sent,
        validated=validated,
        recipient=recipient,
        requester=requester,
        request=name_of(request) if request else "",
    )
