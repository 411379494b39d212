"""Recording in git: who signs, and the first version of a platform."""

import os
import subprocess
import sys

import pytest

from smq import vcs
from smq.errors import SmqError
from tests.conftest import Repo
from tests.git import ENVIRONMENT, GitRepo


@pytest.fixture
def nobody(git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> GitRepo:
    """Return a repository in which git knows nobody."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME")
        monkeypatch.delenv(f"GIT_{name}_EMAIL")
    monkeypatch.setenv("HOME", str(git.folder))
    return git


def test_identity_of_the_environment(repo: Repo, git: GitRepo) -> None:
    """Name and address of the environment come first."""
    assert vcs.identity(repo.root) == vcs.Identity("Claire Fontaine", "claire@example.org")


def test_identity_of_the_repository(nobody: GitRepo) -> None:
    """What the repository says comes next; a name without an address is nobody."""
    assert vcs.identity(nobody.folder) is None
    nobody.run("config", "user.name", "Hugo Marchal")
    assert vcs.identity(nobody.folder) is None
    nobody.run("config", "user.email", "hugo@example.org")

    assert vcs.identity(nobody.folder) == vcs.Identity("Hugo Marchal", "hugo@example.org")
    assert vcs.identity(nobody.folder / "smq.yaml") == vcs.identity(nobody.folder)


def test_first_commit(nobody: GitRepo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A folder outside git becomes a repository, signed by who was named, there alone."""
    root = tmp_path_factory.mktemp("nouvelle")
    (root / "é è.md").write_text("x", encoding="utf-8")
    (root / "à moi.xlsx").write_text("x", encoding="utf-8")
    who = vcs.Identity("Inès Vautrin", "ines@example.org")

    assert vcs.create(root, "Créer\n\n«ça»", ["é è.md"], who=who)

    made = GitRepo(root)
    assert (
        made.run("log", "--format=%an <%ae> %s", "main") == "Inès Vautrin <ines@example.org> Créer"
    )
    assert made.run("-c", "core.quotePath=false", "ls-files") == "é è.md"
    assert vcs.identity(nobody.folder) is None


def test_inside_a_repository(repo: Repo, git: GitRepo) -> None:
    """In a larger repository the new files are recorded, and nothing that others have prepared."""
    repo.write("autre.txt", "x")
    git.run("add", "autre.txt")
    repo.write("qualité/smq.yaml", "plateforme: {nom: A}\n")
    repo.write("qualité/livrables/a.docx", "x")
    repo.write("qualité/.gitignore", "livrables/\n")

    paths = ["smq.yaml", "livrables/a.docx"]
    assert vcs.create(repo.root / "qualité", "Créer", paths, who=None, shared=True)

    recorded = git.run("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD")
    assert recorded == "qualité/smq.yaml"
    assert not (repo.root / "qualité/.git").exists()


def test_a_repository_around_is_left_alone(repo: Repo, git: GitRepo) -> None:
    """Unless it was asked for, the folder gets a history of its own; the other stays as it is."""
    before = git.commit()
    repo.write("qualité/smq.yaml", "plateforme: {nom: A}\n")

    assert vcs.create(repo.root / "qualité", "Créer", ["smq.yaml"], who=None)

    assert git.run("rev-parse", "HEAD") == before
    assert GitRepo(repo.root / "qualité").run("log", "--format=%s", "main") == "Créer"
    assert GitRepo(repo.root / "qualité").run("ls-files") == "smq.yaml"


def test_all_that_git_ignores(repo: Repo, git: GitRepo) -> None:
    """Nothing is recorded where the repository around ignores the folder, and that is told."""
    repo.write(".gitignore", "demo/\n")
    before = git.commit()
    repo.write("demo/smq.yaml", "plateforme: {nom: A}\n")

    assert not vcs.create(repo.root / "demo", "Créer", ["smq.yaml"], who=None, shared=True)

    assert git.run("rev-parse", "HEAD") == before


def test_the_repository_around(
    repo: Repo, git: GitRepo, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It is named for a folder below its top, made or not; not for the top, nor outside git."""
    assert vcs.around(repo.root / "a" / "b") == repo.root
    assert vcs.around(repo.root) is None
    assert vcs.around(tmp_path_factory.mktemp("dehors")) is None


def test_a_repository_to_be_made_has_no_identity_of_its_own(
    nobody: GitRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the repository around says does not count for it; what the user's settings say does."""
    nobody.run("config", "user.name", "Hugo Marchal")
    nobody.run("config", "user.email", "hugo@example.org")
    monkeypatch.chdir(nobody.folder)
    assert vcs.identity(None) is None

    settings = "[user]\nname = Zoé Petit\nemail = zoe@example.org\n"
    (nobody.folder / "réglages").write_text(settings, encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(nobody.folder / "réglages"))

    assert vcs.identity(None) == vcs.Identity("Zoé Petit", "zoe@example.org")


def test_nothing_new(repo: Repo, git: GitRepo) -> None:
    """Without a new file nothing is recorded, not even what others have prepared."""
    before = git.commit()
    repo.write("autre.txt", "x")
    git.run("add", "autre.txt")

    assert not vcs.create(repo.root, "Créer", ["smq.yaml"], who=None)

    assert git.run("rev-parse", "HEAD") == before


def test_git_refuses(nobody: GitRepo) -> None:
    """What git refuses is one sentence."""
    with pytest.raises(SmqError, match="git refuses: "):
        vcs.create(nobody.folder, "Créer", ["smq.yaml"], who=None)


WITHOUT_GIT = """
import sys
from pathlib import Path
from smq import vcs
from smq.errors import SmqError
from smq.model import Codification, Settings
root = Path(sys.argv[1])
assert vcs.history(root, Settings("A")).available
for ask in (
    lambda: vcs.codes_ever_given(root, Codification()),
    lambda: vcs.history(root, Settings("A"), "main"),
    lambda: vcs.create(root, "Créer", ["smq.yaml"], who=None),
    lambda: vcs.identity(root),
):
    try:
        ask()
    except SmqError as error:
        print(error)
"""


def test_program_not_installed(git: GitRepo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where git is not installed, what needs it says so and what does not goes on."""
    empty = tmp_path_factory.mktemp("vide")
    names = ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL")
    environment = {k: v for k, v in {**os.environ, **ENVIRONMENT}.items() if k not in names}

    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_GIT, str(git.folder)],
        env={**environment, "PATH": str(empty), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.splitlines() == ["The program git was not found."] * 4


def test_check_starts_no_git(repo: Repo, git: GitRepo) -> None:
    """Reading a platform and knowing whether git follows it does not even load GitPython."""
    repo.document("PRE-PRO-001")
    script = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from smq import vcs; from smq.load import load; from smq.model import Settings\n"
        "root = Path(sys.argv[1])\n"
        "load(root, today=date(2027, 3, 1), history=vcs.history(root, Settings('A')))\n"
        "print('git' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script, str(repo.root)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.strip() == "False"


def test_a_repository_where_nothing_is_recorded(repo: Repo, git: GitRepo) -> None:
    """Nobody signs yet: the folder has a history of its own all the same, still without version."""
    before = git.commit()
    repo.write("qualité/smq.yaml", "plateforme: {nom: A}\n")

    vcs.begin(repo.root / "qualité", shared=True)
    assert not (repo.root / "qualité/.git").exists()
    vcs.begin(repo.root / "qualité")

    own = GitRepo(repo.root / "qualité")
    own.run("add", "--all")
    assert own.run("ls-files") == "smq.yaml"
    assert git.run("rev-parse", "HEAD") == before
