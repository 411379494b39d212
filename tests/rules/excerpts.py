"""Places the `Wrong:` example of a rule in a small platform, to see whether the rule finds it."""

import re

from smq.rules import Rule
from tests.conftest import Repo
from tests.rules.traceability.world import write_schemas, write_tables

SETTINGS = frozenset(
    {
        "unknown-setting",
        "unknown-word",
        "ill-typed-setting",
        "role-held-by-nobody",
        "process-without-owner",
        "derogation-ended",
        "unknown-format",
        "setting-twice",
        "incomplete-setting",
        "other-kit",
        "codes-not-declared",
        "unknown-register-word",
        "source-not-found",
        "missing-referential",
    }
)
"""Rules whose example is a part of smq.yaml; any other that reads `name: value` is a header."""

HEADER_ALONE = frozenset({"unreadable-header", "missing-field"})
"""Rules whose example is a whole header: what is absent from it is the fault."""

COMPANY: dict[str, tuple[dict[str, str], ...]] = {
    "other-kit": ({"code": "PRE-PRO-006", "modele": "infra-plus/pre-pro-prestation"},),
    "code-twice": ({"code": "PRE-PRO-001", "id": "a2a2a2a2", "version": "1"},),
    "id-twice": ({"code": "PRE-PRO-006", "id": "k7m2x9qa"},),
    "second-process-sheet": (
        {"code": "PRE-FIP-001", "type": "FIP", "titre": "Fiche", "processus": "PRE"},
    ),
    "title-twice": ({"code": "PRE-PRO-007", "type": "PRO", "titre": "Traiter une prestation"},),
    "alias-in-use": ({"code": "PRE-PRO-004"},),
    "ambiguous-link": (
        {"code": "PRE-MOP-001", "titre": "Consignes de sécurité"},
        {"code": "PRE-MOP-002", "titre": "Consignes de sécurité"},
    ),
    "stale-link": (
        {
            "code": "PRE-FOR-003",
            "type": "FOR",
            "version": '"2"',
            "statut": "applicable",
            "date_application": "2027-02-25",
            "approbations": '[{version: "2", par: P02, role: approbateur, date: 2027-02-24}]',
        },
    ),
}
"""Documents without which the example of a rule is no fault."""

FILES = {"altered-proof": ("enregistrements/visas/visa.pdf", b"%PDF-1.4 another scan")}
"""A file without which the example of a rule is no fault."""

SETTINGS_OF: dict[str, dict[str, object]] = {"no-code": {"lecture": {"racines": ["documents"]}}}
"""Settings without which the example of a rule is no fault."""

NOT_TRIED = {
    "binary-file": "the example is the name of a file whose bytes cannot be shown",
    "empty-file": "the example is the name of a file in which there is nothing to show",
    "encoding": "the example shows what is read of bytes that are no text",
    "history-unavailable": "the example is a gesture, not a text",
    "types-missing": "the example is a gesture, not a text",
    "document-deleted": "the example is a command of git; its test compares two branches",
    "code-taken-in-base": "the fault lies in another branch; its test compares two branches",
    "approval-without-fingerprint": "no example of another rule holds a fingerprint either",
    "code-changed-in-base": "the fault lies in another branch; its test compares two branches",
}
"""Rules whose example is no text of a document, and why."""

_SECTIONS = ("Objet", "Domaine d’application", "Responsabilités", "Déroulement", "Enregistrements")
_BODY = "\n\n".join(f"## {title}\n\nTexte de la section." for title in _SECTIONS) + "\n"
_HEADER = """\
id: k5t5t5t5
code: PRE-PRO-005
type: PRO
titre: Rendre les échantillons
processus: PRE
version: "1"
statut: applicable
date_application: 2027-02-20
redacteur: P03
verificateur: P03
approbateur: P02
approbations:
  - {version: "1", par: P02, role: approbateur, date: 2027-02-20, mode: git}
historique:
  - {version: "1", date: 2027-02-20, objet: Création, par: P03}
diffusion: interne
"""
_LOCATION = re.compile(r"documents/.+\.\w+$")
_DATA = re.compile(r"(?:(?:registres|referentiel|enregistrements)/.+\.\w+|evaluation\.yaml)$")
_TABLES = {
    "attendus": "nom: attendus\ncolonnes: [{nom: id}, {nom: nature}, {nom: document}]\n",
    "usagers": "nom: usagers\ncolonnes: [{nom: id, requis: true}]\n",
    "demandes": """\
nom: demandes
colonnes:
  - {nom: id, requis: true, motif: "DEM-{annee}-{numero:04}"}
  - {nom: date, type: date, requis: true}
  - {nom: besoin}
  - {nom: usager, type: ref, vers: usagers.id}
  - {nom: decision, type: enum, valeurs: [acceptee, refusee]}
  - {nom: fiche, type: fichier}
""",
}
"""Registers in which the examples of the rules on tables stand."""
_REFERENTIAL = """\
chapitres: [{code: prestations, titre: Prestations}]
criteres:
  - {id: INF-PR-01, chapitre: prestations, preuve: {fait: nom}}
mention: essai
"""
"""The referential of the platform in which the examples of its rules stand."""
_KEY = re.compile(r"[a-z_]+:")


