"""A file is a copy of another document: they have one id.

Why: the id stands for the document in the fingerprint of its approvals: an approval of one
would hold for the other. It happens when a file is copied to start a new document.

Wrong:
    documents/PRE/copie.md
    id: k7m2x9qa
    code: PRE-PRO-006

Fix: if nothing in the copy is new, delete it. If it is to become a document of its own,
`smq renumber --auto` gives it an id, and the next number when it has the code of another.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.codes import was_approved

rule = Rule(
    __name__,
    "NUM009",
    _("This file is a copy of {original}: its id {written} is the same."),
    hint=_(
        "If nothing here is new, delete this file. To make it a document of its own, with an id and"
        " a number: smq renumber --auto"
    ),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at the id of each copy; the document that was copied has none."""
    keys = dict(system.settings.reading.keys)
    if system.settings.foreign and "id" not in keys:
        return
    for written, group in system.by_id.items():
        if len(group) == 1:
            continue
        original, *copies = sorted(group, key=lambda document: _rank(document, system))
        for copy in copies:
            yield rule.finding(
                copy.at_field("id"), code=copy.code_text, written=written, original=original.path
            )


def _rank(document: Document, system: QualitySystem) -> tuple[bool, bool, str]:
    """Return what sorts the document that was copied first: its name fits, it was approved."""
    named = system.settings.codification.parse_start(PurePosixPath(document.path).stem)
    fits = bool(named and document.code and named.identity == document.code.identity)
    return not fits, not was_approved(document), document.path
