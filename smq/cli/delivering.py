"""Delivers what a command makes: into a file that the user names, else on stdout."""

import sys
from pathlib import Path

from smq import files
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _


def deliver(session: Session, content: bytes, out: Path | None, *, binary: bool = False) -> None:
    """Write content into `out`, else on stdout.

    Raises:
        SmqError: binary content would go to a terminal, or the file cannot be written.
    """
    if out is not None:
        files.write_whole(out if out.is_absolute() else session.start / out, content)
        console.aside(session.translate(_("Written: {path}"), path=str(out)))
    elif binary and sys.stdout.isatty():
        raise SmqError(
            _("This format is a file, not a text to read here."),
            _("Add a name for it: --out FILE"),
        )
    else:
        console.product_bytes(content)
