"""The cache gives what reading gives, and no longer than a file stays the same."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq.load import cache as cache_module
from smq.load.cache import Cache
from smq.load.facts import read_facts
from smq.load.tree import File
from smq.model import Codification, Reading
from tests.conftest import Repo
from tests.git import GitRepo
from tests.load.caching import EVERYTHING, FACTS, LONG_AGO, old, same
from tests.load.markdown_samples import documents


def test_same_system_with_and_without(repo: Repo, reads: list[str]) -> None:
    """Every kind of file gives the same documents and problems from the cache."""
    paths = [
        repo.document("PRE-PRO-001", EVERYTHING, titre="[À compléter]", liens={"a": ["b"]}),
        repo.write("documents/a.md", "---\ncode: [\n---\n"),
        repo.write("documents/b.md", b"PK\0"),
        repo.write("documents/c.md", ""),
        repo.write("documents/d.md", "## Sans en-tête\n"),
        repo.write(
            "documents/e.md", "---\ncode: PRE-PRO-002\ncode: x\ntitre: é\n---\n".encode("cp1252")
        ),
        repo.write("documents/f.md", "---\na: [[1, {b: c}], ~, 'd']\n---\n<<<<<<< HEAD\n"),
    ]
    for path in paths:
        old(repo, path)
    read = repo.system(use_cache=False)
    repo.system(use_cache=True)
    reads.clear()

    kept = repo.system(use_cache=True)

    assert reads == []
    assert same(read, kept)


@given(
    st.lists(
        st.sampled_from(
            ["code: PRE-PRO-001", "titre: é", "a: [b, {c: ~}]", "x: 'y'", "- z", "a: b: c"]
        )
    ),
    documents,
)
def test_kept_facts_are_the_read_facts(header: list[str], body: str) -> None:
    """Facts of any document come back from the cache as they were."""
    text = "\n".join(["---", *header, "---", body])
    codes = Codification(types=("PRO", "FOR"), processes=("PRE",))
    facts = read_facts(text.encode(), "documents/a.md", codes, Reading(), foreign=False)
    file = File("documents/a.md", LONG_AGO, 1, 1)
    with tempfile.TemporaryDirectory() as folder:
        writer = Cache.open(Path(folder), b"")
        writer.put(file, facts)
        writer.save()

        assert Cache.open(Path(folder), b"").get(file) == facts


def test_edit_in_the_same_tick(repo: Repo, reads: list[str]) -> None:
    """A file edited right after it was read, with the same size and date, is read again."""
    path = repo.write("documents/a.md", "---\ncode: PRE-PRO-001\n---\n")
    repo.system(use_cache=True)
    written = (repo.root / FACTS).stat().st_mtime_ns
    os.utime(repo.root / path, ns=(written, written))
    repo.system(use_cache=True)
    stat = (repo.root / path).stat()

    (repo.root / path).write_bytes(b"---\ncode: PRE-PRO-002\n---\n")
    os.utime(repo.root / path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    assert repo.system(use_cache=True).find("PRE-PRO-002")


@pytest.mark.parametrize(("before", "is_kept"), [(1_999_999_999, False), (2_000_000_001, True)])
def test_two_seconds(repo: Repo, reads: list[str], before: int, is_kept: bool) -> None:
    """The cache relies on a date that is two seconds older than itself, and on no other."""
    path = repo.document("PRE-PRO-001")
    repo.system(use_cache=True)
    written = (repo.root / FACTS).stat().st_mtime_ns
    os.utime(repo.root / path, ns=(written - before, written - before))
    repo.system(use_cache=True)
    os.utime(repo.root / FACTS, ns=(written, written))
    reads.clear()

    repo.system(use_cache=True)

    assert (reads == []) is is_kept


def test_edit_that_changes_date_or_size(repo: Repo) -> None:
    """An edited file is read again, and so is a file put in the place of another."""
    path = repo.write("documents/a.md", "---\ncode: PRE-PRO-001\n---\n")
    old(repo, path)
    repo.system(use_cache=True)

    repo.write("documents/a.md", "---\ncode: PRE-PRO-0012\n---\n")
    old(repo, path)
    assert repo.system(use_cache=True).find("PRE-PRO-0012")

    repo.write("documents/a.md", "---\ncode: PRE-PRO-0013\n---\n")
    old(repo, path, LONG_AGO + 1)
    assert repo.system(use_cache=True).find("PRE-PRO-0013")

    repo.write("autre.md", "---\ncode: PRE-PRO-0014\n---\n")
    old(repo, "autre.md", LONG_AGO + 1)
    (repo.root / "autre.md").replace(repo.root / path)
    assert repo.system(use_cache=True).find("PRE-PRO-0014")


def test_other_settings(repo: Repo) -> None:
    """Codes declared since are found in files that did not change."""
    path = repo.document("PRE-PRO-001", "Voir NEW-PRO-002.\n")
    old(repo, path)
    assert repo.system(use_cache=True).documents[0].body.mentions == ()

    repo.settings({"processus": [{"code": "PRE", "titre": "R"}, {"code": "NEW", "titre": "N"}]})

    assert [m.text for m in repo.system(use_cache=True).documents[0].body.mentions] == [
        "NEW-PRO-002"
    ]


def test_other_types(repo: Repo) -> None:
    """A document type added since is found in files that did not change."""
    path = repo.document("PRE-PRO-001", "Voir PRE-ZZZ-002.\n")
    old(repo, path)
    repo.system(use_cache=True)

    repo.write("referentiel/types/ZZZ.yaml", "code: ZZZ\n")

    assert [m.text for m in repo.system(use_cache=True).documents[0].body.mentions] == [
        "PRE-ZZZ-002"
    ]


def test_other_version(repo: Repo, reads: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of smq reads everything again."""
    old(repo, repo.document("PRE-PRO-001"))
    repo.system(use_cache=True)
    reads.clear()

    monkeypatch.setattr(cache_module, "__version__", "0.0.1")
    repo.system(use_cache=True)

    assert len(reads) == 1


def test_file_gone(repo: Repo) -> None:
    """Facts of a file that is gone are not kept for ever."""
    old(repo, repo.document("PRE-PRO-001"))
    gone = repo.document("PRE-PRO-002")
    old(repo, gone)
    repo.system(use_cache=True)
    (repo.root / gone).unlink()

    repo.system(use_cache=True)

    assert b"PRE-PRO-002" not in (repo.root / FACTS).read_bytes()


def test_git_sees_nothing(repo: Repo, git: GitRepo) -> None:
    """Reading leaves `git status` clean: the cache ignores itself, and lies nowhere else."""
    old(repo, repo.document("PRE-PRO-001"))
    git.commit()

    repo.system(use_cache=True)

    assert git.run("status", "--porcelain") == ""
    assert sorted(file.name for file in (repo.root / ".smq").iterdir()) == [
        ".gitignore",
        "facts.jsonl",
    ]


def test_no_cache(repo: Repo) -> None:
    """Without the cache nothing at all is written."""
    repo.document("PRE-PRO-001")

    repo.system(use_cache=False)

    assert not (repo.root / ".smq").exists()
