"""Completes a platform: what is not written or signed yet is, so that all can count."""

import re
from datetime import date
from pathlib import Path

from smq.coverage import Case
from smq.load import load
from smq.load.evidence import with_evidence
from smq.model import Approval, Document, QualitySystem
from smq.model.referential import Referential

TODAY = date(2027, 3, 1)
PROOF = "enregistrements/DOC/visa-d-essai.pdf"
_PLACEHOLDER = re.compile(r"\[\s*À compléter(?:\s*:\s*[^\[\]]*)?\]", re.IGNORECASE)
_SETTLED = {
    "version": '"1"',
    "statut": "applicable",
    "date_application": "2027-02-01",
    "prochaine_revue": "2029-02-01",
    "redacteur": "P02",
    "verificateur": "P03",
    "approbateur": "P01",
}
_APPROVALS = (
    "approbations:\n"
    f'  - {{version: "1", par: P03, role: verificateur, date: 2027-01-20, mode: papier,'
    f" preuve: {PROOF}, saisie_par: P02}}\n"
    f'  - {{version: "1", par: P01, role: approbateur, date: 2027-01-25, mode: papier,'
    f" preuve: {PROOF}, saisie_par: P02}}\n"
    "historique:\n"
    '  - {version: "1", date: 2027-01-15, objet: Création, par: P02}\n'
)


def read(root: Path) -> QualitySystem:
    """Return a platform with all that criteria are judged on."""
    return with_evidence(load(root, today=TODAY, use_cache=False, registers=True), root)


def complete_documents(root: Path) -> None:
    """Fill in and put in force each document that does not count yet."""
    proof = root / PROOF
    proof.parent.mkdir(parents=True, exist_ok=True)
    proof.write_bytes(b"%PDF-1.4\n% visa\n")
    system = read(root)
    case = Case(system, Referential("", "", "", ""))
    for document in system.documents:
        if document.model and not (case.is_in_force(document) and not document.placeholders):
            _complete(root / document.path, document, system)


def _complete(file: Path, document: Document, system: QualitySystem) -> None:
    text = _PLACEHOLDER.sub("renseigné", file.read_text(encoding="utf-8"))
    declared = system.type_of(document)
    if declared is None or declared.approval is not Approval.NONE:
        _before, header, body = text.split("---\n", 2)
        kept = [*_top_level(header)]
        lines = [line for name, line in kept if name not in (*_SETTLED, *_EVENTS)]
        settled = [f"{name}: {value}\n" for name, value in _SETTLED.items()]
        text = "".join(["---\n", *lines, *settled, _APPROVALS, "---\n", body])
    file.write_text(text, encoding="utf-8")


_EVENTS = ("approbations", "historique")


def _top_level(header: str) -> list[tuple[str, str]]:
    """Return (name, its lines) of each field of a header, in order."""
    found: list[tuple[str, str]] = []
    for line in header.splitlines(keepends=True):
        name, colon, _rest = line.partition(":")
        if colon and line[0].isalpha():
            found.append((name, line))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found
