"""LibreOffice converts the files, with the text expected on their pages."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from smq.render.docx import render
from tests.render.docx.pages import ENGLISH, TEMPLATE, every_page

pytestmark = pytest.mark.external

EXPECTED = {
    "rich": ("Responsabilités", "Texte de la première note", "Page 2 of"),
    "process-sheet": ("Schéma en tortue", "Fournisseurs"),
    "form": ("Champ signature", "Approval"),
    "landscape-draft": ("Applicable", "PRE-PRO-001"),
    "bare": ("Traiter une prestation",),
}


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return name → PDF of every page, from one start of LibreOffice."""
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            if os.environ.get("SMQ_EXTERNAL") == "1":
                pytest.fail(f"{program} is not installed")
            pytest.skip(f"{program} is not installed")
    folder = tmp_path_factory.mktemp("pdf")
    files = []
    for name, page in every_page().items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(render(page, TEMPLATE, ENGLISH).docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    return {file.stem: file.with_suffix(".pdf") for file in files}


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items(), ids=EXPECTED.keys())
def test_pdf_holds_the_text(name: str, expected: tuple[str, ...], pdfs: dict[str, Path]) -> None:
    """The text is on the pages: LibreOffice exits 0 even on a file that it cannot read."""
    assert pdfs[name].exists()
    shown = subprocess.run(
        ["pdftotext", "-layout", str(pdfs[name]), "-"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    text = " ".join(shown.split())

    assert [words for words in expected if words not in text] == []
