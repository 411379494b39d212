"""Reads YAML as an editor does before it holds it to a schema: types of YAML 1.2, dates as text."""

import json
import re
from functools import cache
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator

from smq.i18n import Translator
from smq.load import yaml
from smq.model import DocumentType, Fields, Items, Node, Scalar
from smq.schemas import schema_text

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
DRAFTS = (Draft7Validator, Draft202012Validator)
"""Many editors know draft 7 only: a schema says the same in both."""


def seen(text: str) -> object:
    """Return what an editor sees in a YAML text."""
    node = yaml.parse(text)
    assert isinstance(node, Fields), node
    return _value(node)


def header_of(text: str) -> object:
    """Return what an editor sees in the header of a document."""
    return seen(text.split("---\n")[1])


def faults(name: str, value: object, types: dict[str, DocumentType] | None = None) -> list[str]:
    """Return what a schema refuses in a value, whichever draft the editor knows."""
    schema = loaded(name) if types is None else made(name, types)
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for draft in DRAFTS
        for error in draft(schema).iter_errors(value)
    ]


@cache
def loaded(name: str) -> dict[str, Any]:
    """Return a schema, without the types of a platform."""
    return made(name, {})


def made(name: str, types: dict[str, DocumentType]) -> dict[str, Any]:
    """Return a schema for the types of a platform."""
    schema: dict[str, Any] = json.loads(schema_text(name, types, Translator("en")))
    return schema


def _value(node: Node) -> object:
    if isinstance(node, Fields):
        return {name.text: _value(value) for name, value in node.entries}
    if isinstance(node, Items):
        return [_value(item) for item in node.items]
    return _scalar(node)


def _scalar(scalar: Scalar) -> object:
    text = scalar.text
    if scalar.quoted:
        return text
    if scalar.is_null:
        return None
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
