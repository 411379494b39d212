"""The baseline: today's debt accepted, new debt refused, debt that only shrinks."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.conftest import Repo

FAULTS = "Voir EQU-MOP-008.\n\nVoir EQU-MOP-009.\n"


@pytest.fixture
def terminal(repo: Repo, smq: Runner) -> Runner:
    """Return a terminal in a platform that owes two dead links and has accepted them."""
    repo.document("PRE-PRO-001", FAULTS, statut="en_verification")
    assert smq("check", "--select", "LNK001", "--write-baseline", "dette.json").code == 0
    return smq


def debt() -> list[str]:
    """Return the rules of the debt, sorted."""
    content = json.loads(Path("dette.json").read_text(encoding="utf-8"))
    return sorted(one["rule"] for one in content["findings"])


def checked(terminal: Runner, *words: str) -> int:
    """Return the exit code of a check of the links against the baseline."""
    return terminal("check", "--select", "LNK001", "--baseline", "dette.json", *words).code


def test_the_debt_is_accepted(terminal: Runner) -> None:
    """Nothing is left to say; how much is accepted is said."""
    said = terminal("check", "--select", "LNK001", "--baseline", "dette.json")

    assert said.code == 0
    assert "2 findings are accepted by dette.json." in said.err


def test_lines_and_files_that_move_stay_accepted(repo: Repo, terminal: Runner) -> None:
    """A debt is known by its document and its words."""
    path = repo.document("PRE-PRO-001", f"Un mot.\n\n{FAULTS}", statut="en_verification")
    (repo.root / path).rename(repo.root / "documents/PRE/PRE-PRO-001-autre.md")

    assert checked(terminal) == 0


@pytest.mark.parametrize("text", [f"{FAULTS}\nVoir EQU-MOP-007.\n", f"{FAULTS}\nEt EQU-MOP-009.\n"])
def test_new_debt_is_refused(repo: Repo, terminal: Runner, text: str) -> None:
    """Another fault, and the same one once more."""
    repo.document("PRE-PRO-001", text, statut="en_verification")

    assert checked(terminal) == 1


def test_the_debt_only_shrinks(repo: Repo, terminal: Runner) -> None:
    """Written again, it loses what was mended, and takes nothing new unless it is asked to."""
    repo.document("PRE-PRO-001", "Voir EQU-MOP-009, EQU-MOP-007.\n", statut="en_verification")

    said = terminal("check", "--select", "LNK001", "--write-baseline", "dette.json")
    assert "dette.json: 1 finding accepted, 2 before." in said.err
    assert "1 new finding does not enter it" in said.err
    assert debt() == ["LNK001"]

    terminal("check", "--select", "LNK001", "--write-baseline", "dette.json", "--allow-growth")
    assert debt() == ["LNK001", "LNK001"]


def test_a_proposal_cannot_accept_its_own_fault(repo: Repo, terminal: Runner, git: Git) -> None:
    """With a base, the baseline is the one where the branch left it."""
    git(repo.root, "init", "-q", "-b", "main")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "un")
    git(repo.root, "switch", "-qc", "proposition")
    repo.document("EQU-MOP-001", "Voir EQU-MOP-007.\n", statut="en_verification")
    terminal("check", "--select", "LNK001", "--write-baseline", "dette.json", "--allow-growth")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "deux")

    assert checked(terminal) == 0
    assert checked(terminal, "--base", "main") == 1


@pytest.mark.parametrize("content", ["", "[]", '{"format": 2, "findings": []}', "\x00", "{"])
def test_what_is_no_baseline(repo: Repo, terminal: Runner, content: str) -> None:
    """It is named, and how to write one; nothing is taken for accepted."""
    repo.write("autre.json", content.encode())

    said = terminal("check", "--baseline", "autre.json")

    assert said.code == 2
    assert "autre.json is no baseline that smq wrote." in said.err
    assert terminal("check", "--baseline", "nulle.json").code == 2
