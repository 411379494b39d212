"""Codes ever given are looked up once for each state of the repository, and never given twice."""

import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smq import vcs
from smq.model import Codification
from smq.numbering import next_code
from smq.vcs.numbers import codes_in
from tests.conftest import Repo
from tests.git import ENVIRONMENT, FOREIGN, GitRepo
from tests.vcs.platform import given_codes


def test_kept_between_commands(repo: Repo, git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> None:
    """The history is read once; a new commit, other codes or a damaged file read it again."""
    repo.document("PRE-PRO-001")
    git.commit()
    passes: list[int] = []

    def spy(lines: Iterable[str], codes: Codification, keys: Mapping[str, str]) -> set[str]:
        passes.append(1)
        return codes_in(lines, codes, keys)

    monkeypatch.setattr("smq.vcs.numbers.codes_in", spy)
    assert given_codes(repo) == given_codes(repo) == ["PRE-PRO-001"]
    assert len(passes) == 1
    assert git.run("status", "--porcelain") == ""

    repo.document("PRE-PRO-002")
    git.commit()
    assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002"]

    other = Codification("{type}-{numero}", types=("PRO",))
    assert vcs.codes_ever_given(repo.root, other)[0] == ()

    for content in (b"", b"[]", b"{", json.dumps({"key": "autre", "codes": ["x"]}).encode()):
        (repo.root / ".smq/numbers.json").write_bytes(content)
        assert given_codes(repo) == ["PRE-PRO-001", "PRE-PRO-002"]
    assert len(passes) == 7


def test_nowhere_to_keep(repo: Repo, git: GitRepo) -> None:
    """Where nothing can be kept the history is read each time."""
    repo.document("PRE-PRO-001")
    git.commit()
    (repo.root / ".smq").write_bytes(b"")

    assert given_codes(repo) == ["PRE-PRO-001"]


@settings(max_examples=12)
@given(st.lists(st.sampled_from(["create", "delete", "rename", "commit", "branch"]), max_size=12))
def test_create_and_delete(steps: list[str]) -> None:
    """Whatever is created, deleted, renamed or left on a branch, a number is given once."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        for name, value in ENVIRONMENT.items():
            environment.setenv(name, value)
        for name in FOREIGN:
            environment.delenv(name, raising=False)
        repo, git = Repo(Path(folder)), GitRepo(Path(folder))
        git.run("init", "--quiet")
        repo.settings({"codification": {"types": {"PRO": "PRO"}}})
        ever: list[str] = []
        for number, step in enumerate(steps):
            here = sorted((repo.root / "documents").rglob("*.md"))
            if step == "create":
                code = next_code(repo.system(), "PRO", "PRE", given_codes(repo))
                assert code not in ever
                ever.append(code)
                repo.document(code)
                git.commit()
            elif step == "delete" and here:
                here[-1].unlink()
            elif step == "rename" and here:
                here[0].rename(here[0].with_name(f"{number}.md"))
            elif step == "branch":
                git.commit()
                git.start_branch(f"b{number}")
            git.commit()
