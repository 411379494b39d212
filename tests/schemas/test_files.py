"""Every file of the kits and of the example is as its schema says: an editor finds no fault."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from smq import resources
from smq.load.doctypes import types_in
from smq.schemas import SCHEMAS
from tests.schemas.editor import DRAFTS, faults, header_of, loaded, seen

PROJECT = Path(__file__).parent.parent.parent
EXAMPLE = PROJECT / "examples" / "plateforme-demo"
KITS = sorted(path.parent for path in resources.kits().glob("*/kit.yaml"))
FOLDERS = {"types": "type", "registres": "register"}
FOLDERS |= {"referentiels": "referential", "chaines": "chain"}


def of_kits() -> Iterator[tuple[str, Path]]:
    """Yield (schema, file) for the files of every kit."""
    for kit in KITS:
        yield "kit", kit / "kit.yaml"
        yield "questions", kit / "questions.yaml"
        for folder, name in FOLDERS.items():
            yield from ((name, file) for file in sorted((kit / folder).glob("*.yaml")))
        yield from (("dates", file) for file in kit.glob("echeances.yaml"))


def of_example() -> Iterator[tuple[str, Path]]:
    """Yield (schema, file) for the YAML files of the example, by the globs that editors are given.

    An editor's `*` stands for folders too.
    """
    for file in sorted(EXAMPLE.rglob("*.yaml")):
        path = file.relative_to(EXAMPLE).as_posix()
        for name, described in SCHEMAS.items():
            if any(fnmatch(path, glob) for glob in described.files):
                yield name, file


def label(value: object) -> str:
    """Return what names a case."""
    return value.relative_to(PROJECT).as_posix() if isinstance(value, Path) else str(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_in_both_drafts(name: str) -> None:
    """A schema uses only words that mean the same to an editor of either draft."""
    schema = loaded(name)

    for draft in DRAFTS:
        draft.check_schema(schema)
    for part in parts(schema):
        assert "$ref" not in part or len(part) == 1, "draft 7 does not look beside a $ref"


def parts(schema: object) -> Iterator[dict[str, object]]:
    """Yield every mapping of a schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from parts(value)


@pytest.mark.parametrize(("name", "file"), list(of_kits()), ids=label)
def test_a_file_of_a_kit_is_as_its_schema_says(name: str, file: Path) -> None:
    """Whoever writes a kit with an editor starts from files without a fault."""
    assert faults(name, seen(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(("name", "file"), list(of_example()), ids=label)
def test_a_file_of_the_example_is_as_its_schema_says(name: str, file: Path) -> None:
    """The globs find the schema of the file, and it refuses nothing."""
    assert faults(name, seen(file.read_text(encoding="utf-8"))) == []


def test_every_yaml_of_the_example_has_a_schema() -> None:
    """No file is left without help."""
    assert {file for _name, file in of_example()} == set(EXAMPLE.rglob("*.yaml"))


def test_the_headers_of_the_example_are_as_their_schema_says() -> None:
    """With the types of the platform, and without them when they are not known."""
    types = types_in(EXAMPLE, "referentiel/types", [])
    documents = sorted((EXAMPLE / "documents").rglob("*.md"))
    headers = {file.name: header_of(file.read_text(encoding="utf-8")) for file in documents}

    assert len(headers) > 30
    for header in headers.values():
        assert faults("header", header, types) == []
        assert faults("header", header) == []
