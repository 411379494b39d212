"""Versions of the main line, and those that have a tag."""

from datetime import date

import pytest

from smq.errors import SmqError
from smq.vcs.recorded import main_line, recorded_on, whole_history
from tests.conftest import Repo
from tests.git import GitRepo


def at(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Let what follows be recorded on a day, late in the evening west of Greenwich."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T23:30:00-05:00")


def test_each_version_follows_the_one_before(
    repo: Repo, git: GitRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Oldest first, with the day where it was recorded and its tags."""
    at(monkeypatch, "2026-01-31")
    first = git.commit()
    git.run("tag", "--annotate", "--message", "x", "label,2026")
    git.run("tag", "b")
    at(monkeypatch, "2026-02-28")
    second = git.commit()

    found = main_line(repo.root)

    assert [(v.commit, v.day, v.tags) for v in found] == [
        (first, date(2026, 1, 31), ("b", "label,2026")),
        (second, date(2026, 2, 28), ()),
    ]


def test_what_a_merge_brought_in(repo: Repo, git: GitRepo) -> None:
    """It is in the whole history; the main line goes by."""
    first = git.commit()
    git.start_branch("autre")
    side = git.commit("Ailleurs")
    git.run("tag", "essai")
    git.go_to("main")
    second = git.commit("Ici")
    git.run("merge", "--quiet", "--no-edit", "--no-ff", "autre")
    merge = git.run("rev-parse", "HEAD")

    assert [version.commit for version in main_line(repo.root)] == [first, second, merge]
    whole = [version.commit for version in whole_history(repo.root)]
    assert set(whole) == {first, side, second, merge}
    assert whole.index(first) < whole.index(side) < whole.index(merge)


def test_a_tag_of_another_branch_is_not_of_this_history(repo: Repo, git: GitRepo) -> None:
    """Only what HEAD holds counts."""
    git.commit()
    git.start_branch("autre")
    git.commit()
    git.run("tag", "essai")
    git.go_to("main")

    assert [version.tags for version in whole_history(repo.root)] == [()]


def test_whatever_a_user_configured(repo: Repo, git: GitRepo) -> None:
    """Colours, full names and signatures asked for elsewhere change nothing."""
    for name, value in (
        ("color.ui", "always"),
        ("log.decorate", "full"),
        ("log.showSignature", "true"),
        ("log.excludeDecoration", "refs/tags/*"),
    ):
        git.run("config", name, value)
    commit = git.commit()
    git.run("tag", "v1")

    (version,) = main_line(repo.root)

    assert (version.commit, version.tags) == (commit, ("v1",))


def test_the_day_of_a_version(repo: Repo, git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> None:
    """By any name of git; a word that it does not know has none, nor has an option."""
    at(monkeypatch, "2026-01-31")
    git.commit()
    git.run("tag", "v1")

    assert recorded_on(repo.root, "v1") == date(2026, 1, 31)
    assert recorded_on(repo.root, "v2") is None
    assert recorded_on(repo.root, "--all") is None


def test_nothing_recorded(repo: Repo, git: GitRepo) -> None:
    """A repository without a version is told so, with what to type."""
    with pytest.raises(SmqError, match="Nothing was recorded in git yet") as error:
        main_line(repo.root)
    assert "git commit" in (error.value.hint or "")


def test_outside_git(repo: Repo) -> None:
    """A folder that no repository holds is told so."""
    with pytest.raises(SmqError, match="is not kept in git"):
        whole_history(repo.root)
