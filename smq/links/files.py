"""Follows relative paths among the files of a platform's folder."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize


@dataclass(frozen=True)
class Files:
    """The files that a link may lead to.

    Attributes:
        paths: POSIX paths relative to the root.
    """

    paths: frozenset[str]

    def follow(self, source: str, written: str) -> str | None:
        """Return the file or folder that a path in the file `source` leads to, None if dead.

        A path that starts with `/` starts at the root. Case matters, as it does on a server.
        """
        full = target_of(source, written)
        if full in self.paths:
            return full
        # A disk of macOS hands out decomposed accents: the reader sees the same name.
        found = self._by_form.get(normalize("NFC", full))
        return found or (full if full in self._folders else None)

    def near(self, source: str, written: str) -> tuple[str, ...]:
        """Return the paths that a dead one may stand for, sorted.

        Other case first, then a forgotten `.md`, then the same file name elsewhere.
        """
        full = target_of(source, written)
        for wanted in (full, f"{full}.md"):
            found = self._by_folded.get(_folded(wanted), ())
            if found:
                return tuple(found)
        return tuple(self._by_name.get(_folded(posixpath.basename(full)), ()))

    @cached_property
    def _by_form(self) -> dict[str, str]:
        return {normalize("NFC", path): path for path in self.paths}

    @cached_property
    def _folders(self) -> frozenset[str]:
        found = {"."}
        for path in self.paths:
            folder = posixpath.dirname(path)
            while folder and folder not in found:
                found.add(folder)
                folder = posixpath.dirname(folder)
        return frozenset(found)

    @cached_property
    def _by_folded(self) -> dict[str, list[str]]:
        return _grouped((_folded(path), path) for path in sorted(self.paths))

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        return _grouped((_folded(posixpath.basename(p)), p) for p in sorted(self.paths))


def target_of(source: str, written: str) -> str:
    """Return the path from the root that a path written in the file `source` stands for."""
    if written.startswith("/"):
        return posixpath.normpath(written.lstrip("/") or ".")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), written))


def leads_out(source: str, written: str) -> bool:
    """Return whether a path in the file `source` names what lies outside the platform's folder."""
    joined = posixpath.join(posixpath.dirname(source), written.replace("\\", "/"))
    reached = posixpath.normpath(joined)
    return reached == ".." or reached.startswith(("../", "/"))


def _folded(path: str) -> str:
    return normalize("NFC", path).casefold().replace("\\", "/")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for key, path in pairs:
        groups.setdefault(key, []).append(path)
    return groups
