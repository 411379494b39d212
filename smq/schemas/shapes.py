"""The few shapes that files are made of, as JSON Schema: what the readers take, and nothing less.

Readers take every scalar for text and null for «absent», so schemas do too. Only words that both
draft 7 and draft 2020-12 know are used: many editors stop at the former.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from smq.load.fields import FALSE, TRUE

Schema = dict[str, Any]
"""A part of a JSON schema; titles and descriptions are msgids until `translated`."""
Shapes = Mapping[str, Schema]

_SCALAR = ("string", "number", "boolean")
_DATE = r"^\s*(?:[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$|\[)"
"""A day, or a placeholder, which counts as absent."""
_WHOLE = "^[0-9]{1,9}$"
_PLACEHOLDER = r"^\s*\["


def text(description: str = "") -> Schema:
    """Return the shape of one text."""
    return _described({"type": [*_SCALAR, "null"]}, description)


def needed_text(description: str) -> Schema:
    """Return the shape of a text that something cannot do without."""
    return _described({"type": [*_SCALAR], "minLength": 1}, description)


def choice(words: Sequence[object], description: str) -> Schema:
    """Return the shape of one of a few words."""
    return _described({"enum": [*words, None]}, description)


def suggestion(words: Sequence[str]) -> Schema:
    """Return the shape of any text, for which an editor proposes a few words."""
    return {"anyOf": [{"enum": [*words]}, text()]}


def several(item: Schema, description: str) -> Schema:
    """Return the shape of a list; one value alone is a list of one."""
    return _described({"anyOf": [item, {"type": "array", "items": item}]}, description)


def texts(description: str) -> Schema:
    """Return the shape of a list of texts."""
    return several(text(), description)


def whole(description: str) -> Schema:
    """Return the shape of a whole number."""
    shape = {"type": ["integer", "string", "null"], "minimum": 0, "pattern": _WHOLE}
    return _described(shape, description)


def yes_or_no(description: str) -> Schema:
    """Return the shape of true or false, oui or non, in any case."""
    words = "|".join(_any_case(word) for word in sorted(TRUE | FALSE))
    return _described(
        {"type": ["boolean", "string", "null"], "pattern": f"^(?:{words})$"}, description
    )


def day(description: str) -> Schema:
    """Return the shape of a date AAAA-MM-JJ."""
    return _described({"type": ["string", "null"], "pattern": _DATE}, description)


def or_placeholder(shape: Schema) -> Schema:
    """Return a shape in whose place `[À compléter : …]` may still stand."""
    inner = {name: value for name, value in shape.items() if name != "description"}
    left = {"type": "string", "pattern": _PLACEHOLDER}
    return _described({"anyOf": [inner, left]}, shape.get("description", ""))


def mapping(
    keys: Sequence[str], shapes: Shapes, description: str = "", *, needed: Sequence[str] = ()
) -> Schema:
    """Return the shape of a mapping that has these keys and no other.

    Args:
        keys: those that the reader knows.
        shapes: what stands under each; a key without one takes anything.
        description: of the whole.
        needed: keys that it cannot do without.

    Raises:
        ValueError: a shape is of no key, because reader and schema have parted.
    """
    idle = set(shapes) - set(keys)
    if idle:
        raise ValueError(f"no such key: {sorted(idle)}")
    known = {key: shapes.get(key, {}) for key in keys}
    return {**open_mapping(known, description, needed=needed), "additionalProperties": False}


def open_mapping(shapes: Shapes, description: str = "", *, needed: Sequence[str] = ()) -> Schema:
    """Return the shape of a mapping whose other keys nobody looks at."""
    shape: Schema = {"type": ["object", "null"], "properties": dict(shapes)}
    if needed:
        shape["required"] = [*needed]
    return _described(shape, description)


def by_name(value: Schema, description: str) -> Schema:
    """Return the shape of a mapping whose keys are names of the platform's own."""
    return _described({"type": ["object", "null"], "additionalProperties": value}, description)


def listing(item: Schema, description: str) -> Schema:
    """Return the shape of a list of mappings."""
    whole_item = {**item, "type": "object"} if item.get("type") == ["object", "null"] else item
    return _described({"type": ["array", "null"], "items": whole_item}, description)


def when(key: str, word: str, then: Schema) -> Schema:
    """Return the condition that a mapping meets `then` when a key holds a word."""
    held = {"properties": {key: {"const": word}}, "required": [key]}
    return {"if": held, "then": then}


def _described(shape: Schema, description: str) -> Schema:
    return {"description": description, **shape} if description else shape


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" for letter in word)
