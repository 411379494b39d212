"""TRC014: uses that no authorisation covered that day."""

from tests.rules.traceability.conftest import Dossiers

AUTHORISATIONS = """
    id;usager;equipement;date_formation;duree_validite;niveau;suspension;fin_suspension
    HAB-1;U001;RAM-001;2026-06-01;6;autonome;;
    HAB-2;U001;RAM-001;2027-01-15;6;autonome;2027-02-01;2027-02-10
    HAB-3;U002;RAM-001;2026-06-01;12;accompagne;;
    """


def test_inside_the_authorisation(dossiers: Dossiers) -> None:
    """Its first and last days, and the day a suspension ends, are days of use."""
    dossiers.table("habilitations", AUTHORISATIONS)
    dossiers.table(
        "usages",
        """
        id;usager;equipement;debut;accompagnant;incident;corrections
        USG-1;U001;RAM-001;2026-05-31;;;<- use-without-authorisation
        USG-2;U001;RAM-001;2026-06-01;;;
        USG-3;U001;RAM-001;2026-12-01;;;
        USG-4;U001;RAM-001;2026-12-02;;;<- use-without-authorisation
        USG-5;U001;RAM-001;2027-01-31;;;
        USG-6;U001;RAM-001;2027-02-01;;;<- use-without-authorisation
        USG-7;U001;RAM-001;2027-02-10;;;
        USG-8;U001;IRT-001;2027-02-10;;;<- use-without-authorisation
        USG-9;U001;IRT-001;2027-02-10;P03;;
        USG-10;U001;IRT-001;2027-02-10;;non_venu;
        USG-11;U002;RAM-001;2027-02-10;;;<- use-without-authorisation
        USG-12;U002;RAM-001;2027-02-10;P03;;
        """,
    )

    dossiers.repo.assert_findings("use-without-authorisation")
    early, over, suspended, none, accompanied = dossiers.sentences("use-without-authorisation")
    assert "USG-1, on 2026-05-31: the authorisation HAB-1 dates from 2026-06-01." in early
    assert "USG-4, on 2026-12-02: the authorisation HAB-1 ended on 2026-12-01." in over
    assert "the authorisation HAB-2 was suspended on 2027-02-01." in suspended
    assert "U001 had no authorisation on IRT-001, and nobody accompanied." in none
    assert "the authorisation HAB-3 is for accompanied use, and nobody accompanied." in accompanied


def test_the_authorisation_of_somebody_else(dossiers: Dossiers) -> None:
    """A use that names it is told so, and only that."""
    dossiers.table("habilitations", AUTHORISATIONS)
    dossiers.table(
        "usages",
        """
        id;usager;equipement;debut;habilitation
        USG-1;U001;RAM-001;2026-07-01;HAB-3
        USG-2;U001;RAM-001;2026-07-01;HAB-1
        """,
    )

    assert dossiers.sentences("use-without-authorisation") == [
        "USG-1 names HAB-3, which is for U002 on RAM-001, not for U001 on RAM-001."
        " Name the authorisation of that user on that instrument."
    ]


def test_an_authorisation_whose_end_is_not_known(dossiers: Dossiers) -> None:
    """The duration that is missing is REG004's: uses are not told on top."""
    dossiers.table(
        "habilitations",
        "id;usager;equipement;date_formation;duree_validite\nHAB-1;U001;RAM-001;2026-06-01;\n",
    )
    dossiers.table("usages", "id;usager;equipement;debut\nUSG-1;U001;RAM-001;2027-02-10\n")

    assert dossiers.repo.findings("use-without-authorisation") == ()


def test_without_the_table_nothing_is_asked(dossiers: Dossiers) -> None:
    """A platform that keeps no authorisations is not blamed at each use."""
    dossiers.table("usages", "id;usager;equipement;debut\nUSG-1;U001;RAM-001;2027-02-10\n")

    assert dossiers.repo.findings("use-without-authorisation") == ()