def world(repo: Repo, rule: Rule) -> str:
    """Write the platform in which examples are tried, without the example; return its file."""
    repo.settings({"roles": {"approbateur": {"POL": ["direction"], "*": ["responsable"]}}})
    repo.settings(SETTINGS_OF.get(rule.name, {}))
    if rule.name in FILES:
        repo.write(*FILES[rule.name])
    if rule.family == "REF":
        repo.settings({"referentiels": ["essai"]})
        repo.write("referentiel/referentiels/essai.yaml", _REFERENTIAL)
    if rule.family == "TRC":
        write_schemas(repo)
        write_tables(repo)
    repo.document("PRE-PRO-001", _BODY, titre="Traiter une prestation")
    repo.document("PRE-PRO-002", remplace=["PRE-PRO-001"])
    repo.document("PRE-PRO-003", "Voir PRE-PRO-005.", alias=["PRE-PRO-004"])
    repo.document("PRE-FOR-001", "Voir PRE-PRO-005.")
    repo.document("PRE-FOR-002", statut="retire")
    for number, header in enumerate(COMPANY.get(rule.name, ())):
        lines = "".join(f"{key}: {value}\n" for key, value in header.items())
        repo.write(f"documents/autres/{header['code']}-{number}.md", f"---\n{lines}---\n")
    return repo.write("documents/PRE/PRE-PRO-005-document.md", f"---\n{_HEADER}---\n\n{_BODY}")


def place(repo: Repo, rule: Rule) -> str:
    """Write the example of a rule where a user would have it; return the file that holds it."""
    example = rule.documentation.wrong
    first, _newline, rest = example.partition("\n")
    if rule.name in SETTINGS:
        repo.write("referentiel/registres/demandes.yaml", _TABLES["demandes"])
        settings = (repo.root / "smq.yaml").read_text(encoding="utf-8")
        return repo.write("smq.yaml", _merged(settings, example).encode())
    if _DATA.match(first):
        for name, schema in _TABLES.items() if rule.family != "TRC" else ():
            repo.write(f"referentiel/registres/{name}.yaml", schema)
        return repo.write(first, f"{rest}\n".encode())
    if _LOCATION.match(first):
        header = _merged(_HEADER, rest.strip("\n") + "\n")
        return repo.write(first, f"---\n{header}---\n\n{_BODY}".encode())
    if _KEY.match(first):
        header = example if rule.name in HEADER_ALONE else _merged(_HEADER, example)
        return repo.write(_file_of(header), f"---\n{header}\n---\n\n{_BODY}".encode())
    if rule.family == "SYN":
        return repo.write("documents/PRE/notes.md", f"{example}\n".encode())
    path = "documents/PRE/PRE-PRO-005-document.md"
    return repo.write(path, f"---\n{_HEADER}---\n\n{example}\n".encode())


def _file_of(header: str) -> str:
    code = re.search(r"^code: (\S+)$", header, re.MULTILINE)
    return f"documents/PRE/{code[1] if code else 'PRE-PRO-005'}-document.md"


def _merged(text: str, example: str) -> str:
    """Return YAML in which the example's keys stand in place of those of the same name."""
    written = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    blocks = re.split(r"^(?=\w+:)", text, flags=re.MULTILINE)
    kept = [block for block in blocks if block.partition(":")[0] not in written]
    return "".join(kept) + example.strip("\n") + "\n"
