"""A process of smq.yaml has no owner.

Why: a process that nobody drives is not reviewed, and its indicators are not computed.

Wrong:
    processus:
      - {code: PRE, titre: Réaliser les prestations, famille: realisation}

Fix: name its `pilote` in smq.yaml; one person may drive several processes.

Source: ISO 9001:2015, 4.4.1 e.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import names_someone
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF012",
    _("The process {process} ({title}) has no owner."),
    hint=_("Name its «pilote» in smq.yaml."),
    severity=Severity.NOTE,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the processes without `pilote`, in the order of smq.yaml."""
    for process in system.settings.processes:
        if not names_someone(process.owner):
            yield rule.finding(Location("smq.yaml"), process=process.code, title=process.title)
