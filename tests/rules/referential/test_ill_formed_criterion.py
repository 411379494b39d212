"""Rule ill-formed-criterion."""

import pytest

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("niveau: obligatoire", "prioritaire, attendu or recommande"),
        ("marque: officiel", "programme, page_publique or deduit"),
        ("nature: calculee", "computed, declared or to_be_read"),
        ("etapes: [audit]", "eligibilite, engagement, label or suivi"),
        ("preuve: rien", "one sort of evidence"),
        ('si: "prestation dans activites"', "a condition"),
    ],
)
def test_a_value_that_is_not_understood(repo: Repo, wrong: str, expected: str) -> None:
    """A level, mark, nature, stage, evidence or condition that is none is said at its place."""
    referential(repo, f"- {{id: A-1, chapitre: prestations, {wrong}}}")

    finding = repo.findings("ill-formed-criterion")[0]

    assert finding.location.line == 3
    assert expected in shown(finding)


def test_options_of_the_wrong_sort(repo: Repo) -> None:
    """An option of evidence that is no number is said at its line."""
    referential(
        repo,
        """
        - id: A-1
          chapitre: prestations
          preuve:
            fait: unites
            au_moins: deux  # <- ill-formed-criterion
        """,
    )

    repo.assert_findings("ill-formed-criterion")


def test_a_good_criterion(repo: Repo) -> None:
    """What is understood is silent."""
    referential(
        repo,
        """
        - id: A-1
          chapitre: prestations
          niveau: prioritaire
          si: "prestation in activites"
          preuve: {tout: [{fait: nom}, {sauf: {fait: sigle}}]}
        """,
    )

    assert not repo.findings("ill-formed-criterion")


def test_what_other_rules_say(repo: Repo) -> None:
    """An unknown key, sort or fact is well written: other rules name it."""
    referential(
        repo,
        """
        - {id: A-1, chapitre: prestations, nivo: attendu, preuve: {fait: inconnu}}
        - {id: A-2, chapitre: prestations, preuve: {photo: labo}}
        """,
    )

    assert not repo.findings("ill-formed-criterion")
    assert repo.findings("unknown-criterion-key")
    assert repo.findings("unsatisfiable-evidence")
    assert repo.findings("unknown-evidence")
