"""A finding as a sentence in a language."""

from smq.i18n import Translator
from smq.model import Finding


def message(finding: Finding, translate: Translator) -> str:
    """Return what was found."""
    values = dict(finding.values)
    count = values.pop("count", None)
    if finding.plural and isinstance(count, int):
        return translate.plural(finding.message, finding.plural, count, **values)
    return translate(finding.message, **finding.values)


def hint(finding: Finding, translate: Translator) -> str | None:
    """Return what to do, None when there is nothing to say."""
    if not finding.hint:
        return None
    return translate(finding.hint, **finding.values)
