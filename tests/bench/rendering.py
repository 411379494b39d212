"""G6: how long documents take to set, beside bare python-docx, pandoc, and one process alone."""

import subprocess
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from docx import Document as Word

from smq import resources
from smq.i18n import Translator
from smq.load import load
from smq.render.deliverables import deliverables
from smq.render.docx import render
from smq.render.page import Page
from tests.bench import corpus
from tests.bench.process import ratio

_ROWS = ["| 1 | mesurer | opérateur | lundi |"] * 12
_TABLE = "\n".join(["| N° | Quoi | Qui | Quand |", "|---|---|---|---|", *_ROWS])
_PARAGRAPH = "Un paragraphe de texte courant, assez long pour tenir deux lignes. " * 6
_SECTIONS = "\n\n".join(f"## Section {number}\n\n{_PARAGRAPH}" for number in range(1, 7))
_BODY = f"{_SECTIONS}\n\n{_TABLE}\n\nSuite.\n\n{_TABLE}\n"


def compare(folder: Path, rounds: int, pandoc: str) -> None:
    """Print the milliseconds a document of each, and the ratios."""
    template = (resources.templates() / "docx" / "modele.docx").read_bytes()
    translate = Translator("fr")
    page = Page(
        language="fr",
        platform="Banc",
        acronym="BAN",
        code="PRE-PRO-001",
        title="Titre",
        type_label="Procédure",
        process_label="PRE",
        version_label="1",
        status_label="Applicable",
        effective="01/03/2027",
        next_review="",
        audience="Interne",
        modified=date(2027, 3, 1),
        body=_BODY,
    )
    times: dict[str, list[float]] = {"smq": [], "python-docx": [], "pandoc": []}
    source, reference = folder / "a.md", folder / "reference.docx"
    source.write_text(_BODY, encoding="utf-8")
    reference.write_bytes(template)
    for number in range(rounds + 1):
        ours = _timed(lambda: render(page, template, translate))
        bare = _timed(lambda: _bare(template))
        theirs = _timed(
            lambda: subprocess.run(
                [pandoc, str(source), f"--reference-doc={reference}", "-o", str(folder / "a.docx")],
                check=True,
            )
        )
        if number:
            for name, value in (("smq", ours), ("python-docx", bare), ("pandoc", theirs)):
                times[name].append(value)
    for name, values in times.items():
        middle = sorted(values)[len(values) // 2]
        print(f"| {name} | {min(values) * 1000:.1f} ms | {middle * 1000:.1f} ms |")
    print(f"G6 smq / bare python-docx ≤ 1.5: {ratio(times['smq'], times['python-docx'])}")
    print(f"G6 pandoc / smq ≥ 6: {ratio(times['pandoc'], times['smq'])}")


def gain(folder: Path, rounds: int) -> None:
    """Print the seconds that 100 documents take as in `render --all`, in one process and in two."""
    root = corpus.platform(folder / "hundred", 100)
    system = load(root, today=date(2027, 3, 1), use_cache=False)
    documents = system.documents
    times: dict[int, list[float]] = {1: [], 2: []}
    for number in range(rounds + 1):
        for workers, values in times.items():
            made = deliverables(documents, system, root, Translator("fr"), workers)
            took = _timed(partial(list, made))
            if number:
                values.append(took)
    for workers, values in times.items():
        middle = sorted(values)[len(values) // 2]
        print(f"| 100 documents, processes: {workers} | {min(values):.3f} s | {middle:.3f} s |")
    print(f"G6 one process / two, 100 documents ≥ 1.5: {ratio(times[1], times[2])}")


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _bare(template: bytes) -> bytes:
    """Set the same content with python-docx alone: no links, no fields, no measured columns."""
    word = Word(BytesIO(template))
    for block in _BODY.split("\n\n"):
        if block.startswith("## "):
            word.add_heading(block[3:], 1)
        elif block.startswith("|"):
            rows = [line.strip("|").split("|") for line in block.splitlines() if "---" not in line]
            table = word.add_table(len(rows), len(rows[0]))
            for cells, row in zip(rows, table.rows, strict=True):
                for text, cell in zip(cells, row.cells, strict=True):
                    cell.text = text.strip()
        else:
            word.add_paragraph(block)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()
