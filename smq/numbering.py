"""The next number of a code; pure (`contracts.md` §5)."""

from collections.abc import Iterable, Mapping

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Code, QualitySystem, nearest
from smq.slug import slug

_SURE = 0.85
"""Likeness from which a name with a slip is taken for the one meant."""
_BEGINNING = 4


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

    Raises:
        SmqError: what smq.yaml says of codes is no pattern.
    """
    codes = system.settings.codification
    if codes.fault:
        raise SmqError(
            _(
                "«{written}» (codification.motif in smq.yaml) is no pattern of codes:"
                " no number is given."
            ),
            _("What to write there: smq check smq.yaml"),
            written=codes.fault,
        )
    word = codes.word_for(type_)
    stem = codes.stem(word, process if codes.has_process else None)
    same = [code for code in _known(system, taken) if code.stem == stem]
    number, width = max(((code.number, code.width) for code in same), default=(0, 0))
    return codes.format(word, process, number + 1, width)


def known_type(system: QualitySystem, word: str) -> str:
    """Return the declared type that a user's word names: its code or its name, in any language.

    Raises:
        SmqError: no type has that code or name.
    """
    kinds = dict(system.settings.codification.kinds)
    upper = word.strip().upper()
    codes = tuple(system.types) or tuple(kinds.values())
    found = kinds.get(upper, upper)
    if found in codes:
        return found
    names = {
        code: tuple(name for _language, name in system.types[code].names)
        for code in codes
        if code in system.types
    }
    named = _named(word, names)
    if named:
        return named
    language = system.settings.language or "fr"
    shown = {code: system.types[code].name(language) for code in names}
    raise SmqError(
        _("«{word}» is no document type."),
        _("Types: {known}."),
        word=word,
        known=", ".join(_with_name(code, shown.get(code, "")) for code in codes),
    )


def known_process(system: QualitySystem, word: str | None) -> str | None:
    """Return the declared process that a user's word names: its code or its title.

    Raises:
        SmqError: no process has that code or title, or none was named although codes carry one.
    """
    titles = {p.code: p.title for p in system.settings.processes}
    known = tuple(titles)
    shown = ", ".join(_with_name(code, title) for code, title in titles.items())
    if word is None:
        if system.settings.codification.has_process:
            raise SmqError(
                _("A process is needed: codes of this platform carry one."),
                _("Add --process and one of: {known}."),
                known=shown,
            )
        return None
    found = next((code for code in known if code.casefold() == word.strip().casefold()), None)
    found = found or _named(word, {code: (title,) for code, title in titles.items()})
    if found:
        return found
    near = nearest(word, known)
    raise SmqError(
        _("«{word}» is no process of this platform."),
        _("Nearest: {near}. All: {known}.") if near else _("Processes: {known}."),
        word=word,
        near=near or "",
        known=shown,
    )


def _named(word: str, names: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the code whose name a word is, begins or is a slip of; None when none or several."""
    # difflib is loaded only when a word is no code: start-up is part of every command.
    from difflib import get_close_matches

    said = slug(word)
    if not any(sign.isalnum() for sign in word):
        return None
    known = [(slug(name), code) for code, found in names.items() for name in found]
    close = get_close_matches(said, [name for name, _code in known], n=1, cutoff=_SURE)
    for fits in (
        {code for name, code in known if name == said},
        {code for name, code in known if len(said) >= _BEGINNING and name.startswith(said)},
        {code for name, code in known if name in close},
    ):
        if len(fits) == 1:
            return fits.pop()
    return None


def _with_name(code: str, name: str) -> str:
    return f"{code} {name}" if name and name != code else code


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
