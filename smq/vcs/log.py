"""Reads `git log`, whatever a user's own configuration asks of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from smq.vcs.repository import Repository

_AS_EXPECTED = ("core.quotePath=false", "log.showRoot=true", "log.showSignature=false")
_PLAIN = ("--no-color", "--no-ext-diff", "--no-relative", "--format=")
_NO_BLOB = "0" * 40


@dataclass(frozen=True, slots=True)
class Logged:
    """What a commit did to a file.

    Attributes:
        blob: name of the content that it left, None when it removed the file.
        before: path of the file before; other than `after` when it was renamed.
        after: path after.
    """

    blob: str | None
    before: str
    after: str


def log_command(here: Repository, *arguments: str) -> list[str]:
    """Return the command line of a log of what changed, which says nothing of its commits."""
    settings = [part for setting in _AS_EXPECTED for part in ("-c", setting)]
    program = str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE)
    return [program, *settings, "log", *_PLAIN, *arguments]


def changes(here: Repository, *arguments: str) -> Iterator[Logged]:
    """Yield what commits did, the newest first.

    Args:
        here: the repository.
        arguments: of `git log`: which commits, how renames are seen, `--` and paths.

    Raises:
        GitCommandError: git refuses; `opened` turns it into a sentence.
    """
    command = log_command(here, "--raw", "--no-abbrev", "-z", *arguments)
    output: bytes = here.repo.git.execute(command, stdout_as_string=False)
    fields = iter(output.decode("utf-8", errors="surrogateescape").split("\0"))
    for field in fields:
        said = field.lstrip("\n")
        if not said.startswith(":"):
            continue
        _old_mode, _mode, _old_blob, blob, state = said.split(" ")
        before = next(fields)
        after = next(fields) if state[0] in "RC" else before
        # A copy leaves its source where it was.
        moved = before if state[0] == "R" else after
        yield Logged(None if blob == _NO_BLOB else blob, moved, after)


def content_of(here: Repository, blob: str) -> bytes:
    """Return the bytes of a content by its name."""
    from git import Blob

    found: bytes = Blob(here.repo, bytes.fromhex(blob)).data_stream.read()
    return found
