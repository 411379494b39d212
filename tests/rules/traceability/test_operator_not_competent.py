"""TRC004: operators who were not known to master the instrument that day."""

from tests.rules.traceability.conftest import Dossiers

SKILLS = """
    id;personne;nature;objet;niveau;date_evaluation
    CMP-0001;P03;equipement;RAM-001;2;2027-01-11
    CMP-0002;P03;methode;IRT-001;4;2026-01-11
    CMP-0003;P05;equipement;RAM-001;1;2026-11-19
    CMP-0004;P06;equipement;RAM-001;3;2026-01-05
    CMP-0005;P06;equipement;RAM-001;1;2027-01-05
    """


def test_the_level_of_that_day(dossiers: Dossiers) -> None:
    """The last evaluation before the start counts, whichever way the level went."""
    dossiers.table("competences", SKILLS)
    dossiers.table(
        "analyses",
        """
        id;operateur;equipement;date_debut;statut;corrections
        PST-1;P03;RAM-001;2027-01-11;close;
        PST-2;P03;RAM-001;2027-01-10;close;<- operator-not-competent
        PST-3;P05;RAM-001;2027-01-11;close;<- operator-not-competent
        PST-4;P06;RAM-001;2027-01-04;close;
        PST-5;P06;RAM-001;2027-01-05;close;<- operator-not-competent
        PST-6;P05;RAM-001;2027-01-11;annulee;
        """,
    )

    dossiers.repo.assert_findings("operator-not-competent")
    later, level, _lost = dossiers.sentences("operator-not-competent")
    assert later.startswith(
        "P03 was found able to use RAM-001 alone on 2027-01-11 only; PST-2 began on 2027-01-10."
    )
    assert level.startswith("P05 had the level 1 on RAM-001 on 2027-01-11, when PST-3 began.")


def test_each_instrument_is_asked(dossiers: Dossiers) -> None:
    """To master a method is not to master an instrument."""
    dossiers.table("competences", SKILLS)
    dossiers.table(
        "analyses",
        "id;operateur;equipement;date_debut\nPST-1;P03;RAM-001|IRT-001|UVV-001;2027-02-01\n",
    )

    assert [text.partition(".")[0] for text in dossiers.sentences("operator-not-competent")] == [
        f"Nothing says that P03 could use {name} alone on 2027-02-01, when PST-1 began"
        for name in ("IRT-001", "UVV-001")
    ]


def test_a_user_who_operates_is_authorised(dossiers: Dossiers) -> None:
    """The habilitation counts then, not the matrix of the staff."""
    dossiers.table("competences", SKILLS)
    dossiers.table("usagers", "id;nom_affiche\nU001;Équipe Verres\n")
    dossiers.table(
        "habilitations",
        "id;usager;equipement;date_formation;duree_validite;niveau\n"
        "HAB-1;U001;RAM-001;2026-06-01;6;autonome\n",
    )
    dossiers.table(
        "analyses",
        """
        id;operateur;equipement;date_debut;corrections
        PST-1;U001;RAM-001;2026-12-01;
        PST-2;U001;RAM-001;2026-12-02;<- operator-not-competent
        """,
    )

    dossiers.repo.assert_findings("operator-not-competent")


def test_without_a_matrix_nothing_is_asked(dossiers: Dossiers) -> None:
    """A platform without the table of competences is not blamed at each analysis."""
    dossiers.table("analyses", "id;operateur;equipement;date_debut\nPST-1;P03;RAM-001;2027-02-01\n")

    assert dossiers.repo.findings("operator-not-competent") == ()
