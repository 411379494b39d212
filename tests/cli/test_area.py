"""`--plateau`: commands that look at one technical unit."""

import json

import pytest

from tests.cli.runner import Runner
from tests.coverage.trial import Trial
from tests.tracing.conftest import dossiers

__all__ = ["dossiers"]


@pytest.fixture
def areas(dossiers: Trial) -> Trial:
    """Return the platform with two units: E1 is of the first, E2 of the second."""
    dossiers.repo.settings({"plateaux": [{"nom": "Raman"}, {"nom": "Infrarouge"}]})
    dossiers.table(
        "equipements", "{nom: id}, {nom: plateau}", "id;plateau\nE1;Raman\nE2;Infrarouge\n"
    )
    dossiers.repo.document("PRE-PRO-001", plateaux=["Raman"])
    dossiers.repo.document("PRE-PRO-002", plateaux=["Infrarouge"])
    dossiers.criteria("- {id: A-1, chapitre: essai, preuve: {registre: equipements, au_moins: 2}}")
    return dossiers


def test_list(areas: Trial, smq: Runner) -> None:
    """Documents of another unit are left out."""
    said = smq("list", "--format", "json", "--plateau", "raman")

    assert [row["code"] for row in json.loads(said.out)] == ["PRE-PRO-001"]


def test_coverage(areas: Trial, smq: Runner) -> None:
    """Criteria are judged on the rows of the unit."""
    whole = json.loads(smq("coverage", "--format", "json").out)
    part = json.loads(smq("coverage", "--format", "json", "--plateau", "Raman").out)

    assert whole["criteria"][0]["status"] == "satisfied"
    assert part["criteria"][0]["status"] != "satisfied"


def test_exercise(areas: Trial, smq: Runner) -> None:
    """A dossier done with the instruments of another unit only cannot be drawn."""
    areas.table(
        "analyses",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id},"
        " {nom: equipement, type: ref, vers: equipements.id}, {nom: statut}",
        "id;demande;equipement;statut\nA1;D1;E1;close\nA2;D2;E2;close\n",
    )
    said = smq("exercise", "essai", "--sample", "1", "--plateau", "Infrarouge").out

    assert "among 1" in said
    assert "\nA2\n" in said


def test_an_unknown_unit(areas: Trial, smq: Runner) -> None:
    """The nearest is named; a platform without units says so."""
    said = smq("list", "--plateau", "Ramman")
    areas.repo.settings({"plateaux": None})
    none = smq("list", "--plateau", "Raman")

    assert (said.code, "Nearest: Raman." in said.err) == (2, True)
    assert "smq.yaml names none under «plateaux»." in none.err
