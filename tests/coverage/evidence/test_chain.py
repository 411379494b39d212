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
    assert lacks(found) == ["analyses:A2: nothing in the register «rapports»."]

    (dossiers.repo.root / "registres/rapports.csv").unlink()
    assert dossiers.judge(ASKED).verdict is UNSATISFIED


def test_what_hangs_on_an_optional_link(dossiers: Trial) -> None:
    """Where the optional link is there, what follows it is asked."""
    dossiers.repo.write("registres/factures.csv", "id\nF9\n")

    assert lacks(dossiers.judge(ASKED)) == ["analyses:A1: nothing in the register «factures»."]


def test_recent_dossiers(dossiers: Trial) -> None:
    """The date judged at decides which dossiers are looked at, and how many there must be."""
    asked = "{chaine: essai, depuis_mois: 3, au_moins: 2}"

    assert dossiers.judge(asked, date(2027, 2, 1)).verdict is SATISFIED
    few = dossiers.judge(asked, date(2027, 2, 2))
    assert lacks(few)[0] == (
        "1 dossier to walk from end to end is missing: «De la demande à la facture»."
    )


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


@pytest.mark.parametrize(
    "broken",
    ["{chaine: essais}", "{chaine: essai, ou: '('}", """{chaine: essai, ou: "etat == 'x'"}"""],
)
def test_options_that_mean_nothing(dossiers: Trial, broken: str) -> None:
    """A chain that is not there, a condition that is none."""
    assert "cannot be judged" in lacks(dossiers.judge(broken))[0]


def test_nobody_keeps_the_first_table(dossiers: Trial) -> None:
    """Without file the table is named."""
    (dossiers.repo.root / "registres/analyses.csv").unlink()

    assert lacks(dossiers.judge(ASKED)) == ["The register «analyses» has no file yet."]


def test_a_link_asked_on_a_condition(dossiers: Trial) -> None:
    """`si` of a link asks for it where the condition holds on the row that it comes from."""
    asked = CHAIN.replace("colonne: analyse}", "colonne: analyse, si: \"id == 'A1'\"}", 1)
    dossiers.repo.write("referentiel/chaines/essai.yaml", asked)

    dossiers.repo.write("registres/rapports.csv", "id;analyse\nR1;A1\n")
    found = dossiers.judge(ASKED)
    assert found.verdict is SATISFIED
    assert "rapports:R1" in proofs(found)

    dossiers.repo.write("registres/rapports.csv", "id;analyse\nR3;A2\n")
    assert lacks(dossiers.judge(ASKED)) == ["analyses:A1: nothing in the register «rapports»."]


def test_no_dossier_is_needed(dossiers: Trial) -> None:
    """With `au_moins: 0` the table is not named; without any dossier nothing begins."""
    asked = "{chaine: essai, au_moins: 0}"
    alone = ["demandes:D1", "demandes:D2", "factures:F1", "rapports:R3"]
    assert proofs(dossiers.judge(asked)) == alone

    none = """{chaine: essai, au_moins: 0, ou: "id == 'X'"}"""
    assert dossiers.judge(none).verdict is SATISFIED
    assert dossiers.judge(f"{{tout: [{none}, {{fait: site_web}}]}}").verdict is UNSATISFIED

    dossiers.repo.write("registres/rapports.csv", "id;analyse\nR1;A1\n")
    broken = dossiers.judge(asked)
    assert (broken.verdict, proofs(broken)) == (PARTIAL, [])


def test_a_chain_that_comes_back_to_its_start(dossiers: Trial) -> None:
    """Rows of the first table leave with the dossiers that they are: none of them is needed."""
    back = "nom: essai\ndepart: analyses\nmaillons: [{registre: analyses, colonne: suite}]\n"
    dossiers.repo.write("referentiel/chaines/essai.yaml", back)
    dossiers.table(
        "analyses",
        "{nom: id}, {nom: suite, type: ref, vers: analyses.id}",
        "id;suite\nA1;A2\nA2;A1",
    )

    found = dossiers.judge("{chaine: essai}")

    assert (found.verdict, proofs(found)) == (SATISFIED, ["essai"])


def test_what_follows_a_link_that_is_missing(dossiers: Trial) -> None:
    """Each link that is asked for is said, though nothing leads to it yet."""
    asked = CHAIN.replace(", facultatif: true", "")
    dossiers.repo.write("referentiel/chaines/essai.yaml", asked)

    assert lacks(dossiers.judge(ASKED)) == [
        "analyses:A2: nothing in the register «lignes».",
        "analyses:A2: nothing in the register «factures».",
    ]
