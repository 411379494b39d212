"""`check` for people: what to do first, then everything, grouped by document."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from smq.i18n import Translator, _
from smq.model import Finding, QualitySystem, Severity
from smq.report.line import Line
from smq.report.sentence import hint, message

_SHOWN_FIRST = 5
WORDS = {
    Severity.ERROR: _("error"),
    Severity.WARNING: _("warning"),
    Severity.NOTE: _("note"),
}
"""Severity → msgid."""


def check(
    system: QualitySystem, findings: Sequence[Finding], translate: Translator
) -> Iterator[Line]:
    """Yield the lines of the report."""
    if not findings:
        return
    yield from _first(findings, translate)
    titles = {d.path: f"{d.label} – {d.title}" if d.title else d.label for d in system.documents}
    for path, group in groupby(findings, key=lambda finding: finding.location.path):
        yield Line.of(titles.get(path, path), "title")
        for finding in group:
            yield from _finding(finding, translate)
        yield Line.of()


def closing(system: QualitySystem, findings: Sequence[Finding], translate: Translator) -> str:
    """Return the last sentence: counts, and the one next thing to do."""
    documents = translate.plural(
        _("{count} document"), _("{count} documents"), len(system.documents)
    )
    if not findings:
        return translate(_("{documents}: nothing to correct."), documents=documents)
    errors, warnings, notes = (
        sum(f.severity is severity for f in findings) for severity in Severity
    )
    counts = ", ".join(
        (
            translate.plural(_("{count} error"), _("{count} errors"), errors),
            translate.plural(_("{count} warning"), _("{count} warnings"), warnings),
            translate.plural(_("{count} note"), _("{count} notes"), notes),
        )
    )
    if errors:
        rule = next(f.rule for f in findings if f.severity is Severity.ERROR)
        return translate(
            _("{documents}: {counts}. To understand an error: smq explain {rule}"),
            documents=documents,
            counts=counts,
            rule=rule,
        )
    return translate(
        _("{documents}: {counts}. No error: the documents hold together."),
        documents=documents,
        counts=counts,
    )


def _first(findings: Sequence[Finding], translate: Translator) -> Iterator[Line]:
    if len(findings) <= 1:
        return
    yield Line.of(translate(_("To do first")), "title")
    for number, finding in enumerate(_most_pressing(findings), 1):
        sentence = message(finding, translate)
        advice = hint(finding, translate)
        yield Line.of(f"  {number}. {sentence}")
        if advice:
            yield Line.of(f"     {advice}", "hint")
    yield Line.of()


def _most_pressing(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield at most five findings, the heaviest first, one for each rule and document."""
    seen: set[tuple[str, str]] = set()
    ranked = sorted(findings, key=lambda f: (f.severity.rank, -_weight(f)))
    for finding in ranked:
        key = (finding.rule, finding.location.path)
        if key not in seen and len(seen) < _SHOWN_FIRST:
            seen.add(key)
            yield finding


def _weight(finding: Finding) -> int:
    """Return how much work a finding stands for: the count it carries, else one."""
    count = finding.values.get("count", 1)
    return count if isinstance(count, int) else 1


def _finding(finding: Finding, translate: Translator) -> Iterator[Line]:
    severity = finding.severity
    yield Line(
        (
            (f"{finding.location}: ", ""),
            (translate(WORDS[severity]), severity.value),
            (f" {finding.rule} {message(finding, translate)}", ""),
        )
    )
    advice = hint(finding, translate)
    if advice:
        yield Line.of(f"    {advice}", "hint")
