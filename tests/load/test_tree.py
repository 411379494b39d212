"""What lies in a folder: documents, what a link may lead to, what is in the way."""

import os
from pathlib import Path

import pytest

from tests.conftest import Repo
from tests.load.places import problems

HEADER = "---\ncode: PRE-PRO-001\n---\n"


@pytest.mark.parametrize(
    "name",
    [
        "PRE-PRO-001-a (conflicted copy 2027-02-20 101500).md",  # Nextcloud
        "PRE-PRO-001-a (Claire's conflicted copy 2027-02-20).md",  # Dropbox
        "PRE-PRO-001-a (Copie en conflit de Claire 2027-02-20).md",
        "PRE-PRO-001-a (Case Conflict).md",
        "PRE-PRO-001-a.sync-conflict-20270220-101500-ABCDEFG.md",  # Syncthing
        "PRE-PRO-001-a (SFConflict claire@example.org 2027-02-20-10-15-00).md",  # Seafile
        "PRE-PRO-001-a_conflict-20270220-101500.md",  # ownCloud
    ],
)
def test_conflict_copy(repo: Repo, name: str) -> None:
    """A copy that a shared drive made is no document; the problem names its original."""
    path = repo.write(f"documents/PRE/{name}", HEADER)

    system = repo.system()

    assert [(p.kind, p.location.path) for p in system.problems] == [("conflict-copy", path)]
    assert dict(system.problems[0].values) == {"original": "PRE-PRO-001-a.md"}
    assert system.documents == ()


@pytest.mark.parametrize(
    "name",
    [
        "PRE-PRO-001 (gestion des conflits).md",
        "PRE-PRO-001 (conflict of interest).md",
        "PRE-PRO-001-conflict-management.md",
        "PRE-PRO-001 (1).md",
    ],
)
def test_document_about_conflicts(repo: Repo, name: str) -> None:
    """A name that speaks of conflicts is a name."""
    repo.write(f"documents/PRE/{name}", HEADER)

    system = repo.system()

    assert problems(system) == []
    assert len(system.documents) == 1


@pytest.mark.parametrize(
    "name", ["~$E-PRO-001-a.docx", "~$PRE-PRO-001-a.md", ".~lock.PRE-PRO-001-a.odt#"]
)
def test_lock_file(repo: Repo, name: str) -> None:
    """What Word, Excel and LibreOffice leave beside an open file is no document and no target."""
    path = repo.write(f"documents/PRE/{name}", b"\x05Claire")

    system = repo.system()

    assert [(p.kind, p.location.path) for p in system.problems] == [("lock-file", path)]
    assert path not in system.files


def test_what_is_not_looked_into(repo: Repo) -> None:
    """Dot folders, rendered files and other files than Markdown are no documents."""
    repo.write("documents/.trash/PRE-PRO-001-a.md", HEADER)
    repo.write(".smq/PRE-PRO-001-a.md", HEADER)
    repo.write("livrables/PRE-PRO-001-a.md", HEADER)
    repo.write("PRE-PRO-001-a.md", HEADER)
    picture = repo.write("documents/PRE/schéma.png", b"\x89PNG")

    system = repo.system()

    assert system.documents == ()
    assert picture in system.files
    assert not any(path.startswith(("livrables", ".smq")) for path in system.files)


def test_capital_letters_in_the_suffix(repo: Repo) -> None:
    """A document named .MD by Windows is a document."""
    repo.write("documents/PRE/PRE-PRO-001-A.MD", HEADER)

    assert [d.code_text for d in repo.system().documents] == ["PRE-PRO-001"]


