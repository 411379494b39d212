"""An acknowledgement of reading was changed, or is not of the text that was approved.

Why: on the day of an incident it shows who knew the instructions. A record changed afterwards shows
nothing, and smq counts it for nobody.

Wrong:
    enregistrements/lectures/PRE-PRO-005_v01_P01_0a1b2c3d.yaml
    document: k5t5t5t5
    code: PRE-PRO-005
    version: "1"
    par: P01
    date: 2027-02-21

Fix: take the file back from the history; or delete it, read the version in force and acknowledge
that: `smq acknowledge CODE`.

Source: ISO 9001:2015, 7.5.3.2.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.readings import is_of, is_of_approved
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF018",
    _("This reading of {document} by {person} was changed since it was recorded."),
    hint=_("Take the file back from the history, or delete it and read again: {command}"),
)
_OTHER_TEXT = _(
    "{person} is said to have read version {version} of {document}, in a text that nobody approved."
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the acknowledgements that do not hold; of a document that is gone none is asked."""
    for found in system.acknowledgements:
        document = next((d for d in system.documents if is_of(found, d)), None)
        if document is None or (found.intact and is_of_approved(found, document)):
            continue
        person = system.settings.person(found.by)
        yield rule.finding(
            found.location,
            code=document.code_text,
            message=_OTHER_TEXT if found.intact else None,
            document=document.label,
            person=person.name if person else found.by,
            version=found.version,
            command=f"smq acknowledge {document.label}",
        )
