"""`render`: which files are made, which are not, and what is said of them."""

import pytest

from tests.cli.runner import Runner
from tests.conftest import Repo

HEADLESS = """
---
titre: "Accueillir
---

Texte.
"""


@pytest.mark.parametrize(
    ("content", "line"),
    [(HEADLESS, 2), ("Texte sans entête.\n", 1), ("---\n---\n\nTexte.\n", 2)],
)
def test_a_document_without_header_is_not_made(
    repo: Repo, smq: Runner, content: str, line: int
) -> None:
    """It is named with its place, the others are made, and the exit code says that one lacks."""
    repo.document("PRE-PRO-001")
    path = repo.write("documents/PRE/PRE-PRO-002-accueillir.md", content)

    said = smq("render", "--all")

    assert said.code == 1
    assert f"{path}:{line}: " in said.err
    assert "smq check" in said.err
    assert made(repo) == ["PRE-PRO-001_projet_titre-de-pre-pro-001.docx"]
    assert smq("render", "--all", "--dry-run").out.splitlines() == [
        "creates PRE-PRO-001_projet_titre-de-pre-pro-001.docx"
    ]


def test_a_file_without_header_and_code_is_named(repo: Repo, smq: Runner) -> None:
    """No number tells which document it is: its path does."""
    repo.document("PRE-PRO-001")
    path = repo.write("documents/PRE/notes.md", "Texte.\n")

    assert path in smq("render", "--all").err


def test_a_file_of_an_earlier_run_outlives_a_broken_header(repo: Repo, smq: Runner) -> None:
    """What was handed out stays until the document can be made again."""
    path = repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002")
    smq("render", "--all")
    repo.write(path, HEADLESS)

    smq("render", "--all")

    assert "PRE-PRO-001_projet_titre-de-pre-pro-001.docx" in made(repo)


@pytest.mark.parametrize("words", [("--all",), ("PRE-PRO-001",)])
def test_two_documents_of_one_code_are_both_made(
    repo: Repo, smq: Runner, words: tuple[str, ...]
) -> None:
    """Each has its file, and each is said to share its code with the other."""
    first = repo.document("PRE-PRO-001")
    text = (repo.root / first).read_text(encoding="utf-8")
    second = repo.write("documents/PRE/PRE-PRO-001-autre.md", text.replace("titre: ", "titre: B "))

    said = smq("render", *words)

    assert said.code == 0
    assert len(made(repo)) == 2
    assert f"PRE-PRO-001: also the code of {first}" in said.err
    assert f"PRE-PRO-001: also the code of {second}" in said.err


def test_errors_of_documents_in_force_are_counted(repo: Repo, smq: Runner) -> None:
    """A document that people rely on is made with its errors, which are announced."""
    settled = {"version": "1", "statut": "applicable", "approbateur": "P01", "redacteur": "P03"}
    repo.document("PRE-PRO-001", "PRE-PRO-098\n\nPRE-PRO-099\n", **settled)
    repo.document("PRE-PRO-002", "PRE-PRO-098\n")

    errors = smq("check", "documents/PRE").out.count(" error ")
    said = smq("render", "--all")

    assert errors > 2
    assert said.code == 0
    assert f"PRE-PRO-001: {errors} errors, see smq check\n" in said.err
    assert "PRE-PRO-002:" not in said.err


def made(repo: Repo) -> list[str]:
    """Return the names of the Word files in `livrables`."""
    return sorted(file.name for file in (repo.root / "livrables").glob("*.docx"))


MERGING = "<<<<<<< HEAD\n5 jours\n=======\n10 jours [À compléter : délai]\n>>>>>>> qualite\n"


def test_an_unfinished_merge_is_said_of_a_draft_too(repo: Repo, smq: Runner) -> None:
    """Both versions are printed: that is no work under way."""
    repo.document("PRE-PRO-001", MERGING)
    repo.document("PRE-PRO-002", "PRE-PRO-098\n")

    said = smq("render", "--all")

    assert "PRE-PRO-001: 1 error, see smq check\n" in said.err
    assert "PRE-PRO-002:" not in said.err


@pytest.mark.parametrize("words", [("set", "PRE-PRO-001", "titre=Autre"), ("fill", "PRE-PRO-001")])
def test_nothing_is_written_in_an_unfinished_merge(
    repo: Repo, smq: Runner, words: tuple[str, ...]
) -> None:
    """Nobody knows which of the two versions an answer would go in."""
    path = repo.document("PRE-PRO-001", MERGING)
    before = (repo.root / path).read_bytes()

    said = smq(*words, typed="8 jours\n")

    line = before.decode().splitlines().index("<<<<<<< HEAD") + 1
    assert said.code == 2
    assert f"{path}:{line}: an unfinished merge starts here; nothing was changed." in said.err
    assert (repo.root / path).read_bytes() == before
