"""TRC020: numbers missing from a table."""

from datetime import date

from tests.rules.traceability.conftest import Dossiers


def requests(dossiers: Dossiers, *keys: str) -> None:
    """Write requests with these identifiers."""
    dossiers.table("demandes", "id;decision\n" + "".join(f"{key};annulee\n" for key in keys))


def test_one_finding_for_each_year(dossiers: Dossiers) -> None:
    """At the row after the first gap; the first year may begin in its middle, the next may not."""
    dossiers.table(
        "demandes",
        """
        id;decision;corrections
        DEM-2026-0041;acceptee;
        DEM-2026-0042;annulee;
        DEM-2026-0044;acceptee;<- identifiers-with-gaps
        DEM-2026-0048;acceptee;
        DEM-2027-0002;acceptee;<- identifiers-with-gaps
        DEM-2027-0003;acceptee;
        """,
    )

    dossiers.repo.assert_findings("identifiers-with-gaps")
    first, second = dossiers.sentences("identifiers-with-gaps")
    assert first.startswith(
        "In the table «demandes», nobody bears DEM-2026-0043, DEM-2026-0045 … DEM-2026-0047 in"
        " 2026."
    )
    assert second.startswith("In the table «demandes», nobody bears DEM-2027-0001 in 2027.")


def test_a_long_list_is_cut(dossiers: Dossiers) -> None:
    """Five gaps are shown, all numbers are counted."""
    requests(dossiers, *(f"DEM-2027-{number:04}" for number in range(1, 15, 2)), "DEM-2027-9000")

    (said,) = dossiers.sentences("identifiers-with-gaps")

    assert said.startswith(
        "In the table «demandes», 8992 numbers are missing in 2027: DEM-2027-0002, DEM-2027-0004,"
        " DEM-2027-0006, DEM-2027-0008, DEM-2027-0010…"
    )


def test_a_gap_that_the_next_row_explains(dossiers: Dossiers) -> None:
    """It names the first and the last number that were never given."""
    dossiers.table(
        "demandes",
        """
        id;corrections
        DEM-2027-0001;
        DEM-2027-0004;DEM-2027-0002 et DEM-2027-0003 jamais attribués, erreur de saisie
        DEM-2027-0006;DEM-2027-0002 jamais attribué
        """,
    )

    (said,) = dossiers.sentences("identifiers-with-gaps")

    assert "nobody bears DEM-2027-0005 in 2027" in said


def test_rows_that_left_at_the_end_of_their_retention(dossiers: Dossiers) -> None:
    """A year of which rows may have been eliminated is not judged any more."""
    requests(dossiers, "DEM-2017-0001", "DEM-2017-0003")

    assert dossiers.repo.findings("TRC020", today=date(2027, 1, 2)) == ()
    assert len(dossiers.repo.findings("TRC020", today=date(2027, 1, 1))) == 1


def test_rows_that_a_condition_leaves_out(dossiers: Dossiers) -> None:
    """Their numbers are not missing; identifiers without year or of another form say nothing."""
    dossiers.repo.settings(
        {"registres": {"demandes": {"source": "suivi.csv", "ou": "decision == 'acceptee'"}}}
    )
    dossiers.repo.write(
        "suivi.csv", b"id;decision\nDEM-2027-0001;acceptee\nDEM-2027-0003;acceptee\n"
    )
    dossiers.table("usagers", "id;nom_affiche\nU001;X\nU003;Y\n")
    dossiers.table("devis", "id;demande\n2027-1;DEM-2027-0001\n2027-3;DEM-2027-0001\n")

    assert dossiers.repo.findings("identifiers-with-gaps") == ()
