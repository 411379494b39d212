"""LIF015: proofs that are no more the files that were filed."""

from hashlib import sha256
from typing import Any

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown

Header = dict[str, Any]
PROOF = "enregistrements/visas/visa signé.pdf"
FILED = b"%PDF-1.4 as signed"


def signed(**more: str) -> Header:
    """Return an approval on paper whose proof was filed with its hash."""
    visa = {"version": "2", "par": "P02", "role": "approbateur", "date": "2027-01-10"}
    digest = f"sha256:{sha256(FILED).hexdigest()}"
    kept = {"mode": "papier", "preuve": PROOF, "empreinte_preuve": digest}
    return {"approbations": [{**visa, **kept, **more}]}


def test_a_proof_with_other_bytes_is_an_error(repo: Repo, in_force: Header) -> None:
    """The sentence names file, version and person; the hint shows both hashes."""
    repo.write(PROOF, b"%PDF-1.4 saved again")
    repo.document("PRE-PRO-001", **{**in_force, **signed()})

    (finding,) = repo.findings("altered-proof")

    assert finding.severity is Severity.ERROR
    assert shown(finding).startswith(
        "The proof of the approval of version «2» by Hugo Marchal was changed since it was filed:"
        f" {PROOF}."
    )
    assert finding.values["kept"] == sha256(FILED).hexdigest()[:12]
    assert repo.findings("missing-proof") == ()


@pytest.mark.parametrize("name", [PROOF, "./enregistrements/visas/visa signe\u0301.pdf"])
def test_the_file_that_was_filed_is_silent(repo: Repo, in_force: Header, name: str) -> None:
    """Its bytes are the same, however its path is written."""
    repo.write(PROOF, FILED)
    repo.document("PRE-PRO-001", **{**in_force, **signed(preuve=name)})

    assert repo.findings("altered-proof") == ()


def test_a_hash_in_capitals_is_the_same_hash(repo: Repo, in_force: Header) -> None:
    """Some tools print hashes in capitals, without a prefix."""
    repo.write(PROOF, FILED)
    digest = sha256(FILED).hexdigest().upper()
    repo.document("PRE-PRO-001", **{**in_force, **signed(empreinte_preuve=digest)})

    assert repo.findings("altered-proof") == ()


def test_without_a_hash_nothing_is_known(repo: Repo, in_force: Header) -> None:
    """A visa typed by hand keeps no hash: its proof is only looked for."""
    repo.write(PROOF, b"%PDF-1.4 whatever")
    header = signed()
    del header["approbations"][0]["empreinte_preuve"]
    repo.document("PRE-PRO-001", **{**in_force, **header})

    assert repo.findings("altered-proof") == ()


def test_a_missing_or_empty_proof_is_the_other_rule(repo: Repo, in_force: Header) -> None:
    """What is not there cannot be compared: LIF011 says so, as a warning."""
    repo.document("PRE-PRO-001", **{**in_force, **signed()})
    assert repo.findings("altered-proof") == ()
    assert [f.severity for f in repo.findings("missing-proof")] == [Severity.WARNING]

    repo.write(PROOF, b"")
    assert repo.findings("altered-proof") == ()
    assert len(repo.findings("missing-proof")) == 1


def test_another_version_is_judged_too(repo: Repo, in_force: Header) -> None:
    """Proofs of earlier versions are kept for the evaluation as well."""
    repo.write(PROOF, b"%PDF-1.4 saved again")
    old = signed(version="1")["approbations"]
    repo.document("PRE-PRO-001", **{**in_force, "approbations": [*in_force["approbations"], *old]})

    assert [f.values["version"] for f in repo.findings("altered-proof")] == ["1"]
