"""`smq process merge COM PIL`: one process takes over another, its documents, codes and links."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from smq.errors import SmqError
from smq.i18n import _
from smq.load.filed import FOLDER as RECORDS
from smq.model import Change, Document, QualitySystem, Status
from smq.numbering import next_code
from smq.operations.merged_sheet import Joining, joined_sheet
from smq.operations.moves import Move, Renaming
from smq.operations.new_places import named_after, originals
from smq.operations.occurrences import Read
from smq.operations.process_settings import without_process
from smq.operations.renaming import Renamed, refuse_unreadable, rename
from smq.operations.rewording import Identity, Rewording
from smq.renumbering import was_approved
from smq.root import FILE_NAME

_SHEET = "FIP"


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge of processes does.

    Attributes:
        renaming: documents that move, and what takes the place of what.
        renamed: what follows in all files, `smq.yaml` included.
        sheet: of the process that takes over, to be read again; None when it has none.
        ended: the sheet of the process that goes; None when it stays the sheet of both.
        joined: the sheet that takes over says what both said; an approved one is left as it is.
    """

    renaming: Renaming
    renamed: Renamed
    sheet: Document | None
    ended: Document | None
    joined: bool = False


@dataclass(frozen=True)
class _Parts:
    """The two processes, and what belongs to the one that goes."""

    system: QualitySystem
    merged: str
    into: str
    members: tuple[Document, ...]
    sheet: Document | None
    ended: Document | None


def merge_processes(
    system: QualitySystem,
    merged: str,
    into: str,
    *,
    taken: Iterable[str],
    read: Read,
    recorded: Callable[[str], bool],
) -> Merge:
    """Return every change by which a process takes over another.

    Its documents get the next numbers and keep `id` and `modele`; the former code of one that was
    ever approved stays as an alias. A process has one sheet: when both have one, that of the
    process that goes is removed if it was never approved and git holds it as it is, else withdrawn;
    who cites it cites the other from now on, and the other takes over its lists (activities, links,
    risks…) unless it was approved: what was approved changes with its next version.

    Args:
        system: the platform, its registers and records read.
        merged: code of the process that goes.
        into: code of the process that takes over.
        taken: codes that git knows of.
        read: path → bytes of a file.
        recorded: whether git holds a file as it is now.

    Raises:
        SmqError: it is one process, a document cannot be read, has no code of the pattern or
            shares it, or a change cannot be made for sure.
    """
    parts = _parts(system, merged, into)
    renaming = _renaming(parts, tuple(taken), recorded)
    renamed = rename(system, renaming, read)
    settings = next((c for c in renamed.changes if c.path == FILE_NAME), None)
    before = read(FILE_NAME) or b""
    after = settings.after if settings and settings.after else before
    change = Change(FILE_NAME, before, without_process(after, merged, into))
    others = tuple(c for c in renamed.changes if c.path != FILE_NAME)
    renamed = replace(renamed, changes=(*others, change))
    joined = parts.ended is not None and not (parts.sheet and was_approved(parts.sheet))
    if joined:
        renamed = _with_both(parts, renaming, renamed, read)
    return Merge(renaming, renamed, parts.sheet, parts.ended, joined)


def _with_both(parts: _Parts, renaming: Renaming, renamed: Renamed, read: Read) -> Renamed:
    """Return the changes in which the sheet that takes over also says what the other said."""
    sheet, ended = parts.sheet, parts.ended
    assert sheet is not None
    assert ended is not None
    change = next((c for c in renamed.changes if c.path == sheet.path), None)
    before = read(sheet.path) or b""
    raw = change.after if change and change.after else before
    paths = {**renaming.folders, **renaming.paths}
    joining = Joining(
        declared=parts.system.type_of(sheet),
        own=sheet.code_text or "",
        process=parts.into,
        processes=renaming.processes,
        reword=Rewording(parts.system.settings.codification, renaming.cited, paths).of,
    )
    after = joined_sheet(raw, sheet, ended, joining)
    if after == raw:
        return renamed
    others = tuple(c for c in renamed.changes if c.path != sheet.path)
    return replace(
        renamed,
        changes=(*others, Change(sheet.path, before, after)),
        citing=tuple(sorted({*renamed.citing, sheet.path})),
    )


