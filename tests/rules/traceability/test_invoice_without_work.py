"""TRC013: rows of the chain that belong to nothing."""

from tests.rules.traceability.conftest import Dossiers


def test_a_line_that_invoices_nothing(dossiers: Dossiers) -> None:
    """An analysis, a use or a contract is enough; one that does not exist is REG006's."""
    dossiers.table(
        "lignes_facture",
        """
        id;facture;analyse;usage;contrat;corrections
        L1;FAC-1;PST-1;;;
        L2;FAC-1;;USG-1;;
        L3;FAC-1;;;CTR-1;
        L4;FAC-1;;;;<- invoice-without-work
        L5;FAC-1;PST-99;;;
        """,
    )

    dossiers.repo.assert_findings("invoice-without-work")


def test_an_invoice_without_line(dossiers: Dossiers) -> None:
    """A use may name it directly."""
    dossiers.table("lignes_facture", "id;facture;analyse\nL1;FAC-1;PST-1\n")
    dossiers.table("usages", "id;facture\nUSG-1;FAC-2\n")
    dossiers.table(
        "factures",
        """
        id;montant_ht;corrections
        FAC-1;10;
        FAC-2;10;
        FAC-3;10;<- invoice-without-work
        """,
    )

    dossiers.repo.assert_findings("invoice-without-work")
    assert dossiers.sentences("invoice-without-work")[0].startswith(
        "FAC-3 has no line, and no use names it: nothing says what it invoices."
    )


def test_invoices_without_a_table_of_lines(dossiers: Dossiers) -> None:
    """A platform that keeps no lines is not asked for them."""
    dossiers.table("factures", "id;montant_ht\nFAC-3;10\n")

    assert dossiers.repo.findings("invoice-without-work") == ()


def test_a_required_owner_is_said_once(dossiers: Dossiers) -> None:
    """The kit asks for the request of a quote: the empty cell is REG004's."""
    dossiers.table("devis", "id;demande\nDEV-1;\n")

    assert dossiers.repo.findings("invoice-without-work") == ()
    assert dossiers.repo.findings("REG004")


def test_an_owner_that_the_schema_does_not_ask_for(dossiers: Dossiers) -> None:
    """A platform with its own schema is told by this rule."""
    dossiers.repo.write(
        "referentiel/registres/devis.yaml",
        """
        nom: devis
        colonnes: [{nom: id}, {nom: demande, type: ref, vers: demandes.id}, {nom: corrections}]
        """,
    )
    dossiers.table(
        "devis",
        """
        id;demande;corrections
        DEV-1;DEM-1;
        DEV-2;;<- invoice-without-work
        """,
    )

    dossiers.repo.assert_findings("invoice-without-work")
