"""The commands of the README and of the guides run as written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/demarrage.md", "docs/controle.md")
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)

EXAMPLE = f"""
cp -R "{ROOT}/examples/plateforme-demo" plateforme
printf '%%PDF-1.4 signé' > visa-signe.pdf
cd plateforme
git init --quiet --initial-branch main
git add --all
git commit --quiet --message "Plateforme d’exemple"
"""
BEFORE = {"docs/controle.md": EXAMPLE}
"""What stands before the first block of a page whose commands are about the example platform."""

SIGNED = {
    "GIT_AUTHOR_NAME": "Inès Vautrin",
    "GIT_AUTHOR_EMAIL": "ines@example.org",
    "GIT_COMMITTER_NAME": "Inès Vautrin",
    "GIT_COMMITTER_EMAIL": "ines@example.org",
}


SIGNERS = {
    "docs/controle.md": {
        "GIT_AUTHOR_NAME": "Ilyès Benkirat",
        "GIT_AUTHOR_EMAIL": "ilyes.benkirat@example.org",
    }
}
"""Who sits at the keyboard where a page tells of somebody else."""


@pytest.mark.parametrize("page", PAGES)
def test_commands_run(page: str, tmp_path: Path) -> None:
    """Every `sh` block of a page runs, one after the other, in an empty folder."""
    blocks = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    assert blocks, "a page without commands needs no test"
    run("\n".join([BEFORE.get(page, ""), *blocks]), tmp_path, {**SIGNED, **SIGNERS.get(page, {})})


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


def test_the_guide_puts_a_document_in_force(tmp_path: Path) -> None:
    """With the people of the guide and a text that is complete, its commands do what they say."""
    guide = (ROOT / "docs/demarrage.md").read_text(encoding="utf-8")
    before, _title, rest = guide.partition("## Mettre un document en vigueur\n")
    section = rest.partition("\n## ")[0]
    commands = re.findall(r"^```(?:sh|text)\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    (people,) = re.findall(r"^```yaml\n(personnes:.*?)^```", before, re.MULTILINE | re.DOTALL)
    run("\n".join(BLOCK.findall(before)), tmp_path, SIGNED)
    root = tmp_path / "ma-plateforme"
    settings = root / "smq.yaml"
    named = settings.read_text(encoding="utf-8").replace("personnes: {}\n", people)
    settings.write_text(named, encoding="utf-8")
    (procedure,) = root.glob("documents/PRE/PRE-PRO-001-*.md")
    text = re.sub(r"\[À compléter[^]]*\]", "fait", procedure.read_text(encoding="utf-8"))
    procedure.write_text(text, encoding="utf-8")
    (root / "visa.pdf").write_bytes(b"%PDF-1.4 signed")

    run("cd ma-plateforme\n" + "\n".join(commands), tmp_path, SIGNED)

    text = procedure.read_text(encoding="utf-8")
    assert "\nstatut: applicable\ndate_application: 2027-03-01\n" in text
    assert "par: P02, role: approbateur, date: 2027-02-20, mode: papier" in text


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
