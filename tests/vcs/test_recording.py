"""Recording some files, and nothing else."""

import pytest

from smq.errors import SmqError
from smq.vcs.recording import record, refuse_unsigned
from tests.conftest import Repo
from tests.git import GitRepo


def test_only_what_is_named(repo: Repo, git: GitRepo) -> None:
    """New, changed, deleted, with spaces and accents; the rest is as it was, prepared or not."""
    for name in ("a b.md", "parti.md", "autre.md"):
        repo.write(name, "1\n")
    git.commit()
    repo.write("a b.md", "2\n")
    repo.write("é*.md", "neuf\n")
    (repo.root / "parti.md").unlink()
    repo.write("autre.md", "2\n")
    repo.write("été.md", "pas nommé\n")
    git.run("add", "été.md")

    made = record(repo.root, ["a b.md", "parti.md", "é*.md", "jamais vu.md"], "Un pas\n\nDe plus")

    assert made == git.run("rev-parse", "HEAD")
    named = git.run("-c", "core.quotePath=false", "show", "--name-only", "--format=%B")
    said = [line for line in named.splitlines() if line]
    assert said == ["Un pas", "De plus", "a b.md", "parti.md", "é*.md"]
    assert git.run("-c", "core.quotePath=false", "status", "--porcelain").splitlines() == [
        "M autre.md",
        "A  été.md",
    ]


def test_a_file_that_git_ignores(repo: Repo, git: GitRepo) -> None:
    """It is left out; with nothing else there is nothing to record, and this is said."""
    repo.write(".gitignore", "secret.pdf\n")
    git.commit()
    repo.write("secret.pdf", "x")
    repo.write("a.md", "x")

    record(repo.root, ["a.md", "secret.pdf"], "Un pas")

    assert git.run("show", "--name-only", "--format=") == "a.md"
    with pytest.raises(SmqError, match=r"git keeps none of these files: secret\.pdf"):
        record(repo.root, ["secret.pdf"], "Rien")


def test_who_records(repo: Repo, git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name in git is enough; without one, or without history, nothing is promised."""
    refuse_unsigned(repo.root)
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name)
    with pytest.raises(SmqError, match="git does not know your name"):
        refuse_unsigned(repo.root)
    (repo.root / ".git").rename(repo.root / "ailleurs")
    with pytest.raises(SmqError, match="This folder keeps no history"):
        refuse_unsigned(repo.root)
