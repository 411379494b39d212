"""Every content that any branch ever held for one file."""

from smq.vcs import every_version
from tests.conftest import Repo
from tests.git import GitRepo

PATH = "registres/demandes d’été.csv"


def versions(repo: Repo) -> set[str]:
    """Return what the file ever held."""
    found = [raw.decode() for raw in every_version(repo.root, PATH)]
    assert len(found) == len(set(found))
    return set(found)


def test_no_repository(repo: Repo) -> None:
    """Outside git there is no history, and no fault."""
    repo.write(PATH, "a")

    assert versions(repo) == set()


def test_no_commit(repo: Repo, git: GitRepo) -> None:
    """In a repository without a commit nothing was recorded."""
    repo.write(PATH, "a")

    assert versions(repo) == set()


def test_branches_and_deleted_files(repo: Repo, git: GitRepo) -> None:
    """Local and remote-tracking branches, and a file deleted since; what is not recorded is not."""
    repo.write(PATH, "a")
    git.commit()
    git.start_branch("autre")
    repo.write(PATH, "b")
    git.commit()
    git.start_branch("distante")
    repo.write(PATH, "c")
    distant = git.commit()
    git.go_to("main")
    git.run("update-ref", "refs/remotes/origin/distante", distant)
    git.run("branch", "-D", "distante")
    (repo.root / PATH).unlink()
    git.commit()
    repo.write(PATH, "d")
    repo.write("registres/autres.csv", "e")

    assert versions(repo) == {"a", "b", "c"}


def test_what_a_merge_left_out(repo: Repo, git: GitRepo) -> None:
    """A branch merged without its rows, then removed, and what was written while merging, count."""
    repo.write(PATH, "a")
    git.commit()
    git.start_branch("autre")
    repo.write(PATH, "b")
    git.commit()
    git.go_to("main")
    git.run("merge", "--quiet", "--no-ff", "--strategy", "ours", "-m", "Sans elle", "autre")
    git.run("branch", "-D", "autre")
    git.start_branch("encore")
    repo.write(PATH, "c")
    git.commit()
    git.go_to("main")
    git.run("merge", "--quiet", "--no-ff", "--no-commit", "encore")
    repo.write(PATH, "d")
    git.commit()
    git.run("branch", "-D", "encore")

    assert versions(repo) == {"a", "b", "c", "d"}


def test_platform_in_a_folder_of_the_repository(repo: Repo, git: GitRepo) -> None:
    """The file of this platform counts, not that of another in the same repository."""
    repo.write(f"ici/{PATH}", "a")
    repo.write(f"là/{PATH}", "b")
    git.commit()

    assert [raw.decode() for raw in every_version(repo.root / "ici", PATH)] == ["a"]
