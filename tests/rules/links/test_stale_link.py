"""LNK018: a document in force rests on newer versions of what it cites."""

from smq.i18n import Translator
from smq.model import Severity
from smq.report.sentence import hint, message
from tests.conftest import Repo
from tests.versions import VERIFIED, approved

_ENGLISH = Translator("en")


def test_one_target_is_told_in_full(repo: Repo) -> None:
    """Which, its version and day, after which look; at the first place that cites it."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        version: "1"
        statut: applicable
        date_application: 2027-01-18
        approbations: [{version: "1", par: P02, role: approbateur, date: 2027-01-15}]
        ---
        Rien ici.
        Remplir PRE-FOR-001. <!-- <- stale-link -->
        Ranger PRE-FOR-001.
        """,
    )

    repo.assert_findings("stale-link")
    (finding,) = repo.findings("stale-link")
    assert finding.severity is Severity.WARNING
    assert message(finding, _ENGLISH) == (
        "«PRE-FOR-001» came to version 2 on 2027-02-01, after PRE-PRO-001 was approved"
        " (2027-01-15)."
    )
    assert "smq confirm PRE-PRO-001" in (hint(finding, _ENGLISH) or "")


def test_five_targets_are_one_finding(repo: Repo) -> None:
    """The three newest are named, the others counted."""
    for n in range(1, 6):
        repo.document(f"PRE-FOR-00{n}", **approved("2", f"2027-02-0{n}"))
    body = " ".join(f"PRE-FOR-00{n}" for n in range(1, 6))
    repo.document("PRE-PRO-001", body, **approved("1", VERIFIED))

    (finding,) = repo.findings("stale-link")

    assert message(finding, _ENGLISH) == (
        "5 documents cited had a new version since PRE-PRO-001 was last read: PRE-FOR-005"
        " (version 2), PRE-FOR-004 (version 2), PRE-FOR-003 (version 2) and 2 more."
    )


def test_a_withdrawn_target_is_said_once(repo: Repo) -> None:
    """It is LNK003's."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01", statut="retire"))
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", **approved("1", VERIFIED))

    assert repo.findings("stale-link") == ()
    assert len(repo.findings("link-to-withdrawn")) == 1
