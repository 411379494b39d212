"""A platform seen from one of its technical units."""

from smq.evaluation.areas import of_area
from tests.coverage.trial import Trial


def test_rows_follow_their_instrument(trial: Trial) -> None:
    """Instruments of other units go, with their uses; what is of no unit stays."""
    trial.table(
        "equipements",
        "{nom: id}, {nom: plateau}",
        "id;plateau\nE1;Raman\nE2;Infrarouge\nE3;\n",
    )
    trial.table(
        "usages",
        "{nom: id}, {nom: equipement, type: ref, vers: equipements.id}",
        "id;equipement\n1;E1\n2;E2\n3;E3\n4;\n",
    )
    trial.table(
        "incidents",
        "{nom: id}, {nom: usage, type: ref, vers: usages.id},"
        " {nom: appareils, type: liste, vers: equipements.id}",
        "id;usage;appareils\na;2;\nb;1;E1|E2\nc;;E2\n",
    )
    kept = of_area(trial.repo.system(), "Raman").registers

    assert list(kept["equipements"].by_key) == ["E1", "E3"]
    assert [row.key for row in kept["usages"].rows] == ["1", "3", "4"]
    assert [row.key for row in kept["incidents"].rows] == ["b"]


def test_documents_that_name_no_unit_are_of_all(trial: Trial) -> None:
    """A document that names another unit goes."""
    trial.document("a", "PRE-PRO-001", plateaux=["Raman"])
    trial.document("b", "PRE-PRO-002", plateaux=["Infrarouge"])
    trial.document("c", "PRE-PRO-003", plateaux=[])
    system = trial.repo.system()

    assert [d.code_text for d in of_area(system, "Raman").documents] == [
        *("PRE-PRO-001", "PRE-PRO-003")
    ]
    assert of_area(system, None) is system
