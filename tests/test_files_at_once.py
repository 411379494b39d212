"""Two commands at once do not lose an edit."""

import contextlib
import multiprocessing
from pathlib import Path
from typing import Any

from smq import files
from smq.errors import SmqError
from smq.model import Change
from tests.conftest import Repo

FILE = "a.md"


def _append(root: Path, word: bytes, start: Any) -> None:
    """Add a word to a file twenty times, again whenever another process was faster."""
    start.wait()
    written = 0
    while written < 20:
        now = files.read(root, FILE)
        try:
            files.apply(root, [Change(FILE, now, (now or b"") + word)])
        except SmqError:
            continue
        written += 1


def test_two_commands_at_once(tmp_path: Path) -> None:
    """Two processes that edit one file lose no edit: the slower one is told, and may try again."""
    (tmp_path / FILE).write_bytes(b"")
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(2)
    workers = [
        context.Process(target=_append, args=(tmp_path, word, start)) for word in (b"a", b"b")
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)

    content = (tmp_path / FILE).read_bytes()

    assert [worker.exitcode for worker in workers] == [0, 0]
    assert (content.count(b"a"), content.count(b"b")) == (20, 20)


def _new(root: Path, number: int, start: Any) -> None:
    """Make a document, at the same moment as others."""
    from smq.cli import main

    start.wait()
    with contextlib.suppress(SystemExit):
        main(["-C", str(root), "new", "PRO", "-p", "PRE", "-t", f"Essai {number}"])


def test_numbers_given_at_once(repo: Repo) -> None:
    """Four windows that make a document at the same moment get four numbers."""
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(4)
    workers = [context.Process(target=_new, args=(repo.root, n, start)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)

    codes = sorted(document.code_text or "" for document in repo.system().documents)

    assert codes == ["PRE-PRO-001", "PRE-PRO-002", "PRE-PRO-003", "PRE-PRO-004"]
