"""The settings declare none of the words that a code is made of.

Why: a code is recognised by the types and processes that are declared; without any, no document has
a code, no mention is a link, and no number can be given.

Wrong:
    processus: []

Fix: declare the processes, with their codes, under `processus` in smq.yaml.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM016",
    _("Codes are written {pattern}, and smq.yaml declares no process: no code is recognised."),
    hint=_("Declare them under «processus» in smq.yaml, or take {{processus}} out of the pattern."),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for the platform, when it has documents that a code was written for."""
    codification = system.settings.codification
    if codification.fault or not codification.has_process or codification.processes:
        return
    if codification.types and any(document.code_text for document in system.documents):
        yield rule.finding(Location("smq.yaml"), pattern=codification.pattern)
