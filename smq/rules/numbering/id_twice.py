"""Two documents have one id.

Why: the id stands for the document in the fingerprint of its approvals: an approval of the one
would hold for the other. It happens when a file is copied to start a new document.

Wrong:
    id: k7m2x9qa

Fix: leave the id to the first document. In the copy, if it was never approved, write 8 other
characters. A new document is made with `smq new`, never by copying a file.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM009",
    _("The id {written} is also that of {others}."),
    hint=_(
        "One is a copy of the other's file. In the copy, write 8 other characters after «id:»."
        " A new document is made with smq new."
    ),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at the id of each document that shares it."""
    keys = dict(system.settings.reading.keys)
    if system.settings.foreign and "id" not in keys:
        return
    found: dict[str, list[Document]] = {}
    for document in system.documents:
        if document.id:
            found.setdefault(document.id, []).append(document)
    for written, group in found.items():
        for document in group if len(group) > 1 else ():
            yield rule.finding(
                document.at_field("id"),
                code=document.code_text,
                written=written,
                others=", ".join(d.path for d in group if d is not document),
            )
