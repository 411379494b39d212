"""What a user reads of a finding."""

from smq.i18n import Translator
from smq.model import Finding


def shown(finding: Finding) -> str:
    """Return the sentence and the hint in English, every placeholder filled."""
    english = Translator("en")
    message = english(finding.message, **finding.values)
    return f"{message} {english(finding.hint, **finding.values)}" if finding.hint else message


def place(finding: Finding) -> tuple[str, int | None, int | None]:
    """Return path, line and column."""
    return finding.location.path, finding.location.line, finding.location.column