def _parts(system: QualitySystem, merged: str, into: str) -> _Parts:
    if merged == into:
        raise SmqError(
            _("{process} cannot be merged with itself."),
            _("Name two processes: smq process merge COM PIL"),
            process=merged,
        )
    refuse_unreadable(system)
    members = tuple(
        document
        for document in system.documents
        if merged in (document.process, document.code.process if document.code else None)
    )
    _refuse_odd_codes(system, members)
    sheet, ended = _sheet(system, into), _sheet(system, merged)
    return _Parts(system, merged, into, members, sheet or ended, ended if sheet else None)


def _sheet(system: QualitySystem, process: str) -> Document | None:
    living = (
        d
        for d in system.documents
        if d.type == _SHEET and d.process == process and d.status is not Status.WITHDRAWN
    )
    return min(living, key=lambda d: d.code_text or "", default=None)


def _refuse_odd_codes(system: QualitySystem, members: tuple[Document, ...]) -> None:
    for document in members:
        if document.code is None and system.settings.codification.has_process:
            raise SmqError(
                _("{path} has no code that smq knows, and cannot get the next number."),
                _("What is wrong there: smq check {path}"),
                path=document.path,
            )
        if document.code and len(system.by_identity[document.code.identity]) > 1:
            same = system.by_identity[document.code.identity]
            raise SmqError(
                _("{count} documents carry the code {code}."),
                _("Give one of them another code first. They are: {paths}."),
                count=len(same),
                code=document.code.text,
                paths=", ".join(d.path for d in same),
            )


def _renaming(parts: _Parts, taken: tuple[str, ...], recorded: Callable[[str], bool]) -> Renaming:
    moves: list[Move] = []
    removed: dict[str, str] = {}
    given: list[str] = []
    for document in sorted(parts.members, key=_order):
        if document is parts.ended and not was_approved(document) and recorded(document.path):
            assert parts.sheet is not None
            removed[document.path] = parts.sheet.path
            continue
        code = _next(parts, document, (*taken, *given))
        given += [code] if code else []
        moves.append(_move(parts, document, code))
    folders = _folders(parts)
    known = {d.path for d in parts.system.documents}
    files = {
        path: _elsewhere(path, folders)
        for path in parts.system.files - known
        if _elsewhere(path, folders) != path
    }
    return Renaming(
        moves=tuple(moves),
        cited=_cited(parts, moves),
        processes={parts.merged: parts.into},
        files={**files, **originals(parts.system, moves, files)},
        folders=folders,
        removed=removed,
    )


def _order(document: Document) -> tuple[str, int, str]:
    code = document.code
    return (code.stem, code.number, document.path) if code else ("", 0, document.path)


def _next(parts: _Parts, document: Document, taken: tuple[str, ...]) -> str | None:
    codification = parts.system.settings.codification
    if document.code is None or document.code.process != parts.merged:
        return None
    return next_code(parts.system, codification.kind(document.code), parts.into, taken)


def _move(parts: _Parts, document: Document, code: str | None) -> Move:
    old = document.code_text or ""
    return Move(
        document=document,
        code=code,
        process=parts.into if document.process == parts.merged else None,
        path=_new_path(parts, document, code),
        alias=old if code and was_approved(document) else None,
        withdrawn=document is parts.ended,
    )


def _new_path(parts: _Parts, document: Document, code: str | None) -> str:
    path = _elsewhere(document.path, _folders(parts))
    if not (code and document.code):
        return path
    return named_after(path, document.code, code, parts.system.settings.codification)


def _folders(parts: _Parts) -> dict[str, str]:
    """Return the folders of the process that goes → those of the one that takes over."""
    roots = [root for root in parts.system.settings.reading.roots if root != "."]
    return {f"{r}/{parts.merged}/": f"{r}/{parts.into}/" for r in (*roots, RECORDS)}


def _elsewhere(path: str, folders: dict[str, str]) -> str:
    for old, new in folders.items():
        if path.startswith(old):
            return new + path.removeprefix(old)
    return path


def _cited(parts: _Parts, moves: list[Move]) -> dict[Identity, str]:
    """Return the code that takes the place of each, of each alias of the process that goes too."""
    codification = parts.system.settings.codification
    new = {move.document.path: move.code for move in moves if move.code}
    if parts.ended and parts.sheet and parts.sheet.code_text:
        new[parts.ended.path] = parts.sheet.code_text
    own = [(d.code, d) for d in parts.members]
    former = [(codification.parse(alias), d) for d in parts.members for alias in d.aliases]
    cited: dict[Identity, str] = {}
    # A present code wins over a former one.
    for code, document in (*own, *former):
        if code and code.process == parts.merged and document.path in new:
            cited.setdefault(code.identity, new[document.path])
    return cited
