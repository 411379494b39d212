"""`check --format gitlab`: a code quality report, which GitLab shows in merge requests."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from smq.debt import entries
from smq.i18n import Translator
from smq.model import Finding, QualitySystem, Severity
from smq.report.sentence import hint, message

_WEIGHTS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(
    system: QualitySystem, findings: Sequence[Finding], prefix: str, translate: Translator
) -> str:
    """Return the findings as GitLab's code quality report.

    Args:
        system: the platform.
        findings: what was found.
        prefix: from the top of the repository to the platform, with its final `/`, or nothing.
        translate: the language.
    """
    seen: Counter[str] = Counter()
    issues = []
    for finding, entry in zip(findings, entries(findings, system), strict=True):
        mark = "\0".join(entry)
        seen[mark] += 1
        # Two findings that say the same differ by their rank: a fingerprint names one only.
        identity = sha256(f"{mark}\0{seen[mark]}".encode("utf-8", "surrogatepass")).hexdigest()
        advice = hint(finding, translate)
        said = message(finding, translate)
        issues.append(
            {
                "description": f"{said} {advice}" if advice else said,
                "check_name": finding.rule,
                "fingerprint": identity,
                "severity": _WEIGHTS[finding.severity],
                "location": {
                    "path": prefix + finding.location.path,
                    "lines": {"begin": finding.location.line or 1},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
