"""Rule unknown-criterion."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_a_claim_of_no_criterion(repo: Repo) -> None:
    """The id is quoted at its place, with the nearest one."""
    referential(repo, "- {id: INF-PR-01, chapitre: prestations, preuve: {fait: nom}}")
    path = repo.document("PRE-PRO-001", criteres=["INF-PR-01", "INF-PR-11"])

    (finding,) = repo.findings("unknown-criterion")

    assert (finding.location.path, finding.values["written"]) == (path, "INF-PR-11")
    assert "Nearest: INF-PR-01." in shown(finding)


def test_without_a_referential(repo: Repo) -> None:
    """A platform that is judged against nothing may claim what it likes."""
    repo.settings({})
    repo.document("PRE-PRO-001", criteres=["INF-PR-11"])

    assert not repo.findings("unknown-criterion")


def test_a_claim_near_to_none(repo: Repo) -> None:
    """Where no id looks like it, the list is named."""
    referential(repo, "- {id: INF-PR-01, chapitre: prestations, preuve: {fait: nom}}")
    repo.document("PRE-PRO-001", criteres=["ZZZ"])

    (finding,) = repo.findings("unknown-criterion")

    assert shown(finding) == "ZZZ is no criterion of this platform. The list: smq coverage."
