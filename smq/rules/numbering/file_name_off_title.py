"""The name of a file says something else than the title of its document.

Why: the title was changed and the file kept its name: whoever looks for the document in the folder
looks for words that are no longer there. A shorter name of words of the title is right.

Wrong:
    documents/PRE/PRE-PRO-009-traiter-une-prestation.md

    code: PRE-PRO-009
    titre: Réaliser une analyse

Fix: rename the file; its code, its links and its history hold on to the code and the id.
"""

from collections.abc import Iterator
from posixpath import basename, splitext

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, Status
from smq.rules import Rule
from smq.slug import slug

_NAMELESS = slug("")
"""What a name says when the title has no letter: it fits any title."""

rule = Rule(
    __name__,
    "NUM015",
    _("The file is named «{name}», but the title is «{title}»."),
    hint=_("Rename the file {right}."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a note when the words after the code are not words of the title, in their order.

    A name that begins with another code is NUM002's; a withdrawn document keeps its name.
    """
    if system.settings.foreign or document.code is None or not document.title.strip():
        return
    if document.status is Status.WITHDRAWN or document.title.lstrip().startswith("["):
        return
    stem, suffix = splitext(basename(document.path))
    named = system.settings.codification.parse_start(stem)
    if named is None or named.identity != document.code.identity:
        return
    said = slug(stem[len(named.text) :])
    if said == _NAMELESS or _fits(said, document.title):
        return
    yield rule.finding(
        document.at_field("titre"),
        code=document.code_text,
        name=f"{stem}{suffix}",
        title=document.title,
        right=f"{document.code.text}-{slug(document.title)}{suffix}",
    )


def _fits(said: str, title: str) -> bool:
    """Return whether the name holds the title, or words of it in their order."""
    if said == slug(title):
        return True
    # A slug stops at sixty characters: taken word by word, the title is whole.
    words = iter([part for word in title.split() for part in slug(word).split("-")])
    return all(word in words for word in said.split("-"))
