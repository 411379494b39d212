"""`smq renumber OLD NEW`: a document takes another code, and all that cites it follows."""

from collections.abc import Collection
from dataclasses import dataclass

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Code, Document, QualitySystem
from smq.numbering import next_code
from smq.operations.moves import Move, Renaming
from smq.operations.new_places import named_after, originals
from smq.operations.occurrences import Read
from smq.operations.renaming import Renamed, refuse_unreadable, rename
from smq.renumbering import was_approved


@dataclass(frozen=True, slots=True)
class Renumbered:
    """What a new code does.

    Attributes:
        move: of the document.
        renamed: what is written.
    """

    move: Move
    renamed: Renamed


def renumber(
    system: QualitySystem, document: Document, typed: str, *, taken: Collection[str], read: Read
) -> Renumbered:
    """Return every change by which a document takes another code.

    A code of another process takes the document there. The former code stays as an alias when a
    version was ever approved under it: people outside know it.

    Args:
        system: the platform, its registers and records read.
        document: that takes the code.
        typed: the code, in any case.
        taken: codes that git knows of.
        read: path → bytes of a file.

    Raises:
        SmqError: the code is none, was given before, or is of another type; the document has no
            code or shares it; a change cannot be made for sure.
    """
    refuse_unreadable(system)
    old = _own_code(system, document)
    new = _free_code(system, document, old, typed, taken)
    codes = system.settings.codification
    path = named_after(document.path, old, new.text, codes)
    process = new.process if new.process and new.process != document.process else None
    move = Move(
        document=document,
        code=new.text,
        process=process,
        path=_elsewhere(system, path, document.process, process),
        alias=old.text if was_approved(document) and new.identity != old.identity else None,
    )
    with_it = _with_folder(system, move)
    files = {**with_it, **originals(system, [move], with_it)}
    renaming = Renaming((move,), {old.identity: new.text}, files=files)
    return Renumbered(move, rename(system, renaming, read))


def _own_code(system: QualitySystem, document: Document) -> Code:
    if document.code is None:
        raise SmqError(
            _("{path} has no code that follows the pattern of smq.yaml."),
            _("What is wrong there: smq check {path}"),
            path=document.path,
        )
    if len(system.by_identity[document.code.identity]) > 1:
        raise SmqError(
            _("Several documents carry the code {code}."),
            _("To give each its own, with what cites it: smq renumber --auto"),
            code=document.code.text,
        )
    return document.code


def _free_code(
    system: QualitySystem, document: Document, old: Code, typed: str, taken: Collection[str]
) -> Code:
    codes = system.settings.codification
    found = codes.parse(typed.strip()) or codes.right_case(typed.strip())
    following = next_code(system, codes.kind(old), old.process, taken)
    if found is None:
        raise SmqError(
            _("«{typed}» is no code of this platform."),
            _("The next one of its series: {next}"),
            typed=typed,
            next=following,
        )
    new = codes.parse(codes.format(found.type, found.process, found.number, found.width)) or found
    if codes.kind(new) != (document.type or codes.kind(old)):
        raise SmqError(
            _("{code} is a {type} and stays one: {new} is a code of type {other}."),
            _("The next one of its series: {next}"),
            code=old.text,
            type=document.type or codes.kind(old),
            new=new.text,
            other=codes.kind(new),
            next=following,
        )
    if new.text == old.text:
        raise SmqError(_("{path} carries this code already."), None, path=document.path)
    if new.identity != old.identity:
        following = next_code(system, codes.kind(new), new.process, taken)
        _refuse_given(system, new, taken, following)
    return new


def _refuse_given(system: QualitySystem, new: Code, taken: Collection[str], following: str) -> None:
    parse = system.settings.codification.parse
    given = {code.identity for text in taken if (code := parse(text))}
    bearer = next(iter(system.by_identity.get(new.identity, ())), None)
    former = next(iter(system.by_alias.get(new.identity, ())), None)
    if bearer is None and former is None and new.identity not in given:
        return
    sentence = _("{new} was given before, and no number is given twice.")
    if bearer is not None:
        sentence = _("{new} is the code of {path}.")
    elif former is not None:
        sentence = _("{new} is a former code of {path}, and no number is given twice.")
    found = bearer or former
    raise SmqError(
        sentence,
        _("The next one of its series: {next}"),
        new=new.text,
        path=found.path if found else "",
        next=following,
    )


def _elsewhere(system: QualitySystem, path: str, old: str | None, new: str | None) -> str:
    """Return a path in the folder of another process, when it lies in that of its own."""
    for root in system.settings.reading.roots if old and new else ():
        folder = f"{root}/{old}/"
        if path.startswith(folder):
            return f"{root}/{new}/{path.removeprefix(folder)}"
    return path


def _with_folder(system: QualitySystem, move: Move) -> dict[str, str]:
    """Return where the master file of a document lies, once its folder is another."""
    document = move.document
    folder, new = document.path.rpartition("/")[0], move.path.rpartition("/")[0]
    if not document.original or folder == new:
        return {}
    path = f"{folder}/{document.original}"
    return {path: f"{new}/{document.original}"} if path in system.files else {}
