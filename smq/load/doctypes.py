"""Reads document types: the kit's data, pinned under `referentiel/types/`."""

from pathlib import Path

from smq.load import text, yaml
from smq.load.facts import NOT_OPENED
from smq.load.fields import Reader, duplicates
from smq.model import Approval, DocumentType, Fields, FieldType, Location, Problem, Section

PINNED = "referentiel"
KEYS = (
    *("code", "nom", "definition", "approbation", "verificateur", "revue", "numerotation"),
    *("genere", "orientation", "sections", "champs"),
)
SECTION_KEYS = ("titre", "autres")
FIELD_KEYS = ("nom", "type", "requis", "libelle", "colonnes", "valeurs")
"""Keys of a field of the header and of a column of a table in it."""


def read_types(root: Path) -> tuple[dict[str, DocumentType], tuple[Problem, ...]]:
    """Return the types pinned below a platform's root, by code, and what is wrong in them."""
    problems: list[Problem] = []
    return types_in(root, f"{PINNED}/types", problems), tuple(problems)


def types_in(root: Path, folder: str, problems: list[Problem]) -> dict[str, DocumentType]:
    """Return the types of a folder below a root, by code; faults go to `problems`."""
    types: dict[str, DocumentType] = {}
    for file in sorted((root / folder).glob("*.yaml")):
        if file.is_symlink() and not _lies_below(file, root):
            continue
        name = f"{folder}/{file.name}"
        content = read_mapping(file, name, problems)
        if content is not None:
            found = document_type(Reader(content, name, problems), file.stem)
            types[found.code] = found
    return types


def _lies_below(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def read_mapping(file: Path, name: str, problems: list[Problem]) -> Fields | None:
    """Return the mapping that a YAML file holds; None, with a problem, when it holds none."""
    try:
        decoded = text.decode(file.read_bytes())
    except OSError:
        place = Location(name, 1, 1)
        problems.append(Problem("unreadable-header", place, (("reason", NOT_OPENED),)))
        return None
    content = yaml.parse(decoded.text) if decoded else None
    if isinstance(content, Fields):
        problems.extend(duplicates(content, name))
        return content
    fault = content if isinstance(content, yaml.Fault) else yaml.Fault(yaml.NO_FIELDS, 1, 1)
    place = Location(name, fault.line, fault.column)
    problems.append(Problem("unreadable-header", place, (("reason", fault.reason),)))
    return None


def document_type(reader: Reader, stem: str) -> DocumentType:
    """Return the document type that a mapping describes (`docs/kits.md`)."""
    approval = reader.text("approbation") or "complete"
    known = {a.value for a in Approval}
    return DocumentType(
        code=reader.text("code") or stem,
        names=reader.pairs("nom"),
        approval=Approval(approval) if approval in known else Approval.FULL,
        reviewer=reader.text("verificateur") or "facultatif",
        review_months=reader.integer("revue"),
        generated=reader.boolean("genere", False),
        landscape=reader.text("orientation") == "paysage",
        sections=tuple(
            Section(item.text("titre") or "", item.texts("autres"))
            for item in reader.mappings("sections")
        ),
        fields=tuple(_field(item) for item in reader.mappings("champs")),
    )


def _field(reader: Reader) -> FieldType:
    return FieldType(
        name=reader.text("nom") or "",
        kind=reader.text("type") or "texte",
        required=reader.boolean("requis", False),
        labels=reader.pairs("libelle"),
        columns=tuple(_field(item) for item in reader.mappings("colonnes")),
        choices=reader.texts("valeurs"),
    )
