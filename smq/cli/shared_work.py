"""What `save` and `sync` have in common: what is unsaved, a killed command mended, recording."""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

import typer

from smq import files, vcs
from smq.cli import asking, console
from smq.cli.session import Session
from smq.cli.signature import ask_identity
from smq.cli.sync_writing import take_back
from smq.errors import SmqError
from smq.i18n import _
from smq.load import text
from smq.load.names import NAMES_FILE
from smq.load.tree import is_left_by_a_program
from smq.merging.changed import Changed, changed
from smq.model import QualitySystem
from smq.report.work import work_lines, work_title
from smq.vcs.unsaved import Unsaved, record_all, sign, unsaved

_NEVER = ("livrables/", ".smq/")
_SIGNED = re.compile(r"\s*([^<>]+?)\s*<\s*([^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+)\s*>\s*")
_READ = (".md", ".yaml", ".yml", ".csv")


@dataclass(frozen=True)
class Work:
    """What differs from the last version, in words.

    Attributes:
        session: of the command.
        system: the platform as it is now.
        unsaved: what git knows of it.
    """

    session: Session
    system: QualitySystem
    unsaved: Unsaved

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """Return what changed, documents first."""
        root = self.session.root
        both = {
            path: (before, files.read(root, path)) for path, before in self.unsaved.before.items()
        }
        return changed(both, self.system.settings, register_keys(self.system))

    @property
    def title(self) -> str:
        """Return the line by which the next version is known when nobody named it."""
        return work_title(self.changed, self.session.translate)

    def show(self) -> None:
        """Say what changed on stdout, and what is left out beside it."""
        say = self.session.translate
        for line in work_lines(self.changed, say):
            console.product(f"  {line}")
        if self.unsaved.left_out:
            listed = ", ".join(self.unsaved.left_out)
            console.aside(say(_("Left out, as always: {paths}"), paths=listed))

    def refuse_markers(self) -> None:
        """Refuse files in which a program that joins texts left its signs.

        Raises:
            Exit: 1, each place is shown.
        """
        say = self.session.translate
        found = [
            (path, place)
            for path in self.unsaved.paths
            if path.lower().endswith(_READ)
            and (decoded := text.decode(files.read(self.session.root, path) or b""))
            and (place := text.merge_marker(decoded.text))
        ]
        for path, (line, _column) in found:
            sentence = _(
                "{path}:{line} holds the signs «<<<<<<<» of two writings that were not settled:"
                " keep the right lines and remove the signs."
            )
            console.aside(say(sentence, path=path, line=line))
        if found:
            console.aside(say(_("Nothing was recorded.")))
            raise typer.Exit(1)


def register_keys(system: QualitySystem) -> Mapping[str, str]:
    """Return path of a register → the column that tells its rows apart."""
    return {register.path: register.schema.key for register in system.registers.values()}


def mend(session: Session) -> None:
    """Take back, or finish, what a command that was killed had begun; the lock is held.

    Raises:
        SmqError: the disk or git refuses.
    """
    if take_back(session.root):
        console.aside(
            session.translate(
                _("A command was cut off while it brought in work: its half is taken back first.")
            )
        )


def work_of(session: Session) -> Work:
    """Return what differs from the last version recorded.

    Raises:
        SmqError: no version can follow here.
    """
    system = session.system(registers=True)
    tracked = unsaved(session.root, _is_never_recorded)
    return Work(session, system, tracked)


def signer(session: Session, signature: str | None) -> vcs.Identity | None:
    """Return who is to be known to git from now on; None when git knows already.

    Raises:
        SmqError: nobody is named, and nobody can be asked.
    """
    root = session.root
    if signature is not None:
        match = _SIGNED.fullmatch(signature)
        if match is None:
            raise SmqError(
                _("«{text}» is no name with an e-mail."),
                _(
                    "Write it between quotation marks: --signature Camille MARTIN"
                    " <camille@univ.example>"
                ),
                text=signature,
            )
        return vcs.Identity(match[1], match[2])
    if vcs.identity(root if vcs.git_folder(root) else None) is not None:
        return None
    found = ask_identity(session.translate) if sys.stdin.isatty() else None
    if found is None:
        raise SmqError(
            _("Nobody is known to sign this version: each version bears the name of its author."),
            _(
                "Say it once: smq save --signature, then your name and <e-mail>, between quotation"
                " marks"
            ),
        )
    return found


def record(work: Work, message: str, who: vcs.Identity | None) -> str:
    """Record what changed as the next version; return its name.

    Raises:
        SmqError: git or a hook refuses.
    """
    root = work.session.root
    if who is not None:
        sign(root, who)
    return record_all(root, work.unsaved.paths, message)


def message_for(work: Work, typed: str | None) -> str:
    """Return the line by which a version is known: typed, else asked, else made from the work."""
    if typed is not None and typed.strip():
        return typed.strip()
    proposed = work.title
    if not sys.stdin.isatty():
        return proposed
    question = work.session.translate(_("In a few words [{proposed}] > "), proposed=proposed)
    return asking.read(question) or proposed


def _is_never_recorded(path: str, *, known: bool) -> bool:
    name = normalize("NFC", path.rpartition("/")[2])
    if known:
        # A copy that a version holds is taken out of it by removing the file.
        return path == NAMES_FILE
    return (
        path.startswith(_NEVER)
        or path == NAMES_FILE
        or name.startswith(".smq-")
        or is_left_by_a_program(name)
    )
