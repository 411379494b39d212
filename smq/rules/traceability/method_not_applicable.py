"""An analysis names a version of a document that did not apply when it began.

Why: the evaluator opens the version that the analysis names; one that did not exist yet, or that
another had replaced, does not say how the result was obtained.

Wrong:
    registres/analyses.csv
    id;demande;operateur;equipement;methode;date_debut;statut
    PST-2027-0001;DEM-2027-0001;P03;RAM-001;PRE-PRO-005, version 2;2027-02-22;close

Fix: name the code and the version that was followed that day («EQU-MOP-001, version 2»); when an
old version was followed by mistake, keep it and open a nonconformity.
Source: working referential of the label (unofficial): T07, the method existed and applied.
"""

from collections.abc import Iterator
from functools import cache

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.kept import keeps
from smq.tracing.methods import Fault, Method, methods_in, misuse
from smq.tracing.work import analyses

rule = Rule(
    __name__,
    "TRC007",
    _("{analysis} names version {version} of {method}, which has no such approved version."),
    hint=_("Name the version that was followed that day."),
)
_NO_DOCUMENT = _("{analysis} names the method {method}, which is no document.")
_NO_DOCUMENT_HINT = _("Nearest: {near}.")
_TOO_EARLY = _("{analysis} began on {begun}; version {version} of {method} applied from {day}.")
_TOO_LATE = _(
    "{analysis} began on {begun}; version {version} of {method} no longer applied from {day}."
)
_MESSAGES = {
    Fault.NO_DOCUMENT: _NO_DOCUMENT,
    Fault.NO_VERSION: None,
    Fault.TOO_EARLY: _TOO_EARLY,
    Fault.TOO_LATE: _TOO_LATE,
}


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the methods that could not be followed; one that names no version says nothing."""
    index = tracing.index(system)
    if not keeps(index, "analyses", "methode", "date_debut"):
        return

    @cache
    def named_in(text: str) -> tuple[Method, ...]:
        return tuple(methods_in(text, system))

    for analysis, begun in analyses(index):
        for method in named_in(analysis.text("methode")):
            found = misuse(method, begun, system)
            if found is None:
                continue
            unknown = found.fault is Fault.NO_DOCUMENT
            near = system.nearest(method.code) if unknown else None
            yield rule.finding(
                analysis.at("methode"),
                message=_MESSAGES[found.fault],
                hint=_NO_DOCUMENT_HINT if near else None,
                analysis=name_of(analysis),
                begun=begun,
                method=method.code,
                version=method.version,
                day=found.day or "",
                near=near or "",
            )
