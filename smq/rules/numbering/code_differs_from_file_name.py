"""The name of a file does not begin with the document's code.

Why: people look for a document by its file name; one that begins with another code leads them to
the wrong procedure.

Wrong:
    documents/PRE/PRE-PRO-002-prestation.md

    code: PRE-PRO-001

Fix: rename the file, or correct the code if the file name is right.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from smq.i18n import _
from smq.model import Code, Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM002",
    _("The file is named «{name}», but the document's code is {written}."),
    hint=_("Rename it {right}."),
    severity=Severity.WARNING,
)
_HINT_EITHER = _("Rename it {right}; or, if the file name is right, correct the code.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a warning, an error when the name begins with another code of the platform."""
    if system.settings.foreign or document.code is None:
        return
    named = system.settings.codification.parse_start(document.path.rpartition("/")[2])
    if named and named.identity == document.code.identity:
        return
    name = PurePosixPath(document.path)
    same = system.by_id.get(document.id or "", ())
    if any(d is not document and d.code_text == document.code_text for d in same):
        # A copied file: which name is right is not known before the copy is gone (NUM009).
        return
    yield rule.finding(
        document.at_field("code"),
        code=document.code_text,
        severity=Severity.ERROR if named else Severity.WARNING,
        hint=_HINT_EITHER if named else None,
        name=name.name,
        written=document.code.text,
        right=_right_name(name, document.code, named),
    )


def _right_name(name: PurePosixPath, code: Code, named: Code | None) -> str:
    if named:
        return code.text + name.name.removeprefix(named.text)
    if name.stem.casefold().startswith(code.text.casefold()):
        return code.text + name.name[len(code.text) :]
    return f"{code.text}-{name.name}"
