"""The commands of the README and of the guides run as written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/demarrage.md")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_commands_run(page: str, tmp_path: Path) -> None:
    """Every `sh` block of a page runs, one after the other, in an empty folder."""
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks, "a page without commands needs no test"
    script = "set -eu\n" + "\n".join(blocks)
    program = tmp_path / "bin"
    program.mkdir()
    launcher = program / "smq"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smq "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_AUTHOR_NAME": "Inès Vautrin",
            "GIT_AUTHOR_EMAIL": "ines@example.org",
            "GIT_COMMITTER_NAME": "Inès Vautrin",
            "GIT_COMMITTER_EMAIL": "ines@example.org",
            "SMQ_DATE": "2027-03-01",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
