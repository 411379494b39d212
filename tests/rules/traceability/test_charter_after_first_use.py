"""TRC017: users who began before accepting the charter."""

from tests.rules.traceability.conftest import Dossiers


def test_the_charter_before_the_first_use(dossiers: Dossiers) -> None:
    """The same day is in time; accompanied uses count, and a user who did not come used nothing."""
    dossiers.table(
        "usagers",
        """
        id;date_acceptation_charte;corrections
        U001;2027-01-10;
        U002;2027-01-11;<- charter-after-first-use
        U003;;<- charter-after-first-use
        U004;;
        U005;;
        """,
    )
    dossiers.table(
        "usages",
        """
        id;usager;equipement;debut;accompagnant;incident
        USG-1;U001;RAM-001;2027-02-10;;
        USG-2;U001;RAM-001;2027-01-10;;
        USG-3;U002;RAM-001;2027-01-10;P03;
        USG-4;U003;RAM-001;2027-01-10;;
        USG-5;U004;RAM-001;2027-01-10;;non_venu
        USG-6;U099;RAM-001;2027-01-10;;
        """,
    )

    dossiers.repo.assert_findings("charter-after-first-use")
    late, never = dossiers.sentences("charter-after-first-use")
    assert late.startswith(
        "U002 accepted the charter on 2027-01-11; the first use, USG-3, was on 2027-01-10."
    )
    assert never.startswith(
        "U003 used an instrument on 2027-01-10 (USG-4), and no acceptance of the charter is dated."
    )


def test_a_platform_that_dates_no_charter(dossiers: Dossiers) -> None:
    """Without the column nobody is blamed."""
    dossiers.table("usagers", "id;nom_affiche\nU001;X\n")
    dossiers.table("usages", "id;usager;equipement;debut\nUSG-1;U001;RAM-001;2027-02-10\n")

    assert dossiers.repo.findings("charter-after-first-use") == ()
