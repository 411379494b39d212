"""Which commit held which document, and who wrote a line."""

import pytest

from smq.errors import SmqError
from smq.model import Settings
from smq.renumbering import NOT_RECORDED, Past
from smq.vcs.blame import blamed
from smq.vcs.lineage import lineage, reference
from tests.conftest import Repo
from tests.git import GitRepo

ONE = ("PRE-PRO-{}", 1)


def test_no_repository(repo: Repo, platform: Settings) -> None:
    """Outside git nothing is known, and nothing was there first."""
    assert lineage(repo.root, platform).steps == ()
    assert reference(repo.root, platform, None) == ()
    assert blamed(repo.root, "smq.yaml", {1}) == {}


def test_nothing_recorded_yet(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """A repository without a commit is one without history."""
    path = repo.document("PRE-PRO-001")

    assert lineage(repo.root, platform).tips == ()
    assert blamed(repo.root, path, {1}) == {}


def test_who_bore_a_code_when(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """A document is followed by its identifier through moves, side branches and deletion."""
    first = repo.document("PRE-PRO-001", id="aaaa2222")
    one = git.commit()
    git.start_branch("bob")
    (repo.root / first).rename(repo.root / "documents/PRE/PRE-PRO-001-ailleurs.md")
    two = git.commit()
    git.go_to("main")
    repo.document("PRE-FOR-001", id="bbbb2222")
    three = git.commit()
    git.run("merge", "--quiet", "--no-ff", "-m", "Fusion", "bob")
    four = git.run("rev-parse", "HEAD")
    (repo.root / "documents/PRE/PRE-PRO-001-ailleurs.md").unlink()
    five = git.commit()

    past = Past(lineage(repo.root, platform), ())

    held = {commit: past.bearers(commit, ONE) for commit in (one, two, three, four, five)}
    assert held == {**dict.fromkeys((one, two, three, four), frozenset({"aaaa2222"})), five: set()}
    assert past.line == (one, three, four, five, NOT_RECORDED)
    assert [past.entry[commit] for commit in (one, two, three, four)] == [0, 2, 1, 2]


def test_a_platform_below_the_top(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """Paths are those below the platform, whose name has accents and a space."""
    root = repo.root / "Ma plateforme é"
    below = Repo(root)
    path = below.document("PRE-PRO-001", "Voir ailleurs.\n", id="aaaa2222")
    commit = git.commit()
    repo.document("PRE-PRO-001", id="bbbb2222")
    git.commit()

    past = Past(lineage(root, platform), ())

    assert past.borne[ONE] == {"aaaa2222"}
    assert set(blamed(root, path, {1, 11}).values()) == {commit}


def test_lines_not_recorded_are_left_out(repo: Repo, git: GitRepo) -> None:
    """A line written since the last version is nobody's yet."""
    path = repo.document("PRE-PRO-001", "Un.\n\nDeux.\n")
    commit = git.commit()
    file = repo.root / path
    file.write_bytes(file.read_bytes() + b"\nTrois.\n")
    lines = file.read_text(encoding="utf-8").splitlines()

    assert blamed(repo.root, path, {1, len(lines)}) == {1: commit}
    assert blamed(repo.root, repo.document("PRE-PRO-002"), {1}) == {}


def test_what_was_there_first(repo: Repo, git: GitRepo, platform: Settings) -> None:
    """A base that is named, else nothing when the branch is shared with none."""
    repo.document("PRE-PRO-001", id="aaaa2222")
    git.commit()
    git.start_branch("bob")
    repo.document("PRE-FOR-001", id="bbbb2222")
    git.commit()

    assert [past.id for past in reference(repo.root, platform, "main")] == ["aaaa2222"]
    assert reference(repo.root, platform, None) == ()
    with pytest.raises(SmqError, match="«absente» is no revision"):
        reference(repo.root, platform, "absente")
