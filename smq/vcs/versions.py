"""Earlier contents of files, newest first, from one pass of `git log`."""

from collections.abc import Collection, Iterator
from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.repository import Repository, opened

_LOG = (
    "log",
    "--topo-order",
    "--raw",
    "--no-abbrev",
    "--find-renames",
    "-z",
    "--no-color",
    "--no-ext-diff",
    "--no-relative",
    "--format=",
)
# What a user's own configuration could change in the output of `git log`.
_AS_EXPECTED = ("log.showRoot=true", "log.showSignature=false")
_MARKDOWN = ":(top,icase)*.md"
_NO_BLOB = "0" * 40


def past_contents(
    root: Path, paths: Collection[str], revision: str = "HEAD"
) -> Iterator[tuple[str, bytes]]:
    """Yield what some files held in each commit that changed them, newest first, renames followed.

    Nothing when the folder lies in no repository, or nothing was recorded yet.

    Args:
        root: folder of `smq.yaml`.
        paths: POSIX paths of Markdown files below it, as they are called at the revision.
        revision: where to start; its ancestors are read.

    Raises:
        SmqError: git refuses.
    """
    if not paths or git_folder(root) is None:
        return
    with opened(root) as here:
        if here.commit(revision) is None:
            return
        for path, blob in _changes(here, paths, revision):
            yield path, _content(here, blob)


def _changes(here: Repository, paths: Collection[str], revision: str) -> Iterator[tuple[str, str]]:
    """Yield path as asked and name of the content, for each change of one of the files."""
    asked = {f"{here.prefix}{path}": path for path in paths}
    for blob, before, after in _entries(here, revision):
        path = asked.get(after)
        if path is None:
            continue
        if before != after:
            del asked[after]
            asked[before] = path
        if blob != _NO_BLOB:
            yield path, blob


def _entries(here: Repository, revision: str) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each content of the log, its path before and its path after."""
    git = here.repo.git
    options = [part for setting in _AS_EXPECTED for part in ("-c", setting)]
    command = [git.GIT_PYTHON_GIT_EXECUTABLE, *options, *_LOG, revision, "--", _MARKDOWN]
    output: bytes = git.execute(command, stdout_as_string=False)
    fields = iter(output.decode("utf-8", errors="surrogateescape").split("\0"))
    for field in fields:
        said = field.lstrip("\n")
        if not said.startswith(":"):
            continue
        _old_mode, _mode, _old_blob, blob, state = said.split(" ")
        before = next(fields)
        after = next(fields) if state[0] in "RC" else before
        # A copy leaves its source where it was.
        yield blob, before if state[0] == "R" else after, after


def _content(here: Repository, blob: str) -> bytes:
    from git import Blob

    found: bytes = Blob(here.repo, bytes.fromhex(blob)).data_stream.read()
    return found
