"""`smq hook list|install|remove`: the hooks of this copy of the platform."""

import shlex
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from smq import files
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.vcs.hook_script import EVENTS, Event, folders_of, script
from smq.vcs.hooks import hooks_folder, top_and_folder

_BEFORE = {"commit": _("before recording"), "push": _("before sending")}
_FILE = {
    "commit": _("Has smq check what is about to be recorded; an error stops it."),
    "push": _("Has smq check what is about to be sent; an error stops it."),
}
_PUT = {
    "commit": _("From now on smq checks before anything is recorded, and stops at an error."),
    "push": _("From now on smq checks before anything is sent to colleagues, and stops there."),
}


@dataclass(frozen=True)
class _Hook:
    """A hook, and what stands at its place.

    Attributes:
        event: when git runs it.
        file: its place.
        looks_at: folders of platforms that the hook there looks at, None when it is not of smq.
    """

    event: Event
    file: Path
    looks_at: tuple[str, ...] | None

    @property
    def is_foreign(self) -> bool:
        """Return whether another program's hook stands there."""
        return self.looks_at is None


def show(session: Session) -> None:
    """Say which hooks are in place."""
    say = session.translate
    _top, folder = top_and_folder(session.root)
    for hook in _hooks(session.root, EVENTS):
        values = {"before": say(_BEFORE[hook.event.word]), "path": str(hook.file)}
        if hook.is_foreign:
            sentence = _("{before}: another program’s hook ({path})")
        elif folder in (hook.looks_at or ()):
            sentence = _("{before}, smq checks ({path})")
        else:
            sentence = _("{before}: nothing is checked")
        console.product(say(sentence, **values))


def install(session: Session, events: Sequence[Event], *, dry_run: bool) -> None:
    """Put the hooks in place, all or none.

    Raises:
        SmqError: the platform keeps no history, another program's hook stands there, or the disk
            refuses.
    """
    say = session.translate
    top, folder = top_and_folder(session.root)
    with nullcontext() if dry_run else files.locked(session.root):
        hooks = _hooks(session.root, events)
        _refuse_foreign(hooks, folder)
        for hook in hooks:
            folders = tuple(dict.fromkeys((*(hook.looks_at or ()), folder)))
            _write(hook, _content(hook.event, folders, say), say, dry_run=dry_run)
    if dry_run:
        return
    for hook in hooks:
        console.product(say(_PUT[hook.event.word]))
    if not hooks[0].file.is_relative_to(top):
        sentence = _(
            "Your settings of git keep hooks in {folder}, for all your repositories: in those that"
            " hold no platform there, these do nothing."
        )
        console.aside(say(sentence, folder=str(hooks[0].file.parent)))
    console.aside(say(_("In this copy only: each colleague types the same line once in theirs.")))
    console.aside(
        say(_("In an emergency: smq hook remove, then your command, then smq hook install."))
    )


def remove(session: Session, events: Sequence[Event], *, dry_run: bool) -> None:
    """Take the hooks of this platform away; those of other platforms and programs stay.

    Raises:
        SmqError: the platform keeps no history, or the disk refuses.
    """
    say = session.translate
    _top, folder = top_and_folder(session.root)
    with nullcontext() if dry_run else files.locked(session.root):
        ours = [h for h in _hooks(session.root, events) if folder in (h.looks_at or ())]
        for hook in ours:
            left = tuple(other for other in hook.looks_at or () if other != folder)
            if left:
                _write(hook, _content(hook.event, left, say), say, dry_run=dry_run)
            elif dry_run:
                console.product(say(_("deletes {path}"), path=str(hook.file)))
            else:
                files.remove(hook.file)
    if not ours:
        console.product(say(_("There is no hook of smq to take away.")))
    elif not dry_run:
        for hook in ours:
            sentence = _("Nothing is checked {before} any more.")
            console.product(say(sentence, before=say(_BEFORE[hook.event.word])))
        console.aside(say(_("To put it back: smq hook install")))


def _hooks(root: Path, events: Sequence[Event]) -> list[_Hook]:
    place = hooks_folder(root)
    found = []
    for event in events:
        file = place / event.name
        there = file.read_bytes() if file.is_file() else None
        found.append(_Hook(event, file, () if there is None else folders_of(there)))
    return found


def _refuse_foreign(hooks: Sequence[_Hook], folder: str) -> None:
    for hook in hooks:
        if hook.is_foreign:
            line = f"smq -C {shlex.quote(folder)} hook run {hook.event.word} || exit 1"
            raise SmqError(
                _("{path} is a hook of another program, which smq leaves; nothing was written."),
                _(
                    "Add this line to it, or ask whoever wrote it: {line} – to do without:"
                    " smq hook install --when {other}"
                ),
                path=str(hook.file),
                line=line,
                other="push" if hook.event.word == "commit" else "commit",
            )


def _content(event: Event, folders: Sequence[str], say: Translator) -> bytes:
    words = (
        say(_FILE[event.word]),
        say(_("Put here by «smq hook install», taken away by «smq hook remove».")),
    )
    missing = say(
        _(
            "The program smq was not found on this computer, so nothing could be checked. Install"
            " it again, or remove the file .git/hooks/{name}."
        ),
        name=event.name,
    )
    return script(event, folders, Path(sys.executable).as_posix(), words, missing)


def _write(hook: _Hook, content: bytes, say: Translator, *, dry_run: bool) -> None:
    if dry_run:
        verb = _("changes {path}") if hook.file.is_file() else _("creates {path}")
        lines = [f"  +{line}" for line in content.decode().splitlines()]
        console.product("\n".join([say(verb, path=str(hook.file)), *lines]))
    else:
        files.write_whole(hook.file, content, executable=True)
