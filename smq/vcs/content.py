"""Files as the last recorded version of a platform holds them."""

from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.repository import opened


def content_before(root: Path, path: str) -> bytes | None:
    """Return a file as the last commit holds it, None when it holds none or there is no git.

    Args:
        root: folder of `smq.yaml`.
        path: POSIX path below it.
    """
    if git_folder(root) is None:
        return None
    with opened(root) as here:
        last = here.commit("HEAD")
        if last is None:
            return None
        try:
            content: bytes = (last.tree / f"{here.prefix}{path}").data_stream.read()
        except KeyError:
            return None
        return content
