"""What a run changes in a mirror, the shared folder that holds exactly the documents in force."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath, PureWindowsPath

MANIFEST = ".smq-miroir.json"
FORMAT = "smq-miroir-1"
OLD = "_Périmés"
"""Folder of the mirror for what was replaced or withdrawn."""
CHANGED = "_Modifiés"
"""Folder of the mirror for files of ours that people changed there."""


class Verb(StrEnum):
    """What is done with a file of the mirror."""

    CREATE = "create"
    REPLACE = "replace"
    RETIRE = "retire"
    SET_ASIDE = "set_aside"


@dataclass(frozen=True, slots=True)
class Action:
    """One change of the mirror: a file, by its name there."""

    verb: Verb
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that smq put into the mirror.

    Attributes:
        digest: hexadecimal SHA-256 of it.
        id: permanent identifier of its document, empty for the list.
        coming: SHA-256 that a run under way gives it, or None.
    """

    digest: str
    id: str = ""
    coming: str | None = None

    @property
    def digests(self) -> frozenset[str]:
        """Return what the file may hold when nobody but smq wrote it."""
        return frozenset(found for found in (self.digest, self.coming) if found)


@dataclass(frozen=True, slots=True)
class Record:
    """What the manifest of a mirror says.

    Attributes:
        files: name → entry.
        listed: date that the list of documents bears, or None.
    """

    files: Mapping[str, Entry] = field(default_factory=dict)
    listed: date | None = None


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file."""
    return sha256(content).hexdigest()


def plan(
    known: Mapping[str, Entry],
    found: Mapping[str, str | None],
    wanted: Mapping[str, str],
    kept: frozenset[str] = frozenset(),
) -> tuple[Action, ...]:
    """Return what changes the mirror into what is wanted; new files come before old ones leave.

    Args:
        known: name → what smq put there.
        found: name → SHA-256 of the files there; None for one that cannot be read.
        wanted: name → SHA-256 of the files in force.
        kept: names that stay although they are not wanted.
    """
    return (*_arriving(known, found, wanted), *_leaving(known, found, wanted, kept))


def _arriving(
    known: Mapping[str, Entry], found: Mapping[str, str | None], wanted: Mapping[str, str]
) -> Iterator[Action]:
    for name, digest in wanted.items():
        if name not in found:
            yield Action(Verb.CREATE, name)
        elif found[name] == digest:
            continue
        elif _is_ours(name, known, found):
            yield Action(Verb.REPLACE, name)
        else:
            yield Action(Verb.SET_ASIDE, name)
            yield Action(Verb.CREATE, name)


def _leaving(
    known: Mapping[str, Entry],
    found: Mapping[str, str | None],
    wanted: Mapping[str, str],
    kept: frozenset[str],
) -> Iterator[Action]:
    for name in sorted(known):
        if name in wanted or name in kept or name not in found:
            continue
        verb = Verb.RETIRE if _is_ours(name, known, found) else Verb.SET_ASIDE
        yield Action(verb, name)


def _is_ours(name: str, known: Mapping[str, Entry], found: Mapping[str, str | None]) -> bool:
    return name in known and found[name] in known[name].digests


def manifest(record: Record) -> bytes:
    """Return the manifest of a mirror: the same bytes for the same files."""
    files = {
        name: {
            "sha256": entry.digest,
            **({"id": entry.id} if entry.id else {}),
            **({"under_way": entry.coming} if entry.coming else {}),
        }
        for name, entry in sorted(record.files.items())
    }
    listed = record.listed.isoformat() if record.listed else None
    content = {"format": FORMAT, "listed": listed, "files": files}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(raw: bytes | None) -> Record:
    """Return what a manifest says, nothing when it is none; no name leads out of the folder."""
    try:
        content = json.loads(raw or b"")
        if content["format"] != FORMAT:
            return Record()
        files = {
            str(name): Entry(
                str(item["sha256"]), str(item.get("id", "")), item.get("under_way") or None
            )
            for name, item in content["files"].items()
            if _is_plain(str(name))
        }
        listed = date.fromisoformat(content["listed"]) if content["listed"] else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return Record()
    return Record(files, listed)


def _is_plain(name: str) -> bool:
    """Return whether a name is that of a file in the folder itself, on any system."""
    return name not in ("", ".", "..", MANIFEST) and (
        PurePosixPath(name).name == PureWindowsPath(name).name == name
    )
