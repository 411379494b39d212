"""The name of a file is too long, or Windows does not accept it.

Why: the folder cannot be copied to a Windows computer, or its long paths are cut on a shared drive.

Wrong:
    documents/AUX/AUX-PRO-001-prestation.md

Fix: shorten the part after the code to 60 characters, or choose another name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, Word
from smq.rules import Rule

LONGEST = 60
"""Characters of a file name after the code (`contracts.md` §5)."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r"[<>:\"|?*\\\x00-\x1f]|[ .]$")
_IS_RESERVED = Word(_("is reserved by Windows"))
_HOLDS_SIGN = Word(_("holds a sign that Windows refuses"))
_TOO_LONG = Word(_("has more than 60 characters after the code"))

rule = Rule(
    __name__,
    "NUM013",
    _("The name «{name}» {reason}."),
    hint=_("Choose a shorter name of small letters, digits and dashes."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for the file and for each folder above it whose name cannot travel."""
    if system.settings.foreign:
        return
    *folders, file = document.path.split("/")
    for name in (*folders, file):
        reason = _reason(name)
        if reason is None and name is file and _is_long(document, system):
            reason = _TOO_LONG
        if reason:
            yield rule.finding(document.at(), code=document.code_text, name=name, reason=reason)


@lru_cache(maxsize=256)
def _reason(name: str) -> Word | None:
    if _RESERVED.fullmatch(name):
        return _IS_RESERVED
    return _HOLDS_SIGN if _REFUSED.search(name) else None


def _is_long(document: Document, system: QualitySystem) -> bool:
    if len(document.path.rpartition("/")[2]) <= LONGEST:
        return False
    stem = PurePosixPath(document.path).stem
    code = system.settings.codification.parse_start(stem)
    written = code.text if code else document.code_text or ""
    return len(stem.removeprefix(written).lstrip("-")) > LONGEST
