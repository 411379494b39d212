"""TRC021: references that lead out of the dossier."""

from tests.rules.traceability.conftest import Dossiers


def test_a_quote_of_another_request(sound: Dossiers) -> None:
    """The analysis names it, and its dossier does not hold it; an unknown one is REG006's."""
    sound.table(
        "analyses",
        """
        id;demande;devis;equipement;date_debut;corrections
        PST-2027-0001;DEM-2027-0001;DEV-2027-0001;RAM-001;2027-02-22;
        PST-2027-0002;DEM-2027-0001;DEV-2027-0002;RAM-001;2027-02-22;<- row-off-its-dossier
        PST-2027-0003;DEM-2027-0001;DEV-2027-0099;RAM-001;2027-02-22;
        PST-2027-0004;DEM-2027-0001;;RAM-001;2027-02-22;
        """,
    )

    sound.repo.assert_findings("row-off-its-dossier")
    assert sound.sentences("row-off-its-dossier") == [
        "PST-2027-0002 names DEV-2027-0002, which does not stand in its dossier («prestation»)."
        " Name the row of the same dossier, or correct what DEV-2027-0002 belongs to."
    ]


def test_a_row_that_replaces_one_of_another_dossier(sound: Dossiers) -> None:
    """Quotes of one request replace each other, reports of one analysis too."""
    sound.table(
        "devis",
        """
        id;demande;remplace;corrections
        DEV-2027-0001;DEM-2027-0001;;
        DEV-2027-0002;DEM-2027-0001;DEV-2027-0001;
        DEV-2027-0003;DEM-2027-0002;DEV-2027-0001;<- row-off-its-dossier
        """,
    )
    sound.table(
        "analyses", "id;demande\nPST-2027-0001;DEM-2027-0001\nPST-2027-0002;DEM-2027-0002\n"
    )
    sound.table(
        "rapports",
        """
        id;analyse;remplace;corrections
        RAP-2027-0001;PST-2027-0001;;
        RAP-2027-0002;PST-2027-0002;RAP-2027-0001;<- row-off-its-dossier
        """,
    )

    sound.repo.assert_findings("row-off-its-dossier")
    assert sound.sentences("row-off-its-dossier")[0].startswith(
        "DEV-2027-0003 names DEV-2027-0001, which belongs to DEM-2027-0001, not to DEM-2027-0002."
    )


def test_a_way_that_is_cut_before(sound: Dossiers) -> None:
    """The request that is not there is REG006's: its quote is not said to stand elsewhere."""
    sound.table("analyses", "id;demande;devis\nPST-2027-0001;DEM-2027-0099;DEV-2027-0001\n")

    assert sound.repo.findings("row-off-its-dossier") == ()


def test_without_chains_there_is_no_dossier(sound: Dossiers) -> None:
    """A platform that pins none is told nothing."""
    for file in (sound.repo.root / "referentiel/chaines").glob("*.yaml"):
        file.unlink()
    sound.table("analyses", "id;demande;devis\nPST-2027-0001;DEM-2027-0001;DEV-2027-0002\n")

    assert sound.repo.findings("row-off-its-dossier") == ()
