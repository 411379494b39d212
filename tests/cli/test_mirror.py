"""`render --applicables --mirror`: a shared folder with exactly the documents in force."""

import errno
import json
import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner, Said
from tests.conftest import Repo

LIST = "Liste des documents applicables.docx"
MANIFEST = ".smq-miroir.json"
FIRST = "PRE-PRO-001_v01_titre-de-pre-pro-001.docx"
SECOND = "PRE-PRO-001_v02_titre-de-pre-pro-001.docx"


def in_force(version: str = "1", **more: Any) -> dict[str, Any]:
    """Return the header of a document approved and in force."""
    visa = {"version": version, "par": "P01", "role": "approbateur", "date": "2027-02-10"}
    return {
        "version": version,
        "statut": "applicable",
        "date_application": "2027-02-15",
        "redacteur": "P03",
        "approbateur": "P01",
        "approbations": [{**visa, "mode": "git"}],
        **more,
    }


@pytest.fixture
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a shared folder, empty."""
    return tmp_path_factory.mktemp("partage") / "Documents applicables"


@pytest.fixture
def mirror(repo: Repo, git: Git, smq: Runner, shelf: Path) -> Any:
    """Return a function that keeps the mirror of a platform with one document in force."""
    repo.document("PRE-PRO-001", "Premier texte.\n", **in_force())
    git(repo.root, "init", "--quiet")
    git(repo.root, "add", "--all")
    git(repo.root, "commit", "--quiet", "--message", "Un pas")

    def run(*words: str, day: str = "2027-03-01") -> Said:
        return smq("--date", day, "render", "--applicables", "--mirror", str(shelf), *words)

    return run


def held(shelf: Path) -> dict[str, bytes]:
    """Return every file of a mirror by its path there, the manifest left out."""
    return {
        file.relative_to(shelf).as_posix(): file.read_bytes()
        for file in sorted(shelf.rglob("*"))
        if file.is_file() and file.name != MANIFEST
    }


def times(shelf: Path) -> Mapping[str, int]:
    """Return when each file was written last."""
    return {f.name: f.stat().st_mtime_ns for f in shelf.rglob("*") if f.is_file()}


def words_of(content: bytes) -> str:
    """Return the text of a Word file, tables included."""
    document = docx.Document(BytesIO(content))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_exactly_what_is_in_force(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Drafts, what is in review or withdrawn, records and what nobody approved stay out."""
    repo.document("PRE-PRO-002")
    repo.document("PRE-PRO-003", statut="en_verification", approbateur="P01")
    repo.document("PRE-PRO-004", **in_force(statut="retire"))
    repo.document("PRE-PRO-005", **in_force(approbations=[]))
    repo.document("PRE-PRO-006", **in_force(statut="approuve", date_application="2027-03-08"))
    repo.document("PRE-ENR-001", statut="applicable")
    repo.document("PRE-FOR-001", **in_force(statut="approuve", date_application="2027-03-01"))

    said = mirror()

    form = "PRE-FOR-001_v01_titre-de-pre-for-001.docx"
    assert [*held(shelf)] == [LIST, form, FIRST]
    assert said.out.splitlines() == [f"creates {form}", f"creates {FIRST}", f"creates {LIST}"]
    assert "No approval, hence not in the mirror: PRE-PRO-005" in said.err
    assert "2 documents in force" in said.err
    assert said.code == 0


