"""`chaine`: dossiers walked from end to end."""

from datetime import date

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

CHAIN = """
nom: essai
titre: De la demande à la facture
depart: analyses
maillons:
  - {registre: demandes, colonne: demande}
  - {registre: rapports, colonne: analyse}
  - {registre: lignes, colonne: analyse, facultatif: true}
  - {registre: factures, depuis: lignes, colonne: facture}
"""
ASKED = "{chaine: essai, depuis_mois: 12}"


@pytest.fixture
def dossiers(trial: Trial) -> Trial:
    """Return a platform with two analyses: one invoiced, one without invoice."""
    trial.repo.write("referentiel/chaines/essai.yaml", CHAIN)
    trial.table("demandes", "{nom: id}", "id\nD1\nD2\n")
    trial.table(
        "analyses",
        "{nom: id}, {nom: date, type: date}, {nom: demande, type: ref, vers: demandes.id}",
        "id;date;demande\nA1;2026-11-01;D1\nA2;2027-02-01;D2\n",
    )
    trial.table(
        "rapports",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id}",
        "id;analyse\nR1;A1\nR2;A1\nR3;A2\n",
    )
    trial.table(
        "lignes",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id}, {nom: facture}",
        "id;analyse;facture\nL1;A1;F1\n",
    )
    trial.table("factures", "{nom: id}", "id\nF1\n")
    return trial


def test_complete_dossiers(dossiers: Trial) -> None:
    """The rows that alone hold a link are needed; what hangs on an optional link is spared."""
    found = dossiers.judge(ASKED)

    assert found.verdict is SATISFIED
    assert proofs(found) == ["essai", "demandes:D1", "demandes:D2", "factures:F1", "rapports:R3"]
    assert [p.kind for p in found.proofs][:2] == ["chain", "register"]


def test_the_dossiers_asked_for(dossiers: Trial) -> None:
    """As many dossiers as asked: each is needed."""
    asked = """{chaine: essai, ou: "id == 'A2'"}"""

    assert proofs(dossiers.judge(asked)) == ["analyses:A2", "demandes:D2", "rapports:R3"]


def test_a_link_is_broken(dossiers: Trial) -> None:
    """The table in which nothing is found is said; partial while a dossier is whole."""
    dossiers.repo.write("registres/rapports.csv", "id;analyse\nR1;A1\n")
    found = dossiers.judge(ASKED)
    assert (found.verdict, proofs(found)) == (PARTIAL, ["analyses"])
    assert lacks(found) == ["analyses:A2: nothing in the table «rapports»."]

    (dossiers.repo.root / "registres/rapports.csv").unlink()
    assert dossiers.judge(ASKED).verdict is UNSATISFIED


def test_what_hangs_on_an_optional_link(dossiers: Trial) -> None:
    """Where the optional link is there, what follows it is asked."""
    dossiers.repo.write("registres/factures.csv", "id\nF9\n")

    assert lacks(dossiers.judge(ASKED)) == ["analyses:A1: nothing in the table «factures»."]


def test_recent_dossiers(dossiers: Trial) -> None:
    """The date judged at decides which dossiers are looked at, and how many there must be."""
    asked = "{chaine: essai, depuis_mois: 3, au_moins: 2}"

    assert dossiers.judge(asked, date(2027, 2, 1)).verdict is SATISFIED
    few = dossiers.judge(asked, date(2027, 2, 2))
    assert lacks(few) == ["Chain «essai»: 1 dossiers of 2 asked."]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("depart: analyses", "depart: essais"),
        ("registre: demandes", "registre: requetes"),
        ("colonne: demande}", "colonne: dossier}"),
        ("depuis: lignes", "depuis: postes"),
    ],
)
def test_a_chain_that_leads_nowhere(dossiers: Trial, wrong: str, right: str) -> None:
    """A table or a column that does not exist proves nothing."""
    dossiers.repo.write("referentiel/chaines/essai.yaml", CHAIN.replace(wrong, right))

    assert "cannot be judged" in lacks(dossiers.judge(ASKED))[0]


@pytest.mark.parametrize("broken", ["{chaine: essais}", "{chaine: essai, ou: '('}"])
def test_options_that_mean_nothing(dossiers: Trial, broken: str) -> None:
    """A chain that is not there, a condition that is none."""
    assert "cannot be judged" in lacks(dossiers.judge(broken))[0]


def test_nobody_keeps_the_first_table(dossiers: Trial) -> None:
    """Without file the table is named."""
    (dossiers.repo.root / "registres/analyses.csv").unlink()

    assert lacks(dossiers.judge(ASKED)) == ["The table «analyses» has no file yet."]
