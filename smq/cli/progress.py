"""Shows on stderr how far long work is; nothing where no terminal is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(count: int, what: str) -> Iterator[Callable[[], None]]:
    """Give a function to call after each step.

    Args:
        count: how many steps there are.
        what: is made, in the user's language.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    terminal = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = Progress(*columns, console=terminal, disable=not terminal.is_terminal)
    task = shown.add_task(what, total=count)

    def advance() -> None:
        # Its thread starts with the first step: whoever forks workers has done so by then.
        shown.start()
        shown.advance(task)

    try:
        yield advance
    finally:
        shown.stop()
