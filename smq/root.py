"""Where a platform's folder begins."""

from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _

FILE_NAME = "smq.yaml"
"""The file that makes a folder a platform's."""


def find_root(start: Path) -> Path:
    """Return the folder of `smq.yaml`, searched from `start` upwards.

    Raises:
        SmqError: there is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder
    raise SmqError(
        _("{folder} is not the folder of a platform: it has no smq.yaml."),
        _("Go to the platform's folder, name it with -C FOLDER, or create one: smq init FOLDER"),
        folder=str(start),
    )
