"""TRC005: critical instruments used outside the validity of their calibration."""

from tests.rules.traceability.conftest import Dossiers

EQUIPMENT = """
    id;metrologie
    RAM-001;critique
    IRT-001;indicatif
    UVV-001;critique
    """
ANALYSES = "id;equipement;date_debut;statut;corrections\n"


def test_first_and_last_days_are_covered(dossiers: Dossiers) -> None:
    """Only critical instruments are asked, and a repair is no calibration."""
    dossiers.table("equipements", EQUIPMENT)
    dossiers.table(
        "interventions",
        """
        id;equipement;type;date;resultat;valable_jusqu
        INT-1;RAM-001;etalonnage;2027-01-10;conforme;2027-01-20
        INT-2;UVV-001;corrective;2027-01-10;conforme;2027-12-31
        """,
    )
    dossiers.table(
        "analyses",
        ANALYSES + "PST-1;RAM-001;2027-01-09;close;<- calibration-not-valid\n"
        "PST-2;RAM-001;2027-01-10;close;\n"
        "PST-3;RAM-001;2027-01-20;close;\n"
        "PST-4;RAM-001|IRT-001;2027-01-21;close;<- calibration-not-valid\n"
        "PST-5;IRT-001;2027-01-21;close;\n"
        "PST-6;UVV-001;2027-01-21;close;<- calibration-not-valid\n"
        "PST-7;UVV-001;2027-01-21;annulee;\n",
    )

    dossiers.repo.assert_findings("calibration-not-valid")
    never, over, _repair = dossiers.sentences("calibration-not-valid")
    assert never.startswith(
        "RAM-001 had no calibration or verification before 2027-01-09, when PST-1 began."
    )
    assert "the last calibration or verification of RAM-001, INT-1, was valid until 2027-01-20" in (
        over
    )


def test_a_refused_verification_ends_the_calibration(dossiers: Dossiers) -> None:
    """What was put right the same day holds; a longer calibration outlives a shorter one."""
    dossiers.table("equipements", EQUIPMENT)
    dossiers.table(
        "interventions",
        """
        id;equipement;type;date;resultat;valable_jusqu
        INT-1;RAM-001;etalonnage;2027-01-01;conforme_avec_reserve;2027-12-31
        INT-2;RAM-001;verification;2027-01-05;conforme;2027-01-12
        INT-3;RAM-001;verification;2027-02-10;non_conforme;
        INT-5;RAM-001;verification;2027-02-15;conforme;2027-03-15
        INT-4;RAM-001;verification;2027-02-15;non_conforme;
        """,
    )
    dossiers.table(
        "analyses",
        ANALYSES + "PST-1;RAM-001;2027-01-20;close;\n"
        "PST-2;RAM-001;2027-02-12;close;<- calibration-not-valid\n"
        "PST-3;RAM-001;2027-02-16;close;\n",
    )

    dossiers.repo.assert_findings("calibration-not-valid")
    assert dossiers.sentences("calibration-not-valid")[0].startswith(
        "PST-2 began on 2027-02-12; INT-3 had found RAM-001 out of order."
    )


def test_a_calibration_that_does_not_say_until_when(dossiers: Dossiers) -> None:
    """It covers nothing, and it is the one to complete."""
    dossiers.table("equipements", EQUIPMENT)
    dossiers.table(
        "interventions",
        "id;equipement;type;date;resultat;valable_jusqu\nINT-1;RAM-001;etalonnage;2027-01-01;;\n",
    )
    dossiers.table("analyses", ANALYSES + "PST-1;RAM-001;2027-01-20;close;\n")

    (said,) = dossiers.sentences("calibration-not-valid")
    assert said.endswith("does not say until when it is valid. Write the date in INT-1.")


def test_a_platform_that_writes_no_term(dossiers: Dossiers) -> None:
    """Without the column nothing can be said."""
    dossiers.table("equipements", EQUIPMENT)
    dossiers.table("interventions", "id;equipement;type;date\n")
    dossiers.table("analyses", ANALYSES + "PST-1;RAM-001;2027-01-20;close;\n")

    assert dossiers.repo.findings("calibration-not-valid") == ()
