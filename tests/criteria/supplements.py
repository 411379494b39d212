"""What the example's registers lack for every criterion to hold: cells to fill and rows to add."""

import csv
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

FILE = "enregistrements/DOC/visa-d-essai.pdf"
COST = {"cout_complet": "40,00", "capacite_an": "500"}
CELLS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "personnels": {"P03": {"fiche_poste": FILE}},
    "tarifs": {"*": COST},
    "rapports": {"RAP-2026-0016": {"validateur": "P02"}},
    "usages": {"USG-2027-00005": {"habilitation": "HAB-2026-0003"}},
    "fournisseurs": {"FOU-002": {"derniere_evaluation": "2027-01-15", "decision": "conserver"}},
    "non_conformites": {
        "NC-2026-001": {"date_revisee": "2027-06-30"},
        "NC-2027-002": {
            "cause": "Repères relus sur le rapport",
            "correction": "Version 2 envoyée",
            "decision": "agir",
            "motif": "Erreur dans un rapport remis",
            "efficacite": "oui",
            "cloture": "2027-02-20",
        },
    },
    "audits": {
        "AUD-2027-001": {
            "date": "2027-02-10",
            "auditeurs": "externe, qualiticienne du site",
            "auditeur_independant": "oui",
            "referentiel": "infra-plus 2026.1",
            "verdict": "conforme",
            "rapport": FILE,
        }
    },
}
"""Table → key (`*` for all) → cells."""
ROWS: Mapping[str, tuple[Mapping[str, str], ...]] = {
    "mesures": (
        {"id": "MES-2027-0099", "indicateur": "IND-007", "date": "2027-02-01", "valeur": "30"},
    ),
    "usages": tuple(
        {
            "id": f"USG-2027-0009{number}",
            "usager": "U009",
            "equipement": "RAM-001",
            "debut": f"2027-02-1{number}",
            "fin": f"2027-02-1{number}",
            "habilitation": "HAB-2026-0003",
            "incident": "rien_a_signaler",
        }
        for number in range(3)
    ),
    "exercices": (
        {
            "id": "EXE-2027-099",
            "type": "exercice_mad",
            "date": "2027-02-25",
            "echantillon": "USG-2027-00090",
            "temps_s": "300",
            "verdict": "reussi",
            "verdict_par": "externe",
        },
    ),
    "formation_personnels": (
        {
            "id": "FPE-2027-099",
            "personne": "P02",
            "besoin": "Analyse de données",
            "type": "futur",
            "priorite": "haute",
            "prevue_le": "2027-10-01",
        },
    ),
    "sauvegardes": (
        {
            "id": "SAV-2027-0099",
            "date": "2027-02-15",
            "operation": "test_restauration",
            "perimetre": "Serveur",
            "resultat": "succes",
            "operateur": "P02",
        },
    ),
    "budget": (
        {
            "id": "BUD-0098",
            "annee": "2027",
            "sens": "depense",
            "poste": "ressources_humaines",
            "montant_prevu": "20000",
        },
        {
            "id": "BUD-0099",
            "annee": "2029",
            "sens": "depense",
            "poste": "maintenance",
            "montant_prevu": "6000",
        },
    ),
    "pages_web": tuple(
        {
            "id": f"WEB-09{number}",
            "contenu": contents,
            "url": "https://specmo.example.org/page",
            "date_verification": "2027-02-01",
            "verifiee_par": "P03",
        }
        for number, contents in enumerate(
            ("offre", "resultats", "politique_qualite", "contact", "plug_in_labs")
        )
    ),
    "enquetes": (
        {
            "id": "ENQ-2027-01",
            "activite": "toutes",
            "date": "2027-02-01",
            "envoyes": "20",
            "reponses": "12",
            "note": "4,2",
            "synthese": "Délais appréciés",
            "motif": "Rien à corriger",
        },
    ),
    "catalogue_formations": (
        {
            "id": "CAT-99",
            "intitule": "Raman pour débuter",
            "public": "usager",
            "heures": "3",
            "responsable": "P03",
            "ouverte": "oui",
        },
    ),
    "formations": (
        {
            "id": "FOR-2027-099",
            "intitule": "Raman pour débuter",
            "public": "usager",
            "date": "2027-01-15",
            "heures": "3",
            "intervenants": "P03",
            "participants": "4",
        },
    ),
    "jalons": (
        {"id": "JAL-098", "type": "suivi", "date_prevue": "2029-12-10"},
        {"id": "JAL-099", "type": "renouvellement", "date_prevue": "2033-12-10"},
    ),
}
"""Table → rows."""
ANSWERS = """
criteres:
  INF-PR-06: {statut: satisfait, motif: Trois dossiers complets, par: P02, date: 2027-02-25}
  INF-MD-04: {statut: satisfait, motif: Trois usages complets, par: P02, date: 2027-02-25}
  INF-SU-01: {statut: satisfait, motif: Dossier remis, par: P01, date: 2027-02-26}
"""


def complete_registers(root: Path) -> None:
    """Fill the cells and add the rows that the criteria ask for, and answer the declared ones."""
    for table in sorted({*CELLS, *ROWS}):
        file = root / "registres" / f"{table}.csv"
        header, *rows = list(csv.reader(StringIO(file.read_text("utf-8-sig")), delimiter=";"))
        found = [dict(zip(header, row, strict=True)) for row in rows]
        for key, cells in CELLS.get(table, {}).items():
            for row in found:
                if key in ("*", row["id"]):
                    row.update({name: value for name, value in cells.items() if name in header})
        found += [dict(row) for row in ROWS.get(table, ())]
        stream = StringIO()
        writer = csv.DictWriter(stream, header, restval="", delimiter=";")
        writer.writeheader()
        writer.writerows(found)
        file.write_bytes(stream.getvalue().encode("utf-8-sig"))
    (root / "evaluation.yaml").write_text(ANSWERS.strip() + "\n", encoding="utf-8")


def reach_follow_up(root: Path) -> None:
    """Give the platform its label: the criteria of the follow-up apply."""
    file = root / "smq.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("obtention:\n", "obtention: 2026-12-10\n"), encoding="utf-8")
