"""LIF016: a content that is not the one approved."""

import pytest

from smq.model import Severity
from tests.conftest import Repo

DOCUMENT = """\
---
id: k7m2x9qa
code: PRE-PRO-001
type: PRO
titre: Peser
processus: PRE
version: "2"
statut: {state}
approbations:
  - {{version: "1", par: P01, role: approbateur, empreinte: "{old}"}}
  - {{version: "2", par: P03, role: redacteur, empreinte: "{old}"}}
  - {{version: "2", par: P01, role: approbateur, empreinte: "{mark}"}}{mark_here}
---

{text}
"""
HERE = "  # <- changed-since-approval"
APPROVED = "Rendre sous 5 jours."


def approved(repo: Repo, text: str, *, state: str = "applicable", here: str = "") -> None:
    """Write a document whose version 2 was approved with `APPROVED` in it, and now has a text."""
    path = "documents/PRE/PRE-PRO-001-peser.md"
    values = {"state": state, "old": "sha256:00", "mark": "sha256:11", "mark_here": here}
    repo.write(path, DOCUMENT.format(**values, text=APPROVED).encode())
    (document,) = repo.system().documents
    values["mark"] = document.fingerprint or ""
    repo.write(path, DOCUMENT.format(**values, text=text).encode())


@pytest.mark.parametrize("state", ["applicable", "approuve"])
def test_a_word_changed_afterwards(repo: Repo, state: str) -> None:
    """One finding, at the line of the approval that binds another text, with who gave it."""
    approved(repo, "Rendre sous 50 jours.", state=state, here=HERE)

    repo.assert_findings("changed-since-approval")
    (finding,) = repo.findings("changed-since-approval")
    assert finding.severity is Severity.ERROR
    assert finding.values["person"] == "Claire Fontaine"
    assert finding.values["version"] == "2"


def test_the_text_approved_is_silent(repo: Repo) -> None:
    """Other versions' approvals and other roles' visas bind nothing here."""
    approved(repo, f"{APPROVED}   ")

    assert repo.findings("changed-since-approval") == ()


@pytest.mark.parametrize("state", ["projet", "en_verification", "retire"])
def test_the_next_version_is_another_text(repo: Repo, state: str) -> None:
    """A draft says so itself; what has ended binds nobody."""
    approved(repo, "Rendre sous 50 jours.", state=state)

    assert repo.findings("changed-since-approval") == ()


def test_one_of_two_approvers_is_enough(repo: Repo) -> None:
    """A second line for another text takes nothing from the one that holds."""
    approved(repo, APPROVED)
    path = "documents/PRE/PRE-PRO-001-peser.md"
    text = (repo.root / path).read_text(encoding="utf-8")
    line = '  - {version: "2", par: P02, role: approbateur, empreinte: "sha256:22"}\n---\n\n'
    repo.write(path, text.replace("---\n\n", line).encode())

    assert repo.findings("changed-since-approval") == ()
