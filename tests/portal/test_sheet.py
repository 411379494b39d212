"""The portal's sheet, field by field, from what a platform holds."""

import pytest

from smq.load.portal import read_portal
from smq.model import Problem
from smq.model.portal import PortalField
from smq.portal import TEMPLATE, missing, sheet
from tests.conftest import Repo
from tests.coverage.trial import Trial


@pytest.fixture
def trial(repo: Repo) -> Trial:
    """Return a platform whose registers a test writes."""
    return Trial(repo)


def fields(trial: Trial) -> dict[str, PortalField]:
    """Return the fields by name."""
    problems: list[Problem] = []
    texts = read_portal(trial.repo.root, problems)
    assert problems == []
    tabs = sheet(trial.repo.system(), texts)
    return {field.name: field for tab in tabs for field in tab.fields}


def lacking(trial: Trial) -> list[tuple[str, bool]]:
    """Return what is missing: name, and whether it is its English."""
    tabs = sheet(trial.repo.system(), read_portal(trial.repo.root, []))
    return [(field.name, english) for field, english in missing(tabs)]


def test_the_three_tabs(trial: Trial) -> None:
    """Their names and order are those of the portal."""
    assert [tab.name for tab in sheet(trial.repo.system(), {})] == [
        "offre",
        "equipements",
        "environnement",
    ]


def test_services_are_those_of_the_prices_in_force(trial: Trial) -> None:
    """One name each, for the activity, on the day; the public page of the prices too."""
    trial.table(
        "tarifs",
        "{nom: id}, {nom: activite}, {nom: prestation}, {nom: date_effet, type: date},"
        " {nom: date_fin, type: date}, {nom: url_publique}",
        """
        id;activite;prestation;date_effet;date_fin;url_publique
        T1;prestation;Spectre;2026-01-01;;
        T2;prestation;Spectre;2026-01-01;2027-03-01;https://p.example.org/tarifs
        T3;prestation;Ancienne mesure;2026-01-01;2027-02-28;https://vieux.example.org
        T4;prestation;Future mesure;2027-03-02;;
        T5;formation;Stage;2026-01-01;;
        """,
    )

    found = fields(trial)

    assert found["prestations"].french == ("Spectre",)
    assert found["tarifs_url"].french == ("https://p.example.org/tarifs",)


def test_equipment_in_service(trial: Trial) -> None:
    """What was withdrawn is not offered; the identifier is not published."""
    trial.table(
        "equipements",
        "{nom: id}, {nom: designation}, {nom: marque}, {nom: modele}, {nom: fonction},"
        " {nom: statut}",
        """
        id;designation;marque;modele;fonction;statut
        RAM-001;Microscope Raman;Lumène;C5;Identifie des phases;en_service
        RAM-002;Ancien Raman;Lumène;C1;;reforme
        """,
    )

    assert fields(trial)["equipements"].rows == (
        (
            ("designation", "Microscope Raman"),
            ("marque", "Lumène"),
            ("modele", "C5"),
            ("fonction", "Identifie des phases"),
        ),
    )


def test_a_partner_who_did_not_agree_is_not_told(trial: Trial) -> None:
    """Projects, patents and networks appear only with the partner's agreement."""
    trial.table(
        "valorisation",
        "{nom: id}, {nom: type}, {nom: reference}, {nom: date, type: date},"
        " {nom: accord_partenaire}",
        """
        id;type;reference;date;accord_partenaire
        V1;contrat;Projet A;2026-05-01;obtenu
        V2;contrat;Projet secret;2026-05-01;a_demander
        V3;brevet;Brevet B;2025-01-01;sans_objet
        V4;reseau;Réseau C;2024-01-01;
        """,
    )

    found = fields(trial)

    assert found["projets"].french == ("Projet A (2026)",)
    assert found["brevets"].french == ("Brevet B (2025)",)
    assert found["reseaux"].french == ()


def test_training_and_know_how(trial: Trial) -> None:
    """Courses that are open, with their audience as people read it; methods from level 3."""
    trial.table(
        "catalogue_formations",
        "{nom: id}, {nom: intitule}, {nom: public, type: enum, valeurs: [ecole],"
        " libelles: {ecole: école thématique}}, {nom: heures}, {nom: ouverte, type: bool}",
        "id;intitule;public;heures;ouverte\nC1;Raman;ecole;7;oui\nC2;Infrarouge;ecole;4;non\n",
    )
    trial.table(
        "competences",
        "{nom: id}, {nom: nature}, {nom: objet}, {nom: niveau}",
        "id;nature;objet;niveau\n1;methode;Chimiométrie;3\n2;methode;Tri;2\n3;equipement;R;4\n"
        "4;activite;Validation des rapports;3\n",
    )

    found = fields(trial)

    assert found["formations"].rows == (
        (("intitule", "Raman"), ("public", "école thématique"), ("heures", "7")),
    )
    assert found["savoir_faire"].french == ("Chimiométrie",)


def test_texts_of_the_platform(trial: Trial) -> None:
    """A placeholder is nothing written yet; English is missed where it is expected."""
    trial.repo.write("portail.yaml", TEMPLATE.encode())
    assert ("accroche", False) in lacking(trial)

    trial.repo.write(
        "portail.yaml",
        "accroche: {fr: Voir la matière, en: Seeing matter}\n"
        "description: {fr: Dix lignes}\nmots_cles: {fr: [spectre, film], en: [spectrum]}\n",
    )

    found = fields(trial)
    assert (found["accroche"].french, found["accroche"].english) == (
        ("Voir la matière",),
        ("Seeing matter",),
    )
    assert found["mots_cles"].french == ("spectre", "film")
    assert ("accroche", False) not in lacking(trial)
    assert ("description", True) in lacking(trial)


def test_settings_of_the_platform(trial: Trial) -> None:
    """Bodies, units, services and label come from smq.yaml."""
    trial.repo.settings(
        {
            "tutelles": ["CNRS"],
            "unites": [{"nom": "Laboratoire", "directeur": "P01"}],
            "activites": ["prestation", "rd"],
            "label": {"obtention": "2026-02-01"},
        }
    )

    found = fields(trial)

    assert found["tutelles"].french == ("CNRS",)
    assert found["unites"].french == ("Laboratoire",)
    assert found["types_service"].english == ("service", "research collaboration")
    assert found["labels"].french == ("StAR-LUE (2026)",)
    assert ("formations", False) not in lacking(trial)


def test_cells_that_say_nothing(trial: Trial) -> None:
    """A competence without object and a result without reference are no line of the sheet."""
    trial.table(
        "competences", "{nom: id}, {nom: nature}, {nom: objet}, {nom: niveau}",
        "id;nature;objet;niveau\nC1;methode;;4\n",
    )  # fmt: skip
    trial.table(
        "valorisation",
        "{nom: id}, {nom: type}, {nom: reference}, {nom: date, type: date},"
        " {nom: accord_partenaire}",
        "id;type;reference;date;accord_partenaire\nV1;reseau;;2026-05-04;obtenu\n",
    )

    found = fields(trial)

    assert (found["savoir_faire"].empty, found["reseaux"].empty) == (True, True)
