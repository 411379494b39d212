"""Rule ill-formed-declaration."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_answers_worth_nothing(repo: Repo) -> None:
    """An answer without reason, person or date, one of no known word, one of no known form."""
    referential(repo, "- {id: A-1, chapitre: prestations}\n- {id: A-2, chapitre: prestations}")
    repo.write(
        "evaluation.yaml",
        """
        criteres:
          A-1: {statut: sans objet}  # <- ill-formed-declaration
          A-2: {statut: oui, motif: Fait, par: P01, date: 2027-02-20}  # <- ill-formed-declaration
        """,
    )

    repo.assert_findings("ill-formed-declaration")
    first, second = (shown(finding) for finding in repo.findings("ill-formed-declaration"))
    assert "«motif», «par», «date» is missing" in first
    assert "«oui» is no answer for A-2" in second


def test_a_date_that_is_none(repo: Repo) -> None:
    """A date that does not exist is said with what is expected."""
    referential(repo, "- {id: A-1, chapitre: prestations}")
    repo.write(
        "evaluation.yaml",
        "criteres:\n  A-1: {statut: satisfait, motif: Fait, par: P01, date: 2027-02-31}\n",
    )

    said = [shown(finding) for finding in repo.findings("ill-formed-declaration")]

    assert any("2027-02-31" in sentence for sentence in said)


def test_a_whole_answer(repo: Repo) -> None:
    """An answer with reason, person and date is silent."""
    referential(repo, "- {id: A-1, chapitre: prestations}")
    repo.write(
        "evaluation.yaml",
        "criteres:\n  A-1: {statut: satisfait, motif: Fait, par: P01, date: 2027-02-20}\n",
    )

    assert not repo.findings("ill-formed-declaration")


def test_what_other_rules_say(repo: Repo) -> None:
    """A key that nothing reads leaves the answer whole."""
    referential(repo, "- {id: A-1, chapitre: prestations}")
    answer = "{statut: partiel, motif: Fait, par: P01, date: 2027-02-20, avis: bon}"
    repo.write("evaluation.yaml", f"criteres:\n  A-1: {answer}\n")

    assert repo.findings("unknown-criterion-key")
    assert not repo.findings("ill-formed-declaration")
