"""A platform with one sound dossier of each chain, in the tables of the kit."""

from textwrap import dedent

from smq import resources
from tests.conftest import Repo

KIT = resources.kits() / "infra-plus"
TABLES = {
    "usagers": """
        id;nom_affiche;structure;categorie;date_acceptation_charte;actif
        U001;Équipe Corrosion;Institut voisin;partenaire_site;2026-11-12;oui
        """,
    "personnels": """
        id;nom_affiche;profil;employeur;fonction;date_arrivee
        P02;Hugo Marchal;permanent;CNRS;Responsable;2019-01-01
        P03;Inès Vautrin;permanent;CNRS;Ingénieure;2020-01-01
        """,
    "equipements": """
        id;designation;marque;modele;localisation;responsable;statut;mad;metrologie;risques
        RAM-001;Microscope Raman;Lumène;C5;Salle 214;P02;en_service;oui;critique;laser
        IRT-001;Spectromètre infrarouge;Spectral;IS 60;Salle 216;P02;en_service;oui;sans;
        """,
    "competences": """
        id;personne;nature;objet;niveau;date_evaluation
        CMP-0001;P02;equipement;RAM-001;4;2026-01-10
        CMP-0002;P03;equipement;RAM-001;2;2026-01-10
        """,
    "interventions": """
        id;equipement;type;date;description;intervenant;resultat;valable_jusqu
        INT-2026-0001;RAM-001;verification;2026-12-20;Silicium;P02;conforme;2027-12-20
        """,
    "donnees": """
        id;equipement;type_donnee;format;stockage_primaire;copie;duree;point_depart;responsable
        JDD-001;RAM-001;Spectres;.txt;serveur/specmo;centre de calcul;120;remise;P02
        """,
    "tarifs": """
        id;activite;prestation;unite_oeuvre;categorie;prix_ht;date_effet
        TAR-2026-001;prestation;Spectre Raman;échantillon;partenaire_site;45,00;2026-01-01
        """,
    "demandes": """
        id;date;usager;categorie;activite;besoin;decision;responsable
        DEM-2027-0001;2027-01-07;U001;partenaire_site;prestation;Oxydes;acceptee;P02
        DEM-2027-0002;2027-02-24;U001;partenaire_site;prestation;Verres;acceptee;P02
        """,
    "devis": """
        id;demande;nature;version;date;tarifs;montant_ht;date_acceptation
        DEV-2027-0001;DEM-2027-0001;devis;1;2027-01-08;TAR-2026-001;360,00;2027-01-11
        DEV-2027-0002;DEM-2027-0002;devis;1;2027-02-25;TAR-2026-001;90,00;2027-02-26
        """,
    "analyses": """
        id;demande;devis;operateur;equipement;methode;echantillons;date_debut;date_fin;statut
        PST-2027-0001;DEM-2027-0001;DEV-2027-0001;P03;RAM-001;Raman;A1;2027-02-22;2027-02-23;close
        """,
    "rapports": """
        id;analyse;version;redacteur;validateur;date_validation;date_envoi;destinataire
        RAP-2027-0001;PST-2027-0001;1;P03;P02;2027-02-24;2027-02-25;U001
        """,
    "factures": """
        id;numero_finance;date;montant_ht
        FAC-2027-0001;2027-SPE-0007;2027-02-26;360,00
        """,
    "lignes_facture": """
        id;facture;analyse;designation;montant_ht
        LFA-2027-0001;FAC-2027-0001;PST-2027-0001;Spectre Raman;360,00
        """,
    "habilitations": """
        id;usager;equipement;date_formation;formateur;niveau;duree_validite
        HAB-2026-0001;U001;RAM-001;2026-12-10;P02;autonome;12
        """,
    "attestations": """
        id;usager;type;date;valable_jusqu;delivree_par
        ATT-2026-0001;U001;laser;2026-10-01;2031-10-01;Service prévention
        """,
    "usages": """
        id;usager;equipement;debut;fin;accompagnant;habilitation
        USG-2027-00001;U001;RAM-001;2027-02-23;2027-02-23;;HAB-2026-0001
        """,
    "non_conformites": """
        id;nature;date;origine;processus;prestation;responsable
        NC-2027-001;reclamation;2027-02-26;usager;PRE;PST-2027-0001;P02
        """,
}


def write_schemas(repo: Repo) -> None:
    """Pin the tables and the chains of the kit."""
    for folder in ("registres", "chaines"):
        for file in sorted((KIT / folder).glob("*.yaml")):
            repo.write(f"referentiel/{folder}/{file.name}", file.read_bytes())


def write_tables(repo: Repo) -> None:
    """Write the rows of the sound platform."""
    for name, rows in TABLES.items():
        write_table(repo, name, rows)


def write_table(repo: Repo, name: str, rows: str) -> None:
    """Write one table: a heading, then rows, as text with `;`."""
    repo.write(f"registres/{name}.csv", (dedent(rows).strip() + "\n").encode())
