"""What `smq check` finds wrong in the platform, as the folder handed to evaluators tells it.

Sentences of findings quote what people wrote: the rule and the rows at fault say enough.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from smq.model import Finding, QualitySystem, Severity

TRACEABILITY = "TRC"
"""Letters of the rules on dossiers."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error.

    Attributes:
        rule: its code.
        table: in which it stands, empty when it is in none.
        place: what is at fault: an identifier, the code of a document, a path.
    """

    rule: str
    table: str
    place: str


@dataclass(frozen=True)
class Checked:
    """The errors of a platform.

    Attributes:
        faults: in the order of the check.
        titles: code of a rule → what it finds, in words.
    """

    faults: tuple[Fault, ...] = ()
    titles: Mapping[str, str] | None = None

    def by_rule(self) -> dict[str, list[Fault]]:
        """Return the errors of each rule, by code."""
        found: dict[str, list[Fault]] = {}
        for fault in sorted(self.faults, key=lambda one: one.rule):
            found.setdefault(fault.rule, []).append(fault)
        return found

    def title(self, rule: str) -> str:
        """Return what a rule finds."""
        return (self.titles or {}).get(rule, "")

    def in_dossiers(self, tables: Iterable[str]) -> int:
        """Return how many errors the rules on dossiers find in some tables."""
        wanted = set(tables)
        return sum(f.table in wanted and f.rule.startswith(TRACEABILITY) for f in self.faults)


def errors(findings: Iterable[Finding], whole: QualitySystem) -> Iterator[tuple[Finding, Fault]]:
    """Yield each finding that is an error, with what is at fault.

    Args:
        findings: of the check.
        whole: the platform that was checked, its registers read.
    """
    rows = {
        (row.path, row.line): (register.name, row.key)
        for register in whole.registers.values()
        for row in register.rows
    }
    files = {register.path: register.name for register in whole.registers.values()}
    for finding in findings:
        if finding.severity is Severity.ERROR:
            place = finding.location
            table, key = rows.get((place.path, place.line or 0), (files.get(place.path, ""), ""))
            line = f":{place.line}" if place.line else ""
            said = key or finding.code or f"{place.path}{line}"
            yield finding, Fault(finding.rule, table, said)


def of_area(
    found: Iterable[tuple[Finding, Fault]], whole: QualitySystem, shown: QualitySystem
) -> tuple[Fault, ...]:
    """Return the errors that do not stand in what a technical unit leaves out.

    Args:
        found: errors of the whole platform.
        whole: that platform.
        shown: what stays of it.
    """
    gone = _places(whole) - _places(shown)
    return tuple(
        fault
        for finding, fault in found
        if not {(finding.location.path, finding.location.line), (finding.location.path, 0)} & gone
    )


def _places(system: QualitySystem) -> set[tuple[str, int | None]]:
    rows = {(row.path, row.line) for r in system.registers.values() for row in r.rows}
    return rows | {(document.path, 0) for document in system.documents}
