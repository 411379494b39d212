"""TRC010: analyses without a report validated by another person and sent to the requester."""

from tests.rules.traceability.conftest import Dossiers

REPORTS = "id;analyse;redacteur;validateur;date_validation;date_envoi;destinataire;remplace\n"


def requested(dossiers: Dossiers, *statuses: str) -> None:
    """Write one request of U001 and an analysis of it for each status."""
    dossiers.table("demandes", "id;usager\nDEM-1;U001\n")
    rows = [f"PST-{number};DEM-1;{word}\n" for number, word in enumerate(statuses, 1)]
    dossiers.table("analyses", "id;demande;statut\n" + "".join(rows))


def test_a_report_is_asked_from_the_state_that_says_so(dossiers: Dossiers) -> None:
    """Work under way and cancelled work have none yet."""
    requested(dossiers, "en_cours", "annulee", "rapport_emis", "facturee", "close")
    dossiers.table("rapports", REPORTS + "RAP-1;PST-5;P03;P02;2027-01-10;2027-01-10;U001;\n")

    assert dossiers.sentences("report-not-validated") == [
        "PST-3 is «rapport émis» and has no report."
        " Add the report that was sent: smq register add rapports",
        "PST-4 is «facturée» and has no report."
        " Add the report that was sent: smq register add rapports",
    ]


def test_what_is_wrong_with_a_report(dossiers: Dossiers) -> None:
    """Validated by its writer, even by name; sent before its validation; sent elsewhere."""
    requested(dossiers, *["close"] * 4)
    dossiers.table(
        "rapports",
        """
        id;analyse;redacteur;validateur;date_validation;date_envoi;destinataire;corrections
        RAP-1;PST-1;P03;Inès Vautrin;2027-01-10;2027-01-10;U001;<- report-not-validated
        RAP-2;PST-2;P03;P02;2027-01-10;2027-01-09;U001;<- report-not-validated
        RAP-3;PST-3;P03;P02;2027-01-10;2027-01-10;U002;<- report-not-validated
        RAP-4;PST-4;P03;P02;2027-01-10;2027-01-11;U001;
        """,
    )

    dossiers.repo.assert_findings("report-not-validated")
    assert (
        "RAP-3 was sent to U002; U001 made the request DEM-1."
        in (dossiers.sentences("report-not-validated")[2])
    )


def test_one_good_report_in_use_is_enough(dossiers: Dossiers) -> None:
    """The one that it replaces no longer counts, the good one that a bad one replaced neither."""
    requested(dossiers, "close", "close")
    dossiers.table(
        "rapports",
        """
        id;analyse;redacteur;validateur;date_validation;date_envoi;destinataire;remplace;corrections
        RAP-1;PST-1;P03;P03;2027-01-10;2027-01-10;U001;;
        RAP-2;PST-1;P03;P02;2027-01-12;2027-01-12;U001;RAP-1;
        RAP-3;PST-2;P03;P02;2027-01-10;2027-01-10;U001;;
        RAP-4;PST-2;P03;P03;2027-01-12;2027-01-12;U001;RAP-3;<- report-not-validated
        """,
    )

    dossiers.repo.assert_findings("report-not-validated")


def test_cells_left_empty_are_said_once(dossiers: Dossiers) -> None:
    """The required cells of a report are REG004's."""
    requested(dossiers, "close")
    dossiers.table("rapports", REPORTS + "RAP-1;PST-1;P03;;;;;\n")

    assert dossiers.repo.findings("report-not-validated") == ()
    assert len(dossiers.repo.findings("REG004")) >= 4
