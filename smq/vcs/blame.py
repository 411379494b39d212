"""Which commit wrote a line of a file, from `git blame`."""

import re
from collections.abc import Collection
from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.repository import opened

_SAID = re.compile(rb"^([0-9a-f]{40}) \d+ (\d+)", re.MULTILINE)
_NOT_RECORDED = "0" * 40
_AS_EXPECTED = ("-c", "blame.ignoreRevsFile=", "-c", "core.quotePath=false")


def blamed(root: Path, path: str, lines: Collection[int]) -> dict[int, str]:
    """Return for lines of a file the commit that wrote each; lines not recorded are left out.

    Renames of the whole file are followed, and so is the other side of a merge under way.

    Args:
        root: folder of `smq.yaml`.
        path: POSIX path below it.
        lines: their numbers, from 1, as the file is now.

    Raises:
        SmqError: git refuses.
    """
    if not lines or git_folder(root) is None:
        return {}
    with opened(root) as here:
        name = f"{here.prefix}{path}"
        if not here.commit("HEAD") or not here.repo.git.ls_files("--", f":(top,literal){name}"):
            return {}
        asked = [word for line in sorted(set(lines)) for word in ("-L", f"{line},{line}")]
        program = str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE)
        output: bytes = here.repo.git.execute(
            [program, *_AS_EXPECTED, "blame", "--no-textconv", "--porcelain", *asked, "--", name],
            stdout_as_string=False,
            with_exceptions=False,
        )
    said = {int(line): commit.decode("ascii") for commit, line in _SAID.findall(output)}
    return {line: commit for line, commit in said.items() if commit != _NOT_RECORDED}
