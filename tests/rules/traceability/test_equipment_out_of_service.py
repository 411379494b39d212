"""TRC006: instruments used while broken down or withdrawn."""

from smq.model import Severity
from tests.rules.traceability.conftest import Dossiers


def test_between_breakdown_and_return(dossiers: Dossiers) -> None:
    """Their two days are days of use; work that did not take place used nothing."""
    dossiers.table(
        "interventions",
        """
        id;equipement;type;date;resultat;remise_en_service
        INT-1;RAM-001;panne;2027-01-10;non_conforme;2027-01-20
        INT-2;IRT-001;panne;2027-01-10;non_conforme;
        INT-3;IRT-001;corrective;2027-01-15;conforme;
        """,
    )
    dossiers.table(
        "analyses",
        """
        id;equipement;date_debut;statut;corrections
        PST-1;RAM-001;2027-01-10;close;
        PST-2;RAM-001|IRT-001;2027-01-19;close;<- equipment-out-of-service
        PST-3;RAM-001;2027-01-20;close;
        PST-4;RAM-001;2027-01-15;annulee;
        """,
    )
    dossiers.table(
        "usages",
        """
        id;usager;equipement;debut;incident;corrections
        USG-1;U001;IRT-001;2027-01-14;;<- equipment-out-of-service
        USG-2;U001;IRT-001;2027-01-15;;
        USG-3;U001;IRT-001;2027-01-14;non_venu;
        """,
    )

    dossiers.repo.assert_findings("equipment-out-of-service")
    (first, _second) = dossiers.repo.findings("equipment-out-of-service")
    assert first.severity is Severity.WARNING
    assert dossiers.sentences("equipment-out-of-service")[0].startswith(
        "PST-2 used RAM-001 on 2027-01-19; it broke down on 2027-01-10 (INT-1) and came back on"
        " 2027-01-20. Correct a date that is wrong; leave a true one, and open a nonconformity."
    )


def test_a_repair_that_nobody_wrote_down_is_one_omission(dossiers: Dossiers) -> None:
    """However often the instrument was used since; it stands in the row of the breakdown."""
    dossiers.table(
        "interventions",
        """
        id;equipement;type;date;resultat;remise_en_service;corrections
        INT-1;RAM-001;panne;2027-01-10;non_conforme;;<- equipment-out-of-service
        INT-2;RAM-001;verification;2027-01-12;non_conforme;;
        INT-3;IRT-001;panne;2027-01-10;non_conforme;;
        """,
    )
    dossiers.table(
        "analyses",
        """
        id;equipement;date_debut;statut
        PST-1;RAM-001;2027-01-15;close
        PST-2;RAM-001;2027-01-16;close
        """,
    )

    dossiers.repo.assert_findings("equipment-out-of-service")
    assert dossiers.sentences("equipment-out-of-service")[0].startswith(
        "Nothing says when RAM-001 came back into service after INT-1; PST-1 used it on 2027-01-15."
    )


def test_after_the_withdrawal(dossiers: Dossiers) -> None:
    """The date of the inventory, else the one of the interventions."""
    dossiers.table("equipements", "id;date_reforme\nRAM-001;2027-01-10\nIRT-002;\nIRT-003;\n")
    dossiers.table(
        "interventions",
        "id;equipement;type;date;resultat\nINT-1;IRT-002;reforme;2027-01-12;conforme\n",
    )
    dossiers.table(
        "analyses",
        """
        id;equipement;date_debut;statut;corrections
        PST-1;RAM-001;2027-01-10;close;
        PST-2;RAM-001;2027-01-11;close;<- equipment-out-of-service
        PST-3;IRT-002;2027-01-12;close;
        PST-4;IRT-002;2027-01-13;close;<- equipment-out-of-service
        PST-5;IRT-003;2027-01-13;close;
        """,
    )

    dossiers.repo.assert_findings("equipment-out-of-service")
