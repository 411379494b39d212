"""Rule criterion-twice."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_an_id_used_twice(repo: Repo) -> None:
    """The second criterion of one id is reported, with the line of the first."""
    referential(
        repo,
        """
        - {id: INF-PR-01, chapitre: prestations, preuve: {fait: nom}}
        - {id: INF-PR-02, chapitre: prestations, preuve: {fait: nom}}
        - {id: INF-PR-01, chapitre: prestations, preuve: {fait: nom}}  # <- criterion-twice
        """,
    )

    repo.assert_findings("criterion-twice")
    (finding,) = repo.findings("criterion-twice")
    assert "first on line 3" in shown(finding)


def test_ids_used_once(repo: Repo) -> None:
    """Two ids are no fault."""
    referential(repo, "- {id: A-1, chapitre: prestations}\n- {id: A-2, chapitre: prestations}")

    assert not repo.findings("criterion-twice")
