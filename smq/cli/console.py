"""Writes to the two streams: the product on stdout, everything else on stderr."""

import os
import sys
from collections.abc import Iterable

from smq.model import Severity
from smq.report.line import Line

_STYLES = {
    Severity.ERROR.value: "bold red",
    Severity.WARNING.value: "yellow",
    Severity.NOTE.value: "cyan",
    "title": "bold",
    "hint": "dim",
}


def product(text: str) -> None:
    """Write text to stdout as it is."""
    sys.stdout.write(text if text.endswith("\n") or not text else f"{text}\n")


def product_bytes(content: bytes) -> None:
    """Write bytes to stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def aside(text: str) -> None:
    """Write a line to stderr: progress, counts, what to do next."""
    sys.stderr.write(f"{text}\n")


def lines(content: Iterable[Line]) -> None:
    """Write styled lines to stdout; colours only on a terminal, never with NO_COLOR.

    User text is never read as markup.
    """
    if not sys.stdout.isatty() or "NO_COLOR" in os.environ:
        sys.stdout.writelines(f"{line.text}\n" for line in content)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for line in content:
        text = Text()
        for part, style in line.parts:
            text.append(part, style=_STYLES.get(style, ""))
        console.print(text, soft_wrap=True)
