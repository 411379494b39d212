"""Delivers what a command makes: into a file that the user names, else on stdout."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from smq import files
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _

F = TypeVar("F", bound=StrEnum)

_OTHER_ENDINGS = (
    ("txt", "table"),
    ("txt", "text"),
    ("gv", "dot"),
    ("mmd", "mermaid"),
    ("md", "mermaid"),
)
"""Endings by which other programs know a format that has another name here."""


def chosen(formats: type[F], given: F | None, out: Path | None, default: F) -> F:
    """Return the format: `--format`, else the ending of the file named, else the default.

    Raises:
        SmqError: the extension is none of the formats, or says another one than `--format`.
    """
    suffix = out.suffix.lower().lstrip(".") if out else ""
    if not suffix:
        return given or default
    by_name = {str(f.value): f for f in formats}
    others = {end: by_name[name] for end, name in _OTHER_ENDINGS if name in by_name}
    known = {name: f for name, f in by_name.items() if name not in ("table", "text")} | others
    found = known.get(suffix)
    if found is None:
        raise SmqError(
            _("«{path}»: files of that kind are not made here."),
            _("Name it with one of these endings: {known}."),
            path=str(out),
            known=", ".join(f".{word}" for word in known),
        )
    if given is not None and given is not found:
        raise SmqError(
            _("«{path}» and --format {word} say two things."),
            _("Leave --format out: the ending of the name is enough."),
            path=str(out),
            word=given.value,
        )
    return found


def check_place(
    session: Session, out: Path | None, *, binary: bool = False, option: str = "--out"
) -> None:
    """Refuse a place where nothing can be delivered, before time goes into what goes there.

    Args:
        session: of the command.
        out: the place, None for stdout.
        binary: what goes there is no text.
        option: that names the place.

    Raises:
        SmqError: binary content would go to a terminal, or the folder does not exist.
    """
    if out is None:
        if binary and sys.stdout.isatty():
            raise SmqError(
                _("This format is a file, not a text to read here."),
                _("Add a name for it: --out FILE"),
            )
        return
    folder = _place(session, out).parent
    if not folder.is_dir() and folder.resolve() != (session.root / "livrables").resolve():
        raise SmqError(
            _("The folder {folder} does not exist."),
            _("Check the spelling of the name after {option}, or create the folder first."),
            folder=str(out.parent),
            option=option,
        )


def deliver(session: Session, content: bytes, out: Path | None, *, binary: bool = False) -> None:
    """Write content into `out`, else on stdout.

    Raises:
        SmqError: as `check_place`, or the file cannot be written.
    """
    check_place(session, out, binary=binary)
    if out is None:
        console.product_bytes(content)
        return
    files.write_whole(_place(session, out), content)
    console.aside(session.translate(_("Written: {path}"), path=str(out)))


def _place(session: Session, out: Path) -> Path:
    return out if out.is_absolute() else session.start / out
