"""`check` for people: what to do first, then everything, grouped by document."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from sys import intern

from smq.i18n import Translator, _
from smq.model import Finding, QualitySystem, Severity
from smq.report.line import Line
from smq.report.sentence import hint, message

_SHOWN_FIRST = 5
_SHOWN_NOTES = 3
_OFTEN = 4
"""Least number of documents for which a note that most of them have is said once, for all."""
_LONGEST_NOTE = 70
_UNREAD = frozenset({"merge-marker", "missing-header", "unreadable-header"})
"""Rules that say why a file is not read: its other findings may go with it."""
_FIRST_FAMILIES = ("SYN", "NUM", "LNK", "LIF", "CNT")
"""Families in the order in which they are mended: a link cannot hold before its code does."""
_AFTER_LABEL = re.compile(r"[\s\xa0]*[:,][\s\xa0]*")
_ABOUT = _("{document}: {sentence}")
_SHARED = _("{count} documents ({documents}): {sentence}")
WORDS = {
    Severity.ERROR: _("error"),
    Severity.WARNING: _("warning"),
    Severity.NOTE: _("note"),
}
"""Severity → msgid."""


def check(
    system: QualitySystem,
    findings: Sequence[Finding],
    translate: Translator,
    *,
    notes: bool = True,
) -> Iterator[Line]:
    """Yield the lines of the report.

    Args:
        system: the platform.
        findings: what was found, sorted.
        translate: the language.
        notes: every note on its line; else one line for all the notes of a document.
    """
    if not findings:
        return
    yield from _first(findings, translate)
    titles = {d.path: f"{d.label} – {d.title}" if d.title else d.label for d in system.documents}
    gathered = 0
    for path, group in _by_document(system, findings):
        listed = list(group)
        full = [f for f in listed if notes or f.severity is not Severity.NOTE]
        gathered += len(listed) - len(full)
        if full:
            yield Line.of(titles.get(path, path), "title")
            for finding in full:
                yield from _finding(finding, translate)
            yield Line.of()
    if gathered:
        yield from _gathered(system, findings, translate)


def _gathered(
    system: QualitySystem, findings: Sequence[Finding], translate: Translator
) -> Iterator[Line]:
    """Yield one line for each document that has notes: work to do, nothing that is wrong.

    What most documents have to do is said once, before.
    """
    labels = {d.path: d.label for d in system.documents}
    left = [f for f in findings if f.severity is Severity.NOTE]
    yield Line.of(
        translate(_("Still to do (every note with its place: smq check --notes)")), "title"
    )
    said: dict[str, tuple[str, ...]] = {}
    for path, group in _by_document(system, left):
        label = labels.get(path, path)
        # What most documents have to do is one sentence, kept once.
        notes = dict.fromkeys(intern(_short(message(f, translate), label)) for f in group)
        said[label] = (*said.get(label, ()), *notes)
    least = max(_OFTEN, len(said) // 2 + 1)
    often = {note: n for note, n in Counter(chain(*said.values())).items() if n >= least}
    for note, count in often.items():
        names = ", ".join([label for label in said if note in said[label]][:_SHOWN_NOTES])
        line = translate(_SHARED, count=count, documents=f"{names}…", sentence=note)
        yield Line.of(f"  {line}")
    for label, all_notes in said.items():
        own = [note for note in all_notes if note not in often]
        more = f" (+{len(own) - _SHOWN_NOTES})" if len(own) > _SHOWN_NOTES else ""
        listed = f"{' · '.join(own[:_SHOWN_NOTES])}{more}"
        if own:
            yield Line.of(f"  {translate(_ABOUT, document=label, sentence=listed)}")
    yield Line.of()


def _by_document(
    system: QualitySystem, findings: Iterable[Finding]
) -> Iterator[tuple[str, list[Finding]]]:
    """Yield each path with its findings, in the order of codes; other files by their path."""
    documents = {d.path: d for d in system.documents}
    groups = [
        (path, list(group))
        for path, group in groupby(findings, key=lambda finding: finding.location.path)
    ]

    def rank(group: tuple[str, list[Finding]]) -> tuple[bool, str, int, str]:
        path = group[0]
        document = documents.get(path)
        code = document.code if document else None
        stem = code.stem if code else document.label if document else path
        return document is None, stem, code.number if code else 0, path

    yield from sorted(groups, key=rank)


def _short(said: str, label: str) -> str:
    """Return a sentence for a line that begins with the document's code, cut where it is long."""
    about = _AFTER_LABEL.match(said, len(label)) if said.startswith(label) else None
    bare = said[about.end() if about else 0 :].rstrip(".")
    return bare if len(bare) <= _LONGEST_NOTE else f"{bare[: _LONGEST_NOTE - 1].rstrip()}…"


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
        rule = next(_most_pressing(findings)).rule
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
        place = finding.location
        named = sentence
        if (finding.code or place.path) not in sentence:
            where = f"{place.path}:{place.line}" if place.line else place.path
            where = str(place) if place.sheet else where
            named = translate(_ABOUT, document=finding.code or where, sentence=sentence)
        yield Line.of(f"  {number}. {named}")
        if advice:
            yield Line.of(f"     {advice}", "hint")
    yield Line.of()


def _most_pressing(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield at most five findings, the heaviest first, in the order in which they are mended.

    One for each rule and document, one for each cause: a file that cannot be read says nothing
    else, and the same code cited by ten documents is one code.
    """
    said: set[tuple[str, str]] = set()
    unread: set[str] = set()
    shown = 0
    for finding in sorted(findings, key=_urgency):
        if shown == _SHOWN_FIRST:
            return
        path = finding.location.path
        keys = {(finding.rule, path), (finding.rule, _cause(finding))}
        if path in unread or keys & said:
            continue
        said |= keys
        unread |= {path} if finding.name in _UNREAD else set()
        shown += 1
        yield finding


def _urgency(finding: Finding) -> tuple[int, bool, int, int]:
    """Return what sorts findings: weight, then what hides other faults, then its family."""
    family = finding.rule[:3]
    order = _FIRST_FAMILIES.index(family) if family in _FIRST_FAMILIES else len(_FIRST_FAMILIES)
    return finding.severity.rank, finding.name not in _UNREAD, order, -_weight(finding)


def _cause(finding: Finding) -> str:
    """Return what makes two findings of one rule one thing to mend, or to say.

    The word at fault of a link, the code of a collision, the sentence of a note.
    """
    word = finding.values.get("target") or (finding.code if finding.rule[:3] == "NUM" else None)
    if word or finding.severity is not Severity.NOTE:
        return f"«{word}»" if word else finding.location.path
    said = finding.plural or finding.message
    shown = [(name, str(v)) for name, v in finding.values.items() if f"{{{name}}}" in said]
    return f"{said} {sorted(shown)}"


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
