"""Where the sheet of a row is filed."""

from smq.operations.sheets import sheet_path
from tests.conftest import Repo
from tests.coverage.trial import Trial


def test_by_the_process_of_the_document_of_its_table(repo: Repo) -> None:
    """The document made from the model of the table; one whose model only ends like it is not."""
    trial = Trial(repo)
    trial.table("jalons", "{nom: id}")
    path = "referentiel/registres/jalons.yaml"
    text = (repo.root / path).read_text(encoding="utf-8")
    repo.write(path, f"{text}\ndocument: {{modele: reg-jalons}}\n".encode())
    repo.document("PRE-PRO-002", modele="essai/autre-reg-jalons")

    assert sheet_path("jalons", "JAL-1_x", repo.system()) == "enregistrements/jalons/JAL-1_x.docx"

    repo.document("PRE-PRO-001", modele="essai/reg-jalons")

    assert sheet_path("jalons", "JAL-1_x", repo.system()) == "enregistrements/PRE/JAL-1_x.docx"


def test_a_table_that_is_not_kept(repo: Repo) -> None:
    """Its folder is called after it."""
    assert sheet_path("essais", "E1", repo.system()) == "enregistrements/essais/E1.docx"
