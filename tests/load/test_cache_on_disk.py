"""A cache that is damaged, foreign, unwritable or shared is silently done without."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from smq.load import cache as cache_module
from tests.conftest import Repo
from tests.load.caching import EVERYTHING, FACTS, old, same


def damaged(content: bytes) -> list[bytes]:
    """Return what a disk or a person could make of a cache."""
    head, _newline, body = content.partition(b"\n")
    key = head.split()[0].decode()
    forged = [b"[]", b"{}", b"1", b'{"documents/PRE/PRE-PRO-001-document.md":1}']
    return [
        b"",
        b"\0\xff",
        content[:-10],
        content + b" ",
        content.replace(b"PRE-PRO-001", b"PRE-PRO-009"),
        head + b"\n{}",
        *(cache_module._head(key, raw) + raw for raw in forged),
        cache_module._head(key, body.replace(b"[4,", b'["x",')) + body.replace(b"[4,", b'["x",'),
    ]


def test_damaged_cache(repo: Repo) -> None:
    """A cache that is not exactly what was written is done without, silently."""
    old(repo, repo.document("PRE-PRO-001", EVERYTHING))
    read = repo.system(use_cache=False)
    repo.system(use_cache=True)
    whole = (repo.root / FACTS).read_bytes()

    for content in damaged(whole):
        (repo.root / FACTS).write_bytes(content)
        assert same(repo.system(use_cache=True), read)
        assert (repo.root / FACTS).read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs another owner")
def test_cache_of_another_user(repo: Repo, reads: list[str]) -> None:
    """What another user of a shared folder wrote is not believed."""
    old(repo, repo.document("PRE-PRO-001"))
    repo.system(use_cache=True)
    os.chown(repo.root / FACTS, 12345, 12345)
    reads.clear()

    repo.system(use_cache=True)

    assert len(reads) == 1
    assert (repo.root / FACTS).stat().st_uid == os.geteuid()


def test_folder_that_is_a_link(repo: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A cache folder that leads elsewhere is left alone: nothing is written outside."""
    elsewhere = tmp_path_factory.mktemp("ailleurs")
    (repo.root / ".smq").symlink_to(elsewhere)
    repo.document("PRE-PRO-001")

    assert repo.system(use_cache=True).find("PRE-PRO-001")
    assert list(elsewhere.iterdir()) == []


def test_link_in_the_folder(repo: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link among the cache's files is replaced or left, never written through."""
    elsewhere = tmp_path_factory.mktemp("ailleurs")
    (elsewhere / "facts.jsonl").write_bytes(b"precious")
    (repo.root / ".smq").mkdir()
    (repo.root / FACTS).symlink_to(elsewhere / "facts.jsonl")
    (repo.root / ".smq/.gitignore").symlink_to(elsewhere / "gitignore")
    repo.document("PRE-PRO-001")

    repo.system(use_cache=True)

    assert (elsewhere / "facts.jsonl").read_bytes() == b"precious"
    assert [file.name for file in elsewhere.iterdir()] == ["facts.jsonl"]


@pytest.mark.parametrize("refused", ["mkdir", "mkstemp", "replace", "write"])
def test_unwritable(repo: Repo, monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    """A folder that cannot be written has no cache, and no trace of the attempt."""
    repo.document("PRE-PRO-001")

    def no(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    target = {
        "mkdir": "pathlib.Path.mkdir",
        "mkstemp": "tempfile.mkstemp",
        "replace": "pathlib.Path.replace",
        "write": "os.fdopen",
    }[refused]
    with monkeypatch.context() as disk:
        disk.setattr(target, no)
        assert repo.system(use_cache=True).find("PRE-PRO-001")

    left = {file.name for file in (repo.root / ".smq").glob("*")}
    assert left <= {".gitignore"}


def test_cache_that_lies_elsewhere(
    repo: Repo, reads: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A cache reached by a link is not believed."""
    old(repo, repo.document("PRE-PRO-001"))
    repo.system(use_cache=True)
    elsewhere = tmp_path_factory.mktemp("ailleurs") / "facts.jsonl"
    (repo.root / FACTS).rename(elsewhere)
    (repo.root / FACTS).symlink_to(elsewhere)
    reads.clear()

    repo.system(use_cache=True)

    assert len(reads) == 1


READER = """
import sys
from datetime import date
from pathlib import Path
from smq.load import load
for _ in range(10):
    found = load(Path(sys.argv[1]), today=date(2027, 3, 1))
    assert [d.code_text for d in found.documents] == ["PRE-PRO-001", "PRE-PRO-002"], found.documents
    (Path(sys.argv[1]) / ".smq/facts.jsonl").unlink(missing_ok=True)
"""


def test_several_at_once(repo: Repo) -> None:
    """Commands that read at the same time disturb one another in nothing."""
    old(repo, repo.document("PRE-PRO-001", EVERYTHING))
    old(repo, repo.document("PRE-PRO-002"))

    def read(_number: int) -> int:
        return subprocess.run(
            [sys.executable, "-c", READER, str(repo.root)], check=False
        ).returncode

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(read, range(3))) == [0, 0, 0]

    assert not [
        file for file in (repo.root / ".smq").iterdir() if file.name.startswith("facts.jsonl-")
    ]
