"""TRC015: authorisations given by somebody who was no trainer that day."""

from tests.rules.traceability.conftest import Dossiers


def test_a_trainer_of_that_day_or_the_person_responsible(dossiers: Dossiers) -> None:
    """Level 3 is not enough, and level 4 reached later neither."""
    dossiers.table("equipements", "id;responsable\nRAM-001;P02\n")
    dossiers.table(
        "competences",
        """
        id;personne;nature;objet;niveau;date_evaluation
        CMP-1;P03;equipement;RAM-001;4;2027-01-11
        CMP-2;P05;equipement;RAM-001;3;2026-01-11
        """,
    )
    dossiers.table(
        "habilitations",
        """
        id;usager;equipement;date_formation;formateur;corrections
        HAB-1;U001;RAM-001;2026-06-01;P02;
        HAB-2;U001;RAM-001;2027-01-11;P03;
        HAB-3;U001;RAM-001;2027-01-10;P03;<- trainer-not-qualified
        HAB-4;U001;RAM-001;2027-01-10;P05;<- trainer-not-qualified
        HAB-5;U001;IRT-099;2027-01-10;P05;
        """,
    )

    dossiers.repo.assert_findings("trainer-not-qualified")
    later, never = dossiers.sentences("trainer-not-qualified")
    assert "HAB-3 is of 2027-01-10; P03 became a trainer on RAM-001 on 2027-01-11." in later
    assert "P05 was neither a trainer on RAM-001 nor responsible for it." in never


def test_without_a_matrix_nothing_is_asked(dossiers: Dossiers) -> None:
    """The person responsible alone cannot be held to have trained everybody."""
    dossiers.table("equipements", "id;responsable\nRAM-001;P02\n")
    dossiers.table(
        "habilitations",
        "id;usager;equipement;date_formation;formateur\nHAB-1;U001;RAM-001;2026-06-01;P03\n",
    )

    assert dossiers.repo.findings("trainer-not-qualified") == ()
