"""Rule other-kit."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_another_kit_than_that_of_the_documents(repo: Repo) -> None:
    """A warning at the name, with the one that the documents have."""
    repo.write("smq.yaml", "plateforme: {nom: A}\nkit:\n  nom: infra\n")
    repo.document("PRE-PRO-001", modele="infra-plus/pre-pro-prestation")

    (finding,) = repo.findings("other-kit")

    assert place(finding) == ("smq.yaml", 3, 8)
    assert finding.severity is Severity.WARNING
    assert shown(finding) == (
        "The kit is named «infra», but the documents grew from the kit «infra-plus»."
        " Write «nom: infra-plus» under «kit» in smq.yaml."
    )


def test_nothing_to_compare(repo: Repo) -> None:
    """The right kit, no kit, or documents that grew from none are silent."""
    repo.settings({"kit": {"nom": "infra"}})
    repo.document("PRE-PRO-001")
    assert not repo.findings("other-kit")
    repo.document("PRE-PRO-002", modele="infra-plus/pre-pro-prestation")
    repo.settings({"kit": None})
    assert not repo.findings("other-kit")
    repo.settings({"kit": {"nom": "infra-plus"}})
    assert not repo.findings("other-kit")


def test_a_model_without_kit(repo: Repo) -> None:
    """A model that names no kit says nothing of one."""
    repo.settings({"kit": {"nom": "infra"}})
    repo.document("PRE-PRO-001", modele="pre-pro-prestation")

    assert not repo.findings("other-kit")