def test_the_list_names_them_by_process(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Processes in the order of the settings; each code leads to its file."""
    repo.document("PIL-POL-001", **in_force())

    mirror()

    raw = held(shelf)[LIST]
    text = words_of(raw)
    assert text.index("PIL – Piloter la plateforme") < text.index("PRE – Réaliser")
    assert "15/02/2027" in text
    rels = docx.Document(BytesIO(raw)).part.rels.values()
    assert {r.target_ref for r in rels if r.is_external} == {
        "PIL-POL-001_v01_titre-de-pil-pol-001.docx",
        FIRST,
    }


def test_a_second_run_writes_nothing(mirror: Any, shelf: Path) -> None:
    """Not even another day: the list keeps the date since which it says the same."""
    mirror()
    before = times(shelf)

    said = mirror(day="2027-03-09")

    assert times(shelf) == before
    assert (said.code, said.out) == (0, "")
    assert "Nothing changed." in said.err


def test_a_revision_under_way_changes_nothing(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Readers keep the text in force, taken from history, while the next one is being written."""
    mirror()
    before = held(shelf)
    header = in_force(statut="projet")
    repo.document("PRE-PRO-001", "Second texte, inachevé.\n", **header)

    assert mirror().out == ""
    assert held(shelf) == before
    for file in shelf.iterdir():
        file.unlink()
    mirror()

    assert held(shelf) == before
    assert "Premier texte." in words_of(before[FIRST])


def test_what_is_replaced_goes_to_the_old_ones(repo: Repo, mirror: Any, shelf: Path) -> None:
    """It keeps its version in its name; only what changed is written."""
    repo.document("PRE-FOR-001", **in_force())
    mirror()
    before, written = held(shelf), times(shelf)
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))

    said = mirror(day="2027-03-02")

    assert said.out.splitlines() == [
        f"creates {SECOND}",
        f"replaces {LIST}",
        f"moves {FIRST} to _Périmés/{FIRST}",
    ]
    now = held(shelf)
    assert now[f"_Périmés/{FIRST}"] == before[FIRST]
    assert FIRST not in now
    form = "PRE-FOR-001_v01_titre-de-pre-for-001.docx"
    assert times(shelf)[form] == written[form]


def test_what_is_withdrawn_leaves(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Old files are never overwritten: another one of that name gets a number."""
    mirror()
    (shelf / "_Périmés").mkdir()
    (shelf / "_Périmés" / FIRST).write_bytes(b"from another time")
    repo.document("PRE-PRO-001", **in_force(statut="retire"))

    mirror()

    assert (shelf / "_Périmés" / FIRST).read_bytes() == b"from another time"
    assert [*held(shelf)] == [
        LIST,
        f"_Périmés/{FIRST.replace('.docx', '-2.docx')}",
        f"_Périmés/{FIRST}",
    ]


def test_foreign_files_are_left_alone(repo: Repo, mirror: Any, shelf: Path) -> None:
    """What people keep there stays; what looks like a document of the platform is named."""
    shelf.mkdir()
    (shelf / "photo.jpg").write_bytes(b"photo")
    (shelf / "Projets").mkdir()
    (shelf / "Projets" / FIRST).write_bytes(b"theirs")
    (shelf / "PRE-PRO-001_v00_essai.docx").write_bytes(b"old")

    said = mirror()

    now = held(shelf)
    assert now["photo.jpg"] == b"photo"
    assert now[f"Projets/{FIRST}"] == b"theirs"
    assert now["PRE-PRO-001_v00_essai.docx"] == b"old"
    assert "PRE-PRO-001_v00_essai.docx is not in force" in said.err
    assert "photo.jpg" not in said.err


def test_what_people_changed_is_set_aside(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Their file is kept under another name and said; ours stands in its place again."""
    mirror()
    before = held(shelf)[FIRST]
    (shelf / FIRST).write_bytes(b"annotated")

    said = mirror()

    aside = f"_Modifiés/{FIRST.replace('.docx', '_2027-03-01.docx')}"
    assert said.out.splitlines() == [
        f"sets aside {FIRST}, which was changed there, as {aside}",
        f"creates {FIRST}",
    ]
    assert held(shelf)[aside] == b"annotated"
    assert held(shelf)[FIRST] == before
    # Changed again, and no more in force: it is set aside as well, under a name of its own.
    (shelf / FIRST).write_bytes(b"annotated again")
    repo.document("PRE-PRO-001", **in_force(statut="retire"))
    mirror()
    assert held(shelf)[aside.replace(".docx", "-2.docx")] == b"annotated again"
    assert f"_Périmés/{FIRST}" not in held(shelf)


@pytest.mark.parametrize("manifest", [None, b"", b"{", b'{"format": "smq-miroir-1", "files": 3}'])
def test_a_lost_manifest(mirror: Any, shelf: Path, manifest: bytes | None) -> None:
    """Files that are as smq makes them are taken back; nothing is lost."""
    mirror()
    before = held(shelf)
    (shelf / MANIFEST).unlink()
    if manifest is not None:
        (shelf / MANIFEST).write_bytes(manifest)

    assert mirror().out == ""
    assert held(shelf) == before
    assert set(json.loads((shelf / MANIFEST).read_text("utf-8"))["files"]) == {FIRST, LIST}


def test_a_manifest_leads_nowhere_else(mirror: Any, shelf: Path) -> None:
    """A name that leaves the folder is never one of ours."""
    mirror()
    outside = shelf.parent / "autre.docx"
    outside.write_bytes(b"theirs")
    content = json.loads((shelf / MANIFEST).read_text("utf-8"))
    for name in ("../autre.docx", "..\\autre.docx", str(outside)):
        content["files"][name] = {"sha256": content["files"][FIRST]["sha256"]}
    (shelf / MANIFEST).write_text(json.dumps(content), encoding="utf-8")

    mirror()

    assert outside.read_bytes() == b"theirs"


def test_dry_run_says_the_same_and_writes_nothing(repo: Repo, mirror: Any, shelf: Path) -> None:
    """What it prints is what the run then prints."""
    assert mirror("--dry-run").out.splitlines() == [f"creates {FIRST}", f"creates {LIST}"]
    assert not shelf.exists()
    mirror()
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))
    (shelf / LIST).write_bytes(b"annotated")
    before = held(shelf)

    planned = mirror("--dry-run").out

    assert held(shelf) == before
    assert mirror().out == planned


