"""Rule unknown-evidence."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_a_sort_that_does_not_exist(repo: Repo) -> None:
    """The word is quoted and the nearest sort given, inside other evidence too."""
    referential(
        repo,
        """
        - id: A-1
          chapitre: prestations
          preuve:
            tout:
              - {fait: nom}
              - {documents: {modele: a}}  # <- unknown-evidence
        """,
    )

    repo.assert_findings("unknown-evidence")
    (finding,) = repo.findings("unknown-evidence")
    assert "Nearest sort: document." in shown(finding)


def test_sorts_that_exist(repo: Repo) -> None:
    """Known sorts are silent."""
    referential(repo, "- {id: A-1, chapitre: prestations, preuve: {un_de: [{fait: nom}]}}")

    assert not repo.findings("unknown-evidence")


def test_a_sort_near_to_none(repo: Repo) -> None:
    """Where no sort looks like it, all are named; a fault of another rule is no sort."""
    referential(
        repo,
        """
        - {id: A-1, chapitre: prestations, preuve: {zzz: labo}}
        - {id: A-2, chapitre: prestations, nivo: attendu, preuve: {fait: inconnu}}
        """,
    )

    (finding,) = repo.findings("unknown-evidence")

    assert "«zzz» is no sort of evidence. The sorts of evidence: " in shown(finding)
    assert "couvre" in shown(finding)
