"""A file of the documents folder has no header.

Why: a document is known by its header; without it, it has no code and appears in no list.

Wrong:
    # Traiter une prestation

    La demande arrive par courriel.

Fix: create the document with `smq new` and paste the text below its header; or move a text that is
no document out of the folder.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN002",
    _("The file has no header: it is not known as a document."),
    hint=_("Create it with «smq new» and paste this text in it, or move the file elsewhere."),
)
_OPENING_LOST = _("The first line «---» of the header is missing.")
_ADD_IT = _("Write «---» alone on a line above this one.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each file without header, or whose header lost its first line."""
    for problem in system.problems:
        if problem.kind == "missing-header":
            lost = bool(problem.values)
            yield rule.finding(
                problem.location,
                message=_OPENING_LOST if lost else None,
                hint=_ADD_IT if lost else None,
            )
