"""Which document and version a method names, and whether that version applied on a day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from smq.lifecycle import is_asked
from smq.model import Document, QualitySystem

_VERSION = re.compile(
    r"[\s,;:(«\[–—-]*(?:@|(?:version|vers|v|indice|ind|r[ée]vision|r[ée]v|n°)[.\s°]*)"
    r"([0-9]+(?:\.[0-9]+)*)(?![0-9])",
    re.IGNORECASE,
)
_COMING_INTO_FORCE = timedelta(days=31)
"""How long after its approval an old version may have come into force: nothing keeps the day."""


class Fault(StrEnum):
    """Why a version did not apply on a day."""

    NO_DOCUMENT = "no_document"
    NO_VERSION = "no_version"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"


@dataclass(frozen=True, slots=True)
class Method:
    """A document's code with a version, as a cell names them."""

    code: str
    version: str


@dataclass(frozen=True, slots=True)
class Misuse:
    """Why a version did not apply: the day from which it did, or no longer did, or None."""

    fault: Fault
    day: date | None = None


Number = tuple[int, ...]


def methods_in(text: str, system: QualitySystem) -> Iterator[Method]:
    """Yield the codes of a text that a version follows («EQU-MOP-001, version 2», «…@2»)."""
    for _start, end, code in system.settings.codification.find(text):
        version = _VERSION.match(text, end)
        if version:
            yield Method(code.text, version[1])


def misuse(method: Method, day: date, system: QualitySystem) -> Misuse | None:
    """Return why a method could not be followed on a day, None when it could or nobody knows."""
    documents = system.with_code(method.code)
    if len(documents) > 1:
        # Two documents that bear one code are an error of their own.
        return None
    if not documents:
        return Misuse(Fault.NO_DOCUMENT)
    (document,) = documents
    wanted, newest = _number(method.version), _number(document.version)
    if not newest:
        told = is_asked(system.settings, "version")
        return Misuse(Fault.NO_VERSION) if told else None
    if wanted > newest and not _is_part(newest, wanted):
        return Misuse(Fault.NO_VERSION)
    return _outside(wanted, _known(document), day)


def _outside(wanted: Number, known: dict[Number, "_Begun"], day: date) -> Misuse | None:
    """Return on which side of its time a version was followed."""
    meant = [begun.day for number, begun in known.items() if _is_part(number, wanted)]
    if meant and day < min(meant):
        return Misuse(Fault.TOO_EARLY, min(meant))
    later = [
        begun for number, begun in known.items() if number > wanted and not _is_part(number, wanted)
    ]
    ended = [begun.day for begun in later if day >= begun.surely]
    return Misuse(Fault.TOO_LATE, min(ended)) if ended else None


@dataclass(frozen=True, slots=True)
class _Begun:
    """From when a version applied: the day that is known, and the one from which it is sure."""

    day: date
    surely: date


def _known(document: Document) -> dict[Number, _Begun]:
    """Return the approved versions of a document, by number: the later date is the surer one."""
    newest = _number(document.version)
    days: dict[Number, date] = {}
    for line in document.history:
        if line.date and _number(line.version) <= newest:
            days[_number(line.version)] = line.date
    approved: dict[Number, date] = {}
    for record in document.approvals:
        number = _number(record.version)
        if record.date and number <= newest:
            approved[number] = max(record.date, approved.get(number, record.date))
    days.update(approved)
    known = {number: _Begun(day, day + _COMING_INTO_FORCE) for number, day in days.items()}
    if document.effective:
        known[newest] = _Begun(document.effective, document.effective)
    return {number: begun for number, begun in known.items() if number}


def _number(version: str) -> Number:
    return tuple(int(part) for part in re.findall(r"[0-9]+", version))


def _is_part(number: Number, whole: Number) -> bool:
    """Return whether a version is another or one of its editorial corrections: 2.1 is part of 2."""
    return bool(whole) and number[: len(whole)] == whole
