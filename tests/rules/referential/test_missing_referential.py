"""Rule missing-referential."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_a_referential_that_is_not_there(repo: Repo) -> None:
    """The name of the settings and the file that is missing are said."""
    repo.settings({"referentiels": ["infra-pluss"]})

    (finding,) = repo.findings("missing-referential")

    assert "referentiel/referentiels/infra-pluss.yaml does not exist" in shown(finding)
    assert finding.location.path == "smq.yaml"


def test_a_referential_that_is_there(repo: Repo) -> None:
    """One that is there is silent."""
    referential(repo, "- {id: A-1, chapitre: prestations}")

    assert not repo.findings("missing-referential")
