"""Runs a command line as a person would, and keeps what was shown."""

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from smq.cli import main


@dataclass(frozen=True)
class Shown:
    """What a command left: its exit code and both streams."""

    code: object
    out: str
    err: str


@dataclass
class _Keyboard:
    """What a person types, and Ctrl-C at the end."""

    lines: Iterator[str]

    def readline(self) -> str:
        for line in self.lines:
            return line
        raise KeyboardInterrupt


@dataclass
class Terminal:
    """A place to type commands in, at a fixed date.

    Attributes:
        root: the platform's folder.
        capsys, monkeypatch: of pytest.
    """

    root: Path
    capsys: pytest.CaptureFixture[str]
    monkeypatch: pytest.MonkeyPatch

    def run(self, *words: str, typed: str = "", interrupted: bool = False) -> Shown:
        """Run `smq` with these words; `typed` is what is typed, before Ctrl-C or the end."""
        keyboard = io.StringIO(typed)
        pressed = _Keyboard(iter(typed.splitlines(keepends=True)))
        self.monkeypatch.setattr(sys, "stdin", pressed if interrupted else keyboard)
        with pytest.raises(SystemExit) as left:
            main(["-C", str(self.root), "--lang", "en", "--date", "2027-03-01", *words])
        shown = self.capsys.readouterr()
        return Shown(left.value.code, shown.out, shown.err)
