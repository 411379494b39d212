"""A finding as a sentence in a language."""

from smq.i18n import Translator
from smq.model import Finding


def message(finding: Finding, translate: Translator) -> str:
    """Return what was found."""
    return translate.sentence(finding.message, finding.plural, finding.values)


def hint(finding: Finding, translate: Translator) -> str | None:
    """Return what to do, None when there is nothing to say."""
    if not finding.hint:
        return None
    return translate.sentence(finding.hint, finding.hint_plural, finding.values)
