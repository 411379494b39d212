"""The platform's folder as git is about to record or to send it, whatever lies in the work tree."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smq.vcs.feeding import fed
from smq.vcs.repository import Repository, opened

_NOTHING = "0" * 40


@dataclass(frozen=True, slots=True)
class Proposed:
    """What git is about to record or to send.

    Attributes:
        tree: name of the tree.
        before: name of the tree, or of the version, that stands there now; None when none does.
    """

    tree: str
    before: str | None


def about_to_be_recorded(root: Path, index: Path | None) -> Proposed:
    """Return what git is about to record.

    Args:
        root: folder of `smq.yaml`.
        index: list of files that git names to its hook, None for its usual one.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        tree = here.repo.git.write_tree(env={"GIT_INDEX_FILE": str(index)} if index else {})
        head = here.commit("HEAD")
        return Proposed(str(tree), head.tree.hexsha if head else None)


def about_to_be_sent(root: Path, lines: str) -> tuple[Proposed, ...]:
    """Return what git is about to send, and what others have of it already.

    Args:
        root: folder of `smq.yaml`.
        lines: what git tells a hook before it sends: name here, commit, name there, commit there.

    Raises:
        SmqError: git refuses.
    """
    sent = [words[1] for line in lines.splitlines() if len(words := line.split()) == 4]
    with opened(root) as here:
        commits = [here.commit(name) for name in dict.fromkeys(sent) if name != _NOTHING]
        return tuple(Proposed(c.tree.hexsha, _shared(here, c.hexsha)) for c in commits if c)


def _shared(here: Repository, commit: str) -> str | None:
    """Return the last version of a line of work that is known to be shared, None without one."""
    listed = here.repo.git.rev_list("--first-parent", commit, "--not", "--remotes").split()
    if not listed:
        return commit
    parents = here.repo.commit(listed[-1]).parents
    return parents[0].hexsha if parents else None


@contextlib.contextmanager
def folder_of(root: Path, tree: str) -> Iterator[Path | None]:
    """Give the platform's folder as a tree holds it: the work tree itself where it is the same.

    None when the tree holds no platform there. The folder leads to the whole history; what is
    unpacked is removed afterwards.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        if not here.repo.git.ls_tree(tree, f"{here.prefix}smq.yaml"):
            yield None
            return
        if _is_as_it_lies(here, tree):
            yield root
            return
        with tempfile.TemporaryDirectory(prefix="smq-") as temporary:
            top = Path(temporary) / "top"
            top.mkdir()
            _unpack(here, tree, top)
            yield top / here.prefix


def _is_as_it_lies(here: Repository, tree: str) -> bool:
    """Return whether the work tree holds, in the platform's folder, what a tree holds."""
    place = f":(top,literal){here.prefix}" if here.prefix else ":/"
    git = here.repo.git
    return not (
        git.diff("--name-only", tree, "--", place)
        or git.ls_files("--others", "--exclude-standard", "--", place)
    )


def _unpack(here: Repository, tree: str, top: Path) -> None:
    """Write the files of a tree, as git would in a work tree, below a folder of its own."""
    index = {"GIT_INDEX_FILE": str(top.parent / "index")}
    here.repo.git.read_tree(tree, env=index)
    place = (here.prefix,) if here.prefix else ()
    listed = fed(here, "ls-files", "-z", "--", *place, environment=index)
    names = [name for name in listed.split(b"\0") if name]
    options = ("-z", "--stdin", f"--prefix={top}{os.sep}")
    fed(here, "checkout-index", *options, lines=names, environment=index)
    git_place = here.repo.git.rev_parse("--absolute-git-dir")
    (top / ".git").write_text(f"gitdir: {git_place}\n", encoding="utf-8")
