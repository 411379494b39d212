"""A code is written with more or fewer digits than the others of its series.

Why: PR-4 and PR-04 are one code, but lists sort them apart and readers take them for two.

Wrong:
    code: PRE-PRO-4

Fix: write the number with as many digits as the other codes of the series.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from smq.i18n import _
from smq.model import Code, Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM008",
    _("{written} is written {right} in this series."),
    hint=_("Write {right}."),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each code, of a document or cited and in use, of another width."""
    if system.settings.foreign:
        return
    widths = _widths(system)
    parse = system.settings.codification.parse
    # Codes are cited again and again: each writing is judged once.
    judged = {d.code.text: _right(d.code, system, widths) for d in system.documents if d.code}
    for document in system.documents:
        for written, line, column in _written(document):
            if written not in judged:
                judged[written] = _right(parse(written), system, widths)
            right = judged[written]
            if right and right != written:
                place = document.at(line, column) if line else document.at_field("code")
                yield rule.finding(place, code=document.code_text, written=written, right=right)


def _widths(system: QualitySystem) -> Mapping[str, int]:
    """Return the usual width of each series.

    Only leading zeros tell a width: 1000 after 001 is no change of width.
    The most frequent one wins, the wider of two, so that one slip does not put the series in fault.
    """
    padded: dict[str, Counter[int]] = {}
    for document in system.documents:
        code = document.code
        if code and code.width > len(str(code.number)):
            padded.setdefault(code.stem, Counter())[code.width] += 1
    return {
        stem: max(counts, key=lambda width: (counts[width], width))
        for stem, counts in padded.items()
    }


def _written(document: Document) -> Iterator[tuple[str, int, int]]:
    """Yield each code with line and column; 0 and 0 for the document's own."""
    if document.code:
        yield document.code.text, 0, 0
    for mention in document.body.mentions:
        yield mention.text, mention.line, mention.column
    for link in document.links:
        yield link.target, link.line, link.column


def _right(code: Code | None, system: QualitySystem, widths: Mapping[str, int]) -> str | None:
    """Return how a code in use is written in its series, None for a code that nobody carries."""
    if code is None or code.identity not in system.by_identity:
        return None
    width = widths.get(code.stem, 0)
    return system.settings.codification.format(code.type, code.process, code.number, width)
