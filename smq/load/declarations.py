"""Reads `evaluation.yaml`: what people answered for criteria that a tool cannot judge."""

from pathlib import Path

from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.model import Fields, Location, Problem
from smq.model.referential import Declaration

FILE_NAME = "evaluation.yaml"
KEYS = ("statut", "motif", "par", "date")
FAULT = "ill-formed-declaration"


def read_declarations(root: Path, problems: list[Problem]) -> tuple[Declaration, ...]:
    """Return the answers, in the order of the file; none without file.

    ```yaml
    criteres:
      INF-FO-01: {statut: sans objet, motif: …, par: P01, date: 2027-02-20}
    ```
    """
    file = root / FILE_NAME
    if not file.is_file():
        return ()
    content = read_mapping(file, FILE_NAME, problems)
    if content is None:
        return ()
    reader = Reader(content, FILE_NAME, problems, FAULT)
    reader.unknown(("criteres",), "unknown-criterion-key")
    answers = reader.mapping("criteres")
    found = []
    for name, value in answers.fields.entries:
        if not isinstance(value, Fields):
            answers.mapping(name.text)
            continue
        item = Reader(value, FILE_NAME, problems, FAULT, f"criteres.{name.text}.")
        item.unknown(KEYS, "unknown-criterion-key")
        found.append(
            Declaration(
                criterion=name.text,
                status=(item.text("statut") or "").strip().casefold(),
                reason=item.text("motif") or "",
                by=item.text("par"),
                date=item.date("date"),
                location=Location(FILE_NAME, name.line, name.column),
            )
        )
    return tuple(found)
