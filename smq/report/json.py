"""`check --format json` (`contracts.md` §7): keys are English in every language."""

import json
from collections.abc import Sequence
from typing import Any

from smq import __version__
from smq.i18n import Translator
from smq.model import Finding, QualitySystem, Severity
from smq.report.sentence import hint, message

_NO_COVERAGE: dict[str, Any] = {
    "referential": None,
    "version": None,
    "stage": None,
    "counts": {"satisfied": 0, "partial": 0, "unsatisfied": 0, "not_applicable": 0},
    "counts_by_nature": {},
    "criteria": [],
}


def check(
    system: QualitySystem,
    findings: Sequence[Finding],
    translate: Translator,
    coverage: dict[str, Any] | None = None,
) -> str:
    """Return the findings as JSON text, keys in a fixed order; messages in the user's language.

    Args:
        system: the platform.
        findings: what was found.
        translate: the language.
        coverage: content of the referential's coverage, None without a referential.
    """
    content = {
        "smq": __version__,
        "platform": system.settings.name,
        "date": system.today.isoformat(),
        "summary": {
            "documents": len(system.documents),
            "errors": _count(findings, Severity.ERROR),
            "warnings": _count(findings, Severity.WARNING),
            "notes": _count(findings, Severity.NOTE),
        },
        "findings": [_finding(finding, translate) for finding in findings],
        "coverage": _NO_COVERAGE if coverage is None else coverage,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _finding(finding: Finding, translate: Translator) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "code": finding.code,
        "path": finding.location.path,
        "line": finding.location.line,
        "column": finding.location.column,
        "message": message(finding, translate),
        "hint": hint(finding, translate),
    }
