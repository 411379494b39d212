"""Options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smq.i18n import _

DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would be written; write nothing."))
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar=_("FILE"), help=_("Write into this file."))
]
Code = Annotated[str, typer.Argument(metavar="CODE", help=_("Code of a document."))]


class CheckFormat(StrEnum):
    """Formats of `check`."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    GITLAB = "gitlab"
