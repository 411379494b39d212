"""Every content that any branch ever held for one file, from one pass of `git log`."""

from collections.abc import Iterator
from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.repository import opened

_LOG = (
    "log",
    "--all",
    # Without it git leaves out the side of a merge that left no trace in the file.
    "--full-history",
    "-m",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "-z",
    "--no-color",
    "--no-ext-diff",
    "--no-relative",
    "--format=",
)
# What a user's own configuration could change in the output of `git log`.
_AS_EXPECTED = ("log.showRoot=true", "log.showSignature=false")
_NO_BLOB = "0" * 40


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
        from git import Blob

        git = here.repo.git
        options = [part for setting in _AS_EXPECTED for part in ("-c", setting)]
        where = f":(top,literal){here.prefix}{path}"
        command = [git.GIT_PYTHON_GIT_EXECUTABLE, *options, *_LOG, "--", where]
        output: bytes = git.execute(command, stdout_as_string=False)
        said = output.decode("utf-8", errors="surrogateescape").split("\0")
        changes = (part.strip().split(" ") for part in said if part.lstrip("\n").startswith(":"))
        # The same content may come with several commits: it is read once.
        for blob in dict.fromkeys(change[3] for change in changes):
            if blob != _NO_BLOB:
                content: bytes = Blob(here.repo, bytes.fromhex(blob)).data_stream.read()
                yield content
