"""Writes what `check` found in the format of a forge or of a machine."""

from collections.abc import Sequence
from pathlib import Path

from smq.cli import console
from smq.cli.options import CheckFormat
from smq.i18n import Translator
from smq.model import Finding, QualitySystem, Severity
from smq.rules import all_rules
from smq.vcs import git_folder


def write_findings(
    output: CheckFormat,
    root: Path,
    system: QualitySystem,
    findings: Sequence[Finding],
    limit: str,
    translate: Translator,
) -> None:
    """Write findings to stdout as SARIF, JUnit, GitHub's or GitLab's.

    Args:
        output: one of these formats.
        root: the platform's folder: forges count paths from the top of the repository.
        system: the platform.
        findings: what is left after selection and baseline.
        limit: least severity that fails.
        translate: the language.
    """
    prefix = _prefix(root)
    if output is CheckFormat.SARIF:
        from smq.report.sarif import sarif

        rules = {rule.code: rule for rule in all_rules()}
        console.product(sarif(findings, rules, prefix, translate))
    elif output is CheckFormat.JUNIT:
        from smq.report.junit import junit

        console.product(junit(system, findings, Severity(limit), prefix, translate))
    elif output is CheckFormat.GITLAB:
        from smq.report.gitlab import gitlab

        console.product(gitlab(system, findings, prefix, translate))
    else:
        from smq.report.github import github

        for line in github(findings, prefix, translate):
            console.product(line)


def _prefix(root: Path) -> str:
    """Return the way from the top of the repository to the platform, with its final `/`."""
    git = git_folder(root.resolve())
    relative = root.resolve().relative_to(git.parent).as_posix() if git else "."
    return "" if relative == "." else f"{relative}/"
