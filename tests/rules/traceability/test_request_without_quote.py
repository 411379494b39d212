"""TRC001: accepted requests that nothing engages."""

import pytest

from tests.rules.traceability.conftest import Dossiers


def test_an_accepted_request_without_quote(dossiers: Dossiers) -> None:
    """Only what was accepted, and only services, ask for one."""
    dossiers.table(
        "demandes",
        """
        id;activite;decision;corrections
        DEM-2027-0001;prestation;acceptee;
        DEM-2027-0002;prestation;acceptee;<- request-without-quote
        DEM-2027-0003;prestation;en_attente;
        DEM-2027-0004;formation;acceptee;
        """,
    )
    dossiers.table("devis", "id;demande;nature\nDEV-2027-0001;DEM-2027-0001;commande\n")

    dossiers.repo.assert_findings("request-without-quote")


def test_free_work_needs_a_reason(dossiers: Dossiers) -> None:
    """The finding stands in the row of the grant."""
    dossiers.table(
        "demandes",
        """
        id;activite;decision
        DEM-2027-0001;prestation;acceptee
        DEM-2027-0002;prestation;acceptee
        """,
    )
    dossiers.table(
        "devis",
        """
        id;demande;nature;exemption_motif;corrections
        DEV-2027-0001;DEM-2027-0001;gratuite;Équipe hôte;
        DEV-2027-0002;DEM-2027-0002;gratuite;;<- request-without-quote
        """,
    )

    dossiers.repo.assert_findings("request-without-quote")
    assert dossiers.sentences("request-without-quote") == [
        "DEV-2027-0002 grants free work to DEM-2027-0002 and gives no reason."
        " Write the reason in the column «Motif de gratuité»."
    ]


def test_a_quote_that_another_replaces_no_longer_counts(dossiers: Dossiers) -> None:
    """The one that replaces it belongs to another request: the first one has nothing left."""
    dossiers.table(
        "demandes",
        """
        id;activite;decision;corrections
        DEM-2027-0001;prestation;acceptee;<- request-without-quote
        DEM-2027-0002;prestation;acceptee;
        """,
    )
    dossiers.table(
        "devis",
        """
        id;demande;nature;remplace
        DEV-2027-0001;DEM-2027-0001;devis;
        DEV-2027-0002;DEM-2027-0002;devis;DEV-2027-0001
        """,
    )

    dossiers.repo.assert_findings("request-without-quote")


@pytest.mark.parametrize("missing", ["decision", "activite"])
def test_a_column_that_the_platform_does_not_keep(dossiers: Dossiers, missing: str) -> None:
    """Nothing is said of requests whose decision or activity nobody writes."""
    kept = [name for name in ("decision", "activite") if name != missing]
    dossiers.table("demandes", f"id;{kept[0]}\nDEM-2027-0001;acceptee\n")
    dossiers.table("devis", "id;demande\n")

    assert dossiers.repo.findings("request-without-quote") == ()


def test_without_quotes_nothing_is_asked(dossiers: Dossiers) -> None:
    """A platform that keeps no table of quotes is not blamed for each request."""
    dossiers.table("demandes", "id;activite;decision\nDEM-2027-0001;prestation;acceptee\n")

    assert dossiers.repo.findings("request-without-quote") == ()
