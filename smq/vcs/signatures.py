"""Signatures of commits, judged by the keys that a platform itself names.

The keys stand in `signataires.txt`, in the form of OpenSSH (`address type key`); git cannot find
an OpenPGP key there, so that a comment names its fingerprint: `# gpg address fingerprint`.
"""

import codecs
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from smq.model.recording import Signature, Signed
from smq.vcs.contents import contents
from smq.vcs.repository import Repository

SIGNERS = "signataires.txt"
"""File of the platform's folder that names the keys of those who sign."""

_FORMAT = "--format=%H%x1f%G?%x1f%GS%x1f%GF%x1f%GP%x1f%GK"
_OPENPGP = re.compile(
    r"^#[ \t]*gpg[ \t]+(\S+)[ \t]+([0-9A-Fa-f][0-9A-Fa-f \t]{15,})$", re.MULTILINE
)
_SIGNED = re.compile(rb"^gpgsig(?:-sha256)? -----BEGIN (SSH|PGP)? ?", re.MULTILINE)
_WHOLE, _SHORT = 40, 16
"""Digits of the fingerprint of an OpenPGP key, and of its short name."""
_PROGRAMS = {b"SSH": "ssh-keygen", b"PGP": "gpg"}


def signers(here: Repository, commit: str | None) -> str:
    """Return what a commit holds of the keys of those who sign; empty when it names none."""
    if commit is None:
        return ""
    program = str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE)
    command = [program, "cat-file", "blob", f"{commit}:{here.prefix}{SIGNERS}"]
    raw: bytes = here.repo.git.execute(command, stdout_as_string=False, with_exceptions=False)
    text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
    lines = text.splitlines()
    if all(not line.strip() or line.startswith("#") for line in lines) and not _OPENPGP.search(
        text
    ):
        return ""
    return "\n".join([*lines, ""])


def signatures(here: Repository, commits: Iterable[str], named: str) -> Mapping[str, Signature]:
    """Return what the signature of each commit is worth.

    Args:
        here: the repository.
        commits: their full names.
        named: the keys of those who sign, as `signers` gives them.

    Raises:
        GitCommandError: git refuses; `opened` turns it into a sentence.
    """
    raw = contents(here, [name.encode() for name in commits])
    kinds = {name.decode(): _kind(content) for name, content in raw.items()}
    signed = [name for name, kind in kinds.items() if kind is not None]
    keys = [(address.casefold(), _key(key)) for address, key in _OPENPGP.findall(named)]
    said = _verified(here, signed, named) if signed else {}
    return {
        name: Signature(Signed.NOT) if kind is None else _judged(kind, said.get(name, ""), keys)
        for name, kind in kinds.items()
    }


def _kind(content: bytes) -> bytes | None:
    """Return what sort of signature a commit bears, None when it bears none."""
    head = content.partition(b"\n\n")[0]
    found = _SIGNED.search(head)
    return (found[1] or b"") if found else None


def _verified(here: Repository, commits: Iterable[str], named: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory(prefix="smq-") as folder:
        file = Path(folder) / SIGNERS
        file.write_text(named, encoding="utf-8", newline="\n")
        settings = {
            "gpg.ssh.allowedSignersFile": str(file),
            "gpg.ssh.program": "ssh-keygen",
            "gpg.minTrustLevel": "undefined",
            "log.showSignature": "false",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        program = str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE)
        command = [program, *options, "log", "--no-walk=unsorted", "--no-color", _FORMAT, "--stdin"]
        with tempfile.TemporaryFile() as asked:
            asked.write("".join(f"{name}\n" for name in commits).encode())
            asked.seek(0)
            output: bytes = here.repo.git.execute(command, istream=asked, stdout_as_string=False)
    lines = output.decode("utf-8", errors="replace").splitlines()
    return dict(line.split("\x1f", 1) for line in lines if "\x1f" in line)


def _judged(kind: bytes, said: str, keys: Iterable[tuple[str, str]]) -> Signature:
    verdict, signer, *prints = [*said.split("\x1f"), "", ""][:5]
    program = _PROGRAMS.get(kind)
    if verdict not in "GUXY" or not verdict:
        # git calls bad what it has no program to verify with.
        if program is None or shutil.which(program) is None:
            return Signature(Signed.UNVERIFIED, lacking=program or "gpgsm")
        if verdict == "B":
            return Signature(Signed.BROKEN)
    if kind == b"SSH":
        if verdict == "G":
            return Signature(Signed.KNOWN, (signer.strip().casefold(),))
        lacks = Signature(Signed.UNVERIFIED, lacking="git 2.34")
        return Signature(Signed.STRANGER) if verdict == "U" else lacks
    # A short name may be that of several keys: it only tells whose key is not there.
    known = verdict in "GUXY"
    owners = tuple(a for a, key in keys if any(key.endswith(p) for p in _keys(prints, whole=known)))
    if not owners or verdict == "R":
        return Signature(Signed.STRANGER)
    return Signature(Signed.KNOWN if known else Signed.UNVERIFIED, owners, "" if known else "key")


def _key(written: str) -> str:
    return "".join(written.split()).upper()


def _keys(prints: Iterable[str], *, whole: bool) -> list[str]:
    return [key for key in map(_key, prints) if len(key) >= (_WHOLE if whole else _SHORT)]
