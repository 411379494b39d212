"""Writes YAML as people read it, and changes one field of a header without touching the rest."""

from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString


def writer() -> YAML:
    """Return the round-trip writer of all our YAML: comments, quotes and order are kept."""
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 10_000
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    return yaml


def dump(values: Mapping[str, Any]) -> str:
    """Return a mapping as YAML, in its own order; null values are left empty."""
    stream = StringIO()
    writer().dump(dict(values), stream)
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))


def quoted(text: str) -> str:
    """Return a text that is written between double quotes: it stays text for every reader."""
    kept: str = DoubleQuotedScalarString(text)
    return kept
