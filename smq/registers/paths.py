"""Paths that cells and settings name: inside the folder or not, there or not."""

import re
from collections.abc import Container
from unicodedata import normalize

_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]+:(?!\\)")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


class Files(Container[object]):
    """The files of a folder, by path; a folder that holds one is there too."""

    def __init__(self, paths: frozenset[str]) -> None:
        """Take the paths of the files, from the root."""
        self._paths = paths
        self._folders: frozenset[str] | None = None

    def __contains__(self, path: object) -> bool:
        """Return whether a file or a folder is there."""
        if not isinstance(path, str):
            return False
        said = normalize("NFC", path).removeprefix("./").rstrip("/")
        return said in self._paths or said in self._parents()

    def _parents(self) -> frozenset[str]:
        if self._folders is None:
            self._folders = frozenset(path[:end] for path in self._paths for end in _slashes(path))
        return self._folders


def _slashes(path: str) -> tuple[int, ...]:
    return tuple(index for index, sign in enumerate(path) if sign == "/")


def names_a_file(text: str) -> bool:
    """Return whether a text is a path, and no address of another place (`https:`, `nas:`)."""
    return _ELSEWHERE.match(text) is None


def leads_outside(path: str) -> bool:
    """Return whether a path does not stay below the folder."""
    said = path.replace("\\", "/")
    return said.startswith(("/", "~")) or bool(_DRIVE.match(said)) or ".." in said.split("/")
