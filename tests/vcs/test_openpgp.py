"""Signatures with an OpenPGP key: the platform names its fingerprint, the computer has the key."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from smq.model.recording import Signature, Signed
from smq.vcs.repository import opened
from smq.vcs.signatures import signatures
from tests.conftest import Repo
from tests.git import GitRepo

pytestmark = pytest.mark.external


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a home of gpg with one key, whose path is short enough for its sockets."""
    if shutil.which("gpg") is None:
        pytest.skip("gpg is not installed")
    with tempfile.TemporaryDirectory(prefix="smq-gpg-", ignore_cleanup_errors=True) as folder:
        monkeypatch.setenv("GNUPGHOME", folder)
        gpg("--quick-generate-key", "Hugo <hugo@example.org>", "ed25519", "sign", "never")
        yield Path(folder)
        environment = {**os.environ, "GNUPGHOME": folder}
        subprocess.run(["gpgconf", "--kill", "all"], env=environment, check=False)


def gpg(*words: str) -> str:
    """Run gpg without a question; return what it says."""
    command = ["gpg", "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", ""]
    done = subprocess.run([*command, *words], check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def fingerprint() -> str:
    """Return the fingerprint of the key."""
    lines = gpg("--with-colons", "--list-keys").splitlines()
    return next(line.split(":")[9] for line in lines if line.startswith("fpr"))


def judged(repo: Repo, commit: str, named: str) -> Signature:
    """Return what the signature of a commit is worth."""
    with opened(repo.root) as here:
        return signatures(here, [commit], named)[commit]


def test_named_unknown_and_elsewhere(
    repo: Repo, git: GitRepo, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that is named, one that is not, and one that is named and not on this computer."""
    key = fingerprint()
    spaced = " ".join(key[n : n + 4] for n in range(0, 40, 4))
    named = f"# gpg Hugo@example.org {spaced}\n"
    other = "# gpg ines@example.org " + "0123456789ABCDEF" * 2 + "01234567\n"
    git.run("config", "user.signingKey", key)
    git.run("commit", "--quiet", "--allow-empty", "--gpg-sign", "--message", "Signé")
    commit = git.run("rev-parse", "HEAD")

    assert judged(repo, commit, named) == Signature(Signed.KNOWN, ("hugo@example.org",))
    assert judged(repo, commit, other) == Signature(Signed.STRANGER)
    assert judged(repo, commit, "") == Signature(Signed.STRANGER)

    with tempfile.TemporaryDirectory(prefix="smq-gpg-", ignore_cleanup_errors=True) as empty:
        monkeypatch.setenv("GNUPGHOME", empty)
        elsewhere = judged(repo, commit, named)
        assert elsewhere == Signature(Signed.UNVERIFIED, ("hugo@example.org",), "key")
        assert judged(repo, commit, other) == Signature(Signed.STRANGER)
