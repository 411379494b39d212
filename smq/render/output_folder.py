"""The folder of rendered files: what an earlier run made is replaced, the rest is left alone."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

MANIFEST = ".smq-rendus.json"


def made_before(folder: Path) -> dict[str, str]:
    """Return name → SHA-256 of the files that an earlier run made, as its manifest says."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name): str(digest) for name, digest in content["files"].items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def manifest(made: Mapping[str, str]) -> bytes:
    """Return the manifest of these files (name → SHA-256), the same bytes for the same files."""
    content = {"files": {name: made[name] for name in sorted(made)}}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return sha256(content).hexdigest()


def outdated(folder: Path, before: Mapping[str, str], made: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of files that only an earlier run made and nobody changed since.

    A name that leads out of the folder is never one of ours.
    """
    found = []
    for name, known in sorted(before.items()):
        file = folder / name
        ours = Path(name).name == name and name not in made
        if ours and file.is_file() and digest(file.read_bytes()) == known:
            found.append(name)
    return tuple(found)
