"""What an editor underlines: a misspelt key, a word that means nothing, a thing that is missing."""

import textwrap
from pathlib import Path

import pytest

from smq import resources
from smq.load.doctypes import types_in
from tests.schemas.editor import faults, seen

KIT = resources.kits() / "infra-plus"
GOOD = {
    "settings": """
        smq: 1
        plateforme: {nom: Spectroscopie, sigle: SPE, site_web: null}
        activites: prestation
        processus: [{code: PRE, titre: Réaliser, famille: realisation}]
        label: {accompagnement: Oui, engagement: 2027-01-15, obtention: "[À compléter : date]"}
        revues: {PRO: "24"}
        registres: {demandes: {source: "P_*.xlsx", entete: 3, colonnes: {date: Reçu le}}}
        controle: {echec: error, severites: {CNT003: note, LNK007: off}}
        """,
    "header": """
        code: PRE-PRO-001
        type: PRO
        titre: Traiter une demande
        statut: projet
        version: 3.10
        date_application:
        diffusion: "[À compléter : interne ou publique]"
        liens: {formulaires: [PRE-FOR-001]}
        """,
    "type": """
        code: PRO
        approbation: complete
        verificateur: facultatif
        champs: [{nom: pas, type: table, colonnes: [{nom: qui, type: oui_non}]}]
        """,
    "register": """
        nom: demandes
        cle: id
        conservation: {duree: 120}
        colonnes: [{nom: id, requis: true}, {nom: usager, type: ref, vers: usagers.id}]
        """,
    "referential": """
        nom: essai
        criteres:
          - id: E-01
            niveau: attendu
            etapes: label
            preuve:
              tout:
                - document: {modele: pil-pol-politique, a_jour: true}
                - registre: demandes
                  ou: "decision != ''"
                  au_moins: 2
                - sauf: {registre: ecarts, ou: "statut == 'ouvert'"}
                - couvre: {registre: equipements, par: {registre: donnees, colonne: equipement}}
                - criteres: [E-02, E-03]
          - {id: E-02, nature: declared}
        """,
    "chain": """
        depart: analyses
        maillons: [{registre: devis, colonne: devis, facultatif: oui}]
        """,
    "dates": """
        echeances:
          - {nature: visite, registre: visites, date: le, titre: "Visite : {machine}", previens: 7}
          - {nature: plan, registre: plan, date: an, titre: Plan, mois: "12", previens: [60, 7]}
        """,
    "evaluation": """
        criteres: {E-01: {statut: sans objet, motif: aucune, par: P01, date: 2027-02-20}}
        """,
    "record": """
        id: k7m2x9qa
        date: 2027-02-20
        fichier: lettre.pdf
        """,
    "kit": """
        nom: essai
        tailles: {standard: all, minimal: [m]}
        processus: [{code: PRE, titre: Réaliser, famille: realisation}]
        documents: [{modele: m, type: PRO, processus: PRE, fichier: m.md.j2}]
        """,
    "questions": """
        parties: [{titre: {fr: Qui}, cles: [nom]}]
        questions: [{cle: nom, type: nom, question: {fr: Quel nom}, defaut: null}]
        """,
}
"""Schema → a file without a fault."""

WRONG = [
    ("settings", "activites:", "activitees:"),
    ("settings", "activites: prestation", "activites: prestations"),
    ("settings", "site_web:", "siteweb:"),
    ("settings", "nom: Spectroscopie, ", ""),
    ("settings", "titre: Réaliser, ", ""),
    ("settings", "famille: realisation", "famille: production"),
    ("settings", "2027-01-15", "15/01/2027"),
    ("settings", "accompagnement: Oui", "accompagnement: peut-être"),
    ("settings", '"24"', "deux ans"),
    ("settings", "entete: 3", "en_tete: 3"),
    ("settings", "CNT003: note", "CNT003: info"),
    ("settings", "echec: error", "echec: erreur"),
    ("header", "statut: projet", "statut: brouillon"),
    ("header", "titre: Traiter une demande", "auteur: Ines"),
    ("header", '"[À compléter : interne ou publique]"', "tous"),
    ("type", "verificateur:", "verificateurs:"),
    ("type", "approbation: complete", "approbation: totale"),
    ("type", "type: table", "type: tableau"),
    ("type", "type: oui_non", "type: table"),
    ("register", "cle: id", "clef: id"),
    ("register", "requis: true", "obligatoire: true"),
    ("register", "type: ref", "type: reference"),
    ("register", ", vers: usagers.id", ""),
    ("register", "duree: 120", "duree: dix ans"),
    ("referential", "niveau:", "niveaux:"),
    ("referential", "niveau: attendu", "niveau: obligatoire"),
    ("referential", "etapes: label", "etapes: labels"),
    ("referential", "nature: declared", "nature: computed"),
    ("referential", "document:", "documents:"),
    ("referential", "a_jour:", "ajour:"),
    ("referential", "a_jour: true", "a_jour: souvent"),
    ("referential", "au_moins: 2", "au_moins: deux"),
    ("referential", "au_moins: 2", "au_mois: 2"),
    ("referential", "colonne: equipement", "colone: equipement"),
    ("referential", "sauf: {registre", "sauf: {register"),
    ("chain", "facultatif:", "optionnel:"),
    ("chain", "facultatif: oui", "facultatif: parfois"),
    ("chain", ", colonne: devis", ""),
    ("dates", "echeances:", "echeance:"),
    ("dates", "registre: visites, date: le", "date: le"),
    ("dates", 'mois: "12"', "mois: un an"),
    ("dates", "previens: [60, 7]", "previens: [60, bientôt]"),
    ("dates", "previens: 7", "prevenir: 7"),
    ("evaluation", "motif:", "raison:"),
    ("evaluation", "sans objet", "non applicable"),
    ("record", "fichier:", "ficher:"),
    ("record", "2027-02-20", "hier"),
    ("kit", "fichier:", "ficher:"),
    ("kit", "famille: realisation", "famille: production"),
    ("questions", "cle: nom", "clef: nom"),
    ("questions", "type: nom", "type: noms"),
]


@pytest.mark.parametrize("name", GOOD)
def test_what_is_right_is_left_alone(name: str) -> None:
    """Dates, quoted numbers, oui and non, nulls and placeholders pass as the readers take them."""
    assert faults(name, seen(textwrap.dedent(GOOD[name]))) == []


@pytest.mark.parametrize(("name", "right", "wrong"), WRONG)
def test_a_slip_is_refused(name: str, right: str, wrong: str) -> None:
    """A misspelt key, an unknown word, a missing part: both drafts say so."""
    text = textwrap.dedent(GOOD[name])
    assert text.count(right) >= 1

    assert len(faults(name, seen(text.replace(right, wrong, 1)))) >= 2


def test_a_header_is_held_to_the_fields_of_its_type(tmp_path: Path) -> None:
    """With the types of a platform: a process sheet has its tables, a procedure has not."""
    types = types_in(KIT, "types", [])
    sheet = "{code: A, titre: T, statut: projet, type: FIP, entrees: [{quoi: x}]}"
    procedure = sheet.replace("FIP", "PRO")

    assert faults("header", seen(sheet), types) == []
    assert faults("header", seen(procedure), types) != []
    assert faults("header", seen(sheet.replace("FIP", "FIQ")), types) != []
    assert faults("header", seen(sheet.replace("entrees", "entree")), types) != []
