"""`smq register sync`: dated copies, with their hash, of originals that lie outside the folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _, why
from smq.load.tables import COPIES
from smq.model import Change, QualitySystem
from smq.operations.yaml_text import dump

_LARGEST = 50_000_000
Held = Callable[[str], bytes | None]
"""Gives the bytes of a file of the platform, None when there is none."""


@dataclass(frozen=True, slots=True)
class Copied:
    """An original outside the folder.

    Attributes:
        origin: where it lies.
        path: of its copy.
        changes: that take it; none when the copy is the original, and its sidecar says so.
    """

    origin: str
    path: str
    changes: tuple[Change, ...]


def copies(
    system: QualitySystem, root: Path, tables: frozenset[str], held: Held
) -> tuple[Copied, ...]:
    """Return the copies of every original that the settings name (`depuis`), each once.

    Args:
        system: the platform.
        root: its folder; a relative place starts there.
        tables: those to copy; empty = all.
        held: what the folder holds now.

    Raises:
        SmqError: an original is not there, or cannot be read.
    """
    found: dict[str, Copied] = {}
    for source in system.settings.register_sources:
        if source.origin and (not tables or source.table in tables):
            for original in _originals(source.origin, root):
                copied = _copied(original, held, system.today)
                _mind_same_name(found.get(copied.path), copied)
                found[copied.path] = copied
    return tuple(found.values())


def _originals(origin: str, root: Path) -> Iterator[Path]:
    place = root / Path(origin).expanduser()
    try:
        found = sorted(place.parent.glob(place.name)) if "*" in place.name else [place]
        found = [f for f in found if f.is_file() and not f.name.startswith(("~$", "."))]
    except OSError:
        found = []
    if not found:
        raise SmqError(
            _("«{origin}» is not found from this computer."),
            _("Check that the shared drive is there, and what smq.yaml says after «depuis»."),
            origin=origin,
        )
    yield from found


def _copied(original: Path, held: Held, today: date) -> Copied:
    raw = _read(original)
    path = f"{COPIES}/{original.name}"
    before, sidecar, digest = held(path), f"{path}.yaml", sha256(raw).hexdigest()
    noted = held(sidecar)
    if before == raw and digest.encode() in (noted or b""):
        return Copied(str(original), path, ())
    values = {"origine": str(original), "copie_le": today, "sha256": digest}
    beside = Change(sidecar, noted, dump(values).encode())
    taken = () if before == raw else (Change(path, before, raw),)
    return Copied(str(original), path, (*taken, beside))


def _read(original: Path) -> bytes:
    try:
        if original.stat().st_size > _LARGEST:
            raise SmqError(
                _("«{origin}» is larger than 50 MB: it is no register."), origin=str(original)
            )
        return original.read_bytes()
    except OSError as error:
        raise SmqError(
            _("«{origin}» cannot be read: {reason}."),
            _("Close the program that holds the file, then run the command again."),
            origin=str(original),
            reason=why(error),
        ) from error


def _mind_same_name(other: Copied | None, copied: Copied) -> None:
    if other is not None and other.origin != copied.origin:
        raise SmqError(
            _("«{first}» and «{second}» have the same name: one copy would hide the other."),
            _("Rename one of the two originals."),
            first=other.origin,
            second=copied.origin,
        )
