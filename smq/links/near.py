"""Finds the code that a mistyped one most likely stands for; in doubt, none.

A code that nobody carries is often that of a document that was deleted or is not written yet: a
neighbour in the same series is another document, and whoever takes it makes the link lie.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from smq.model import Code, Document, QualitySystem, nearest

_COMPARED = 500
"""Titles that are all compared; beyond, 1 000 faults would take longer than the whole check."""


def near_code(system: QualitySystem, text: str) -> str | None:
    """Return the only code in use that differs by one character of its number, else None.

    None also for a number beyond the last of its series: such a document was never there.
    """
    codes = system.settings.codification
    code = codes.parse(text)
    if code is None:
        return _misspelt(system, text)
    last = last_number(system, text)
    if last is None or code.number > last:
        return None
    return _alone(
        document.code_text
        for identity in {*_slips(code)}
        for document in system.by_identity.get(identity, ())
        if document.code_text
    )


def near_title(system: QualitySystem, text: str) -> str | None:
    """Return the title in use that looks most like a text, None when none is near."""
    if len(system.documents) > _COMPARED:
        return None
    return nearest(text, tuple(sorted({d.title for d in system.documents if d.title})))


def last_number(system: QualitySystem, text: str) -> int | None:
    """Return the highest number in use in the series of a code, None when it has no document."""
    code = system.settings.codification.parse(text)
    return _last_numbers(system).get(code.stem) if code else None


def in_wrong_case(system: QualitySystem, text: str) -> Document | None:
    """Return the document whose own code is this one in the wrong case, None when there is none."""
    code = system.settings.codification.parse(text)
    return _wrongly_written(system).get(code.identity) if code else None


@lru_cache(maxsize=1)
def _last_numbers(system: QualitySystem) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for stem, number in (*system.by_identity, *system.by_alias):
        found[stem] = max(number, found.get(stem, number))
    return found


@lru_cache(maxsize=1)
def _wrongly_written(system: QualitySystem) -> Mapping[tuple[str, int], Document]:
    right = system.settings.codification.right_case
    return {
        code.identity: document
        for document in system.documents
        if document.code is None and document.code_text and (code := right(document.code_text))
    }


def _misspelt(system: QualitySystem, text: str) -> str | None:
    """Return the code that a text means which is none: another case, or one odd character."""
    codes = system.settings.codification
    right = codes.right_case(text)
    if right:
        found = system.with_code(right.text)
        return found[0].code_text if found else None
    return _alone(
        written
        for written in system.codes
        if (code := codes.parse(written))
        and text.startswith(code.stem.partition("{")[0])
        and _differ_by_one(text, written)
    )


def _alone(codes: Iterable[str]) -> str | None:
    found = set(codes)
    return found.pop() if len(found) == 1 else None


def _differ_by_one(one: str, other: str) -> bool:
    """Return whether one character was replaced, left out or added."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    same = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _slips(code: Code) -> Iterator[tuple[str, int]]:
    """Yield the identities that differ by one digit."""
    digits = str(code.number).zfill(code.width)
    for place in range(len(digits)):
        for other in "0123456789":
            yield code.stem, int(digits[:place] + other + digits[place + 1 :])
