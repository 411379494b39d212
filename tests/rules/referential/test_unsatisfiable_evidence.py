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
