"""Writing: all or nothing, whole files, never over a file of somebody else."""

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from smq import files
from smq.errors import SmqError
from smq.model import Change

NEW, OLD, GONE = "documents/PRE/nouveau.md", "a.md", "b.md"
CHANGES = (
    Change(NEW, None, b"nouveau"),
    Change(OLD, b"ancien\r\n", b"change\r\n"),
    Change(GONE, b"fini", None),
)
Refusal = tuple[str, str]
STEPS: Sequence[Refusal] = (
    ("pathlib.Path.mkdir", "folder"),
    ("tempfile.mkstemp", "temporary file"),
    ("os.fdopen", "opening"),
    ("os.fsync", "flush to disk"),
    ("pathlib.Path.chmod", "permissions"),
    ("pathlib.Path.replace", "rename"),
    ("pathlib.Path.unlink", "removal"),
    ("pathlib.Path.read_bytes", "reading"),
    ("pathlib.Path.open", "lock"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with the two files that the changes expect."""
    (tmp_path / OLD).write_bytes(b"ancien\r\n")
    (tmp_path / GONE).write_bytes(b"fini")
    return tmp_path


def state(root: Path) -> dict[str, bytes]:
    """Return every file of a folder but the lock's."""
    return {
        file.relative_to(root).as_posix(): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file() and ".smq/" not in file.as_posix()
    }


BEFORE = {OLD: b"ancien\r\n", GONE: b"fini"}
AFTER = {OLD: b"change\r\n", NEW: b"nouveau"}


def test_changes(root: Path) -> None:
    """A new file, another content and a deletion are written to the byte."""
    files.apply(root, CHANGES)

    assert state(root) == AFTER


def refusing(call: Callable[..., Any], at: int) -> tuple[Callable[..., Any], list[int]]:
    """Return the call that fails the n-th time, and how often it was called."""
    count = [0]

    def refuse(*given: Any, **named: Any) -> Any:
        count[0] += 1
        if count[0] == at:
            raise OSError(28, "No space left on device")
        return call(*given, **named)

    return refuse, count


def resolve(name: str) -> Callable[..., Any]:
    """Return what a dotted name means now."""
    found: dict[str, Any] = {
        "pathlib.Path": Path,
        "tempfile": tempfile,
        "os": os,
    }
    owner, _dot, attribute = name.rpartition(".")
    call: Callable[..., Any] = getattr(found[owner], attribute)
    return call


@pytest.mark.parametrize(
    "step", [step for step, _what in STEPS], ids=[what for _step, what in STEPS]
)
def test_refused_at_every_step(step: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever the disk refuses, and whenever, all files are old or all are new, and whole."""
    seen = set()
    for at in range(1, 30):
        root = tmp_path_factory.mktemp("plateforme")
        (root / OLD).write_bytes(b"ancien\r\n")
        (root / GONE).write_bytes(b"fini")
        refuse, count = refusing(resolve(step), at)
        error = None
        with pytest.MonkeyPatch.context() as disk:
            disk.setattr(step, refuse)
            try:
                files.apply(root, CHANGES)
            except SmqError as caught:
                error = caught
        found = state(root)
        assert found in (BEFORE, AFTER)
        # What serves no file (permissions of a shared drive, an empty temporary) stops nothing.
        assert (found == AFTER) is (error is None)
        seen.add(error is None)
        if count[0] < at:
            break
    else:
        raise AssertionError("the step is taken without end")
    assert at > 1, "the step is never taken: nothing was tried"
    assert True in seen


@pytest.mark.parametrize("at", range(1, 4))
def test_refused_while_putting_back(root: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """A disk that refuses for good leaves each file old or new, whole, and no temporary file."""
    count = [0]
    replace = Path.replace

    def refuse(file: Path, target: Path) -> Path:
        count[0] += 1
        if count[0] >= at:
            raise OSError(5, "Input/output error")
        return replace(file, target)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "replace", refuse)
        changes = [*CHANGES[:2], Change("c.md", None, b"c")]
        with pytest.raises(SmqError, match="cannot be written: Input/output error"):
            files.apply(root, changes)

    for path, content in state(root).items():
        assert content in (BEFORE.get(path), AFTER.get(path))


def test_interrupted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C between two files puts the first one back."""
    replace = Path.replace

    def interrupt(file: Path, target: Path) -> Path:
        if target.name == OLD and target.read_bytes() == b"ancien\r\n":
            raise KeyboardInterrupt
        return replace(file, target)

    with monkeypatch.context() as disk:
        disk.setattr(Path, "replace", interrupt)
        with pytest.raises(KeyboardInterrupt):
            files.apply(root, CHANGES)

    assert state(root) == BEFORE


@pytest.mark.parametrize(
    "change",
    [
        Change(OLD, b"autre", b"x"),
        Change(OLD, None, b"x"),
        Change("absent.md", b"ancien", b"x"),
        Change("absent.md", b"", None),
        Change("dossier", None, b"x"),
        Change("dossier", b"", b"x"),
        Change("../dehors.md", None, b"x"),
        Change("/dehors.md", None, b"x"),
        Change("documents/../../dehors.md", None, b"x"),
        Change("lien/dehors.md", None, b"x"),
        Change("lien.md", None, b"x"),
    ],
)
def test_nothing_is_written(
    root: Path, tmp_path_factory: pytest.TempPathFactory, change: Change
) -> None:
    """One file that is not as expected, or that lies elsewhere, refuses every change."""
    outside = tmp_path_factory.mktemp("ailleurs")
    (root / "dossier").mkdir()
    (root / "lien").symlink_to(outside)
    (root / "lien.md").symlink_to(outside / "x.md")

    with pytest.raises(SmqError) as caught:
        files.apply(root, [*CHANGES, change])

    assert change.path in str(caught.value)
    assert state(root) == BEFORE
    assert list(outside.iterdir()) == []


def test_file_of_somebody_else(root: Path) -> None:
    """An existing file is never overwritten by a new one, not even by the same content."""
    with pytest.raises(SmqError, match=r"a\.md exists already; nothing was written"):
        files.apply(root, [Change(OLD, None, b"ancien\r\n")])


def test_link_inside_the_folder(root: Path) -> None:
    """A file reached by a symbolic link is changed where it lies; the link stays a link."""
    (root / "lien.md").symlink_to(OLD)

    files.apply(root, [Change("lien.md", b"ancien\r\n", b"change\r\n")])

    assert (root / "lien.md").is_symlink()
    assert (root / OLD).read_bytes() == b"change\r\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_permissions(root: Path) -> None:
    """A file keeps its permissions; a new one has those that the user's files have."""
    (root / OLD).chmod(0o640)
    mask = os.umask(0o027)
    try:
        files.apply(root, CHANGES)
    finally:
        os.umask(mask)

    assert (root / OLD).stat().st_mode & 0o777 == 0o640
    assert (root / NEW).stat().st_mode & 0o777 == 0o640


def test_lock_folder_that_leads_elsewhere(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A `.smq` that is a symbolic link stops the command: nothing is written outside."""
    outside = tmp_path_factory.mktemp("ailleurs")
    (root / ".smq").symlink_to(outside)

    with pytest.raises(SmqError, match="cannot be written") as refused:
        files.apply(root, CHANGES)

    assert refused.value.values["folder"] == ".smq"
    assert (state(root), list(outside.iterdir())) == (BEFORE, [])


def test_folder_that_cannot_be_made(root: Path) -> None:
    """The folder does not exist: what is named is what stands in its way."""
    with pytest.raises(SmqError, match="Nothing can be written in") as refused:
        files.apply(root / OLD / "neuf", [Change("a.md", None, b"x")])

    assert refused.value.values["above"] == str(root / OLD)


def test_read(root: Path) -> None:
    """A file that does not exist, or a folder, has no content."""
    (root / "dossier").mkdir()

    assert files.read(root, OLD) == b"ancien\r\n"
    assert files.read(root, "absent.md") is None
    assert files.read(root, "dossier") is None


def test_write_whole(tmp_path: Path) -> None:
    """A file is written with its folders, or replaced."""
    files.write_whole(tmp_path / "a/b/c.txt", b"1")
    files.write_whole(tmp_path / "a/b/c.txt", b"2")

    assert (tmp_path / "a/b/c.txt").read_bytes() == b"2"


def test_write_where_nothing_can_be_written(root: Path) -> None:
    """A folder that is a file cannot hold a file: one sentence says so."""
    with pytest.raises(SmqError, match=r"x\.md cannot be written"):
        files.write_whole(root / OLD / "x.md", b"x")


def test_remove(root: Path) -> None:
    """A file that is gone already is no trouble; one that cannot be removed is said."""
    files.remove(root / GONE)
    files.remove(root / GONE)
    (root / "dossier").mkdir()

    with pytest.raises(SmqError, match="dossier cannot be removed"):
        files.remove(root / "dossier")
    assert not (root / GONE).exists()


class _FullDisk:
    """A file on a disk that is full after one byte."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream

    def __enter__(self) -> "_FullDisk":
        return self

    def __exit__(self, *_what: object) -> None:
        self.stream.close()

    def write(self, content: bytes) -> None:
        self.stream.write(content[:1])
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("at", [1, 2])
def test_disk_full_in_the_middle(root: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """A disk that is full in the middle of any file leaves all of them as they were."""
    count = [0]
    fdopen = os.fdopen

    def full(descriptor: int, mode: str) -> Any:
        count[0] += 1
        stream = fdopen(descriptor, mode)
        return _FullDisk(stream) if count[0] == at else stream

    with monkeypatch.context() as disk:
        disk.setattr(os, "fdopen", full)
        with pytest.raises(SmqError, match="the disk is full"):
            files.apply(root, CHANGES)

    assert state(root) == BEFORE


def test_what_a_killed_command_left(root: Path) -> None:
    """A content that waited beside its file goes with the next change there; other files stay."""
    left, other = root / ".smq-a1b2c3d4", root / ".smq-rendus.json"
    left.write_bytes(b"chan")
    other.write_bytes(b"{}")

    files.apply(root, [Change(OLD, b"ancien\r\n", b"change\r\n")])

    assert (left.exists(), other.exists()) == (False, True)
