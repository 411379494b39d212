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

SIGNED = {
    "GIT_AUTHOR_NAME": "Inès Vautrin",
    "GIT_AUTHOR_EMAIL": "ines@example.org",
    "GIT_COMMITTER_NAME": "Inès Vautrin",
    "GIT_COMMITTER_EMAIL": "ines@example.org",
}


@pytest.mark.parametrize("page", PAGES)
def test_commands_run(page: str, tmp_path: Path) -> None:
    """Every `sh` block of a page runs, one after the other, in an empty folder."""
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks, "a page without commands needs no test"
    run("\n".join(blocks), tmp_path, SIGNED)


def test_the_guide_records_where_git_knows_nobody(tmp_path: Path) -> None:
    """Made without a name for git, inside somebody's repository, the platform records its own."""
    guide = (ROOT / "docs/demarrage.md").read_text(encoding="utf-8")
    section = guide.partition("## Enregistrer une version\n")[2].partition("\n## ")[0]
    (record,) = BLOCK.findall(section)
    sign = section.partition("```text\n")[2].partition("```")[0]
    nobody = {"GIT_CONFIG_NOSYSTEM": "1"}
    run("git init --quiet", tmp_path, nobody)

    run(f"smq init ma-plateforme --yes\ncd ma-plateforme\n{sign}{record}", tmp_path, nobody)

    assert run("git ls-files", tmp_path, nobody) == ""
    assert "smq.yaml\n" in run("git -C ma-plateforme ls-tree --name-only HEAD", tmp_path, nobody)


def test_the_guide_names_people_before_they_act() -> None:
    """Whoever a command of the guide names stands in the `smq.yaml` that it showed before."""
    guide = (ROOT / "docs/demarrage.md").read_text(encoding="utf-8")
    listed = guide.index("personnes:\n  P01:\n    nom: Inès Vautrin")

    acts = [match.start() for match in re.finditer(r"^smq .*(?:Inès|Hugo)", guide, re.MULTILINE)]

    assert len(acts) > 2
    assert min(acts) > listed


def run(script: str, folder: Path, identity: dict[str, str]) -> str:
    """Run lines of a shell, where `smq` is this program, and return what they print.

    Raises:
        AssertionError: one of them fails.
    """
    program = folder / "bin"
    program.mkdir(exist_ok=True)
    launcher = program / "smq"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smq "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", f"set -eu\n{script}"],
        cwd=folder,
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
            "PATH": f"{program}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(folder),
            "GIT_CONFIG_GLOBAL": os.devnull,
            **identity,
            "SMQ_DATE": "2027-03-01",
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
