"""`check --format sarif`: SARIF 2.1.0, what code-scanning pages of forges read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from smq import __version__
from smq.debt import key
from smq.i18n import Translator
from smq.model import Finding, Severity
from smq.report.sentence import hint, message
from smq.rules import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(
    findings: Sequence[Finding], rules: Mapping[str, Rule], prefix: str, translate: Translator
) -> str:
    """Return the findings as SARIF.

    Args:
        findings: what was found.
        rules: code → rule; those that found something are described.
        prefix: from the top of the repository to the platform, with its final `/`, or nothing.
        translate: the language.
    """
    used = sorted({finding.rule for finding in findings})
    places = {code: place for place, code in enumerate(used)}
    content = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "smq",
                        "version": __version__,
                        "rules": [_rule(rules[code], translate) for code in used],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(f, places[f.rule], prefix, translate) for f in findings],
            }
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, translate: Translator) -> dict[str, Any]:
    title = translate(rule.documentation.summary)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": title},
        "help": {"text": f"smq explain {rule.code}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, place: int, prefix: str, translate: Translator) -> dict[str, Any]:
    said, advice = message(finding, translate), hint(finding, translate)
    region = {"startLine": finding.location.line or 1, "startColumn": finding.location.column or 1}
    return {
        "ruleId": finding.rule,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{said}\n{advice}" if advice else said},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(prefix + finding.location.path)},
                    "region": region,
                }
            }
        ],
        "partialFingerprints": {"smq/v1": f"{finding.rule}:{key(finding)}"},
    }
