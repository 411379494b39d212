"""Two commands at once do not lose an edit."""

import multiprocessing
from pathlib import Path
from typing import Any

from smq import files
from smq.errors import SmqError
from smq.model import Change

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
