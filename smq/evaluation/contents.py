"""Which documents, registers and records enter the folder handed to evaluators."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from posixpath import normpath

from smq.evaluation.masking import Mask, is_nominative
from smq.lifecycle import version_in_force
from smq.model import Document, QualitySystem, Status
from smq.model.table import Register
from smq.registers.paths import Files, names_a_file

RECORDS = "enregistrements/"
OTHER_FILES = "pieces/"


@dataclass(frozen=True, slots=True)
class Absent:
    """A file that a row names and that is not in the platform: table, row, column, path."""

    table: str
    key: str
    line: int
    column: str
    path: str


@dataclass(frozen=True)
class Contents:
    """What enters.

    Attributes:
        documents: versions in force, in the order of their paths.
        drafts: documents that have no version in force, those withdrawn left out.
        registers: tables that have a file, by name.
        records: POSIX path of a file in the platform → its path in the folder.
        withheld: POSIX paths of the files that the masked form keeps back.
        unnamed: those of them whose name alone tells what is hidden.
        absent: files that rows name and that are not there.
    """

    documents: tuple[Document, ...]
    drafts: tuple[Document, ...]
    registers: tuple[Register, ...]
    records: Mapping[str, str]
    withheld: tuple[str, ...]
    unnamed: frozenset[str] = frozenset()
    absent: tuple[Absent, ...] = ()


def contents(system: QualitySystem, mask: Mask | None) -> Contents:
    """Return what enters the folder.

    Args:
        system: the platform, its registers and records read.
        mask: of the masked form, None for the nominative one.
    """
    found = [(d, _entering(d, system)) for d in system.documents]
    documents = tuple(document for _now, document in found if document is not None)
    drafts = tuple(
        d for d, entering in found if entering is None and d.status is not Status.WITHDRAWN
    )
    cited = dict.fromkeys(path for path in _cited(documents, system) if path in system.files)
    kept_back = _kept_back(system, mask) if mask else frozenset()
    unnamed = _unnamed(kept_back, system, mask) if mask else frozenset()
    return Contents(
        documents,
        drafts,
        tuple(r for _name, r in sorted(system.registers.items()) if r.present),
        {path: place_of(path) for path in sorted(cited) if path not in kept_back},
        tuple(sorted(path for path in cited if path in kept_back)),
        unnamed,
        tuple(_absent(system)),
    )


def as_in_force(system: QualitySystem) -> QualitySystem:
    """Return the platform with the version in force of each document that is being revised.

    What a document cites is then what its readers' version cites.
    """
    documents = tuple(system.earlier.get(d.path, d) for d in system.documents)
    return replace(system, documents=documents, earlier={})


def place_of(path: str) -> str:
    """Return where a file of the platform lies in the folder."""
    return path if path.startswith(RECORDS) else f"{OTHER_FILES}{path}"


def _entering(document: Document, system: QualitySystem) -> Document | None:
    """Return the version that readers rely on; a draft that nobody approves is none."""
    found = version_in_force(document, system)
    if found is None or found.status in (None, Status.DRAFT, Status.IN_REVIEW):
        return None
    return found


def _cited(documents: tuple[Document, ...], system: QualitySystem) -> Iterator[str]:
    """Yield the path of each file that a row, an approval or a sidecar names."""
    for register in system.registers.values():
        columns = [c.name for c in register.schema.columns if c.kind == "fichier"]
        for row in register.rows:
            yield from (_clean(row.text(name)) for name in columns if row.text(name))
    for document in documents:
        yield from (_clean(a.proof) for a in document.approvals if a.proof)
    for record in system.records:
        if record.file:
            yield record.file


def _absent(system: QualitySystem) -> Iterator[Absent]:
    files = Files(system.files)
    for _name, register in sorted(system.registers.items()):
        columns = [c.name for c in register.schema.columns if c.kind == "fichier"]
        for row in register.rows:
            for name in columns:
                path = row.value(name)
                if isinstance(path, str) and names_a_file(path) and _clean(path) not in files:
                    yield Absent(register.name, row.key, row.line, name, _clean(path))


def _clean(path: str) -> str:
    return normpath(path.strip().partition("#")[0])


def _unnamed(kept_back: frozenset[str], system: QualitySystem, mask: Mask) -> frozenset[str]:
    """Return the files whose name tells: a masked cell holds it, or it holds somebody's name."""
    found = {path for path in kept_back if mask.names_in_path(path)}
    for register in system.registers.values():
        columns = [c for c in register.schema.columns if c.kind == "fichier"]
        for row in register.rows:
            cells = (c for c in columns if mask.hides(register, row, c))
            found.update(_clean(row.text(c.name)) for c in cells)
    return frozenset(found)


def _kept_back(system: QualitySystem, mask: Mask) -> frozenset[str]:
    """Return the files that show what the masked form hides; a paper cannot be masked."""
    found: set[str] = set()
    named: set[str] = set()
    for register in system.registers.values():
        columns = [c for c in register.schema.columns if c.kind == "fichier"]
        for row in register.rows:
            for column in columns:
                path = _clean(row.text(column.name))
                named.add(path)
                if column.personal or column.confidential or mask.shows(register, row):
                    found.add(path)
    for record in system.records:
        if record.file and record.file not in named and _fills_nominative(record.form, system):
            found.add(record.file)
    return frozenset(found)


def _fills_nominative(form: str | None, system: QualitySystem) -> bool:
    """Return whether a form feeds a table of people: its filled copies name them."""
    document = system.find(form) if form else None
    register = system.registers.get((document.text("registre") or "") if document else "")
    return register is not None and is_nominative(register)
