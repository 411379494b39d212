"""The next number of a code; pure (`contracts.md` §5)."""

from collections.abc import Iterable

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Code, QualitySystem, nearest


def next_code(
    system: QualitySystem, type_: str, process: str | None, taken: Iterable[str] = ()
) -> str:
    """Return the code after the highest ever given for a type and process.

    Args:
        system: the platform; its documents and their aliases count.
        type_: our type, for example `PRO`.
        process: code of the process, or None when codes carry none.
        taken: codes that git knows of: other branches, deleted files, former codes.

    The number is as wide as in the highest code of that type and process (`contracts.md` §5).
    """
    codes = system.settings.codification
    word = codes.word_for(type_)
    stem = codes.stem(word, process if codes.has_process else None)
    same = [code for code in _known(system, taken) if code.stem == stem]
    number, width = max(((code.number, code.width) for code in same), default=(0, 0))
    return codes.format(word, process, number + 1, width)


def known_type(system: QualitySystem, word: str) -> str:
    """Return the declared type that a user's word names, whatever its case.

    Raises:
        SmqError: no type has that code.
    """
    kinds = dict(system.settings.codification.kinds)
    upper = word.strip().upper()
    known = tuple(system.types) or tuple(kinds.values())
    found = kinds.get(upper, upper)
    if found in known:
        return found
    raise SmqError(
        _("«{word}» is no document type."),
        _("Types: {known}."),
        word=word,
        known=", ".join(known),
    )


def known_process(system: QualitySystem, word: str | None) -> str | None:
    """Return the declared process that a user's word names, whatever its case.

    Raises:
        SmqError: no process has that code, or none was named although codes carry one.
    """
    known = tuple(p.code for p in system.settings.processes)
    if word is None:
        if system.settings.codification.has_process:
            raise SmqError(
                _("A process is needed: codes of this platform carry one."),
                _("Add --process and one of: {known}."),
                known=", ".join(known),
            )
        return None
    found = next((code for code in known if code.casefold() == word.strip().casefold()), None)
    if found:
        return found
    near = nearest(word, known)
    raise SmqError(
        _("«{word}» is no process of this platform."),
        _("Nearest: {near}. All: {known}.") if near else _("Processes: {known}."),
        word=word,
        near=near or "",
        known=", ".join(known),
    )


def _known(system: QualitySystem, taken: Iterable[str]) -> Iterable[Code]:
    codes = system.settings.codification
    for document in system.documents:
        # A code in the wrong case is a finding, and will be written right: its number is given.
        for text in (document.code_text or "", *document.aliases):
            code = codes.parse(text) or codes.right_case(text)
            if code:
                yield code
        named = codes.parse_start(document.path.rpartition("/")[2])
        if named:
            yield named
    for text in taken:
        code = codes.parse(text)
        if code:
            yield code
