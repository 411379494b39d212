"""A file is a copy of another document: they have one id.

Why: the id stands for the document in the fingerprint of its approvals: an approval of one
would hold for the other. It happens when a file is copied to start a new document.

Wrong:
    documents/PRE/copie.md
    id: k7m2x9qa
    code: PRE-PRO-006

Fix: make the new document with `smq new`, move the text of the copy there, and delete the copy. If
the copy must stay, write 8 other characters after `id:` and the next number after `code:`.
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
        "For a new document: smq new, then move the text there and delete this file."
        " If nothing here is new, delete it."
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
