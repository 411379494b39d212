"""What one file held in each version that changed it, with the version, and its companions then."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smq.model import Settings
from smq.vcs.comparison import documents_at
from smq.vcs.folder import git_folder
from smq.vcs.log import content_of, log_command
from smq.vcs.repository import Repository, opened

_MARKDOWN = ":(top,icase)*.md"
_NO_BLOB = "0" * 40


@dataclass(frozen=True, slots=True)
class Recorded:
    """A content of a file.

    Attributes:
        commit: that brought it.
        path: of the file then, below the platform's folder.
        raw: its bytes.
    """

    commit: str
    path: str
    raw: bytes


def recorded_contents(root: Path, path: str) -> Iterator[Recorded]:
    """Yield what a file held in each version that changed it, newest first, renames followed.

    Nothing when the folder lies in no repository, or nothing was recorded yet.

    Args:
        root: folder of `smq.yaml`.
        path: POSIX path of a Markdown file below it, as it is called now.

    Raises:
        SmqError: git refuses.
    """
    if git_folder(root) is None:
        return
    with opened(root) as here:
        if here.commit("HEAD") is None:
            return
        for commit, where, blob in _changes(here, f"{here.prefix}{path}"):
            yield Recorded(commit, where.removeprefix(here.prefix), content_of(here, blob))


def content_at(root: Path, revision: str, path: str) -> bytes | None:
    """Return what a file held in a version, None when it was not there.

    Args:
        root: folder of `smq.yaml`.
        revision: name of a version.
        path: POSIX path below the folder.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        commit = here.commit(revision)
        try:
            blob = commit.tree / f"{here.prefix}{path}" if commit else None
        except KeyError:
            return None
        if blob is None or blob.type != "blob":
            return None
        content: bytes = blob.data_stream.read()
        return content


def place_of(root: Path, settings: Settings, revision: str, identifier: str) -> str | None:
    """Return the path of a document in a version by its identifier, None when it was not there.

    Args:
        root: folder of `smq.yaml`.
        settings: that say how documents are written.
        revision: name of a version.
        identifier: of the document.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        commit = here.commit(revision)
        known = documents_at(here, settings, commit) if commit else []
    return next((one.path for one in known if one.id == identifier), None)


def codes_at(root: Path, settings: Settings, revision: str) -> dict[str, str]:
    """Return code → identifier of the documents of a version; a code carried twice is left out.

    Args:
        root: folder of `smq.yaml`.
        settings: that say how documents are written.
        revision: name of a version.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        commit = here.commit(revision)
        known = documents_at(here, settings, commit) if commit else []
    count = Counter(one.code.text for one in known if one.code)
    return {
        one.code.text: one.id for one in known if one.code and one.id and count[one.code.text] == 1
    }


def _changes(here: Repository, asked: str) -> Iterator[tuple[str, str, str]]:
    """Yield commit, path then and name of the content, for each change of a file."""
    options = ("--raw", "--no-abbrev", "-z", "--format=%H", "--topo-order", "--find-renames")
    command = log_command(here, *options, "HEAD", "--", _MARKDOWN)
    output: bytes = here.repo.git.execute(command, stdout_as_string=False)
    fields = iter(output.decode("utf-8", errors="surrogateescape").split("\0"))
    commit = ""
    for field in fields:
        said = field.strip("\n")
        if not said.startswith(":"):
            commit = said or commit
            continue
        _old_mode, _mode, _old_blob, blob, state = said.split(" ")
        before = next(fields)
        after = next(fields) if state[0] in "RC" else before
        if after != asked:
            continue
        if blob != _NO_BLOB:
            yield commit, after, blob
        if state[0] == "R":
            asked = before
