"""What an evaluation file is made from: one version of the platform, or the draft under way."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from smq.cli.dossier_place import is_evaluation_file
from smq.cli.session import Session, with_standing
from smq.cli.unread import say_unread
from smq.errors import SmqError
from smq.i18n import _
from smq.load import load
from smq.load.content import Content, read_content
from smq.load.evidence import with_evidence
from smq.load.past import past_documents
from smq.model import Document, QualitySystem
from smq.vcs.past import folder_at
from smq.vcs.snapshot import Snapshot, last_held, snapshot
from smq.vcs.versions import past_contents

_SHOWN = 5


@dataclass(frozen=True)
class Source:
    """A platform as it is handed out.

    Attributes:
        folder: where its files are read.
        system: read there.
        version: of which it is.
        draft: it holds what was not recorded.
    """

    folder: Path
    system: QualitySystem
    version: Snapshot
    draft: bool


@contextmanager
def source(session: Session, *, draft: bool, out: Path) -> Iterator[Source]:
    """Give the platform as its last version holds it, or with `draft` as its folder does.

    Args:
        session: of the command.
        draft: take what was not recorded too.
        out: where the evaluation file goes: what lies there is no change of the platform.

    Raises:
        SmqError: something is not recorded and no draft was asked for, a register cannot be read,
            or git refuses.
    """
    version = snapshot(session.root)
    changes = tuple(path for path in version.changes if not _is_ours(path, out, session.root))
    version = replace(version, changes=changes)
    if changes and not draft:
        listed = ", ".join((*changes[:_SHOWN], *(["…"] if len(changes) > _SHOWN else [])))
        raise SmqError(
            _("The evaluation file is made from a version, and git has not recorded {paths}."),
            _("Record them: smq save; to see a draft: smq dossier --draft"),
            paths=listed,
        )
    if changes:
        system = session.system(evidence=True)
        say_unread(system, session.translate)
        _mind_unread(system)
        yield Source(session.root, system, version, draft=True)
        return
    with folder_at(session.root, version.commit) as folder:
        read = load(folder, today=session.today, use_cache=False, registers=True)
        system = with_evidence(with_standing(read, folder, session.root), folder)
        _mind_unread(system)
        yield Source(folder, system, version, draft=draft)


def _mind_unread(system: QualitySystem) -> None:
    """Refuse to hand out a register of which rows are lacking.

    Raises:
        SmqError: a file of a register cannot be read, or not to its end.
    """
    unread = sorted({path for register in system.registers.values() for path in register.unread})
    if unread:
        raise SmqError(
            _("{paths} cannot be read: the evaluation file would lack rows."),
            _("The place of each fault: smq check"),
            paths=", ".join(unread),
        )


def earlier_contents(system: QualitySystem, root: Path) -> Mapping[str, Content]:
    """Return path → text, pictures and master of each document whose version in force is past.

    Args:
        system: the platform.
        root: its folder, whose history is read.
    """
    wanted = dict(system.earlier)
    found: dict[str, Content] = {}
    states: dict[str, list[tuple[str, Document]]] = {}
    for path, raw in past_contents(root, wanted):
        now = wanted.get(path)
        read = (document for document, _raw in past_documents([(path, raw)], system))
        if now is None or next(read, None) != _as_read(now):
            continue
        del wanted[path]
        held = last_held(root, raw, "HEAD")
        if held is not None:
            commit, there = held
            states.setdefault(commit, []).append((path, replace(now, path=there)))
    for commit, documents in sorted(states.items()):
        with folder_at(root, commit) as folder:
            found.update((path, read_content(folder, document)) for path, document in documents)
    return found


def _as_read(document: Document) -> Document:
    """Return a document without what was judged of it since."""
    return replace(document, fingerprint=None, altered=False)


def _is_ours(path: str, out: Path, root: Path) -> bool:
    """Return whether a path lies where the evaluation file goes, or belongs to an earlier one."""
    place = (root / path).resolve()
    return place.is_relative_to(out.resolve()) or is_evaluation_file(place, root.resolve())
