"""Makes the disk refuse, or a person press Ctrl-C, at the n-th thing that a command does there."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

TOUCHING: tuple[tuple[Any, str], ...] = (
    (tempfile, "mkstemp"),
    (os, "fdopen"),
    (os, "fsync"),
    (os, "replace"),
    (os, "rename"),
    (os, "link"),
    (os, "symlink"),
    (os, "rmdir"),
    (Path, "mkdir"),
    (Path, "chmod"),
    (Path, "replace"),
    (Path, "rename"),
    (Path, "unlink"),
    (Path, "rmdir"),
    (Path, "touch"),
    (Path, "write_bytes"),
    (Path, "write_text"),
)
"""Every way in which Python changes a folder; each write, flush, rename, removal is one."""


class Disk:
    """A disk that counts what it is asked, and fails once.

    Attributes:
        at: which of its calls fails, counted from 1.
        error: what it raises.
        calls: names of the calls so far.
    """

    def __init__(self, at: int, error: Callable[[], BaseException]) -> None:
        self.at = at
        self.error = error
        self.calls: list[str] = []

    @property
    def failed(self) -> bool:
        """Return whether the fault came: a command that does less never meets it."""
        return len(self.calls) >= self.at

    def _count(self, name: str) -> None:
        self.calls.append(name)
        if len(self.calls) == self.at:
            raise self.error()

    def watched(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return a call that is counted before it is made."""

        def counted(*given: Any, **named: Any) -> Any:
            self._count(name)
            made = call(*given, **named)
            writes = name == "fdopen" and "w" in str(given[1:2] or named.get("mode", ""))
            return _Stream(made, self) if writes else made

        return counted

    @contextmanager
    def failing(self) -> Iterator[None]:
        """Be the disk for a while."""
        with pytest.MonkeyPatch.context() as patch:
            for owner, name in TOUCHING:
                patch.setattr(owner, name, self.watched(name, getattr(owner, name)))
            yield

    def writes(self, stream: Any, content: bytes) -> int:
        """Write content, or half of it before the fault."""
        self.calls.append("write")
        if len(self.calls) == self.at:
            stream.write(content[: len(content) // 2])
            raise self.error()
        return int(stream.write(content))


class _Stream:
    """A file open for writing on that disk."""

    def __init__(self, stream: Any, disk: Disk) -> None:
        self._stream = stream
        self._disk = disk

    def __enter__(self) -> "_Stream":
        return self

    def __exit__(self, *_what: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, content: bytes) -> int:
        return self._disk.writes(self._stream, content)
