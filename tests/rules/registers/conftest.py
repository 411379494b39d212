"""Fixtures of the rules on registers: a platform with three tables."""

import pytest

from tests.conftest import Repo

SCHEMAS = {
    "usagers": """
        nom: usagers
        colonnes:
          - {nom: id, libelle: Identifiant, requis: true}
          - {nom: nom}
        """,
    "demandes": """
        nom: demandes
        colonnes:
          - {nom: id, libelle: N°, requis: true, motif: "DEM-{annee}-{numero:04}"}
          - {nom: date, libelle: Date de réception, type: date, requis: true}
          - {nom: usager, libelle: Usager, type: ref, vers: usagers.id}
          - {nom: decision, libelle: Décision, type: enum, valeurs: [acceptee, refusee]}
          - {nom: montant, libelle: Montant HT, type: decimal}
          - {nom: besoin, libelle: Besoin}
          - {nom: suites, libelle: Suites, type: liste, vers: demandes.id}
          - {nom: fiche, libelle: Fiche, type: fichier}
        """,
    "badges": """
        nom: badges
        colonnes:
          - {nom: id, libelle: N° de badge, requis: true, motif: "{numero:04}"}
          - {nom: echantillon, libelle: Échantillon}
          - {nom: remplace, libelle: Remplace, type: ref, vers: badges.id}
        """,
}
HEADER = "id;date;usager;decision;montant;besoin;suites;fiche\n"


class Tables:
    """A platform whose tables a test fills."""

    def __init__(self, repo: Repo) -> None:
        self.repo = repo
        for name, schema in SCHEMAS.items():
            repo.write(f"referentiel/registres/{name}.yaml", schema)
        repo.write("registres/usagers.csv", "id;nom\nU001;Équipe Verres\nU002;Équipe Films\n")

    def demandes(self, *rows: str) -> None:
        """Write the rows of the requests."""
        self.repo.write("registres/demandes.csv", (HEADER + "\n".join(rows) + "\n").encode())


@pytest.fixture
def tables(repo: Repo) -> Tables:
    """Return a platform with the schemas of three tables."""
    return Tables(repo)
