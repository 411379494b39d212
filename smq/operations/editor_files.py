"""What makes an editor complete and check the YAML of a platform: schemas, and where they apply."""

import json
from collections.abc import Mapping

from smq.i18n import Translator
from smq.model import DocumentType
from smq.schemas import OF_A_KIT, SCHEMAS, schema_text

SETTINGS = ".vscode/settings.json"
"""Settings of VS Code and its kin for one folder; they are the person's own once they exist."""
KEY = "yaml.schemas"
"""Read by the YAML extension of those editors: schema → globs; nothing is fetched."""


def schema_files(types: Mapping[str, DocumentType], translate: Translator) -> dict[str, bytes]:
    """Return path → bytes of each schema of the files that a platform holds.

    Args:
        types: of the platform, by code.
        translate: into the language of its documents.
    """
    return {
        described.path: schema_text(name, types, translate).encode()
        for name, described in SCHEMAS.items()
        if name not in OF_A_KIT
    }


def editor_settings() -> bytes:
    """Return the editor's settings that tie each schema to its files."""
    return (json.dumps({KEY: ties()}, indent=2) + "\n").encode()


def ties() -> dict[str, list[str]]:
    """Return schema → globs of the files held to it, both from the root of the folder.

    A glob is matched at the end of a path: the stroke before it keeps `other-smq.yaml` out.
    """
    return {
        f"./{described.path}": [f"/{glob}" for glob in described.files]
        for described in SCHEMAS.values()
        if described.files
    }
