"""The manifest of an evaluation folder: what it was made from, and the hash of every file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

NAME = "manifest.json"
FORMAT = "smq-dossier-1"
_LEFT = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "Desktop.ini"})
"""What macOS and Windows leave in a folder that somebody opened."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size and hexadecimal SHA-256 of a file.

    `other_ends` holds the SHA-256 of a text as it would be with the line ends of other systems.
    """

    size: int
    sha256: str
    other_ends: frozenset[str] = field(default=frozenset(), compare=False)

    @classmethod
    def of(cls, content: bytes, *, text: bool = False) -> "Stamp":
        """Return the stamp of a content, which may be a text."""
        digest = sha256(content).hexdigest()
        if not text:
            return cls(len(content), digest)
        plain = _plain(content)
        others = (sha256(c).hexdigest() for c in (plain, plain.replace(b"\n", b"\r\n")))
        return cls(len(content), digest, frozenset(others) - {digest})


@dataclass(frozen=True, slots=True)
class Verified:
    """What became of a folder since it was made.

    Attributes:
        readable: the manifest is one, and is as smq wrote it.
        said: what the manifest says (platform, commit, date…); empty when it cannot be read.
        changed: files whose content is another one.
        missing: files that are no more there.
        added: files that the manifest does not know.
        moved: files that lie elsewhere, or have another name: before, now.
        line_ends: files, the manifest too, of which the line ends alone are others.
        left: files that a computer leaves in the folders that it shows: they change nothing.
    """

    readable: bool
    said: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    line_ends: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        """Return whether nothing changed."""
        wrong = self.changed or self.missing or self.added or self.moved or self.line_ends
        return self.readable and not wrong


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
    sealed = said.get("seal") == _seal(content)
    ends = [NAME] if sealed and raw != _written(said) and _plain(raw) == _written(said) else []
    other = [p for p in sorted(wanted) if p in found and found[p] != wanted[p]]
    ends += [p for p in other if (s := found[p]) and wanted[p].sha256 in s.other_ends]
    added = [p for p in sorted(found) if p not in wanted]
    missing = [p for p in sorted(wanted) if p not in found]
    moved = tuple(_moved(missing, added, wanted, found))
    gone, come = {was for was, _now in moved}, {now for _was, now in moved}
    left = tuple(p for p in added if _is_left(p))
    return Verified(
        readable=sealed and (raw == _written(said) or NAME in ends),
        said={key: value for key, value in content.items() if key != "files"},
        changed=tuple(p for p in other if p not in ends),
        missing=tuple(p for p in missing if p not in gone),
        added=tuple(p for p in added if p not in come and p not in left),
        moved=moved,
        line_ends=tuple(ends),
        left=left,
    )


def _moved(
    missing: list[str],
    added: list[str],
    wanted: Mapping[str, Stamp],
    found: Mapping[str, Stamp | None],
) -> Iterator[tuple[str, str]]:
    """Yield each missing file that lies under another path, with that path."""
    left = list(added)
    for path in missing:
        now = next((p for p in left if found[p] == wanted[path]), None)
        if now is not None:
            left.remove(now)
            yield path, now


def _is_left(path: str) -> bool:
    folder, _slash, name = path.rpartition("/")
    return (
        name in _LEFT or name.startswith(("._", "~$", ".~lock.")) or "__MACOSX" in folder.split("/")
    )


def _plain(raw: bytes | None) -> bytes:
    return (raw or b"").replace(b"\r\n", b"\n")


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
