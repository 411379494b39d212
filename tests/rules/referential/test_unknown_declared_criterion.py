"""Rule unknown-declared-criterion."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_an_answer_to_no_criterion(repo: Repo) -> None:
    """The id is quoted, with the nearest one."""
    referential(repo, "- {id: INF-PR-01, chapitre: prestations}")
    repo.write(
        "evaluation.yaml",
        """
        criteres:
          INF-PR-01: {statut: partiel, motif: En cours, par: P01, date: 2027-02-20}
          INF-PR-10:  # <- unknown-declared-criterion
            {statut: partiel, motif: Non, par: P01, date: 2027-02-20}
        """,
    )

    repo.assert_findings("unknown-declared-criterion")
    assert "INF-PR-01" in shown(repo.findings("unknown-declared-criterion")[0])


def test_no_answer_at_all(repo: Repo) -> None:
    """Without the file nothing is said."""
    referential(repo, "- {id: INF-PR-01, chapitre: prestations}")

    assert not repo.findings("unknown-declared-criterion")


def test_an_answer_near_to_none(repo: Repo) -> None:
    """Where no id looks like it, the list is named."""
    referential(repo, "- {id: INF-PR-01, chapitre: prestations}")
    answer = "{statut: partiel, motif: Non, par: P01, date: 2027-02-20}"
    repo.write("evaluation.yaml", f"criteres:\n  ZZZ: {answer}\n")

    (finding,) = repo.findings("unknown-declared-criterion")

    assert shown(finding).endswith("the answer is not read. The list: smq coverage.")


def test_without_a_referential(repo: Repo) -> None:
    """Answers of a platform that is judged against nothing are left alone."""
    repo.settings({})
    repo.write("evaluation.yaml", "criteres:\n  A-1: {statut: partiel}\n")

    assert repo.system().declarations
    assert not repo.findings("unknown-declared-criterion")