@pytest.mark.parametrize("lock", [f"~${FIRST[2:]}", f"~${FIRST}", f".~lock.{FIRST}#"])
def test_an_open_document_stays(repo: Repo, mirror: Any, shelf: Path, lock: str) -> None:
    """It is named, the rest is done, exit 1; once closed, the next run ends the work."""
    mirror()
    (shelf / lock).write_bytes(b"Paul")
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))

    said = mirror()

    assert said.code == 1
    assert f"{FIRST} is held open ({lock})" in said.err
    assert said.err.count("is held open") == 1
    assert {FIRST, SECOND, LIST, lock} == set(held(shelf))
    (shelf / lock).unlink()
    said = mirror()
    assert (said.code, said.out) == (0, f"moves {FIRST} to _Périmés/{FIRST}\n")


def test_an_open_document_that_stays_is_no_matter(mirror: Any, shelf: Path) -> None:
    """Somebody who reads a file that does not change is not spoken of."""
    mirror()
    (shelf / f"~${FIRST[2:]}").write_bytes(b"Paul")

    said = mirror()

    assert said.code == 0
    assert "held open" not in said.err


def test_masters_are_copied_untouched(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Word or Excel files kept as masters have the bytes of the platform's."""
    repo.document("PRE-FOR-001", **in_force(original="grille.xlsx"))
    repo.write("documents/PRE/grille.xlsx", b"PK master")

    mirror()

    assert held(shelf)["PRE-FOR-001_v01_titre-de-pre-for-001.xlsx"] == b"PK master"


def test_a_master_that_is_not_there(repo: Repo, mirror: Any, shelf: Path) -> None:
    """The copy of an earlier run stays, the rest is done, exit 1."""
    repo.document("PRE-FOR-001", **in_force(original="grille.xlsx"))
    repo.write("documents/PRE/grille.xlsx", b"PK master")
    mirror()
    (repo.root / "documents/PRE/grille.xlsx").unlink()
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))

    said = mirror()

    assert said.code == 1
    assert "The file grille.xlsx" in said.err
    assert {"PRE-FOR-001_v01_titre-de-pre-for-001.xlsx", SECOND} <= set(held(shelf))


def test_what_is_left_of_a_killed_run_is_mended(repo: Repo, mirror: Any, shelf: Path) -> None:
    """Half files are removed; a file that the killed run had written is known as smq's own."""
    mirror()
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))
    done = [*mirror().out.splitlines()]
    after = held(shelf)
    for stop in range(1, 40):
        for file in [f for f in shelf.rglob("*") if f.is_file()]:
            file.unlink()
        repo.document("PRE-PRO-001", "Premier texte.\n", **in_force())
        mirror()
        repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))
        if not _killed(mirror, stop):
            break
        assert all(words_of(raw) for name, raw in held(shelf).items() if name.endswith(".docx"))
        assert mirror().code == 0
        assert held(shelf) == after
    assert stop > len(done)


