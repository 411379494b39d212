"""Finds the code that a mistyped one most likely stands for."""

from collections.abc import Iterator

from smq.model import Code, QualitySystem, nearest

_COMPARED = 500
"""Codes that are all compared; beyond, 1 000 faults would take longer than the whole check."""


def near_code(system: QualitySystem, text: str) -> str | None:
    """Return the code in use that looks most like a text, None when none is near.

    A code that is well formed is compared within its own series: another process or type is
    another document, never a slip.
    """
    code = system.settings.codification.parse(text)
    if code is None:
        return system.nearest(text) if len(system.codes) <= _COMPARED else None
    slips = {
        document.code_text
        for identity in _slips(code)
        for document in system.by_identity.get(identity, ())
        if document.code_text
    }
    return nearest(text, tuple(sorted(slips)))


def near_title(system: QualitySystem, text: str) -> str | None:
    """Return the title in use that looks most like a text, None when none is near."""
    if len(system.documents) > _COMPARED:
        return None
    return nearest(text, tuple(sorted({d.title for d in system.documents if d.title})))


def _slips(code: Code) -> Iterator[tuple[str, int]]:
    """Yield the identities one slip away: another digit, or two digits that changed places."""
    digits = str(code.number).zfill(code.width)
    for place, digit in enumerate(digits):
        for other in "0123456789":
            yield code.stem, int(digits[:place] + other + digits[place + 1 :])
        swapped = digits[:place] + digits[place + 1 : place + 2] + digit + digits[place + 2 :]
        yield code.stem, int(swapped)
