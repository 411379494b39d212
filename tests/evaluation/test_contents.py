"""What enters the folder, and what does not."""

from datetime import date

from smq.evaluation.contents import contents
from tests.coverage.trial import Trial


def test_drafts_stay_out(trial: Trial) -> None:
    """Neither a draft nor a withdrawn document enters; the draft is named."""
    trial.document("a", "PRE-PRO-001")
    trial.repo.document("PRE-PRO-002")
    trial.document("c", "PRE-PRO-003", statut="retire")
    trial.repo.document("DOC-LIS-001", genere=True)
    found = contents(trial.repo.system(), None)

    assert [d.code_text for d in found.documents] == ["PRE-PRO-001"]
    assert [d.code_text for d in found.drafts] == ["DOC-LIS-001", "PRE-PRO-002"]


def test_the_visa_of_a_document_and_a_signed_letter_enter(trial: Trial) -> None:
    """So do files that rows name; a file that is not there cannot, whatever the row says."""
    approval = {"version": "1", "par": "P01", "role": "approbateur", "date": date(2027, 1, 10)}
    proof = {"mode": "papier", "preuve": "enregistrements/DOC/visa.pdf"}
    trial.document("a", "PIL-MOD-001", approbations=[{**approval, **proof}])
    trial.repo.write("enregistrements/DOC/visa.pdf", b"%PDF-1.4")
    trial.record("lettre", "PIL-MOD-001")
    trial.table(
        "tarifs",
        "{nom: id}, {nom: calcul, type: fichier}",
        "id;calcul\nT1;calculs/2026.ods\nT2;calculs/2027.ods\nT3;../hors.pdf\n",
    )
    trial.repo.write("calculs/2026.ods", b"PK")
    found = contents(trial.repo.system(), None)

    assert found.records == {
        "calculs/2026.ods": "pieces/calculs/2026.ods",
        "enregistrements/DOC/visa.pdf": "enregistrements/DOC/visa.pdf",
        "enregistrements/lettre.pdf": "enregistrements/lettre.pdf",
    }
