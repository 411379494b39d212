"""Options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

from smq.i18n import _

DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would be written; write nothing."))
]
Code = Annotated[str, typer.Argument(metavar="CODE", help=_("Code of a document."))]


class CheckFormat(StrEnum):
    """Formats of `check`."""

    TEXT = "text"
    JSON = "json"
