"""`smq hook`: real commits and real sends, refused at a fault and let through without."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.cli.below import moved_below
from tests.cli.conftest import Git
from tests.cli.launcher import PROJECT, launch_by_interpreter, launch_by_name
from tests.cli.runner import Runner
from tests.conftest import Repo

FOREIGN = "#!/bin/sh\necho autre\n"


@dataclass(frozen=True)
class Desk:
    """A platform in a git repository, and its terminal."""

    repo: Repo
    smq: Runner
    git: Git
    top: Path

    def commit(self) -> subprocess.CompletedProcess[str]:
        """Record everything, as a person or another program does."""
        self.git(self.top, "add", "--all")
        return self.try_git("commit", "-m", "Un pas")

    def try_git(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run git, which may refuse."""
        return subprocess.run(
            ["git", *words],
            cwd=self.top,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def head(self) -> str:
        """Return the last version."""
        return self.git(self.top, "rev-parse", "HEAD")

    def fault(self, code: str = "PRE-PRO-001") -> None:
        """Write a document that cites one that does not exist: here an error."""
        self.repo.document(code, "Voir EQU-MOP-009.\n")


def desk(repo: Repo, smq: Runner, git: Git, top: Path) -> Desk:
    """Return a platform recorded once, below the top of a repository or at it."""
    repo.write(".gitignore", ".smq/\n")
    repo.settings({"controle": {"severites": {"LNK001": "error"}}})
    repo.document("EQU-MOP-001")
    git(top, "init", "--quiet", "--initial-branch", "main")
    made = Desk(repo, smq, git, top)
    assert made.commit().returncode == 0
    return made


@pytest.fixture
def here(
    repo: Repo,
    smq: Runner,
    git: Git,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Desk:
    """Return a platform at the top of its repository, where `smq` is found by its name."""
    launch_by_name(monkeypatch, tmp_path_factory.mktemp("path") / "bin")
    return desk(repo, smq, git, repo.root)


def test_a_fault_is_refused_then_a_clean_version_passes(here: Desk) -> None:
    """The hook can fail: git records nothing, says what and where, and what to do."""
    assert here.smq("hook", "install").code == 0
    here.fault()
    before = here.head()

    refused = here.commit()

    assert refused.returncode == 1
    assert here.head() == before
    said = refused.stderr.splitlines()
    assert said[0] == "smq check found 1 fault in what was about to be recorded:"
    assert "documents/PRE/PRE-PRO-001-document.md:11:6: error LNK001 «EQU-MOP-009»" in said[1]
    assert "smq hook remove" in refused.stderr
    assert said[-1].startswith("smq hook: Nothing was recorded")
    assert "Traceback" not in refused.stderr

    here.repo.document("PRE-PRO-001", "Voir EQU-MOP-001.\n")
    assert here.commit().returncode == 0
    assert here.head() != before


def test_what_is_recorded_is_checked_not_what_lies_beside_it(here: Desk) -> None:
    """A fault put aside for recording and mended since is found; one not put aside is not."""
    here.smq("hook", "install")
    here.fault()
    here.git(here.top, "add", "--all")
    here.repo.document("PRE-PRO-001", "Voir EQU-MOP-001.\n")
    assert here.try_git("commit", "-m", "Faute").returncode == 1

    here.git(here.top, "add", "--all")
    here.fault("PRE-PRO-002")
    done = here.try_git("commit", "-m", "Propre")

    assert done.returncode == 0, done.stderr
    assert "PRE-PRO-002" not in here.git(here.top, "ls-tree", "-r", "--name-only", "HEAD")


def test_a_file_named_to_git_is_checked_alone(here: Desk) -> None:
    """What `git commit -- FILE` records is another list of files than the usual one."""
    here.smq("hook", "install")
    here.fault()
    clean = here.repo.document("PRE-PRO-002", "Voir EQU-MOP-001.\n")
    here.git(here.top, "add", "--all")

    assert here.try_git("commit", "-m", "Un seul", "--", clean).returncode == 0
    assert here.try_git("commit", "-m", "L’autre").returncode == 1


def test_old_faults_stop_nothing(here: Desk) -> None:
    """A platform with debt can still be worked in; one more fault is refused."""
    here.fault()
    assert here.commit().returncode == 0
    here.smq("hook", "install")

    here.repo.document("PRE-PRO-002")
    done = here.commit()
    assert done.returncode == 0
    assert "1 fault that was there before stops nothing" in done.stderr

    here.fault("PRE-PRO-003")
    refused = here.commit()
    assert refused.returncode == 1
    assert "PRE-PRO-003" in refused.stderr
    assert "PRE-PRO-001" not in refused.stderr


def test_save_repeats_what_the_hook_says(here: Desk) -> None:
    """A person who never types git reads the fault and what to do."""
    here.smq("hook", "install", "--when", "commit")
    here.fault()

    said = here.smq("save", "-m", "Prestation")

    assert said.code == 2
    assert "smq check found 1 fault" in said.err
    assert "«EQU-MOP-009»" in said.err


def shared(here: Desk, folder: Path) -> None:
    """Name an empty folder as the place where the platform is shared."""
    here.git(folder, "init", "--quiet", "--bare")
    here.git(here.top, "remote", "add", "origin", str(folder))
    here.git(here.top, "push", "--quiet", "-u", "origin", "main")


def test_what_was_recorded_unchecked_is_not_sent(
    here: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The second hook catches what passed over the first, and new lines of work as well."""
    shared(here, tmp_path_factory.mktemp("partage"))
    here.smq("hook", "install")
    here.fault()
    here.git(here.top, "add", "--all")
    here.git(here.top, "commit", "--no-verify", "-m", "Urgence")

    refused = here.try_git("push", "origin", "main")
    as_new = here.try_git("push", "origin", "main:refs/heads/autre")

    assert (refused.returncode, as_new.returncode) == (1, 1)
    assert "smq check found 1 fault in what was about to be sent:" in refused.stderr
    here.repo.document("PRE-PRO-001", "Voir EQU-MOP-001.\n")
    assert here.commit().returncode == 0
    assert here.try_git("push", "origin", "main").returncode == 0
    assert here.try_git("push", "origin", ":main").stderr.count("fault") == 0


def test_a_new_line_of_work_with_old_faults_is_sent(
    here: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What colleagues have already is not held against whoever sends something else."""
    here.fault()
    assert here.commit().returncode == 0
    shared(here, tmp_path_factory.mktemp("partage"))
    here.smq("hook", "install")
    here.git(here.top, "switch", "--quiet", "--create", "autre")
    here.repo.document("PRE-PRO-002")
    assert here.commit().returncode == 0

    assert here.try_git("push", "origin", "autre").returncode == 0


def test_sync_says_that_the_check_refused(
    here: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The shared place is not blamed, whatever words the faults quote."""
    shared(here, tmp_path_factory.mktemp("partage"))
    here.smq("hook", "install", "--when", "push")
    here.fault()

    said = here.smq("sync", "-m", "Prestation")

    assert said.code == 2
    assert "smq: error: The check before sending stopped it. Nothing was sent, " in said.err
    assert "shared place" not in said.err.rpartition("smq: error:")[2]


def test_below_the_top(
    repo: Repo,
    smq: Runner,
    git: Git,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A platform in a folder of a larger repository; `smq` found by the interpreter that put it."""
    launch_by_interpreter(monkeypatch)
    top = tmp_path_factory.mktemp("depot")
    desk_ = desk(moved_below(repo, top, monkeypatch), smq, git, top)
    assert smq("hook", "install").code == 0
    (top / "ailleurs.md").write_text("Voir EQU-MOP-009\n", encoding="utf-8")
    assert desk_.commit().returncode == 0
    desk_.fault()

    assert desk_.commit().returncode == 1


def test_two_platforms_of_one_repository(here: Desk, tmp_path: Path) -> None:
    """Each is looked at; taking one away leaves the other."""
    other = tmp_path / "l’autre plateforme"
    other.mkdir()
    (other / "smq.yaml").write_bytes((here.repo.root / "smq.yaml").read_bytes())
    here.smq("hook", "install")
    here.smq("-C", str(other), "hook", "install")
    here.smq("-C", str(other), "hook", "install")
    script = (here.top / ".git/hooks/pre-commit").read_text(encoding="utf-8")
    assert len(re.findall(r"^look ", script, re.MULTILINE)) == 2

    here.smq("hook", "remove")

    here.fault()
    assert here.commit().returncode == 0
    (other / "smq.yaml").write_text("plateforme: {nom: [\n", encoding="utf-8")
    assert here.commit().returncode == 1


def test_neither_program_nor_interpreter(here: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that cannot run is not a check that passed: git stops, in words."""
    here.smq("hook", "install")
    launch_by_interpreter(monkeypatch)
    hook = here.top / ".git/hooks/pre-commit"
    text = hook.read_text(encoding="utf-8")
    hook.write_text(re.sub(r"/\S*/python\S*", "/nowhere/python", text), encoding="utf-8")
    here.repo.document("PRE-PRO-002")

    refused = here.commit()

    assert refused.returncode == 1
    assert "smq was not found on this computer" in refused.stderr


def test_another_program_s_hook_is_left_alone(here: Desk) -> None:
    """Nothing is written, not even beside it; the line to add by hand really works."""
    place = here.top / ".git/hooks"
    place.mkdir(exist_ok=True)
    hook = place / "pre-commit"
    hook.write_text(FOREIGN, encoding="utf-8")
    hook.chmod(0o755)

    said = here.smq("hook", "install")

    assert said.code == 2
    assert hook.read_text(encoding="utf-8") == FOREIGN
    assert not (place / "pre-push").exists()
    assert "another program’s hook" in here.smq("hook").out
    line = re.search(r"smq -C \S+ hook run commit \|\| exit 1", said.err)
    assert line is not None
    hook.write_text(f"{FOREIGN}{line[0]}\n", encoding="utf-8")
    here.fault()
    assert here.commit().returncode == 1
    assert here.smq("hook", "install", "--when", "push").code == 0
    here.smq("hook", "remove")
    assert hook.exists()


def test_the_folder_that_git_is_told_of(
    here: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """`core.hooksPath` is where git looks, so that is where they go; outside, it is said."""
    elsewhere = tmp_path_factory.mktemp("crochets")
    here.git(here.top, "config", "core.hooksPath", str(elsewhere))

    said = here.smq("hook", "install")

    assert sorted(file.name for file in elsewhere.iterdir()) == ["pre-commit", "pre-push"]
    assert "for all your repositories" in said.err
    here.fault()
    assert here.commit().returncode == 1


def test_install_list_remove(here: Desk) -> None:
    """What is there is said before and after; a second installation changes nothing."""
    assert here.smq("hook").out.count("nothing is checked") == 2
    shown = here.smq("hook", "install", "--dry-run")
    assert shown.out.count("creates ") == 2
    assert here.smq("hook").out.count("nothing is checked") == 2

    said = here.smq("hook", "install")
    assert "before anything is recorded" in said.out
    assert "each colleague" in said.err
    place = here.top / ".git/hooks/pre-commit"
    first = place.read_bytes()
    here.smq("hook", "install")
    assert place.read_bytes() == first
    assert os.access(place, os.X_OK)
    assert b"\r" not in first
    assert here.smq("hook").out.count("smq checks") == 2

    here.smq("hook", "remove", "--when", "commit")
    assert here.smq("hook").out.count("smq checks") == 1
    here.smq("hook", "remove")
    assert here.smq("hook", "remove").out == "There is no hook of smq to take away.\n"


def test_bad_words(repo: Repo, smq: Runner, git: Git) -> None:
    """What cannot be done is said, with what can."""
    assert "smq save" in smq("hook", "install").err
    git(repo.root, "init", "--quiet")
    assert "Nearest: smq hook install" in smq("hook", "instal").err
    assert smq("hook", "run", "merge").code == 2


def test_the_file_of_the_pre_commit_framework() -> None:
    """Its manifest names one hook, with the keys that the framework asks for."""
    content = YAML(typ="safe").load(PROJECT / ".pre-commit-hooks.yaml")

    (hook,) = content
    assert hook["id"] == "smq-check"
    assert (hook["entry"], hook["args"], hook["language"]) == ("smq", ["check"], "python")
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
