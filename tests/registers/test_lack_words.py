"""What is missing, for people who have no file before them."""

from smq.i18n import Translator
from smq.model.coverage import Lack
from smq.registers.lack_words import worded
from smq.report.coverage_words import missing
from tests.conftest import Repo
from tests.coverage.trial import Trial


def test_rows_and_columns_have_their_titles(repo: Repo) -> None:
    """A row is its identifier and the title of its register; what is no table stays as it is."""
    trial = Trial(repo)
    trial.table("visites", "{nom: id}, {nom: qui, libelle: Visiteur}", "id;qui\nV1;\n")
    registers = repo.system().registers
    sentence = "{row}: «{column}» is empty."
    row = Lack(sentence, {"row": "visites:V1", "column": "qui"})
    other = Lack(sentence, {"row": "PRE-PRO-001", "column": "qui"})

    said = [missing(worded(lack, registers), Translator("en")) for lack in (row, other)]
    assert said == ["V1 (visites): «Visiteur» is empty.", "PRE-PRO-001: «qui» is empty."]
