"""What differs from the last version recorded, and recording all of it at once."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.commit import Identity
from smq.vcs.feeding import fed
from smq.vcs.repository import Repository, opened
from smq.vcs.standing import refuse_unready
from smq.vcs.trees import contents, files_at


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What the next version would record.

    Attributes:
        paths: POSIX paths below the platform's folder that are new, changed or gone.
        left_out: those that are there and are never recorded.
        before: path → what the last version holds, None where it holds nothing.
        first: nothing was recorded in this repository yet.
    """

    paths: tuple[str, ...]
    left_out: tuple[str, ...]
    before: dict[str, bytes | None]
    first: bool = False


class Never(Protocol):
    """Says whether a path is left out of every version; `known`: the last version holds it."""

    def __call__(self, path: str, *, known: bool) -> bool:
        """Return whether it is."""


def unsaved(root: Path, never: Never) -> Unsaved:
    """Return what differs from the last version recorded, in the platform's folder alone.

    Args:
        root: folder of `smq.yaml`, in a repository.
        never: whether a path is left out of every version.

    Raises:
        SmqError: no version can follow here, or git refuses.
    """
    with opened(root) as here:
        refuse_unready(here)
        listed = fed(
            here,
            *("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"),
            *("--ignore-submodules=dirty", "--", _below(here)),
        )
        entries = [e for e in listed.decode("utf-8", "surrogateescape").split("\0") if e]
        states = {e[3:].removeprefix(here.prefix): e[:2] for e in entries}
        paths = sorted(states)
        out = {p for p in paths if p.endswith("/") or never(p, known=states[p] != "??")}
        kept = tuple(p for p in paths if p not in out)
        first = not here.repo.head.is_valid()
        held = {} if first else files_at(here, "HEAD")
        blobs = {p: held[f"{here.prefix}{p}"][1] for p in kept if f"{here.prefix}{p}" in held}
        known = contents(here, blobs.values())
        before = {path: known.get(blobs.get(path, "")) for path in kept}
        return Unsaved(kept, tuple(sorted(out)), before, first)


def sign(root: Path, who: Identity) -> None:
    """Set who signs the versions of this repository.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here, here.repo.config_writer() as config:
        config.set_value("user", "name", who.name)
        config.set_value("user", "email", who.email)


def record_all(root: Path, paths: Collection[str], message: str) -> str:
    """Record files as they are now, those that are gone too; return the name of the version.

    Args:
        root: folder of `smq.yaml`.
        paths: POSIX paths below it that differ from the last version.
        message: what was done.

    Raises:
        SmqError: git or a hook refuses; what it said stands in the sentence.
    """
    with opened(root) as here:
        asked = [f":(top,literal){here.prefix}{path}" for path in paths]
        lines = [path.encode("utf-8", errors="surrogateescape") for path in asked]
        from_input = ("--pathspec-from-file=-", "--pathspec-file-nul")
        fed(here, "add", "--all", *from_input, lines=lines)
        _committed(here, ("commit", "--quiet", "-m", message, *from_input), lines)
        return str(here.repo.head.commit.hexsha)


def _committed(here: Repository, command: tuple[str, ...], lines: list[bytes]) -> None:
    from git import GitCommandError

    before = here.commit("HEAD")
    try:
        fed(here, *command, lines=lines)
    except GitCommandError as error:
        said = str(error.stderr).removeprefix("\n  stderr: ").strip("' \n")
        if not said or here.commit("HEAD") != before:
            raise
        raise SmqError(
            _("git refuses to record this version: {reason}"),
            _("Your files are as they were: correct what it names, then run the command again."),
            reason=said,
        ) from error


def _below(here: Repository) -> str:
    return f":(top,literal){here.prefix}" if here.prefix else "."
