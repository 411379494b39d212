"""A version is neither a number nor a number with a correction.

Why: versions are compared to know which one is the newest; «v2» and «B» cannot be.

Wrong:
    version: v2

Fix: write digits, `2`, or for an editorial correction digits, a point and digits, `2.1`.
"""

import re
from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF014",
    _("The version «{version}» is no number."),
    hint=_("Write digits, for example 2, or 2.1 for an editorial correction."),
)

_FORM = re.compile(r"[0-9]+(\.[0-9]+)?")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the version when it cannot be compared; other trees number as they like."""
    if system.settings.foreign or not document.version or _FORM.fullmatch(document.version):
        return
    yield rule.finding(
        document.at_field("version"), code=document.code_text, version=document.version
    )
