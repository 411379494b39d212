"""The schema and the reader of a file know the same keys, and take the same for their values."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import smq
from smq.coverage.evidence import SORTS
from smq.schemas import SCHEMAS
from smq.schemas import shapes as made
from smq.schemas.evidence import SAID_OF_OPTIONS, SAID_OF_SORTS
from tests.schemas.editor import loaded

PACKAGE = Path(smq.__file__).parent
READERS = {
    "settings": ["load/settings.py", "load/register_settings.py"],
    "header": ["load/document.py"],
    "type": ["load/doctypes.py"],
    "register": ["load/registers.py"],
    "referential": [
        "load/referential.py",
        *(
            f"coverage/evidence/{m}.py"
            for m in (
                "chain",
                "covers",
                "criteria",
                "declaration",
                "document",
                "fact",
                "file",
                "register",
                "section",
            )
        ),
    ],
    "chain": ["load/chains.py"],
    "dates": ["load/due_sources.py"],
    "evaluation": ["load/declarations.py"],
    "record": ["load/filed.py"],
    "kit": ["kit/kit.py"],
    "questions": ["kit/questions.py"],
}
"""Schema → the modules that read its files."""
SHAPES = {
    "integer": made.whole(""),
    "boolean": made.yes_or_no(""),
    "date": made.day(""),
}
"""Method of a reader → the shape of what it takes."""


def asked(name: str) -> Iterator[tuple[str, str]]:
    """Yield (method, key) for each key that the readers of a file ask for by its name."""
    methods = {"node", "text", "texts", "scalars", "mapping", "mappings", "pairs", *SHAPES}
    for file in READERS[name]:
        for call in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
                key = call.args[0]
                if call.func.attr in methods and isinstance(key, ast.Constant):
                    yield call.func.attr, str(key.value)


def properties(schema: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (key, shape) for every key that a schema names, at any depth."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value.items()
            # A condition names keys without saying what stands there.
            if key != "if":
                yield from properties(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from properties(value)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_key_that_is_read_is_in_the_schema(name: str) -> None:
    """An editor never underlines what smq reads; a number, a date, a truth have their form."""
    known: dict[str, list[dict[str, Any]]] = {}
    for key, shape in properties(loaded(name)):
        bare = {word: said for word, said in shape.items() if word != "description"}
        known.setdefault(key, []).append(bare)
    found = list(asked(name))

    assert found
    assert [key for _method, key in found if key not in known] == []
    for method, key in found:
        assert method not in SHAPES or SHAPES[method] in known[key], (method, key)


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name != "header"])
def test_every_key_says_what_it_is_for(name: str) -> None:
    """Whoever points at a key reads a sentence; one that a reader has gained needs its own."""
    silent = [
        key
        for key, shape in properties(loaded(name))
        if not shape.get("description") and "$ref" not in shape
    ]

    assert silent == []


def test_the_grammar_of_evidence_has_no_sentence_too_many() -> None:
    """A sort or an option that is gone takes its sentence with it."""
    options = {key for sort in SORTS.values() for key in sort.options}
    below = {key for sort in SORTS.values() for held in sort.below.values() for key in held}

    assert set(SAID_OF_SORTS) == set(SORTS)
    assert set(SAID_OF_OPTIONS) == options | below


def test_a_word_of_evidence_is_no_option_of_another() -> None:
    """`registre: x, fait: y` can only be a slip: a mapping holds one piece of evidence."""
    for sort in SORTS.values():
        if sort.word in sort.options:
            assert {*sort.options} & {*SORTS} == {sort.word}


def test_a_shape_without_key_is_seen() -> None:
    """A key that its reader has lost is noticed as soon as the schema is made."""
    with pytest.raises(ValueError, match="nomm"):
        made.mapping(("nom",), {"nomm": made.text()})
