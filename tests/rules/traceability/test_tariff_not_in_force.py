"""TRC003: tariffs cited on another day or for another category than theirs."""

from tests.rules.traceability.conftest import Dossiers

TARIFFS = """
    id;activite;prestation;categorie;prix_ht;sur_devis;date_effet;date_fin;remplace
    TAR-2026-001;prestation;Spectre;prive;90,00;;2026-01-01;2026-12-31;
    TAR-2026-002;prestation;Spectre;partenaire_site;45,00;;2026-01-01;;
    TAR-2026-003;prestation;Hors grille;prive;;oui;2026-01-01;;
    TAR-2027-001;prestation;Spectre;prive;95,00;;2027-01-01;;
    TAR-2027-002;prestation;Spectre;partenaire_site;50,00;;2027-02-01;;TAR-2026-002
    """
REQUESTS = "id;categorie\nDEM-2027-0001;prive\nDEM-2027-0002;partenaire_site\n"


def test_first_and_last_days_are_in_force(dossiers: Dossiers) -> None:
    """A tariff ends with its date, or on the eve of the one that replaces it."""
    dossiers.table("tarifs", TARIFFS)
    dossiers.table("demandes", REQUESTS)
    dossiers.table(
        "devis",
        """
        id;demande;date;tarifs;corrections
        DEV-2026-0001;DEM-2027-0001;2026-12-31;TAR-2026-001;
        DEV-2027-0001;DEM-2027-0001;2027-01-01;TAR-2026-001;<- tariff-not-in-force
        DEV-2027-0002;DEM-2027-0001;2027-01-01;TAR-2027-001|TAR-2026-003;
        DEV-2026-0002;DEM-2027-0001;2026-12-31;TAR-2027-001;<- tariff-not-in-force
        DEV-2027-0003;DEM-2027-0002;2027-01-31;TAR-2026-002;
        DEV-2027-0004;DEM-2027-0002;2027-02-01;TAR-2026-002;<- tariff-not-in-force
        """,
    )

    dossiers.repo.assert_findings("tariff-not-in-force")
    assert dossiers.sentences("tariff-not-in-force")[0] == (
        "TAR-2026-001 was not in force on 2027-01-01, the date of DEV-2027-0001."
        " In force that day for that category: TAR-2027-001."
    )


def test_the_price_of_another_category(dossiers: Dossiers) -> None:
    """The category is the one of the request, in the words that people read."""
    dossiers.table("tarifs", TARIFFS)
    dossiers.table("demandes", REQUESTS)
    dossiers.table(
        "devis",
        """
        id;demande;date;tarifs
        DEV-2027-0001;DEM-2027-0001;2027-01-15;TAR-2026-002
        DEV-2027-0002;DEM-2027-0099;2027-01-15;TAR-2026-002
        """,
    )

    assert dossiers.sentences("tariff-not-in-force") == [
        "TAR-2026-002, cited by DEV-2027-0001, is the price for «partenaire du site»; the request"
        " is of «entreprise». In force that day for that category: TAR-2027-001."
    ]


def test_the_category_of_the_user_when_requests_keep_none(dossiers: Dossiers) -> None:
    """A platform that does not write it in the request wrote it with the user."""
    dossiers.table("tarifs", TARIFFS)
    dossiers.table("usagers", "id;categorie\nU003;prive\n")
    dossiers.table("demandes", "id;usager\nDEM-2027-0001;U003\n")
    dossiers.table(
        "devis",
        """
        id;demande;date;tarifs;corrections
        DEV-2027-0001;DEM-2027-0001;2027-01-15;TAR-2026-002;<- tariff-not-in-force
        DEV-2027-0002;DEM-2027-0001;2027-01-15;TAR-2027-001;
        """,
    )

    dossiers.repo.assert_findings("tariff-not-in-force")


def test_an_unknown_tariff_is_said_once(dossiers: Dossiers) -> None:
    """The reference that leads nowhere has a finding of its own."""
    dossiers.table("tarifs", TARIFFS)
    dossiers.table("demandes", REQUESTS)
    dossiers.table("devis", "id;demande;date;tarifs\nDEV-1;DEM-2027-0001;2027-01-15;TAR-2099-001\n")

    assert dossiers.repo.findings("tariff-not-in-force") == ()
    assert len(dossiers.repo.findings("REG006")) == 1
