"""LIF011: approvals without their proof."""

from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown

Header = dict[str, Any]


def approved(mode: str, proof: str | None) -> dict[str, Any]:
    """Return an approval given in some way."""
    visa = {"version": "2", "par": "P02", "role": "approbateur", "date": "2027-01-10"}
    return {"approbations": [{**visa, "mode": mode, **({"preuve": proof} if proof else {})}]}


def test_a_paper_approval_without_proof_is_a_warning(repo: Repo) -> None:
    """Each approval is judged, of old versions as well: proofs are kept."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        approbations:
          - {version: "1", par: P02, date: 2026-01-10, mode: courriel}  # <- missing-proof
          - {version: "2", par: P02, date: 2027-01-10, mode: git}
          - {version: "3", par: P02, date: 2027-02-10, mode: pv, preuve: pv.pdf}  # <- missing-proof
        ---
        """,
    )

    repo.assert_findings("missing-proof")
    first, third = repo.findings("missing-proof")
    assert {first.severity, third.severity} == {Severity.WARNING}
    assert first.location.column == 5
    assert (first.values["person"], third.values["proof"]) == ("Hugo Marchal", "pv.pdf")
    assert "names no proof" in first.message
    assert "is not there" in third.message


@pytest.mark.parametrize(
    "proof",
    [
        "enregistrements/DOC/visa signé.pdf",
        "./enregistrements/DOC/visa signé.pdf",
        "enregistrements/DOC/visa signe\u0301.pdf",
        "https://parapheur.example.org/dossier/12",
    ],
)
def test_a_proof_that_is_there_is_silent(repo: Repo, in_force: Header, proof: str) -> None:
    """The path is read from the root, accents in either form; an address is taken at its word."""
    repo.write("enregistrements/DOC/visa signé.pdf", b"%PDF-1.4")
    repo.document("PRE-PRO-001", **{**in_force, **approved("papier", proof)})

    assert repo.findings("missing-proof") == ()


def test_a_path_out_of_the_folder_is_no_proof(repo: Repo, in_force: Header) -> None:
    """What lies outside the platform's folder cannot be shown from it."""
    repo.document("PRE-PRO-001", **{**in_force, **approved("papier", "../visa.pdf")})

    assert len(repo.findings("missing-proof")) == 1


def test_git_is_its_own_proof(repo: Repo, in_force: Header) -> None:
    """An approval given by a commit names no file."""
    repo.document("PRE-PRO-001", **{**in_force, **approved("git", None)})

    assert repo.findings("missing-proof") == ()


def test_an_empty_file_is_no_proof(repo: Repo, in_force: Header) -> None:
    """A scan of 0 bytes shows nothing; the sentence says that the file is there and empty."""
    repo.write("enregistrements/visa signé.pdf", b"")
    path = "./enregistrements/visa signé.pdf"
    repo.document("PRE-PRO-001", **{**in_force, **approved("papier", path)})

    (finding,) = repo.findings("missing-proof")

    assert shown(finding).startswith(
        f"The proof of the approval of version «2» is an empty file: {path}."
    )
