"""Several processes at once."""

import multiprocessing
import os
import signal
import sys
import threading
from dataclasses import replace

import pytest

from smq.render.workers import set_page, setting
from tests.render.docx.pages import TEMPLATE, page

PAGES = [(replace(page(), title=f"Titre {number}"), TEMPLATE) for number in range(12)]
alone = pytest.mark.skipif(
    threading.active_count() > 1 or sys.platform != "linux", reason="workers are not forked here"
)


@alone
def test_two_processes_set_the_same_pages_in_the_same_order() -> None:
    """Who sets a page changes neither its bytes nor its place."""
    with setting(len(PAGES), 2) as set_all:
        results = set_all(PAGES)
        assert len(multiprocessing.active_children()) == 2
        assert list(results) == [set_page(work) for work in PAGES]


@alone
def test_few_pages_are_set_by_one_process() -> None:
    """A page or two take less time than starting a process."""
    with setting(2, 2) as set_all:
        assert list(set_all(PAGES[:2])) == [set_page(work) for work in PAGES[:2]]
        assert not multiprocessing.active_children()


def test_nothing_is_forked_beside_a_thread() -> None:
    """A lock that a thread holds at the fork would stay held for ever in the worker."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        with setting(len(PAGES), 2) as set_all:
            assert list(set_all(PAGES)) == [set_page(work) for work in PAGES]
            assert not multiprocessing.active_children()
    finally:
        done.set()
        thread.join()


@alone
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_leave_interruptions_to_the_one_who_waits(method: str) -> None:
    """A terminal sends Ctrl-C to each process: a worker neither stops nor complains."""
    done = threading.Event()
    if method == "spawn":
        # Nothing is forked beside a thread.
        threading.Thread(target=done.wait).start()
    try:
        with setting(500, 2) as set_all:
            results = set_all(PAGES)
            for worker in multiprocessing.active_children():
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGINT)
            assert list(results) == [set_page(work) for work in PAGES]
    finally:
        done.set()
