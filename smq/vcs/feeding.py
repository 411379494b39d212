"""Runs git with many names at once: handed over in a file, since a command line has an end."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from smq.vcs.repository import Repository


def fed(
    here: Repository,
    *arguments: str,
    lines: Iterable[bytes] = (),
    end: bytes = b"\0",
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Return what git says to names read from its input.

    Args:
        here: the repository.
        arguments: of git.
        lines: what it reads.
        end: of each of them.
        environment: variables beside those of the process.

    Raises:
        GitCommandError: git refuses; `opened` turns it into a sentence.
    """
    with tempfile.TemporaryFile() as stream:
        stream.writelines(line + end for line in lines)
        stream.seek(0)
        said: bytes = here.repo.git.execute(
            [str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE), *arguments],
            istream=stream,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            env=dict(environment or {}),
        )
    return said


def git_place(here: Repository, name: str) -> Path:
    """Return where git keeps a file of its own for this work tree."""
    folder = Path(str(here.repo.working_tree_dir))
    return folder / str(here.repo.git.rev_parse("--git-path", name))
