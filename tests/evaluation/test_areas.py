"""A platform seen from one of its technical units."""

from smq.evaluation.areas import of_area
from tests.coverage.trial import Trial
from tests.tracing.conftest import dossiers

__all__ = ["dossiers"]


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


def test_requests_and_invoices_follow_their_analyses(dossiers: Trial) -> None:
    """Those of other units go; one that a unit shares stays, and so does one without analysis."""
    dossiers.table(
        "equipements", "{nom: id}, {nom: plateau}", "id;plateau\nE1;Raman\nE2;Infrarouge\n"
    )
    dossiers.table(
        "analyses",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id}, {nom: donnees},"
        " {nom: equipements, type: ref, vers: equipements.id}, {nom: statut},"
        " {nom: debut, type: date}, {nom: fin, type: date}, {nom: operateur}",
        "id;demande;equipements\nA1;D1;E2\nA2;D2;E1\nA3;D2;E2\n",
    )
    dossiers.table(
        "lignes",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id},"
        " {nom: facture, type: ref, vers: factures.id}",
        "id;analyse;facture\nL1;A1;F1\nL2;A2;F2\nL3;A3;F2\n",
    )
    dossiers.table("factures", "{nom: id}, {nom: numero}", "id;numero\nF1;1\nF2;2\nF3;3\n")
    kept = of_area(dossiers.repo.system(), "Raman").registers

    assert [row.key for row in kept["demandes"].rows] == ["D2", "D3", "D4"]
    assert [row.key for row in kept["devis"].rows] == ["V3"]
    assert [row.key for row in kept["lignes"].rows] == ["L2"]
    assert [row.key for row in kept["factures"].rows] == ["F2", "F3"]
    assert [row.key for row in kept["usagers"].rows] == ["U1"]
