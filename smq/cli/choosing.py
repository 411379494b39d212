"""Finds the documents that a command line names."""

from collections.abc import Sequence

from smq.errors import SmqError
from smq.i18n import _
from smq.links import near_code
from smq.model import Document, QualitySystem


def one(system: QualitySystem, word: str) -> Document:
    """Return the document that a code or a path names, whatever the case of the code.

    Raises:
        SmqError: none, or several.
    """
    codes = system.settings.codification
    text = word.strip()
    right = codes.parse(text) or codes.right_case(text)
    found = system.with_code(right.text if right else text)
    found = found or tuple(d for d in system.documents if d.path == text)
    if len(found) == 1:
        return found[0]
    if found:
        raise SmqError(
            _("{count} documents carry the code {code}."),
            _("They are: {paths}."),
            count=len(found),
            code=text,
            paths=", ".join(d.path for d in found),
        )
    near = near_code(system, right.text if right else text.upper())
    raise SmqError(
        _("No document carries the code «{code}»."),
        _("Nearest: {near}. All codes: smq list") if near else _("All codes: smq list"),
        code=text,
        near=near or "",
    )


def several(system: QualitySystem, words: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents named, each once, in the order of the words.

    Raises:
        SmqError: one of them does not exist or is not alone.
    """
    return tuple(dict.fromkeys(one(system, word) for word in words))
