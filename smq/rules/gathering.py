"""One line a document for a draft, one a fault where readers rely on the text (`design.md` §6)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from smq.model import Document, Finding, Location, Severity, Status
from smq.rules import Rule


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a document lacks: where, its name in the sentence, its weight once settled."""

    location: Location
    what: str
    severity: Severity = Severity.ERROR


def gathered(
    rule: Rule, document: Document, faults: Iterable[Fault], **values: Any
) -> Iterator[Finding]:
    """Yield a finding a fault, or one note for all of them in a draft.

    The sentence of the rule and its plural may use `document`, `type`, `count` and `what`;
    these and its hint also use `values`.
    A withdrawn document is nobody's work any more: nothing is asked of it.
    """
    found = tuple(faults)
    if document.is_settled:
        for fault in found:
            yield rule.finding(
                fault.location,
                code=document.code_text,
                severity=fault.severity,
                document=document.label,
                what=fault.what,
                count=1,
                type=document.type or "",
                **values,
            )
    elif found and document.status is not Status.WITHDRAWN:
        # A single name is passed as it is: joined, a word of ours would lose its translation.
        names = [fault.what for fault in found]
        yield rule.finding(
            found[0].location,
            code=document.code_text,
            severity=Severity.NOTE,
            document=document.label,
            what=names[0] if len(names) == 1 else ", ".join(names),
            count=len(names),
            type=document.type or "",
            **values,
        )
