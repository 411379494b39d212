"""TRC012: what is invoiced against what was accepted."""

from tests.rules.traceability.conftest import Dossiers

QUOTES = """
    id;demande;nature;date;montant_ht;date_acceptation;contrat;exemption_motif;remplace
    DEV-1;DEM-1;devis;2027-01-08;540,00;2027-01-11;;;
    DEV-2;DEM-2;gratuite;2027-01-08;0,00;2027-01-11;;Équipe hôte;
    DEV-3;DEM-3;contrat;2027-01-08;600,00;2027-01-11;CTR-1;;
    """
ANALYSES = "id;demande;devis;statut;corrections\n"
LINES = "id;facture;analyse;montant_ht;corrections\n"
INVOICES = "id;montant_ht;ecart_motif;non_facture_motif;corrections\n"


def test_lines_of_an_analysis_against_its_quote(dossiers: Dossiers) -> None:
    """Several lines are added up, on several invoices or on one that groups several dossiers."""
    dossiers.table("devis", QUOTES)
    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;DEV-1;close;\nPST-2;DEM-2;;close;\n")
    dossiers.table("factures", INVOICES + "FAC-1;500;;;\nFAC-2;40;;;\n")
    dossiers.table(
        "lignes_facture",
        LINES + "L1;FAC-1;PST-1;450,00;\nL2;FAC-2;PST-1;40;\nL3;FAC-1;PST-2;50;\n",
    )

    assert dossiers.sentences("amount-off-quote") == [
        "490,00 is invoiced for PST-1; DEV-1 was accepted for 540,00."
        " Correct the amount, or write the reason in «ecart_motif» of FAC-1.",
        "50,00 is invoiced for PST-2; DEV-2 was accepted for 0,00."
        " Correct the amount, or write the reason in «ecart_motif» of FAC-1.",
    ]


def test_a_grouped_invoice_that_adds_up(dossiers: Dossiers) -> None:
    """An internal invoice of nothing is normal."""
    dossiers.table("devis", QUOTES)
    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;DEV-1;close;\nPST-2;DEM-2;;close;\n")
    dossiers.table("factures", INVOICES + "FAC-1;540;;;\n")
    dossiers.table("lignes_facture", LINES + "L1;FAC-1;PST-1;540;\nL2;FAC-1;PST-2;0;\n")

    assert dossiers.repo.findings("amount-off-quote") == ()


def test_a_reason_closes_the_question(dossiers: Dossiers) -> None:
    """Of a difference, or of not invoicing at all."""
    dossiers.table("devis", QUOTES)
    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;;close;\nPST-3;DEM-3;;close;\n")
    dossiers.table("factures", INVOICES + "FAC-1;500;Remise;;\nFAC-3;0;;Échec de la mesure;\n")
    dossiers.table("lignes_facture", LINES + "L1;FAC-1;PST-1;500;\nL3;FAC-3;PST-3;0;\n")

    assert dossiers.repo.findings("amount-off-quote") == ()


def test_an_analysis_that_nobody_invoices(dossiers: Dossiers) -> None:
    """Free work and work under contract may have no line; work under way is not judged."""
    dossiers.table("devis", QUOTES)
    dossiers.table(
        "analyses",
        ANALYSES + "PST-1;DEM-1;DEV-1;close;<- amount-off-quote\n"
        "PST-2;DEM-2;;close;\n"
        "PST-3;DEM-3;;close;\n",
    )
    dossiers.table("factures", INVOICES)
    dossiers.table("lignes_facture", LINES)

    dossiers.repo.assert_findings("amount-off-quote")
    assert dossiers.sentences("amount-off-quote")[0].startswith(
        "PST-1 is «close»; nothing is invoiced of the 540,00 of DEV-1."
    )


def test_one_quote_for_several_analyses(dossiers: Dossiers) -> None:
    """They are counted together, once the last is invoiced."""
    dossiers.table("devis", QUOTES)
    dossiers.table("factures", INVOICES + "FAC-1;340;;;\n")
    dossiers.table("lignes_facture", LINES + "L1;FAC-1;PST-1;300;\nL2;FAC-1;PST-2;40;\n")
    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;DEV-1;close;\nPST-2;DEM-1;;en_cours;\n")

    assert dossiers.repo.findings("amount-off-quote") == ()

    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;DEV-1;close;\nPST-2;DEM-1;;facturee;\n")

    assert dossiers.sentences("amount-off-quote")[0].startswith(
        "340,00 is invoiced in all under DEV-1, which was accepted for 540,00."
    )


def test_the_quote_that_replaced_the_one_named(dossiers: Dossiers) -> None:
    """The analysis still names the first version: the amount agreed is the last one accepted."""
    dossiers.table("devis", QUOTES + "    DEV-4;DEM-1;devis;2027-01-20;700;2027-01-21;;;DEV-1\n")
    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;DEV-1;close;\n")
    dossiers.table("factures", INVOICES + "FAC-1;700;;;\n")
    dossiers.table("lignes_facture", LINES + "L1;FAC-1;PST-1;700;\n")

    assert dossiers.repo.findings("amount-off-quote") == ()


def test_an_invoice_that_is_not_the_sum_of_its_lines(dossiers: Dossiers) -> None:
    """It is one fault: its lines are not compared with the quote on top."""
    dossiers.table("devis", QUOTES)
    dossiers.table("analyses", ANALYSES + "PST-1;DEM-1;DEV-1;close;\n")
    dossiers.table("factures", INVOICES + "FAC-1;540;;;<- amount-off-quote\n")
    dossiers.table("lignes_facture", LINES + "L1;FAC-1;PST-1;450;\n")

    dossiers.repo.assert_findings("amount-off-quote")
    assert dossiers.sentences("amount-off-quote")[0].startswith(
        "The lines of FAC-1 make 450,00; the invoice says 540,00."
    )
