"""What the documents of a kit are for: none without use, steps that a person can follow."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from smq import files
from smq.links import linkage
from smq.load import load
from smq.load.evidence import with_evidence
from smq.model import Document, Fields, History, Items, Node, QualitySystem, Scalar, scalars
from tests.kit.test_instantiated import ACTIVITIES, KITS, body, documents, planned

GATHERERS = {"FIP", "LIS", "LIV", "MAN"}
"""Types that cite whatever there is: who is cited by them alone is of no use to anybody."""


@pytest.fixture(scope="module", params=KITS)
def system(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> QualitySystem:
    """Return a platform with everything that the kit has."""
    root: Path = tmp_path_factory.mktemp("platform")
    files.apply(root, planned(request.param, "standard", ACTIVITIES, "known").changes)
    history = History(available=True)
    read = load(root, today=date(2027, 3, 1), history=history, use_cache=False, registers=True)
    return with_evidence(read, root)


def written(node: Node | None) -> Iterator[tuple[str, str]]:
    """Yield each key below a node that holds a text, with this text."""
    if isinstance(node, Fields):
        for key, value in node.entries:
            if isinstance(value, Scalar):
                yield key.text, value.text
            yield from written(value)
    elif isinstance(node, Items):
        for item in node.items:
            yield from written(item)


def asked(system: QualitySystem) -> dict[str, dict[str, set[str]]]:
    """Return what each criterion asks for: documents, types, tables, tables of a chain."""
    found: dict[str, dict[str, set[str]]] = {}
    for referential in system.referentials:
        for criterion in referential.criteria:
            kinds = found.setdefault(
                criterion.id, {"modele": set(), "type": set(), "registre": set(), "chaine": set()}
            )
            for key, text in written(criterion.evidence.node if criterion.evidence else None):
                kinds.get("modele" if key == "fichier" else key, set()).add(text)
            for name in list(kinds["chaine"]):
                chain = system.chains[name]
                kinds["chaine"] |= {chain.start, *(link.table for link in chain.links)}
    return found


def tables(document: Document) -> set[str]:
    """Return the tables that a register or a plan is about."""
    return {scalar.text for scalar in scalars(document.field("tables"))}


def model(document: Document) -> str:
    """Return which document of the kit it grew from, without the name of the kit."""
    return (document.model or "").rpartition("/")[2]


def is_named(document: Document, kinds: dict[str, set[str]]) -> bool:
    """Return whether a criterion asks for this very document, its type or its rows."""
    return bool(
        model(document) in kinds["modele"]
        or document.type in kinds["type"]
        or tables(document) & kinds["registre"]
    )


def test_every_document_is_needed(system: QualitySystem) -> None:
    """A criterion asks for it, or a document that does something says to use it."""
    criteria = asked(system).values()
    cited = {
        link.target.path
        for link in linkage(system).links
        if link.target and link.target.path != link.source.path
        if link.source.type not in GATHERERS
    }

    assert [
        document.label
        for document in system.documents
        if document.path not in cited and not any(is_named(document, kinds) for kinds in criteria)
    ] == []


def test_a_process_sheet_cites_the_documents_of_its_process(system: QualitySystem) -> None:
    """The whole process is seen from its sheet."""
    links = {(link.source.path, link.target.path) for link in linkage(system).links if link.target}

    assert [
        (sheet.label, document.label)
        for sheet in system.documents
        if sheet.type == "FIP"
        for document in system.documents
        if document.process == sheet.process and document is not sheet
        if (sheet.path, document.path) not in links
    ] == []


def test_who_is_asked_for_says_so(system: QualitySystem) -> None:
    """A document that a criterion names, or whose rows it counts, claims this criterion."""
    claimed = {name for document in system.documents for name in document.criteria}
    criteria = asked(system)
    own = {
        criterion.id
        for referential in system.referentials
        if claimed & {criterion.id for criterion in referential.criteria}
        for criterion in referential.criteria
    }

    assert claimed
    assert [
        (document.label, name)
        for name in sorted(own)
        for document in system.documents
        if model(document) in criteria[name]["modele"]
        or (document.type == "FIP" and "FIP" in criteria[name]["type"])
        or tables(document) & criteria[name]["registre"]
        if name not in document.criteria
    ] == []


def test_who_claims_supports(system: QualitySystem) -> None:
    """Claimed criteria rest on the document, on rows that it feeds, or on what it governs."""
    by_path = {document.path: document for document in system.documents}
    governed: dict[str, set[str]] = {}
    for link in linkage(system).links:
        if link.target:
            governed.setdefault(link.source.path, set()).add(link.target.path)
    criteria = asked(system)

    def supports(document: Document, kinds: dict[str, set[str]]) -> bool:
        rows = kinds["registre"] | kinds["chaine"]
        below = [by_path[path] for path in governed.get(document.path, ())]
        return (
            is_named(document, kinds)
            or bool(tables(document) & rows)
            or document.text("registre") in rows
            or (
                document.type in ("PRO", "PLA", "FOR")
                and any(is_named(other, kinds) for other in below)
            )
        )

    assert [
        (document.label, name)
        for document in system.documents
        for name in document.criteria
        if not supports(document, criteria[name])
    ] == []


STEPS = re.compile(
    r"^\| N° \| Quoi \| Qui \| Avec(?: quoi)? \|.*\n\|[-|: ]+\|\n((?:\|.*\n)+)", re.M
)


@pytest.mark.parametrize("activities", [ACTIVITIES, ("rd",), ("prestation",), ("formation",)])
@pytest.mark.parametrize("kit", KITS)
def test_a_procedure_has_six_steps(kit: str, activities: tuple[str, ...]) -> None:
    """Six at least, each with what, who and with what; none of them empty."""
    procedures = {
        path: text
        for path, text in documents(kit, activities, "unknown").items()
        if "\ntype: PRO\n" in text
    }

    assert procedures
    for path, text in procedures.items():
        rows = [
            [cell.strip() for cell in row.strip("|").split("|")]
            for table in STEPS.findall(body(text))
            for row in table.splitlines()
        ]
        assert len(rows) >= 6, path
        assert [row for row in rows if not all(row[:4])] == [], path
