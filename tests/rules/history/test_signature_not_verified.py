"""GIT006: signatures that this computer cannot verify."""

import shutil
from pathlib import Path

import pytest

from smq.model import Severity
from tests.rules.history.world import World, row
from tests.rules.sentences import shown

RULE = "signature-not-verified"
pytestmark = pytest.mark.external


def without(program: str, patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Leave git alone on the path."""
    folder.mkdir()
    (folder / "git").symlink_to(shutil.which("git") or "")
    patch.setenv("PATH", str(folder))
    assert shutil.which(program) is None


def test_without_ssh_keygen(
    signing: World, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Without the program a good signature is neither good nor bad: a warning that names it."""
    signing.document(row())
    signing.signed("hugo")
    with monkeypatch.context() as patch:
        without("ssh-keygen", patch, tmp_path_factory.mktemp("alone") / "bin")
        (found,) = signing.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.WARNING)
    assert "cannot be verified here: no ssh-keygen." in shown(found)
    assert signing.all() == {}, "what could not be told is not kept"


def test_left_to_each_one(
    signing: World, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where signatures are not asked for it is a note."""
    signing.repo.settings({"signatures": "facultatives"})
    signing.document(row())
    signing.signed("hugo")
    without("ssh-keygen", monkeypatch, tmp_path_factory.mktemp("alone") / "bin")

    assert [f.severity for f in signing.found("GIT")] == [Severity.NOTE]
