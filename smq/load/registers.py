"""Reads register schemas: the kit's data, pinned under `referentiel/registres/`."""

from pathlib import Path

from smq.load.doctypes import PINNED, read_mapping
from smq.load.fields import Reader
from smq.load.schema_faults import schema_faults
from smq.model import Problem
from smq.model.register import Column, RegisterSchema, Retention


def read_schemas(root: Path) -> tuple[dict[str, RegisterSchema], tuple[Problem, ...]]:
    """Return the schemas pinned below a root, by table, and what is wrong in their files.

    Never raises for what a user wrote.
    """
    problems: list[Problem] = []
    return schemas_in(root / PINNED / "registres", f"{PINNED}/registres", problems), tuple(problems)


def checked_schemas(root: Path, problems: list[Problem]) -> dict[str, RegisterSchema]:
    """Return the same schemas, with every word in them that means nothing among the problems."""
    readers = _readers(root / PINNED / "registres", f"{PINNED}/registres", problems)
    schemas = {stem: _schema(reader, stem) for stem, reader in readers.items()}
    for stem, reader in readers.items():
        problems.extend(schema_faults(reader, schemas[stem], schemas))
    return schemas


def schemas_in(folder: Path, shown: str, problems: list[Problem]) -> dict[str, RegisterSchema]:
    """Return the schemas of a folder, by table; faults go to `problems` under the name shown."""
    readers = _readers(folder, shown, problems)
    return {stem: _schema(reader, stem) for stem, reader in readers.items()}


def _readers(folder: Path, shown: str, problems: list[Problem]) -> dict[str, Reader]:
    readers: dict[str, Reader] = {}
    for file in sorted(folder.glob("*.yaml")):
        name = f"{shown}/{file.name}"
        content = read_mapping(file, name, problems)
        if content is not None:
            # The tables of a REG name the file: a schema whose `nom` differs must still be found.
            readers[file.stem] = Reader(content, name, problems)
    return readers


def _schema(reader: Reader, stem: str) -> RegisterSchema:
    return RegisterSchema(
        name=stem,
        title=reader.text("titre") or stem,
        key=reader.text("cle") or "id",
        columns=tuple(_column(item) for item in reader.mappings("colonnes")),
        retention=_retention(reader.mapping("conservation")),
        model=reader.mapping("document").text("modele"),
    )


def _column(reader: Reader) -> Column:
    name = reader.text("nom") or ""
    return Column(
        name=name,
        label=reader.text("libelle") or name,
        kind=reader.text("type") or "texte",
        required=reader.boolean("requis", False),
        personal=reader.boolean("personnel", False),
        confidential=reader.boolean("confidentiel", False),
        values=reader.texts("valeurs"),
        target=reader.text("vers"),
        labels=reader.pairs("libelles"),
        expression=reader.text("expr"),
        pattern=reader.text("motif"),
        handed_over=reader.text("a_transmettre"),
        former=reader.text("anciens"),
    )


def _retention(reader: Reader) -> Retention:
    return Retention(
        reader.integer("duree"), reader.text("depuis"), reader.text("sort"), reader.text("date")
    )
