"""`check --format github`: workflow commands that GitHub shows beside the lines."""

from collections.abc import Iterator, Sequence

from smq.i18n import Translator
from smq.model import Finding, Severity
from smq.report.sentence import hint, message

_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(findings: Sequence[Finding], prefix: str, translate: Translator) -> Iterator[str]:
    """Yield one line a finding.

    Args:
        findings: what was found.
        prefix: from the top of the repository to the platform, with its final `/`, or nothing.
        translate: the language.
    """
    for finding in findings:
        place, advice = finding.location, hint(finding, translate)
        said = message(finding, translate)
        about = {
            "file": prefix + place.path,
            "line": str(place.line or 1),
            "col": str(place.column or 1),
            "title": f"{finding.rule} {finding.name}",
        }
        properties = ",".join(f"{name}={_property(value)}" for name, value in about.items())
        text = f"{said}\n{advice}" if advice else said
        yield f"::{_WORDS[finding.severity]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
