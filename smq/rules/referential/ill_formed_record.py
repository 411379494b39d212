"""The sidecar of a record says something that is not understood, or names a form that is not there.

Why: the record proves nothing for the form that it fills in.

Wrong:
    enregistrements/PIL/lettre.yaml
    id: k7m2x9qa
    formulaire: PRE-PRO-099
    date: 15 janvier

Fix: correct the line; `smq file` writes sidecars that need no correction.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.referential.problems import ill_formed

rule = Rule(
    __name__,
    "REF013",
    _("«{field}» expects {expected}; «{written}» stands there."),
    hint=_("Write {right}."),
    severity=Severity.WARNING,
)
_UNKNOWN_KEY = _("«{key}» is no key here: what stands there is not read.")
_CORRECT = _("Correct its name, or remove the line.")
_NO_FORM = _("The record «{title}» fills in {form}, which no document is.")
_NAME_FORM = _("Write the code of the form, the model or the document that is signed.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield what is not understood in sidecars, and the forms that do not exist."""
    for problem in system.problems:
        if problem.kind == "ill-formed-record":
            yield ill_formed(rule, problem)
        elif problem.kind == "unknown-record-key":
            key = dict(problem.values)["key"]
            yield rule.finding(problem.location, message=_UNKNOWN_KEY, hint=_CORRECT, key=key)
    ids = {document.id for document in system.documents if document.id}
    for record in system.records:
        if record.form_id not in ids and not system.with_code(record.form or ""):
            yield rule.finding(
                record.location,
                message=_NO_FORM,
                hint=_NAME_FORM,
                title=record.title,
                form=record.form or "–",
            )
