"""Rule incomplete-approval."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown

WHOLE = {"version": "1", "par": "P02", "date": "2027-02-20", "mode": "git"}


def test_what_an_approval_lacks(repo: Repo) -> None:
    """One warning at the line of the approval, with all that is missing."""
    path = repo.document("PRE-PRO-001", approbations=[{"version": "1", "par": "Hugo"}])

    (finding,) = repo.findings("incomplete-approval")

    assert place(finding)[0] == path
    assert finding.location.line == 10
    assert finding.severity is Severity.WARNING
    assert shown(finding).startswith("The approval of version «1» does not say: date, mode.")


def test_weight(repo: Repo) -> None:
    """An error for the version that readers rely on, a warning for an earlier one."""
    repo.document(
        "PRE-PRO-001",
        version="2",
        statut="applicable",
        approbations=[{**WHOLE, "mode": ""}, {**WHOLE, "version": "2", "date": None}],
    )

    earlier, now = repo.findings("incomplete-approval")

    assert (earlier.values["missing"], earlier.severity) == ("mode", Severity.WARNING)
    assert (now.values["missing"], now.severity) == ("date", Severity.ERROR)


def test_words_that_mean_nothing(repo: Repo) -> None:
    """A mode and a role are words of a list; the nearest is named."""
    repo.document("PRE-PRO-001", approbations=[{**WHOLE, "mode": "papiers", "role": "chef"}])

    mode, role = repo.findings("incomplete-approval")

    assert shown(mode) == (
        "«papiers» is no «mode» of an approval."
        " Nearest: papier. The words are git, papier, courriel, parapheur, pv."
    )
    assert shown(role).endswith("The words are redacteur, verificateur, approbateur.")


def test_whole_approvals(repo: Repo) -> None:
    """Whole ones, with a role in any case, are silent; so is a document without any."""
    repo.document("PRE-PRO-001", approbations=[WHOLE, {**WHOLE, "role": "Vérificateur"}])
    repo.document("PRE-PRO-002")

    assert not repo.findings("incomplete-approval")


def test_a_draft(repo: Repo) -> None:
    """Nobody relies on a draft: what its approval lacks is a warning."""
    repo.document("PRE-PRO-001", version="1", approbations=[{**WHOLE, "par": None}])

    (finding,) = repo.findings("incomplete-approval")

    assert finding.severity is Severity.WARNING


def test_a_mode_near_to_none(repo: Repo) -> None:
    """Where no word looks like it, all are named."""
    repo.document("PRE-PRO-001", approbations=[{**WHOLE, "mode": "zzz"}])

    (finding,) = repo.findings("incomplete-approval")

    assert shown(finding) == (
        "«zzz» is no «mode» of an approval. The words are git, papier, courriel, parapheur, pv."
    )


def test_what_other_rules_say(repo: Repo) -> None:
    """A list for a name, a word for an approval, and a foreign tree."""
    repo.document("PRE-PRO-001", approbations=[{**WHOLE, "par": ["P01", "P02"]}, "Hugo"])
    assert not repo.findings("incomplete-approval")

    repo.document("PRE-PRO-001", approbations=[{"version": "1"}])
    assert repo.findings("incomplete-approval")
    repo.settings({"lecture": {"racines": ["documents"]}})
    assert not repo.findings("incomplete-approval")


def test_the_command_that_completes_it(repo: Repo) -> None:
    """It counts from the first approval; a document without code has the line of the header."""
    lacking = {"version": "1", "par": "P02"}
    repo.document("PRE-PRO-001", approbations=[WHOLE, lacking])
    (finding,) = repo.findings("incomplete-approval")
    assert shown(finding).endswith(
        'Complete it: smq set PRE-PRO-001 "approbations[2].date=…" "approbations[2].mode=…"'
    )

    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        '---\ntype: PRO\napprobations: [{version: "1", par: P02}]\n---\n',
    )
    (finding,) = repo.findings("incomplete-approval")
    assert "Complete this line of «approbations»: version:" in shown(finding)
