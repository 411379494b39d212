"""`smq export pluginlabs`."""

import json
from io import BytesIO
from pathlib import Path

import docx

from smq.portal import TEMPLATE
from tests.cli.runner import Runner
from tests.conftest import Repo
from tests.coverage.trial import Trial


def test_json_and_what_is_missing(repo: Repo, smq: Runner) -> None:
    """The sheet on stdout, what it lacks beside it with where it is written."""
    said = smq("export", "pluginlabs")

    assert said.code == 0
    content = json.loads(said.out)
    assert (content["portal"], content["date"]) == ("pluginlabs", "2027-03-01")
    assert {"name": "accroche", "language": "fr", "source": "portail.yaml"} in content["missing"]
    assert "  – Tagline (to write in portail.yaml)" in said.err.splitlines()


def test_word(repo: Repo, smq: Runner, tmp_path: Path) -> None:
    """Three tables; a gap is visible in its place; the same bytes each time."""
    smq("export", "pluginlabs", "--out", "a.docx")
    smq("export", "pluginlabs", "--out", "b.docx")

    content = (tmp_path / "a.docx").read_bytes()
    assert content == (tmp_path / "b.docx").read_bytes()
    tables = docx.Document(BytesIO(content)).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert "Services offered" in cells
    assert "[To complete: tagline]" in cells


def test_the_file_of_texts(repo: Repo, smq: Runner) -> None:
    """Written once with what is expected, never over another."""
    assert "portail.yaml" in smq("export", "pluginlabs", "--texts", "--dry-run").out
    assert not (repo.root / "portail.yaml").exists()
    assert smq("export", "pluginlabs", "--texts").out == "portail.yaml\n"
    assert (repo.root / "portail.yaml").read_text(encoding="utf-8") == TEMPLATE

    again = smq("export", "pluginlabs", "--texts")
    assert (again.code, "exists already" in again.err) == (2, True)


def test_bad_input(repo: Repo, smq: Runner) -> None:
    """Another target, a key that is none, a file that is no YAML: a sentence, and exit 2."""
    wrong = smq("export", "pluginlab")
    assert (wrong.code, "Write: smq export pluginlabs" in wrong.err) == (2, True)
    for text in ("acroche: x\n", "a: [\n", "- x\n"):
        repo.write("portail.yaml", text)
        said = smq("export", "pluginlabs")
        assert (said.code, "portail.yaml, line " in said.err) == (2, True)


def test_without_a_word(repo: Repo, smq: Runner) -> None:
    """What the sheet is for is said, with the line to type."""
    said = smq("export")

    assert said.code == 2
    assert said.err.splitlines() == [
        "smq: error: Say what the sheet is for.",
        "  → Write: smq export pluginlabs",
    ]


def test_days_as_people_write_them(repo: Repo, smq: Runner, tmp_path: Path) -> None:
    """The Word file is read by people: its days are theirs."""
    trial = Trial(repo)
    trial.table(
        "pages_web",
        "{nom: id}, {nom: contenu}, {nom: date_verification, type: date}",
        "id;contenu;date_verification\nW1;plug_in_labs;2027-01-19\n",
    )
    smq("--lang", "fr", "export", "pluginlabs", "--out", "f.docx")

    tables = docx.Document(BytesIO((tmp_path / "f.docx").read_bytes())).tables
    cells = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert "19/01/2027" in cells
    assert "2027-01-19" not in cells
