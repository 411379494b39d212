"""TRC002: analyses that began before their quote was accepted."""

from tests.rules.traceability.conftest import Dossiers

REQUESTS = """
    id;activite;decision
    DEM-2027-0001;prestation;acceptee
    DEM-2027-0002;prestation;en_attente
    DEM-2027-0003;rd;acceptee
    """


def test_the_day_of_acceptance_is_in_time(dossiers: Dossiers) -> None:
    """The eve is not; an analysis that was cancelled began nothing."""
    dossiers.table("demandes", REQUESTS)
    dossiers.table(
        "devis",
        "id;demande;nature;date;date_acceptation\n"
        "DEV-2027-0001;DEM-2027-0001;devis;2027-01-08;2027-01-11\n",
    )
    dossiers.table(
        "analyses",
        """
        id;demande;date_debut;statut;corrections
        PST-2027-0001;DEM-2027-0001;2027-01-11;en_cours;
        PST-2027-0002;DEM-2027-0001;2027-01-10;close;<- begun-before-acceptance
        PST-2027-0003;DEM-2027-0001;2027-01-10;annulee;
        """,
    )

    dossiers.repo.assert_findings("begun-before-acceptance")
    assert dossiers.sentences("begun-before-acceptance") == [
        "PST-2027-0002 began on 2027-01-10; DEV-2027-0001 was accepted on 2027-01-11."
        " Correct a date that is wrong, or name in DEV-2027-0001 the contract in force that day;"
        " leave true dates, and open a nonconformity."
    ]


def test_a_contract_in_force_stands_for_the_acceptance(dossiers: Dossiers) -> None:
    """Before it begins and after it ended it does not."""
    dossiers.table("demandes", REQUESTS)
    dossiers.table(
        "contrats",
        "id;type;partenaire;objet;debut;fin\nCTR-2027-0001;chaire;X;Y;2027-01-10;2027-01-20\n",
    )
    dossiers.table(
        "devis",
        "id;demande;nature;date;date_acceptation;contrat\n"
        "DEV-2027-0001;DEM-2027-0001;contrat;2027-01-08;;CTR-2027-0001\n",
    )
    dossiers.table(
        "analyses",
        """
        id;demande;date_debut;statut;corrections
        PST-2027-0001;DEM-2027-0001;2027-01-09;close;<- begun-before-acceptance
        PST-2027-0002;DEM-2027-0001;2027-01-10;close;
        PST-2027-0003;DEM-2027-0001;2027-01-20;close;
        PST-2027-0004;DEM-2027-0001;2027-01-21;close;<- begun-before-acceptance
        """,
    )

    dossiers.repo.assert_findings("begun-before-acceptance")
    assert "the contract CTR-2027-0001 was not in force" in dossiers.sentences("TRC002")[0]


def test_a_quote_replaced_by_then_no_longer_holds(dossiers: Dossiers) -> None:
    """On the day it was still the one accepted, it did; a new version changes nothing before it."""
    dossiers.table("demandes", REQUESTS)
    dossiers.table(
        "devis",
        """
        id;demande;nature;date;date_acceptation;remplace
        DEV-2027-0001;DEM-2027-0001;devis;2027-01-04;2027-01-05;
        DEV-2027-0002;DEM-2027-0001;devis;2027-01-12;2027-01-20;DEV-2027-0001
        """,
    )
    dossiers.table(
        "analyses",
        """
        id;demande;devis;date_debut;statut;corrections
        PST-2027-0001;DEM-2027-0001;DEV-2027-0001;2027-01-11;close;
        PST-2027-0002;DEM-2027-0001;DEV-2027-0001;2027-01-13;close;<- begun-before-acceptance
        """,
    )

    dossiers.repo.assert_findings("begun-before-acceptance")


def test_free_work_begins_with_its_reason(dossiers: Dossiers) -> None:
    """It needs no acceptance; a quote without one is said to lack it."""
    dossiers.table("demandes", REQUESTS)
    dossiers.table(
        "devis",
        """
        id;demande;nature;date;date_acceptation;exemption_motif
        DEV-2027-0001;DEM-2027-0001;gratuite;2027-01-04;;Équipe hôte
        DEV-2027-0002;DEM-2027-0002;devis;2027-01-04;;
        """,
    )
    dossiers.table(
        "analyses",
        """
        id;demande;date_debut;statut
        PST-2027-0001;DEM-2027-0001;2027-01-11;close
        PST-2027-0002;DEM-2027-0002;2027-01-11;close
        """,
    )

    assert dossiers.sentences("begun-before-acceptance") == [
        "PST-2027-0002 began on 2027-01-11; DEV-2027-0002 has no date of acceptance."
        " Write when DEV-2027-0002 was accepted, and by what."
    ]


def test_work_on_a_request_that_was_not_accepted(dossiers: Dossiers) -> None:
    """An accepted one without quote is TRC001's; research in common needs none."""
    dossiers.table("demandes", REQUESTS)
    dossiers.table("devis", "id;demande;date_acceptation\n")
    dossiers.table(
        "analyses",
        """
        id;demande;date_debut;statut;corrections
        PST-2027-0001;DEM-2027-0001;2027-01-11;close;
        PST-2027-0002;DEM-2027-0002;2027-01-11;close;<- begun-before-acceptance
        PST-2027-0003;DEM-2027-0003;2027-01-11;close;
        PST-2027-0004;DEM-2027-0099;2027-01-11;close;
        """,
    )

    dossiers.repo.assert_findings("begun-before-acceptance")
