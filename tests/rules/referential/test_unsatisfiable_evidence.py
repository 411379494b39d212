"""Rule unsatisfiable-evidence."""

import pytest

from tests.conftest import Repo
from tests.rules.referential.criteria import referential
from tests.rules.sentences import shown

TABLE = "nom: demandes\ncolonnes: [{nom: id, requis: true}, {nom: besoin}]\n"


@pytest.mark.parametrize(
    "evidence",
    [
        "{registre: demande}",
        "{registre: demandes, remplis: [besion]}",
        "{couvre: {registre: demandes, par: {registre: devis, colonne: demande}}}",
        "{document: {type: PRX}}",
        "{fait: tutelle}",
        "{chaine: prestation}",
        "{criteres: [A-9]}",
    ],
)
def test_what_nobody_can_have(repo: Repo, evidence: str) -> None:
    """A table, column, type, setting, chain or criterion that does not exist is named."""
    repo.write("referentiel/registres/demandes.yaml", TABLE)
    repo.write("referentiel/types/PRO.yaml", "code: PRO\nnom: {fr: Procédure}\n")
    referential(repo, f"- {{id: A-1, chapitre: prestations, preuve: {evidence}}}")

    finding = repo.findings("unsatisfiable-evidence")[0]

    assert finding.location.line == 3
    assert "Nobody can satisfy this criterion" in shown(finding)


def test_the_nearest_name(repo: Repo) -> None:
    """A misspelt table is shown with the one that it may stand for."""
    repo.write("referentiel/registres/demandes.yaml", TABLE)
    referential(repo, "- {id: A-1, chapitre: prestations, preuve: {registre: demande}}")

    assert "Nearest: demandes." in shown(repo.findings("unsatisfiable-evidence")[0])


def test_what_the_platform_has(repo: Repo) -> None:
    """A table and a column of its schema are silent."""
    repo.write("referentiel/registres/demandes.yaml", TABLE)
    evidence = "{registre: demandes, remplis: [besoin]}"
    referential(repo, f"- {{id: A-1, chapitre: prestations, preuve: {evidence}}}")

    assert not repo.findings("unsatisfiable-evidence")


@pytest.mark.parametrize(
    ("evidence", "near"),
    [
        ("{registre: demandes, remplis: [besion]}", "demandes.besoin"),
        ("{document: {type: PRX}}", "PRO"),
        ("{chaine: prestation}", "prestations"),
        ("{criteres: [A-9]}", "A-1"),
    ],
)
def test_the_nearest_of_each_sort(repo: Repo, evidence: str, near: str) -> None:
    """A column, a type, a chain and a criterion are compared with those of the platform."""
    repo.write("referentiel/registres/demandes.yaml", TABLE)
    repo.write("referentiel/types/PRO.yaml", "code: PRO\nnom: {fr: Procédure}\n")
    chain = "nom: prestations\ntitre: Prestations\ndepart: demandes\nmaillons: []\n"
    repo.write("referentiel/chaines/prestations.yaml", chain)
    referential(repo, f"- {{id: A-1, chapitre: prestations, preuve: {evidence}}}")

    (finding,) = repo.findings("unsatisfiable-evidence")

    assert f"Nearest: {near}." in shown(finding)


def test_a_name_near_to_none(repo: Repo) -> None:
    """Where nothing looks like it, it is to be added; what other rules say is no name."""
    referential(
        repo,
        """
        - {id: A-1, chapitre: prestations, nivo: attendu, preuve: {registre: zzz}}
        - {id: A-2, chapitre: prestations, preuve: {photo: labo}}
        """,
    )

    (finding,) = repo.findings("unsatisfiable-evidence")

    assert shown(finding) == (
        "Nobody can satisfy this criterion: no table is called «zzz»."
        " Correct the name, or add what it names under referentiel/."
    )


def test_one_fault_at_a_time(repo: Repo) -> None:
    """What is not of its form is said first: what it names is looked up once it is mended."""
    referential(repo, "- {id: A-1, chapitre: prestations, preuve: {fait: inconnu, au_moins: deux}}")

    assert repo.findings("ill-formed-criterion")
    assert not repo.findings("unsatisfiable-evidence")


@pytest.mark.parametrize(
    "evidence",
    [
        "{registre: demandes, resolus: [besion]}",
        "{registre: demande, resolus: [besoin]}",
        "{chaine: prestations}",
    ],
)
def test_what_is_missing_is_said_once(repo: Repo, evidence: str) -> None:
    """A column that is not there leads nowhere, and a table that is not there has no column."""
    repo.write("referentiel/registres/demandes.yaml", TABLE)
    links = "[{registre: demandes, depuis: devis, colonne: devis}]"
    chain = f"nom: prestations\ntitre: Prestations\ndepart: demandes\nmaillons: {links}\n"
    repo.write("referentiel/chaines/prestations.yaml", chain)
    referential(repo, f"- {{id: A-1, chapitre: prestations, preuve: {evidence}}}")

    assert len(repo.findings("unsatisfiable-evidence")) == 1
