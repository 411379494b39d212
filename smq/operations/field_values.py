"""Checks what a person typed for a field of a header, and returns it as a header writes it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from smq.errors import SmqError
from smq.i18n import _
from smq.kit import typed_date
from smq.links.folding import fold
from smq.links.near import near_code
from smq.model import LABELS, WRITTEN, Code, Document, QualitySystem, nearest
from smq.model.status import as_said

AUDIENCES = ("interne", "usagers", "publique")
ROLES = ("redacteur", "verificateur", "approbateur")
MODES = ("git", "papier", "courriel", "parapheur", "pv")
_VERSION = re.compile(r"[0-9]+(\.[0-9]+)?")
_MEANT = {
    **{fold(LABELS[state]): word for word, state in WRITTEN.items()},
    **{fold(as_said(word)): word for word in WRITTEN},
    **dict.fromkeys(("brouillon", "en projet"), "projet"),
    **dict.fromkeys(("en cours de verification", "a verifier"), "en_verification"),
    **dict.fromkeys(("approuvee", "valide", "validee"), "approuve"),
    **dict.fromkeys(("en vigueur", "en application"), "applicable"),
    "retiree": "retire",
}
"""What people say for a status, folded → the word of a header."""
_COMPUTED = ("perime", "perimee")
_YES = ("oui", "true", "vrai", "yes", "o")
_NO = ("non", "false", "faux", "no", "n")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the person should know although the change is made: a msgid and its values."""

    message: str
    values: Mapping[str, object]


@dataclass(frozen=True)
class Context:
    """What a value is judged against.

    Attributes:
        system: the platform.
        document: the one being changed.
        remarks: where remarks are added.
    """

    system: QualitySystem
    document: Document
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, message: str, **values: object) -> None:
        """Add a remark, once."""
        made = Remark(message, values)
        if made not in self.remarks:
            self.remarks.append(made)


Check = Callable[[Context, str, str], str]
"""(context, name of the field, text typed and not empty) → text to write."""


def one_of(words: Sequence[str], field: str, typed: str) -> str:
    """Return the word that was meant, whatever its case and accents.

    Raises:
        SmqError: it is none of the words.
    """
    found = next((word for word in words if fold(word) == fold(typed)), None)
    if found:
        return found
    near = nearest(typed, tuple(words)) or nearest(fold(typed).replace(" ", "_"), tuple(words))
    raise SmqError(
        _("{field}: «{typed}» is not known."),
        _("Nearest: {near}. The words are {words}.") if near else _("The words are {words}."),
        field=field,
        typed=typed,
        near=near or "",
        words=", ".join(words),
    )


def as_typed(_context: Context, _field: str, typed: str) -> str:
    """Return the text unchanged."""
    return typed


def one_line(_context: Context, _field: str, typed: str) -> str:
    """Return the text on one line."""
    return " ".join(typed.split())


def version(_context: Context, field: str, typed: str) -> str:
    """Return a version: digits, and a point and digits for an editorial correction.

    Raises:
        SmqError: it is none.
    """
    if not _VERSION.fullmatch(typed):
        raise SmqError(
            _("{field}: «{typed}» is no version."),
            _("Write digits, for example 2, or 2.1 for an editorial correction."),
            field=field,
            typed=typed,
        )
    return typed


def status(context: Context, field: str, typed: str) -> str:
    """Return the word of a status, from what people say: the word, its label, «en vigueur».

    Raises:
        SmqError: it is no status, or one that is computed.
    """
    words = tuple(WRITTEN)
    folded = fold(typed).replace("_", " ")
    if folded in _COMPUTED:
        raise SmqError(
            _("{field}: «{typed}» is computed, never written."),
            _("A past version is superseded by itself. For a code that ends: «statut=retiré»"),
            field=field,
            typed=typed,
        )
    word = folded.replace(" ", "_")
    said = tuple(as_said(word) for word in words)
    ours = word if word in words else _MEANT.get(folded) or one_of(said, field, typed)
    theirs = {our: word for word, our in reversed(context.system.settings.reading.statuses)}
    return theirs.get(ours, ours)


