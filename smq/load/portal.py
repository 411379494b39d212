"""Reads `portail.yaml`: the texts of the portal's sheet that no register holds."""

from collections.abc import Mapping
from pathlib import Path

from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.load.markdown_text import find_placeholders
from smq.model import Fields, Location, Problem
from smq.model.portal import PortalText

FILE_NAME = "portail.yaml"
KEYS = (
    "accroche",
    "description",
    "mots_cles",
    "thematiques",
    "reservation_url",
    "technologies",
    "contact",
    "adresse",
)
LANGUAGES = ("fr", "en")
FAULT = "ill-formed-value"


def read_portal(root: Path, problems: list[Problem]) -> Mapping[str, PortalText]:
    """Return key → text, without those that are left to complete; none without file.

    ```yaml
    accroche: {fr: …, en: …}
    mots_cles: {fr: [spectre, polymère], en: [spectrum, polymer]}
    contact: contact@plateforme.example.org
    ```
    """
    file = root / FILE_NAME
    if not file.is_file():
        return {}
    content = read_mapping(file, FILE_NAME, problems)
    if content is None:
        return {}
    reader = Reader(content, FILE_NAME, problems, FAULT)
    reader.unknown(KEYS, "unknown-key")
    return {key.text: _text(reader, key.text) for key, _value in content.entries}


def _text(reader: Reader, key: str) -> PortalText:
    node = reader.node(key)
    place = Location(reader.path, node.line, node.column) if node is not None else None
    if not isinstance(node, Fields):
        return PortalText(_written(reader, key), (), place)
    both = reader.mapping(key)
    both.unknown(LANGUAGES, "unknown-key")
    return PortalText(_written(both, "fr"), _written(both, "en"), place)


def _written(reader: Reader, key: str) -> tuple[str, ...]:
    return tuple(
        text
        for written in reader.texts(key)
        if (text := " ".join(written.split())) and not find_placeholders(text, 1)
    )