@pytest.mark.parametrize("stop", [2, 3, 4])
def test_the_text_went_on_after_a_killed_run(
    repo: Repo, mirror: Any, shelf: Path, stop: int
) -> None:
    """What the killed run wrote is smq's own, not a file that people changed."""
    mirror()
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))
    assert _killed(mirror, stop)
    repo.document("PRE-PRO-001", "Second texte, repris.\n", **in_force("2"))

    said = mirror()

    assert said.code == 0
    assert "sets aside" not in said.out
    assert [*held(shelf)] == [LIST, SECOND, f"_Périmés/{FIRST}"]
    assert "repris" in words_of(held(shelf)[SECOND])


def _killed(mirror: Any, stop: int) -> bool:
    """Run the mirror and stop it at a flush or rename of a file; return whether it was stopped."""
    calls = 0
    flush, rename = os.fsync, Path.rename

    def counted() -> None:
        nonlocal calls
        calls += 1
        if calls == stop:
            raise KeyboardInterrupt

    def flushed(descriptor: int) -> None:
        counted()
        flush(descriptor)

    def renamed(self: Path, target: Path) -> Path:
        counted()
        return rename(self, target)

    with pytest.MonkeyPatch.context() as disk:
        disk.setattr(os, "fsync", flushed)
        disk.setattr(Path, "rename", renamed)
        return bool(mirror().code == 130)


def test_half_files_of_a_killed_run_are_removed(mirror: Any, shelf: Path) -> None:
    """Only names that smq gives to files under way."""
    mirror()
    (shelf / ".smq-a1b2c3d4").write_bytes(b"half")
    (shelf / ".smq-notes.txt").write_bytes(b"theirs")

    mirror()

    assert not (shelf / ".smq-a1b2c3d4").exists()
    assert (shelf / ".smq-notes.txt").exists()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses(
    repo: Repo, mirror: Any, shelf: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """One sentence names the folder and the reason; what is there stays whole."""
    mirror()
    before = held(shelf)
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))

    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", refuse)
        said = mirror()

    assert (said.code, said.out) == (2, "")
    assert f"Nothing more can be written in {shelf}" in said.err
    assert len(said.err.splitlines()) <= 3
    assert held(shelf) == before
    assert mirror().code == 0


def test_a_file_that_the_system_holds(
    repo: Repo, mirror: Any, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a program may hold a file without a lock beside it: the rest is done."""
    mirror()
    repo.document("PRE-PRO-001", "Second texte.\n", **in_force("2"))
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == FIRST:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(self, target)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "rename", refuse)
        said = mirror()

    assert said.code == 1
    assert f"{FIRST} is held open" in said.err
    assert {FIRST, SECOND, LIST} == set(held(shelf))
    assert mirror().out == f"moves {FIRST} to _Périmés/{FIRST}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--applicables",), "--applicables and --mirror go together"),
        (("--mirror", "../m"), "--applicables and --mirror go together"),
        (("--applicables", "--mirror", "../m", "PRE-PRO-001"), "exactly the documents in force"),
        (("--applicables", "--mirror", "../m", "--all"), "exactly the documents in force"),
        (("--applicables", "--mirror", "documents/PRE"), "lies in the platform's own folder"),
        (("--applicables", "--mirror", "smq.yaml"), "is a file, not a folder"),
        (("--applicables", "--mirror", "../nowhere/m"), "does not exist"),
    ],
)
def test_refusals(repo: Repo, mirror: Any, smq: Runner, words: tuple[str, ...], said: str) -> None:
    """What says two things, and places that are none, are refused before anything is made."""
    found = smq("render", *words)

    assert found.code == 2
    assert said in found.err


def test_the_mirror_of_another_platform(
    mirror: Any, shelf: Path, smq: Runner, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """All its documents would leave it."""
    mirror()
    before = held(shelf)
    other = Repo(tmp_path_factory.mktemp("autre"))
    other.settings({})
    other.document("PRE-PRO-009", **in_force())

    said = smq("-C", str(other.root), "render", "--applicables", "--mirror", str(shelf))

    assert said.code == 2
    assert "mirror of another platform" in said.err
    assert held(shelf) == before
