"""Runs the command line as a user would, in one process, and keeps what it said."""

import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from smq.cli import main

IDENTITY = {
    "GIT_AUTHOR_NAME": "Inès Vautrin",
    "GIT_AUTHOR_EMAIL": "ines@example.org",
    "GIT_COMMITTER_NAME": "Inès Vautrin",
    "GIT_COMMITTER_EMAIL": "ines@example.org",
}


def environment(home: Path) -> dict[str, str]:
    """Return the variables of every run: no configuration of this machine, fixed dates, English."""
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_DATE": "2027-03-01T09:00:00+0000",
        "GIT_COMMITTER_DATE": "2027-03-01T09:00:00+0000",
        "SMQ_LANG": "en",
        "SMQ_DATE": "2027-03-01",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        **IDENTITY,
    }


@dataclass(frozen=True)
class Said:
    """Exit code, and what was written to each stream."""

    code: int
    out: str
    err: str

    @property
    def both(self) -> str:
        """Return everything that a person at a terminal would see."""
        return self.out + self.err


class _Terminal(io.TextIOWrapper):
    """A keyboard with a person behind it."""

    def isatty(self) -> bool:
        return True


@dataclass
class _Interrupted:
    """A keyboard at which Ctrl-C follows the last line."""

    lines: Iterator[str]

    def readline(self) -> str:
        for line in self.lines:
            return line
        raise KeyboardInterrupt


@dataclass
class Runner:
    """Runs `smq WORDS`; environment and working folder are the fixture's."""

    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def __call__(
        self,
        *words: str,
        typed: str | None = None,
        env: Mapping[str, str] | None = None,
        interrupted: bool = False,
        at_terminal: bool = False,
    ) -> Said:
        """Return what the command said.

        Args:
            words: the command line.
            typed: what the person types, one line a question.
            env: variables beside those of every run.
            interrupted: Ctrl-C follows what is typed, else the end of the input.
            at_terminal: a person is there to answer, not a script.
        """
        self.capture.readouterr()
        with self.patch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            raw = io.BytesIO((typed or "").encode())
            keyboard = (_Terminal if at_terminal else io.TextIOWrapper)(raw, encoding="utf-8")
            patch.setattr(sys, "stdin", _Interrupted(iter(keyboard)) if interrupted else keyboard)
            with pytest.raises(SystemExit) as left:
                main(words)
        said = self.capture.readouterr()
        code = left.value.code
        return Said(code if isinstance(code, int) else 0, said.out, said.err)


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path, git's own and smq's cache left out."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not {".git", ".smq"} & set(file.relative_to(folder).parts)
    }
