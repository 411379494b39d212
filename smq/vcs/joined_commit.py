"""Writes a version that joins two: contents, list of files, commit; no file of the folder moves."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from smq.vcs.feeding import fed
from smq.vcs.repository import Repository


def joined_commit(
    here: Repository,
    mine: str,
    theirs: str,
    files: Mapping[str, tuple[str, str | bytes]],
    message: str,
) -> str:
    """Return the name of a new commit that no branch leads to yet.

    Args:
        here: the repository.
        mine: the commit here, its second parent.
        theirs: the commit of the others, its first: what was shared earlier came first, which is
            what decides who keeps a number (`contracts.md` §10).
        files: path from the top → mode, and name of a content known or the bytes of a new one.
        message: of the commit.

    Raises:
        GitCommandError: git refuses; `opened` turns it into a sentence.
    """
    new = {path: kept for path, (_mode, kept) in files.items() if isinstance(kept, bytes)}
    names = dict(zip(new, _written(here, list(new.values())), strict=True))
    lines = [
        f"{mode} {names[path] if isinstance(kept, bytes) else kept}\t{path}".encode(
            "utf-8", errors="surrogateescape"
        )
        for path, (mode, kept) in files.items()
    ]
    with tempfile.TemporaryDirectory(prefix="smq-") as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        fed(here, "update-index", "-z", "--add", "--index-info", lines=lines, environment=index)
        tree = fed(here, "write-tree", environment=index).decode().strip()
    signed = (
        ["-S"]
        if here.repo.git.config("--bool", "--default=false", "commit.gpgSign") == "true"
        else []
    )
    parents = ("-p", theirs, "-p", mine)
    made = fed(here, "commit-tree", *signed, *parents, "-m", message, tree)
    return made.decode().strip()


def _written(here: Repository, contents: list[bytes]) -> list[str]:
    """Return the names of new contents, kept by git as they are."""
    with tempfile.TemporaryDirectory(prefix="smq-") as folder:
        places = [Path(folder) / str(number) for number in range(len(contents))]
        for place, content in zip(places, contents, strict=True):
            place.write_bytes(content)
        lines = [os.fsencode(place) for place in places]
        options = ("hash-object", "-w", "--no-filters", "--stdin-paths")
        return fed(here, *options, lines=lines, end=b"\n").decode().split() if lines else []
