"""`smq save`: what is recorded, what is left out, and what is said."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.colleagues import BODY, DEMANDES, Colleague, team
from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.conftest import Repo


@pytest.fixture
def ines(repo: Repo, smq: Runner, git: Git, tmp_path: Path) -> Colleague:
    """Return somebody at a computer with a platform that is recorded."""
    return team(repo, smq, git, tmp_path).ines


def test_says_what_changed(ines: Colleague) -> None:
    """Documents by code and title, registers by rows, settings; all of it is recorded."""
    ines.write(ines.document("PRE-PRO-001"), "Dire comment.", "Dire pourquoi.")
    ines.write(DEMANDES, "Doser", "Titrer")
    (ines.folder / DEMANDES).write_bytes(
        (ines.folder / DEMANDES).read_bytes() + b"DEM-2027-0003;2027-03-01;Peser\r\n"
    )
    ines.write("smq.yaml", "Plateforme de", "La plateforme de")
    (ines.folder / ines.document("PRE-MOP-001")).unlink()

    said = ines.does("save")

    assert said.out.splitlines() == [
        "Changed since the last version:",
        "  PRE-MOP-001 Régler la balance: removed",
        "  PRE-PRO-001 Peser: changed",
        "  register demandes: 1 row added, 1 row changed",
        "  settings (smq.yaml)",
        "Recorded: «PRE-MOP-001: removed ; PRE-PRO-001: changed ; register demandes: 1 row…»",
    ]
    assert ines.clean
    assert ines.git(ines.folder, "log", "-1", "--format=%an %s").startswith("Inès Vautrin PRE-MOP")


def test_a_moved_document_is_known_by_its_identifier(ines: Colleague) -> None:
    """Renamed and rewritten at once, it is one document that moved."""
    old = ines.document("PRE-PRO-001")
    ines.write(old, BODY.strip(), "Tout autre chose.")
    (ines.folder / old).rename(ines.folder / "documents/PRE/PRE-PRO-001-ailleurs.md")

    assert f"  PRE-PRO-001 Peser: moved, was {old}" in ines.does("save", "--dry-run").out


@pytest.mark.parametrize(
    "path",
    [
        "livrables/x.docx",
        "noms-des-personnes.csv",
        "documents/~$note.docx",
        "documents/.~lock.note.odt#",
        "documents/PRE/note (copie en conflit de Hugo 2027-02-01).md",
        "documents/PRE/.smq-k2j3",
    ],
)
def test_left_out(ines: Colleague, path: str) -> None:
    """What programs leave behind, what is rendered, and names are in no version."""
    (ines.folder / ".gitignore").write_text("", encoding="utf-8")
    file = ines.folder / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"x")

    said = ines.does("save")

    assert path in said.err
    assert path not in ines.git(ines.folder, "ls-files", "-z")
    assert file.is_file()


def test_nothing_changed(ines: Colleague) -> None:
    """No version is made of nothing."""
    before = ines.head()

    assert ines.does("save").out == "Nothing changed since the last version.\n"
    assert ines.head() == before


def test_dry_run_records_nothing(ines: Colleague) -> None:
    """The same lines are said, with the name that the version would have."""
    ines.write("smq.yaml", "Plateforme de", "La plateforme de")
    before = ines.head()

    said = ines.does("save", "--dry-run")

    assert said.out == "Would be recorded:\n  settings (smq.yaml)\nAs: «settings»\n"
    assert (ines.head(), ines.clean) == (before, False)


def test_two_writings_left_unsettled_are_refused(ines: Colleague) -> None:
    """A file with the signs of a merge is in no version; the line is told."""
    path = ines.document("PRE-PRO-001")
    ines.write(path, "Dire comment.", "<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> x")

    said = ines.run("save")

    assert said.code == 1
    assert f"{path}:15 holds the signs" in said.err
    assert not ines.clean


def test_new_errors_are_said_and_do_not_stop(ines: Colleague) -> None:
    """An error that was there before is not said again."""
    ines.write(ines.document("PRE-MOP-001"), "processus: PRE", "processus: PRE\ntitre: Deux fois")
    first = ines.does("save")
    ines.write(ines.document("PRE-PRO-001"), "processus: PRE", "processus: PRE\ntitre: Deux fois")
    second = ines.does("save")

    assert "1 error that the last version did not have" in first.err
    assert "PRE-MOP-001" in first.err
    assert "1 error that the last version did not have" in second.err
    assert "PRE-MOP-001" not in second.err


def test_a_person_at_the_terminal_names_the_version(ines: Colleague) -> None:
    """Enter keeps the proposal, words replace it."""
    ines.write("smq.yaml", "Plateforme de", "La plateforme de")

    said = ines.run("save", typed="Changer de nom\n")

    assert "In a few words [settings] > " in said.err
    assert ines.git(ines.folder, "log", "-1", "--format=%s") == "Changer de nom\n"


def test_who_signs_is_asked_once(
    repo: Repo, smq: Runner, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where git knows nobody, nothing is made until somebody is named; then it is remembered."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME")
        monkeypatch.delenv(f"GIT_{role}_EMAIL")
    monkeypatch.setenv("EMAIL", "")
    refused = smq("-C", str(repo.root), "save")
    assert (refused.code, (repo.root / ".git").exists()) == (2, False)

    named = smq(
        "-C", str(repo.root), "save", typed="Zoé Petit\nzoe@example.org\n\n", at_terminal=True
    )

    assert named.code == 0, named.both
    repo.settings({"langue": "en"})
    assert smq("-C", str(repo.root), "save").code == 0
    assert (
        git(repo.root, "log", "--format=%an %ae").splitlines() == ["Zoé Petit zoe@example.org"] * 2
    )


def test_only_the_platform_of_a_bigger_repository(
    repo: Repo, smq: Runner, git: Git, tmp_path: Path
) -> None:
    """What lies around the platform's folder is somebody else's work."""
    inside = tmp_path / "qualite"
    inside.mkdir()
    (tmp_path / "smq.yaml").rename(inside / "smq.yaml")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    (tmp_path / "autre.txt").write_text("x", encoding="utf-8")
    git(tmp_path, "add", "autre.txt")

    said = smq("-C", str(inside), "save", "-m", "Un")

    assert said.code == 0, said.both
    assert git(tmp_path, "ls-tree", "-r", "--name-only", "HEAD").splitlines() == [
        "qualite/smq.yaml"
    ]
    assert "A  autre.txt" in git(tmp_path, "status", "--porcelain")


@pytest.mark.parametrize(
    ("begun", "word"),
    [
        (["merge", "--no-commit", "--no-ff", "autre"], "merge --abort"),
        (["checkout", "--quiet", "HEAD~0"], "git switch main"),
    ],
)
def test_what_another_program_left(ines: Colleague, begun: list[str], word: str) -> None:
    """A merge of another program, or an old version taken out: one sentence, nothing recorded."""
    ines.git(ines.folder, "switch", "--quiet", "--create", "autre")
    ines.write("smq.yaml", "Plateforme de", "La plateforme de")
    ines.does("save")
    ines.git(ines.folder, "switch", "--quiet", "main")
    subprocess.run(["git", *begun], cwd=ines.folder, check=True, capture_output=True)
    before = ines.head()

    for command in ("save", "sync"):
        said = ines.run(command)
        assert (said.code, word in said.err, ines.head()) == (2, True, before), said.both


def test_another_program_that_records_now(ines: Colleague) -> None:
    """The lock of git is named, for the day when nothing holds it any more."""
    lock = ines.folder / ".git/index.lock"
    lock.touch()

    said = ines.run("save")

    assert said.code == 2
    assert str(lock) in said.err


def test_what_a_hook_refuses_is_told_whole(ines: Colleague) -> None:
    """All lines of the hook are shown, and the files stay as they were."""
    hook = ines.folder / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho un >&2\necho deux >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    ines.write("smq.yaml", "Plateforme de", "La plateforme de")
    before = ines.files()

    said = ines.run("save")

    assert said.code == 2
    assert "un\ndeux" in said.err
    assert ines.files() == before
