"""TRC008: closed analyses that do not account for their samples."""

from tests.rules.traceability.conftest import Dossiers

HEADING = "id;etat_echantillons;sort_echantillons;date_restitution;statut;corrections\n"


def test_samples_at_the_close(dossiers: Dossiers) -> None:
    """Samples that are kept have no date of return; an analysis without samples says so."""
    dossiers.table(
        "analyses",
        HEADING + "PST-1;conforme;rendus;2027-02-10;close;\n"
        "PST-2;conforme;rendus;;close;<- samples-unaccounted\n"
        "PST-3;;conserves;;close;<- samples-unaccounted\n"
        "PST-4;conforme;conserves;;close;\n"
        "PST-5;sans_objet;;;close;\n"
        "PST-6;;;;facturee;\n"
        "PST-7;;;;close;<- samples-unaccounted\n",
    )

    dossiers.repo.assert_findings("samples-unaccounted")
    assert dossiers.sentences("samples-unaccounted")[-1].startswith(
        "PST-7 is closed; left empty on its samples:"
        " «État à la réception», «Sort des échantillons»."
    )


def test_columns_that_the_platform_does_not_keep(dossiers: Dossiers) -> None:
    """Only what it records is asked for."""
    dossiers.table("analyses", "id;etat_echantillons;statut\nPST-1;conforme;close\n")

    assert dossiers.repo.findings("samples-unaccounted") == ()
