"""Earlier contents of files, from history."""

import pytest

from smq.vcs.versions import past_contents
from tests.conftest import Repo
from tests.git import GitRepo

HERE = "documents/PRE/a.md"


def test_newest_first(repo: Repo, git: GitRepo) -> None:
    """Each content that was recorded, the newest first; not what only stands in the folder."""
    for text in ("un", "deux", "trois"):
        repo.write(HERE, f"{text}\n")
        git.commit(text)
    repo.write(HERE, "quatre\n")

    assert list(past_contents(repo.root, [HERE])) == [
        (HERE, b"trois\n"),
        (HERE, b"deux\n"),
        (HERE, b"un\n"),
    ]


def test_a_renamed_file_is_followed(repo: Repo, git: GitRepo) -> None:
    """Contents come under today's name; another file under the old name is not mixed in."""
    text = "".join(f"ligne {n}\n" for n in range(20))
    repo.write("documents/PRE/ancien nom é.md", text)
    git.commit()
    (repo.root / "documents/PRE/ancien nom é.md").rename(repo.root / HERE)
    git.commit()
    repo.write("documents/PRE/ancien nom é.md", "autre\n")
    git.commit()

    found = list(past_contents(repo.root, [HERE]))

    assert found == [(HERE, text.encode()), (HERE, text.encode())]


def test_a_branch_that_was_merged(repo: Repo, git: GitRepo) -> None:
    """What a branch recorded is history once it is merged, not before."""
    repo.write(HERE, "un\n")
    git.commit()
    git.start_branch("revue")
    repo.write(HERE, "deux\n")
    git.commit()
    git.go_to("main")
    repo.write("documents/PRE/b.md", "autre\n")
    git.commit()
    before = [raw for _path, raw in past_contents(repo.root, [HERE])]
    git.run("merge", "--quiet", "--no-edit", "revue")

    assert before == [b"un\n"]
    assert [raw for _path, raw in past_contents(repo.root, [HERE])] == [b"deux\n", b"un\n"]


def test_an_earlier_revision(repo: Repo, git: GitRepo) -> None:
    """Only what a revision knew is told."""
    repo.write(HERE, "un\n")
    first = git.commit()
    repo.write(HERE, "deux\n")
    git.commit()

    assert list(past_contents(repo.root, [HERE], first)) == [(HERE, b"un\n")]


def test_a_deleted_content_is_none(repo: Repo, git: GitRepo) -> None:
    """A file that was deleted and came back has the contents of both its lives."""
    repo.write(HERE, "un\n")
    git.commit()
    (repo.root / HERE).unlink()
    git.commit()
    repo.write(HERE, "deux\n")
    git.commit()

    assert [raw for _path, raw in past_contents(repo.root, [HERE])] == [b"deux\n", b"un\n"]


def test_a_platform_below_the_top(repo: Repo, git: GitRepo) -> None:
    """Paths are told from the platform's folder, wherever it lies in the repository."""
    inner = repo.root / "equipe"
    (inner / "documents").mkdir(parents=True)
    (inner / "documents/a.md").write_bytes(b"un\n")
    git.commit()

    assert list(past_contents(inner, ["documents/a.md"])) == [("documents/a.md", b"un\n")]


@pytest.mark.parametrize("recorded", [True, False])
def test_without_history(repo: Repo, recorded: bool, request: pytest.FixtureRequest) -> None:
    """No repository, or one without a commit, holds nothing."""
    if recorded:
        request.getfixturevalue("git")
    repo.write(HERE, "un\n")

    assert list(past_contents(repo.root, [HERE])) == []
