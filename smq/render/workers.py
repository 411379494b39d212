"""Pages → Word files, in several processes when that is quicker."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from smq.i18n import Translator
from smq.render.docx import Notice, render
from smq.render.page import Page

Work = tuple[Page, bytes]
Made = tuple[bytes, tuple[Notice, ...]]
SetAll = Callable[[Iterable[Work]], Iterator[Made]]

_MOST = 8
_WORTH = {"fork": 12, "spawn": 500}
"""Pages from which workers gain time: a fork is ready at once, a spawned one loads smq again."""


@contextmanager
def setting(count: int, workers: int | None = None) -> Iterator[SetAll]:
    """Give a function that sets `count` pages and returns them in their order.

    Args:
        count: how many pages will come.
        workers: processes, as many as the machine has processors by default.
    """
    workers = min(workers or os.cpu_count() or 1, _MOST)
    method = _method()
    if workers < 2 or count < _WORTH[method]:
        yield lambda pages: map(set_page, pages)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(workers, get_context(method), _leave_interrupts)
    try:
        with _interrupts_left():
            for _number in range(workers):
                pool.submit(_leave_interrupts)
        yield lambda pages: pool.map(set_page, pages, chunksize=2)
    finally:
        # After an interruption nobody waits for the pages that are still to set.
        pool.shutdown(cancel_futures=True)


def set_page(work: Work) -> Made:
    """Return the Word file of a page and its notices; worker processes call it by its name."""
    page, look = work
    rendered = render(page, look, Translator(page.language))
    return rendered.docx, rendered.warnings


@contextmanager
def _interrupts_left() -> Iterator[None]:
    """Let processes start deaf to Ctrl-C: a terminal sends it to them too, before they listen."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, ours)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that waits for the pages: it stops the others by itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _method() -> str:
    """Return how to start a worker: threads do not survive a fork, nor do libraries of macOS."""
    alone = threading.active_count() == 1
    return "fork" if alone and sys.platform == "linux" else "spawn"
