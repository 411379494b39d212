"""Reads a platform's folder into a frozen `QualitySystem`; never raises for a user's mistake."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smq.load.cache import Cache
from smq.load.doctypes import PINNED, read_types
from smq.load.document import Convention, make_document
from smq.load.facts import FileFacts, read_facts, unopened_facts
from smq.load.proofs import empty_proofs, proof_digests
from smq.load.settings import read_settings, settings_of
from smq.load.tree import File, list_tree
from smq.model import (
    Document,
    DocumentType,
    History,
    Location,
    Problem,
    QualitySystem,
    Settings,
)
from smq.root import FILE_NAME

if TYPE_CHECKING:
    from smq.model.register import RegisterCopy
    from smq.model.table import Register

__all__ = ["PINNED", "load", "read_settings", "settings_of", "with_types"]


def load(
    root: Path,
    *,
    today: date,
    history: History | None = None,
    use_cache: bool = True,
    registers: bool = False,
) -> QualitySystem:
    """Return the platform's folder as it is now.

    Args:
        root: folder of `smq.yaml`.
        today: the date at which everything will be judged.
        history: what git knows.
        use_cache: take the facts of unchanged files from `.smq/`.
        registers: read the rows of the registers too.

    Raises:
        SmqError: `smq.yaml` is not usable.
    """
    settings, problems = read_settings(root)
    types, type_problems = read_types(root)
    settings = with_types(settings, types)
    tree = list_tree(root, settings.reading)
    cache = _cache(root, types) if use_cache else None
    found = [*problems, *type_problems, *tree.problems]
    convention = Convention(settings.codification, settings.reading, settings.foreign)
    documents: list[Document] = []
    for file in tree.documents:
        facts = _facts(root, file, convention, cache)
        document = _document(file, facts, convention, found)
        if document:
            documents.append(document)
    if cache:
        cache.save()
    schemas = frozenset(f.stem for f in (root / PINNED / "registres").glob("*.yaml"))
    read = registers and bool(schemas or settings.register_sources)
    # Before the problems are gathered: reading rows finds some.
    tables = _registers(root, settings, tree.paths, today, found) if read else {}
    copies = _copies(root, settings, tree.paths, found) if read else ()
    return QualitySystem(
        settings=settings,
        today=today,
        types=types,
        documents=tuple(documents),
        files=tree.paths,
        empty_proofs=empty_proofs(root, documents, tree.paths),
        proof_digests=proof_digests(root, documents, tree.paths),
        problems=tuple(found),
        history=history or History(),
        tables=schemas,
        registers=tables,
        copies=copies,
    )


def _registers(
    root: Path, settings: Settings, files: frozenset[str], today: date, problems: list[Problem]
) -> dict[str, "Register"]:
    # The room of tables is loaded when rows are read: `list` and `show` read none.
    from smq.load.tables import read_registers

    return read_registers(root, settings, files, today, problems)


def _copies(
    root: Path, settings: Settings, files: frozenset[str], problems: list[Problem]
) -> tuple["RegisterCopy", ...]:
    from smq.load.copies import read_copies

    return read_copies(root, settings.register_sources, files, problems)


def with_types(settings: Settings, types: dict[str, DocumentType]) -> Settings:
    """Return the settings whose codes also know the declared types."""
    codification = settings.codification
    words = (*codification.types, *(t for t in types if t not in codification.types))
    replaced = replace(codification, types=words) if words != codification.types else codification
    return replace(settings, codification=replaced)


def _cache(root: Path, types: dict[str, DocumentType]) -> Cache:
    return Cache.open(root, (root / FILE_NAME).read_bytes(), "\n".join(types).encode())


def _facts(root: Path, file: File, convention: Convention, cache: Cache | None) -> FileFacts:
    kept = cache.get(file) if cache else None
    if kept is not None:
        return kept
    try:
        # A `Path` a file would keep each name for good and take longer than the reading; a file
        # read whole needs no buffer.
        with open(f"{root}/{file.path}", "rb", buffering=0) as stream:  # noqa: PTH123
            raw = stream.read()
    except OSError:
        # Not kept: the right to open a file can come back without any trace in its date.
        return unopened_facts(file.path)
    facts = read_facts(
        raw, file.path, convention.codification, convention.reading, foreign=convention.foreign
    )
    if cache:
        cache.put(file, facts)
    return facts


def _document(
    file: File, facts: FileFacts, convention: Convention, problems: list[Problem]
) -> Document | None:
    problems.extend(facts.problems)
    if not facts.readable:
        return None
    document = make_document(file.path, facts, convention, problems)
    if document is None:
        problems.append(Problem("no-code", Location(file.path, 1, 1)))
    return document
