"""TRC009: instruments without a row of data, analyses without a place for theirs."""

from tests.rules.traceability.conftest import Dossiers


def test_an_instrument_without_data_is_said_once(dossiers: Dossiers) -> None:
    """At the first analysis that used it; one that no inventory holds is a broken reference."""
    dossiers.table("equipements", "id;designation\nRAM-001;Raman\nIRT-001;Infrarouge\n")
    dossiers.table("donnees", "id;equipement\nJDD-001;RAM-001\n")
    dossiers.table(
        "analyses",
        """
        id;equipement;date_debut;statut;corrections
        PST-1;RAM-001;2027-01-10;close;
        PST-2;RAM-001|IRT-001|UVV-009;2027-01-10;close;<- data-not-listed
        PST-3;IRT-001;2027-01-11;close;
        """,
    )

    dossiers.repo.assert_findings("data-not-listed")
    assert dossiers.sentences("data-not-listed")[0].startswith(
        "IRT-001, used by PST-2, has no row in the list of data."
    )


def test_a_required_cell_is_said_once(dossiers: Dossiers) -> None:
    """The kit asks for the place of the data: its empty cell is REG004's."""
    dossiers.table("analyses", "id;donnees;date_debut;statut\nPST-1;;2027-01-10;close\n")

    assert dossiers.repo.findings("data-not-listed") == ()
    assert "donnees" in (dossiers.repo.root / "registres/analyses.csv").read_text(encoding="utf-8")
    assert any("Emplacement" in text for text in dossiers.sentences("REG004"))


def test_an_empty_place_where_the_schema_does_not_ask_for_one(dossiers: Dossiers) -> None:
    """A platform with its own schema is told by this rule."""
    dossiers.repo.write(
        "referentiel/registres/analyses.yaml",
        """
        nom: analyses
        colonnes:
          - {nom: id, requis: true}
          - {nom: date_debut, type: date}
          - {nom: statut}
          - {nom: donnees, libelle: Dossier, type: liste}
          - {nom: corrections}
        """,
    )
    dossiers.table(
        "analyses",
        """
        id;donnees;date_debut;statut;corrections
        PST-1;serveur/1;2027-01-10;close;
        PST-2;;2027-01-10;close;<- data-not-listed
        PST-3;;2027-01-10;annulee;
        """,
    )

    dossiers.repo.assert_findings("data-not-listed")
