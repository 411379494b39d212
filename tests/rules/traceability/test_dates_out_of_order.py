"""TRC011: dossiers whose dates turn back."""

from tests.rules.traceability.conftest import Dossiers


def test_the_last_report_follows_the_end(dossiers: Dossiers) -> None:
    """One sent on the way is no fault, nor one of a cancelled analysis."""
    dossiers.table(
        "analyses",
        """
        id;date_fin;statut
        PST-1;2027-01-20;close
        PST-2;2027-01-20;close
        PST-3;2027-01-20;annulee
        """,
    )
    dossiers.table(
        "rapports",
        """
        id;analyse;date_envoi;corrections
        RAP-1;PST-1;2027-01-10;
        RAP-2;PST-1;2027-01-20;
        RAP-3;PST-2;2027-01-19;<- dates-out-of-order
        RAP-4;PST-3;2027-01-10;
        """,
    )

    dossiers.repo.assert_findings("dates-out-of-order")
    assert dossiers.sentences("dates-out-of-order")[0].startswith(
        "RAP-3 was sent on 2027-01-19; PST-2 ended on 2027-01-20."
    )


def test_the_invoice_follows_the_first_report(dossiers: Dossiers) -> None:
    """A corrected report comes after it, and a decision not to invoice may come at any time."""
    dossiers.table("analyses", "id;date_fin;statut\nPST-1;2027-01-10;close\n")
    dossiers.table(
        "rapports",
        "id;analyse;date_envoi\nRAP-1;PST-1;2027-01-15\nRAP-2;PST-1;2027-02-15\n",
    )
    dossiers.table(
        "factures",
        """
        id;date;non_facture_motif;corrections
        FAC-1;2027-01-15;;
        FAC-2;2027-01-14;;<- dates-out-of-order
        FAC-3;2027-01-12;Gratuité;
        """,
    )
    dossiers.table(
        "lignes_facture",
        "id;facture;analyse\nL1;FAC-1;PST-1\nL2;FAC-2;PST-1\nL3;FAC-2;PST-1\nL4;FAC-3;PST-1\n",
    )

    dossiers.repo.assert_findings("dates-out-of-order")
    assert dossiers.sentences("dates-out-of-order")[0].startswith(
        "FAC-2 is dated 2027-01-14; the report of PST-1 was sent on 2027-01-15."
    )
