"""`smq renumber OLD NEW`: what is typed and what is said."""

from pathlib import Path

import pytest

from tests.cli.runner import Runner, files_of
from tests.conftest import Repo


def test_one_code(smq: Runner, repo: Repo) -> None:
    """It says what became of the code, what stays known of it, and what followed."""
    repo.document("PRE-PRO-001", titre="Accueillir", version="1", statut="applicable")
    repo.document("MAD-PRO-001", "Voir PRE-PRO-001.\n")

    said = smq("renumber", "pre-pro-001", "PRE-PRO-007")

    assert (said.code, said.out) == (0, "")
    assert "PRE-PRO-001 becomes PRE-PRO-007, Accueillir\n" in said.err
    assert "It was approved as PRE-PRO-001: the former code stays as an alias" in said.err
    assert "1 other file follows.\n" in said.err


def test_dry_run(smq: Runner, repo: Repo) -> None:
    """It shows the move and the lines, and writes nothing."""
    repo.document("PRE-PRO-001")
    before = files_of(repo.root)

    said = smq("renumber", "PRE-PRO-001", "MAD-PRO-001", "--dry-run")

    assert files_of(repo.root) == before
    assert "documents/PRE/PRE-PRO-001-document.md to documents/MAD/MAD-PRO-001-" in said.out
    assert "  -code: PRE-PRO-001\n  +code: MAD-PRO-001\n" in said.out
    assert said.err.endswith("Nothing was written.\n")


def test_a_number_that_another_branch_gave(smq: Runner, demo: Path) -> None:
    """The codes of all branches and deleted files are taken, as for `smq new`."""
    smq("-C", "demo", "new", "PRO", "--process", "MAD", "--title", "Prêter un appareil")
    (made,) = (demo / "documents/MAD").glob("MAD-PRO-*-preter-un-appareil.md")
    code = made.name[:11]

    said = smq("-C", "demo", "renumber", code, "MAD-PRO-001")

    assert said.code == 2
    assert "MAD-PRO-001 is the code of documents/MAD/" in said.err
    assert made.is_file()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Two codes are needed"),
        (("PRE-PRO-001",), "Two codes are needed"),
        (("--auto", "PRE-PRO-001"), "With --auto smq finds itself"),
        (("PRE-PRO-001", "PRE-PRO-002", "--base", "main"), "--base goes with --auto"),
        (("PRE-PRO-008", "PRE-PRO-009"), "No document carries the code «PRE-PRO-008»."),
    ],
)
def test_what_is_typed_wrong(
    smq: Runner, repo: Repo, words: tuple[str, ...], sentence: str
) -> None:
    """One sentence and what to write instead; exit 2."""
    repo.document("PRE-PRO-001")

    said = smq("renumber", *words)

    assert said.code == 2
    assert sentence in said.err
