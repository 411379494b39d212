"""A Word or Excel file lies among the documents, and no document names it.

Why: it has no code, no version and nobody who approves it: it is in no list, and whoever finds it
in the folder takes it for a document of the platform.

Wrong:
    documents/PRE/demande.docx

Fix: create its document with `smq new` and name the file there (`original:`), or move it elsewhere.
"""

from collections.abc import Iterator
from posixpath import dirname, join

from smq.i18n import _
from smq.links import index
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule

_OFFICE = (".doc", ".docx", ".odt", ".xls", ".xlsx", ".xlsm", ".ods", ".ppt", ".pptx", ".odp")

rule = Rule(
    __name__,
    "LNK017",
    _("No document names the file «{name}»: it is in no list."),
    hint=_("Create its document with «smq new» and write «original: {name}» there, or move it."),
    severity=Severity.NOTE,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each office file of the folders of documents that is neither a master nor linked."""
    if system.settings.foreign:
        return
    roots = tuple(f"{root}/" for root in system.settings.reading.roots)
    lying = [
        path for path in system.files if path.startswith(roots) and path.lower().endswith(_OFFICE)
    ]
    if not lying:
        return
    named: set[str | None] = {
        join(dirname(d.path), d.original) for d in system.documents if d.original
    }
    files = index(system).files
    named |= {files.follow(d.path, k.path) for d in system.documents for k in d.body.path_links}
    for path in sorted(lying):
        if path not in named:
            yield rule.finding(Location(path), name=path.rpartition("/")[2])
