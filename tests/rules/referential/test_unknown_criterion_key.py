"""Rule unknown-criterion-key."""

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown


def test_misspelt_keys(repo: Repo) -> None:
    """A key of a criterion and an option of evidence are named, with the nearest."""
    referential(
        repo,
        """
        - id: A-1
          chapitre: prestations
          nivo: attendu  # <- unknown-criterion-key
          preuve:
            fait: unites
            au_moin: 2  # <- unknown-criterion-key
        """,
    )

    repo.assert_findings("unknown-criterion-key")
    said = [shown(finding) for finding in repo.findings("unknown-criterion-key")]
    assert any("Nearest key: au_moins." in sentence for sentence in said)


def test_known_keys(repo: Repo) -> None:
    """Known keys are silent."""
    referential(repo, "- {id: A-1, chapitre: prestations, aide: Voir., preuve: {fait: nom}}")

    assert not repo.findings("unknown-criterion-key")


def test_a_key_near_to_none(repo: Repo) -> None:
    """Where no key looks like it, the line goes; what other rules say is no key."""
    referential(
        repo,
        """
        - {id: A-1, chapitre: prestations, zzz: oui, preuve: {fait: inconnu}}
        - {id: A-2, chapitre: prestations, preuve: {photo: labo}}
        """,
    )

    (finding,) = repo.findings("unknown-criterion-key")

    assert shown(finding) == (
        "«criteres.zzz» is no key here: what stands there is not read."
        " Correct its name, or remove the line."
    )
