"""Every content that any branch ever held for one file, from one pass of `git log`."""

from collections.abc import Iterator
from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.log import changes, content_of
from smq.vcs.repository import opened

_EVERYWHERE = (
    "--all",
    # Without it git leaves out the side of a merge that left no trace in the file.
    "--full-history",
    "-m",
    "--no-renames",
)


def every_version(root: Path, path: str) -> Iterator[bytes]:
    """Yield each content that a file ever had, once, on all local and remote-tracking branches.

    Nothing when the folder lies in no repository, or nothing was recorded yet.

    Args:
        root: folder of `smq.yaml`.
        path: POSIX path below it.

    Raises:
        SmqError: git refuses.
    """
    if git_folder(root) is None:
        return
    with opened(root) as here:
        where = f":(top,literal){here.prefix}{path}"
        found = (change.blob for change in changes(here, *_EVERYWHERE, "--", where))
        # The same content may come with several commits: it is read once.
        for blob in dict.fromkeys(found):
            if blob is not None:
                yield content_of(here, blob)
