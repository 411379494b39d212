"""The manifest of an evaluation folder: what it was made from, and the hash of every file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

NAME = "manifest.json"
FORMAT = "smq-dossier-1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size and hexadecimal SHA-256 of a file."""

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> "Stamp":
        """Return the stamp of a content."""
        return cls(len(content), sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of a folder since it was made.

    Attributes:
        readable: the manifest is one, and is as smq wrote it.
        said: what the manifest says (platform, commit, date…); empty when it cannot be read.
        changed: files whose content is another one.
        missing: files that are no more there.
        added: files that the manifest does not know.
    """

    readable: bool
    said: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        """Return whether nothing changed."""
        return self.readable and not (self.changed or self.missing or self.added)


def manifest(said: Mapping[str, Any], files: Mapping[str, Stamp]) -> bytes:
    """Return the manifest: the same bytes for the same folder.

    Args:
        said: what it was made from; plain JSON values.
        files: POSIX path in the folder → stamp, the manifest left out.
    """
    listed = [
        {"path": path, "size": stamp.size, "sha256": stamp.sha256}
        for path, stamp in sorted(files.items())
    ]
    content = {"format": FORMAT, **said, "files": listed}
    return _written({**content, "seal": _seal(content)})


def verified(raw: bytes | None, found: Mapping[str, Stamp | None]) -> Verified:
    """Compare a folder with its manifest.

    Args:
        raw: the manifest, None when there is none.
        found: POSIX path in the folder → stamp, None for a file that cannot be read; the manifest
            left out.
    """
    said = _read(raw)
    if said is None:
        return Verified(readable=False)
    wanted = {item["path"]: Stamp(item["size"], item["sha256"]) for item in said["files"]}
    content = {key: value for key, value in said.items() if key != "seal"}
    return Verified(
        readable=said.get("seal") == _seal(content) and _written(said) == raw,
        said={key: value for key, value in content.items() if key != "files"},
        changed=tuple(p for p in sorted(wanted) if p in found and found[p] != wanted[p]),
        missing=tuple(p for p in sorted(wanted) if p not in found),
        added=tuple(p for p in sorted(found) if p not in wanted),
    )


def listed(raw: bytes | None) -> Mapping[str, Stamp]:
    """Return path → stamp of the files that a manifest knows; nothing when it is none."""
    said = _read(raw)
    items = said["files"] if said else ()
    return {item["path"]: Stamp(item["size"], item["sha256"]) for item in items}


def _read(raw: bytes | None) -> dict[str, Any] | None:
    """Return a manifest, None when a file is none."""
    try:
        content = json.loads(raw or b"")
        if content["format"] != FORMAT:
            return None
        for item in content["files"]:
            if not isinstance(item["path"], str) or not isinstance(item["sha256"], str):
                return None
            int(item["size"])
    except (ValueError, KeyError, TypeError):
        return None
    return dict(content)


def _seal(content: Mapping[str, Any]) -> str:
    """Return the hash of what a manifest says: one letter changed in it is seen too."""
    return sha256(_written(content)).hexdigest()


def _written(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