def day(_context: Context, field: str, typed: str) -> str:
    """Return a date as 2027-02-20, from 20/02/2027 too.

    Raises:
        SmqError: it is no date.
    """
    try:
        return typed_date(typed).isoformat()
    except SmqError as error:
        raise SmqError(
            _("{field}: «{typed}» is no date."),
            _("Write it like 20/02/2027."),
            field=field,
            typed=typed,
        ) from error


def process(context: Context, field: str, typed: str) -> str:
    """Return the code of a declared process.

    Raises:
        SmqError: no process has that code.
    """
    found = one_of(tuple(p.code for p in context.system.settings.processes), field, typed)
    code = context.document.code
    if code and code.process and code.process != found:
        _code_stays(context, code, code.process)
    return found


def kind(context: Context, field: str, typed: str) -> str:
    """Return the code of a declared document type.

    Raises:
        SmqError: no type has that code.
    """
    found = one_of(tuple(context.system.types), field, typed)
    code = context.document.code
    if code and context.system.settings.codification.kind(code) != found:
        _code_stays(context, code, code.type)
    return found


def _code_stays(context: Context, code: Code, word: str) -> None:
    context.remark(
        _("The code {code} still says {word}; a code does not follow its document by itself."),
        code=code.text,
        word=word,
    )


def audience(_context: Context, field: str, typed: str) -> str:
    """Return interne, usagers or publique.

    Raises:
        SmqError: it is another word.
    """
    return one_of(AUDIENCES, field, typed)


def flag(_context: Context, field: str, typed: str) -> str:
    """Return true or false.

    Raises:
        SmqError: it is neither yes nor no.
    """
    return "true" if one_of(_YES + _NO, field, typed) in _YES else "false"


def area(context: Context, field: str, typed: str) -> str:
    """Return the name of a *plateau*, one of those declared when there are some.

    Raises:
        SmqError: none has that name.
    """
    names = tuple(area.name for area in context.system.settings.areas)
    return one_of(names, field, typed) if names else typed


def master(context: Context, field: str, typed: str) -> str:
    """Return the name of the Word, Excel or PDF file that lies beside the document.

    Raises:
        SmqError: there is no such file.
    """
    folder = context.document.path.rpartition("/")[0]
    beside = tuple(
        path.rpartition("/")[2]
        for path in sorted(context.system.files)
        if path.rpartition("/")[0] == folder and not path.endswith(".md")
    )
    if typed in beside:
        return typed
    near = nearest(typed, beside)
    raise SmqError(
        _("{field}: no file «{typed}» lies in {folder}."),
        _("Nearest: {near}.") if near else _("Put the file there, then run the command again."),
        field=field,
        typed=typed,
        folder=folder,
        near=near or "",
    )


def proof(context: Context, field: str, typed: str) -> str:
    """Return the path of a proof; one that is not there yet is remarked."""
    if "://" not in typed and typed not in context.system.files:
        context.remark(_("{field}: {path} is not there yet."), field=field, path=typed)
    return typed


def cited(context: Context, field: str, typed: str) -> str:
    """Return the code of the document meant.

    Raises:
        SmqError: no document carries it, or it is the document's own.
    """
    codes = context.system.settings.codification
    right = codes.parse(typed) or codes.right_case(typed)
    found = context.system.with_code(right.text if right else typed)
    if any(document.path == context.document.path for document in found):
        raise SmqError(
            _("{field}: {code} is the document itself."),
            _("Cite another document."),
            field=field,
            code=typed,
        )
    if found:
        return found[0].code_text or typed
    near = near_code(context.system, right.text if right else typed.upper())
    raise SmqError(
        _("{field}: no document carries the code «{typed}»."),
        _("Nearest: {near}. All codes: smq list") if near else _("All codes: smq list"),
        field=field,
        typed=typed,
        near=near or "",
    )
