"""LNK019: a document in force cites one of which no version was ever in force."""

from smq import check
from smq.check import Choice
from smq.i18n import Translator
from smq.report.sentence import message
from tests.conftest import Repo
from tests.versions import VERIFIED, approved


def test_drafts_are_named_together(repo: Repo) -> None:
    """One finding a document; the first three are named, the others counted."""
    for n in range(1, 6):
        repo.document(f"PRE-FOR-00{n}")
    body = " ".join(f"PRE-FOR-00{n}" for n in range(1, 6))
    repo.document("PRE-PRO-001", body, **approved("1", VERIFIED))
    repo.document("PRE-PRO-002", body)

    (finding,) = repo.findings("target-not-in-force")

    assert message(finding, Translator("en")) == (
        "PRE-PRO-001 cites 5 documents that were never in force: PRE-FOR-001, PRE-FOR-002,"
        " PRE-FOR-003 and 2 more."
    )


def test_a_target_being_revised_was_in_force(repo: Repo) -> None:
    """Where history does not give its version in force, nothing is held against it."""
    repo.document("PRE-FOR-001", **approved("2", "2027-01-01", statut="projet"))
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", **approved("1", VERIFIED))

    assert repo.findings("target-not-in-force") == ()


def test_targets_never_in_force_are_looked_for_on_request(repo: Repo) -> None:
    """A platform that is being written cites many drafts: only `--complete` names them."""
    repo.document("PRE-FOR-001")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", **approved("1", VERIFIED))
    system = repo.system()

    def rules(choice: Choice) -> list[str]:
        return [f.rule for f in check.run(system, choice) if f.rule == "LNK019"]

    assert rules(Choice()) == []
    assert rules(Choice(complete=True)) == ["LNK019"]
    (finding,) = repo.findings("target-not-in-force")
    assert (
        message(finding, Translator("en"))
        == "PRE-PRO-001 is in force and cites PRE-FOR-001, which never was."
    )
