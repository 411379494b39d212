"""Earlier contents of files, newest first, from one pass of `git log`."""

from collections.abc import Collection, Iterator
from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.log import changes, content_of
from smq.vcs.repository import Repository, opened

_MARKDOWN = ":(top,icase)*.md"


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
        for path, blob in _contents(here, paths, revision):
            yield path, content_of(here, blob)


def _contents(here: Repository, paths: Collection[str], revision: str) -> Iterator[tuple[str, str]]:
    """Yield path as asked and name of the content, for each change of one of the files."""
    asked = {f"{here.prefix}{path}": path for path in paths}
    for change in changes(here, "--topo-order", "--find-renames", revision, "--", _MARKDOWN):
        path = asked.get(change.after)
        if path is None:
            continue
        if change.before != change.after:
            del asked[change.after]
            asked[change.before] = path
        if change.blob is not None:
            yield path, change.blob