def test_link_that_leaves_the_folder(repo: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A symbolic link to a file or a folder elsewhere is a problem, and is never followed."""
    outside = tmp_path_factory.mktemp("ailleurs")
    (outside / "PRE-PRO-001-a.md").write_text(HEADER, encoding="utf-8")
    documents = repo.root / "documents"
    documents.mkdir()
    (documents / "a.md").symlink_to(outside / "PRE-PRO-001-a.md")
    (documents / "tout").symlink_to(outside)
    (documents / "rien").symlink_to(outside / "absent")

    system = repo.system()

    assert [(p.kind, p.location.path) for p in system.problems] == [
        ("leaves-folder", "documents/a.md"),
        ("leaves-folder", "documents/rien"),
        ("leaves-folder", "documents/tout"),
    ]
    assert system.documents == ()


def test_link_inside_the_folder(repo: Repo) -> None:
    """A link to a file of the folder is followed, one to a folder is not: it could be round."""
    repo.write("commun/PRE-PRO-001-a.md", HEADER)
    documents = repo.root / "documents"
    documents.mkdir()
    (documents / "PRE-PRO-001-a.md").symlink_to("../commun/PRE-PRO-001-a.md")
    (documents / "encore").symlink_to("..")
    (documents / "mort.md").symlink_to("absent.md")

    system = repo.system()

    assert [d.path for d in system.documents] == ["documents/PRE-PRO-001-a.md"]
    assert problems(system) == []


def test_link_to_itself(repo: Repo) -> None:
    """Links that go round in circles lead to nothing."""
    documents = repo.root / "documents"
    documents.mkdir()
    (documents / "a.md").symlink_to("b.md")
    (documents / "b.md").symlink_to("a.md")

    system = repo.system()

    assert (system.documents, problems(system)) == ((), [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_pipe(repo: Repo) -> None:
    """What is no file is not read: a pipe would wait for ever."""
    (repo.root / "documents").mkdir()
    os.mkfifo(repo.root / "documents" / "PRE-PRO-001-a.md")

    assert repo.system().documents == ()


def test_folder_that_may_not_be_opened(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that stays closed is said to be so: its documents are not simply missing."""
    repo.document("PRE-PRO-001")
    listed = os.scandir

    def scandir(folder: str | Path) -> object:
        if str(folder).endswith("PRE"):
            raise PermissionError
        return listed(folder)

    monkeypatch.setattr(os, "scandir", scandir)

    (problem,) = repo.system().problems

    assert (problem.kind, problem.location.path) == ("unreadable-header", "documents/PRE")
    assert dict(problem.values)["reason"] == "this folder may not be opened"


@pytest.mark.skipif(os.name == "nt", reason="names are always Unicode there")
def test_name_that_is_not_unicode(repo: Repo) -> None:
    """A name written in another encoding is said to be so, in characters that can be shown."""
    (repo.root / "documents").mkdir()
    try:
        (repo.root / "documents" / os.fsdecode(b"PRE-PRO-001-pr\xe9parer.md")).write_text(
            HEADER, encoding="utf-8"
        )
    except OSError:
        pytest.skip("this disk takes Unicode only")

    (problem,) = repo.system().problems

    assert (problem.kind, problem.location.path) == (
        "unreadable-header",
        "documents/PRE-PRO-001-pr?parer.md",
    )


@pytest.mark.parametrize(
    ("ignored", "left"),
    [
        ("_modeles/**", ["a.md", "b/_archive/c.md"]),
        ("_modeles/", ["a.md", "b/_archive/c.md"]),
        ("_modeles", ["a.md", "b/_archive/c.md"]),
        ("**/_archive/**", ["_modeles/d.md", "a.md"]),
        ("_archive/**", ["_modeles/d.md", "a.md", "b/_archive/c.md"]),
        ("**/d.md", ["a.md", "b/_archive/c.md"]),
        ("*.md", []),
        ("[", ["_modeles/d.md", "a.md", "b/_archive/c.md"]),
    ],
)
def test_ignored_paths(repo: Repo, ignored: str, left: list[str]) -> None:
    """A glob leaves out files and folders, wherever they lie when it starts with two stars."""
    repo.settings({"lecture": {"racines": ["."], "ignorer": [ignored]}})
    for number, path in enumerate(("a.md", "b/_archive/c.md", "_modeles/d.md")):
        repo.write(path, f"---\ncode: PRE-PRO-00{number}\n---\n")

    assert [d.path for d in repo.system().documents] == left


@pytest.mark.parametrize("root", ["Proce\u0301dures", "./Procédures/", "Procédures"])
def test_root_in_two_writings(repo: Repo, root: str) -> None:
    """A folder named on a Mac and the same name in the settings are the same."""
    repo.settings({"lecture": {"racines": [root]}})
    repo.write("Proc\u00e9dures/a.md", HEADER)
    repo.write("Pro/b.md", "---\ncode: PRE-PRO-002\n---\n")

    assert [d.code_text for d in repo.system().documents] == ["PRE-PRO-001"]
