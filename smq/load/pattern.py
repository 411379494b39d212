"""Reads the pattern of codes of `smq.yaml`: one that is none is said, and mended if it can be."""

import re

from smq.i18n import _
from smq.load.fields import Reader
from smq.model import Word, nearest
from smq.model.code import DEFAULT_PATTERN, is_pattern

A_PATTERN = Word(_("a pattern with {numero}, for example {processus}-{type}-{numero:03}"))
KNOWN_WORDS = Word(_("a pattern of {plateforme}, {processus}, {type} and {numero:03}"))
A_SHORT_NAME = Word(_("a pattern without {plateforme}, as long as plateforme.sigle is empty"))
_WORDS = ("plateforme", "processus", "type", "numero")
_BRACED = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
_NUMBER = "-{numero:03}"


def read_pattern(reader: Reader, acronym: str | None) -> tuple[str, str | None]:
    """Return the pattern that codes are read by, and the one written when it is none.

    Args:
        reader: of the mapping `codification`.
        acronym: short name of the platform, which `{plateforme}` stands for.
    """
    written = reader.text("motif")
    if not written:
        return DEFAULT_PATTERN, None
    node = reader.fields.get("motif") or reader.fields
    if is_pattern(written):
        if acronym or "{plateforme}" not in written:
            return written, None
        reader.wrong("motif", node, A_SHORT_NAME)
        return written, written
    meant = _meant(written)
    reader.wrong("motif", node, A_PATTERN if "{" not in written else KNOWN_WORDS, right=meant)
    return meant or DEFAULT_PATTERN, written


def _meant(written: str) -> str | None:
    """Return the pattern that a text most likely stands for, None when nothing tells."""
    if "{" not in written:
        return None
    mended = _BRACED.sub(lambda found: _word(found[1], found[2] or ""), written)
    if "{numero" not in mended:
        mended += _NUMBER
    return mended if is_pattern(mended) else None


def _word(name: str, form: str) -> str:
    near = nearest(name.strip(), _WORDS)
    if near != "numero":
        return f"{{{near or name}}}"
    width = next((sign for sign in form if sign in "123456789"), "")
    return f"{{numero:0{width}}}" if width else "{numero}"
