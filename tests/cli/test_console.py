"""What a terminal shows: colours where they help, and a user's text as it is written."""

import io
import sys

import pytest

from smq.cli import console
from smq.cli.saving import described
from smq.i18n import Translator
from smq.model import Change
from smq.report.line import Line

LINE = Line((("a.md:1:1: ", ""), ("error", "error"), (" [red]PRE[/red] :smile:", "")))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return true."""
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what is written of the line to a stream."""
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("TERM", "xterm-256color")
    console.lines([LINE])
    return stream.getvalue()


def test_a_terminal_has_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The severity is coloured, the user's brackets and colons are text."""
    monkeypatch.delenv("NO_COLOR", raising=False)

    text = shown(Terminal(), monkeypatch)

    assert "\x1b[1;31merror\x1b[0m" in text
    assert "[red]PRE[/red] :smile:" in text


def test_no_color_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR, whatever its value, gives plain text."""
    monkeypatch.setenv("NO_COLOR", "")

    assert shown(Terminal(), monkeypatch) == "a.md:1:1: error [red]PRE[/red] :smile:\n"


def test_a_pipe_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes into a file or another program has no colour."""
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert shown(io.StringIO(), monkeypatch) == "a.md:1:1: error [red]PRE[/red] :smile:\n"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change("a.md", None, b"un\ndeux\n"), "creates a.md\n  +un\n  +deux"),
        (Change("a.md", b"un\ndeux\n", b"un\ntrois\n"), "changes a.md\n  -deux\n  +trois"),
        (Change("a.md", b"un\n", None), "deletes a.md"),
        (Change("a.bin", None, b"\xff\n"), "creates a.bin\n  +ÿ"),
        (Change("a.md", None, b""), "creates a.md"),
    ],
)
def test_a_change_in_words(change: Change, expected: str) -> None:
    """`--dry-run` says what becomes of a file, with the lines it gains and loses."""
    assert described(change, Translator("en")) == expected
