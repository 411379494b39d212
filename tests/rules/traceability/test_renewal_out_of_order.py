"""TRC016: authorisations that do not form one line in time."""

from tests.rules.traceability.conftest import Dossiers

HEADING = "id;usager;equipement;date_formation;duree_validite;niveau;renouvelle;corrections\n"


def test_renewals_follow_each_other(dossiers: Dossiers) -> None:
    """Before its end or after it, as long as it comes after what it renews."""
    dossiers.table(
        "habilitations",
        HEADING + "HAB-1;U001;RAM-001;2026-01-10;12;autonome;;\n"
        "HAB-2;U001;RAM-001;2026-12-20;12;autonome;HAB-1;\n"
        "HAB-3;U001;RAM-001;2028-02-01;12;autonome;HAB-2;\n"
        "HAB-4;U002;RAM-001;2026-01-10;12;autonome;;\n"
        "HAB-5;U002;RAM-001;2026-01-10;12;autonome;HAB-4;<- renewal-out-of-order\n"
        "HAB-6;U002;RAM-001;2027-03-10;12;autonome;HAB-4;<- renewal-out-of-order\n"
        "HAB-7;U002;IRT-001;2027-03-10;12;autonome;HAB-5;<- renewal-out-of-order\n"
        "HAB-8;U002;UVV-001;2027-03-10;12;autonome;HAB-99;\n",
    )

    dossiers.repo.assert_findings("renewal-out-of-order")
    before, twice, other = dossiers.sentences("renewal-out-of-order")
    assert before.startswith("HAB-5 renews HAB-4 and does not come after it: 2026-01-10")
    assert twice.startswith("HAB-6 renews HAB-4, which HAB-5 already renews.")
    assert other.startswith(
        "HAB-7, for U002 on IRT-001, renews HAB-5, which is for U002 on RAM-001."
    )


def test_an_overlap_that_renews_nothing(dossiers: Dossiers) -> None:
    """Another level, another instrument, a suspension before or a gap are no overlap."""
    dossiers.table(
        "habilitations",
        """
        id;usager;equipement;date_formation;duree_validite;niveau;renouvelle;suspension;corrections
        HAB-1;U001;RAM-001;2026-01-10;12;accompagne;;;
        HAB-2;U001;RAM-001;2026-03-10;12;autonome;;;
        HAB-3;U001;RAM-001;2027-03-10;12;autonome;;;<- renewal-out-of-order
        HAB-4;U001;IRT-001;2026-01-10;12;autonome;;2026-05-01;
        HAB-5;U001;IRT-001;2026-06-10;12;autonome;;;
        HAB-6;U002;IRT-001;2026-01-10;12;autonome;;;
        HAB-7;U002;IRT-001;2027-01-11;12;autonome;;;
        """,
    )

    dossiers.repo.assert_findings("renewal-out-of-order")
    assert dossiers.sentences("renewal-out-of-order") == [
        "HAB-3 begins on 2027-03-10, while HAB-2 runs until 2027-03-10, and does not renew it."
        " Write HAB-2 in «renouvelle»."
    ]


def test_an_end_that_somebody_wrote(dossiers: Dossiers) -> None:
    """A platform that writes the end itself is told when the months say another day."""
    dossiers.repo.write(
        "referentiel/registres/habilitations.yaml",
        """
        nom: habilitations
        colonnes:
          - {nom: id, requis: true}
          - {nom: usager}
          - {nom: equipement}
          - {nom: date_formation, type: date}
          - {nom: duree_validite, type: entier}
          - {nom: fin_validite, type: date}
          - {nom: corrections}
        """,
    )
    dossiers.table(
        "habilitations",
        """
        id;usager;equipement;date_formation;duree_validite;fin_validite;corrections
        HAB-1;U001;RAM-001;2026-08-31;6;2027-02-28;
        HAB-2;U001;IRT-001;2026-08-31;6;2027-03-03;<- renewal-out-of-order
        """,
    )

    dossiers.repo.assert_findings("renewal-out-of-order")
    assert dossiers.sentences("renewal-out-of-order")[0].startswith(
        "HAB-2 ends on 2027-03-03; 6 months after 2026-08-31 is 2027-02-28."
    )
