"""TRC018: uses without the safety attestation that the instrument asks for."""

from tests.rules.traceability.conftest import Dossiers

EQUIPMENT = """
    id;designation;risques
    RAM-001;Raman;laser|Risque électrique|poussière
    BAL-001;Balance;
    """
ATTESTATIONS = """
    id;personne;usager;type;date;valable_jusqu
    ATT-1;;U001;laser;2026-01-10;2027-01-10
    ATT-2;;U001;electrique;2026-01-10;2031-01-10
    ATT-3;;U001;laser;2027-02-01;2032-02-01
    ATT-4;U002;;laser;2026-01-10;2031-01-10
    """


def test_each_risk_asks_for_its_attestation(dossiers: Dossiers) -> None:
    """On the first and last days it holds; a companion does not replace it; words may be labels."""
    dossiers.table("equipements", EQUIPMENT)
    dossiers.table("attestations", ATTESTATIONS)
    dossiers.table(
        "usages",
        """
        id;usager;equipement;debut;accompagnant;incident;corrections
        USG-1;U001;RAM-001;2026-01-10;;;
        USG-2;U001;RAM-001;2027-01-10;;;
        USG-3;U001;RAM-001;2027-01-11;P03;;<- use-without-attestation
        USG-4;U001;RAM-001;2027-02-01;;;
        USG-5;U001;BAL-001;2020-02-01;;;
        USG-6;U001;RAM-001;2020-02-01;;non_venu;
        """,
    )

    dossiers.repo.assert_findings("use-without-attestation")
    assert dossiers.sentences("use-without-attestation")[0].startswith(
        "USG-3, on 2027-01-11: the attestation ATT-1 of U001 («laser») ended on 2027-01-10."
    )


def test_each_missing_attestation_is_named(dossiers: Dossiers) -> None:
    """An attestation of the staff is nobody else's; a risk that is no type asks for none."""
    dossiers.table("equipements", EQUIPMENT)
    dossiers.table("attestations", ATTESTATIONS)
    dossiers.table("usages", "id;usager;equipement;debut\nUSG-1;U002;RAM-001;2027-01-11\n")

    assert [text.partition(",")[2] for text in dossiers.sentences("use-without-attestation")] == [
        f" on 2027-01-11: U002 had no attestation «{name}», which RAM-001 asks for."
        " Write the attestation: smq register add attestations"
        for name in ("laser", "risque électrique")
    ]
