"""A platform whose registers hold many dossiers: ten rows each, sound, the same for each size."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

ROWS_A_DOSSIER = 10
_USERS, _INSTRUMENTS, _FIRST = 200, 15, date(2025, 1, 6)
_HEADS = {
    "personnels": "id;nom_affiche;profil;employeur;fonction;date_arrivee",
    "usagers": "id;nom_affiche;structure;categorie;date_acceptation_charte;actif",
    "equipements": "id;designation;marque;modele;localisation;responsable;statut;mad;metrologie",
    "donnees": "id;equipement;type_donnee;format;stockage_primaire;copie;duree;point_depart;"
    "responsable",
    "competences": "id;personne;nature;objet;niveau;date_evaluation",
    "tarifs": "id;activite;prestation;unite_oeuvre;categorie;prix_ht;date_effet;"
    "instance_validation;date_validation",
    "habilitations": "id;usager;equipement;date_formation;formateur;contenu;niveau;duree_validite",
    "demandes": "id;date;usager;categorie;activite;besoin;decision;date_reponse;responsable",
    "devis": "id;demande;nature;version;date;tarifs;montant_ht;date_acceptation;ref_acceptation",
    "analyses": "id;demande;devis;operateur;equipement;methode;echantillons;etat_echantillons;"
    "date_debut;date_fin;donnees;sort_echantillons;date_restitution;statut",
    "rapports": "id;analyse;version;redacteur;validateur;date_validation;date_envoi;destinataire",
    "factures": "id;numero_finance;date;montant_ht",
    "lignes_facture": "id;facture;analyse;designation;montant_ht",
    "usages": "id;usager;equipement;debut;fin;habilitation;incident",
}


def platform(folder: Path, rows: int) -> Path:
    """Write a platform whose registers hold so many rows of dossiers; return its folder."""
    subprocess.run(
        [sys.executable, "-m", "smq", "init", str(folder), "--yes", "--set", "nom=Banc"],
        check=True,
        capture_output=True,
    )
    tables: dict[str, list[str]] = {name: [] for name in _HEADS}
    _fixed(tables)
    for number in range(1, rows // ROWS_A_DOSSIER + 1):
        _dossier(number, tables)
    for name, lines in tables.items():
        text = "".join(f"{line}\r\n" for line in (_HEADS[name], *lines))
        (folder / f"registres/{name}.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    return folder


def last_dossier(rows: int) -> str:
    """Return the identifier of the last dossier of such a platform."""
    number = rows // ROWS_A_DOSSIER
    return f"PST-{_day(number).year}-{number:04}"


def _fixed(tables: dict[str, list[str]]) -> None:
    for n in range(1, 5):
        tables["personnels"].append(f"P{n:02};Personne {n};permanent;CNRS;Ingénieure;2020-01-06")
    for n in range(1, _USERS + 1):
        tables["usagers"].append(f"U{n:03};Usager {n};Équipe {n};interne_unite;2024-12-02;oui")
    for n in range(1, _INSTRUMENTS + 1):
        tables["equipements"].append(
            f"APP-{n:03};Appareil {n};Marque;M{n};Salle {n};P01;en_service;oui;sans"
        )
        tables["donnees"].append(f"JDD-{n:03};APP-{n:03};spectre;csv;nas;copie;60;acquisition;P01")
        for p in (1, 2):
            key = f"CMP-{2 * n + p:04}"
            tables["competences"].append(f"{key};P{p:02};equipement;APP-{n:03};4;2024-01-08")
    tables["tarifs"].append(
        "TAR-2024-001;prestation;Spectre;échantillon;interne_unite;100,00;2024-01-01;CA;2023-12-01"
    )
    for n in range(1, _USERS + 1):
        tables["habilitations"].append(
            f"HAB-2024-{n:04};U{n:03};APP-{1 + n % _INSTRUMENTS:03};2024-12-09;P01;"
            "mode opératoire;autonome;600"
        )


def _dossier(number: int, tables: dict[str, list[str]]) -> None:
    day = _day(number)
    key, user = f"{day.year}-{number:04}", 1 + number % _USERS
    instrument = f"APP-{1 + user % _INSTRUMENTS:03}"
    person, other = ("P01", "P02") if number % 2 else ("P02", "P01")
    tables["demandes"].append(
        f"DEM-{key};{day};U{user:03};interne_unite;prestation;Besoin {number};acceptee;{day};P01"
    )
    tables["devis"].append(
        f"DEV-{key};DEM-{key};devis;1;{day};TAR-2024-001;100,00;{day};courriel {number}"
    )
    tables["analyses"].append(
        f"PST-{key};DEM-{key};DEV-{key};{person};{instrument};protocole;E-{number};conforme;{day};"
        f"{day};nas/{key};rendus;{day};close"
    )
    tables["rapports"].append(f"RAP-{key};PST-{key};1;{person};{other};{day};{day};U{user:03}")
    tables["factures"].append(f"FAC-{key};{key}-F;{day};100,00")
    tables["lignes_facture"].append(f"LFA-{key};FAC-{key};PST-{key};Spectre;100,00")
    for n in range(4):
        place = 4 * number - 3 + n
        tables["usages"].append(
            f"USG-{day.year}-{place:05};U{user:03};{instrument};{day};{day};HAB-2024-{user:04};"
            "rien_a_signaler"
        )


def _day(number: int) -> date:
    """Return the day of a dossier: so many a day that the numbers of a year follow each other."""
    return _FIRST + timedelta(days=min(number // 16, 350))
