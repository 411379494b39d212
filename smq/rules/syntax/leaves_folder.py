"""A path leads out of the platform's folder.

Why: the file is not there for whoever receives the folder, and what lies outside is never read.

Wrong:
    original: ../../../Bureau/procedure.docx

Fix: copy the file into the platform's folder and name it from there.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import leads_out
from smq.model import Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN022",
    _("«{path}» leads out of the platform's folder: it is not read."),
    hint=_("Copy what it leads to into the folder, and name it from there."),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the symbolic links that lead out, and the master files that lie outside."""
    yield from rule.of_problems(system, "leaves-folder")
    for document in system.documents:
        if document.original and leads_out(document.path, document.original):
            yield rule.finding(
                document.at_field("original"), code=document.code_text, path=document.original
            )
