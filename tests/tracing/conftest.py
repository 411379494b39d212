"""A platform with one chain: two analyses, one of them invoiced."""

import pytest

from tests.conftest import Repo
from tests.coverage.trial import Trial

CHAIN = """
nom: essai
titre: De la demande à la facture
depart: analyses
rang: 3
montre: [debut, operateur]
exige: [donnees]
ouverture: {registre: demandes, si: "decision == 'acceptee'"}
tirage: "statut == 'close'"
periode: {equipement: equipements, debut: debut, fin: fin}
entrees:
  - {registre: factures, colonne: numero}
  - {registre: analyses, colonne: echantillons}
  - {registre: rapports, colonne: fichier}
maillons:
  - {registre: demandes, colonne: demande, rang: 1}
  - {registre: usagers, depuis: demandes, colonne: usager, montre: [nom]}
  - {registre: devis, depuis: demandes, colonne: demande, rang: 2, si: "decision == 'acceptee'"}
  - {registre: rapports, colonne: analyse, rang: 4, si: "statut == 'close'"}
  - {registre: lignes, colonne: analyse, rang: 5, facultatif: true}
  - {registre: factures, depuis: lignes, colonne: facture}
"""


@pytest.fixture
def dossiers(repo: Repo) -> Trial:
    """Return a platform with three requests: closed and invoiced, under way, not begun."""
    trial = Trial(repo)
    repo.write("referentiel/chaines/essai.yaml", CHAIN)
    trial.table("usagers", "{nom: id}, {nom: nom}", "id;nom\nU1;Maÿlis Couturier\n")
    trial.table(
        "demandes",
        "{nom: id}, {nom: usager, type: ref, vers: usagers.id}, {nom: decision}",
        "id;usager;decision\nD1;U1;acceptee\nD2;U1;acceptee\nD3;U1;acceptee\nD4;U1;refusee\n",
    )
    trial.table(
        "devis",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id}",
        "id;demande\nV1;D1\nV3;D3\n",
    )
    trial.table(
        "analyses",
        "{nom: id}, {nom: demande, type: ref, vers: demandes.id}, {nom: equipements, type: liste},"
        " {nom: debut, type: date}, {nom: fin, type: date}, {nom: operateur}, {nom: statut},"
        " {nom: echantillons, type: liste}, {nom: donnees, libelle: Données}",
        """
        id;demande;equipements;debut;fin;operateur;statut;echantillons;donnees
        A1;D1;E1|E2;2027-01-11;2027-01-13;P01;close;E-1|E-2;serveur/A1
        A2;D2;E1;2027-02-01;;P02;en_cours;E-3;
        """,
    )
    trial.table(
        "rapports",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id}, {nom: fichier, type: fichier}",
        "id;analyse;fichier\nR1;A1;enregistrements/A1/rapport Été.pdf\n",
    )
    trial.table(
        "lignes",
        "{nom: id}, {nom: analyse, type: ref, vers: analyses.id},"
        " {nom: facture, type: ref, vers: factures.id}",
        "id;analyse;facture\nL1;A1;F1\nL2;A1;F1\n",
    )
    trial.table("factures", "{nom: id}, {nom: numero}", "id;numero\nF1;2027-SPE-1\n")
    return trial
