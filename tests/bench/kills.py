"""`python -m tests.bench.kills [N]`: commands that write, killed at a random moment, N times.

After each kill every file must be the old one or the new one, whole; nobody holds the lock; `smq
check` runs; and the same command, typed again, ends as the first would have, or says in one
sentence what is done already. It prints how many kills left what.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smq import resources
from smq.cli import main
from smq.private import FOLDER
from tests.cli.life import SCAN, platform
from tests.cli.runner import environment, files_of
from tests.conftest import Repo

VISA = ("--by", "claire", "--mode", "papier", "--proof", "../signé.pdf")
HAND_OVER = ("submit", "PRE-PRO-001", "PRE-MOP-001")
COMMANDS: tuple[tuple[tuple[tuple[str, ...], ...], tuple[str, ...]], ...] = (
    ((), HAND_OVER),
    ((), ("set", "PRE-PRO-001", "titre=Peser", "diffusion=publique")),
    ((), ("process", "merge", "PRE", "MAD")),
    ((), ("retire", "PRE-PRO-001", "--replaced-by", "PRE-MOP-001")),
    ((HAND_OVER,), ("approve", "PRE-PRO-001", *VISA)),
    ((HAND_OVER,), ("refuse", "PRE-PRO-001", "PRE-MOP-001", "--reason", "à revoir")),
    ((HAND_OVER, ("approve", "PRE-PRO-001", *VISA)), ("publish", "PRE-PRO-001")),
)
"""What brings the platform there, and the command that is killed."""
_MARGIN = 1.0
_TOO_LATE = "(not counted: the command had ended)"
_AIMED = 0.8
"""Most kills fall while files are written, which is a tenth of a command; the others anywhere."""


def child(root: Path, words: Sequence[str], told_at: int | None = None) -> int:
    """Start a command in a process of its own, everything imported already; return its number.

    Args:
        root: the platform.
        words: the command.
        told_at: end of a pipe that is told when the first file is about to be written.
    """
    number = os.fork()
    if number:
        return number
    if told_at is not None:
        make = tempfile.mkstemp

        def making(*given: Any, **named: Any) -> tuple[int, str]:
            # The cache is no file of the platform.
            if Path(str(named.get("dir"))).name != FOLDER:
                os.write(told_at, b".")
            return make(*given, **named)

        vars(tempfile)["mkstemp"] = making
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    code = 3
    try:
        main(["-C", str(root), *words])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0
    finally:
        os._exit(code)


def ended(root: Path, words: Sequence[str]) -> int:
    """Run a command to its end; return its exit code."""
    return os.waitstatus_to_exitcode(os.waitpid(child(root, words), 0)[1])


def made(folder: Path, before: Sequence[Sequence[str]]) -> Path:
    """Return a fresh platform, brought to where a command starts."""
    root = folder / "plateforme"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    (folder / "signé.pdf").write_bytes(SCAN)
    repo = Repo(root)
    repo.settings({})
    for file in (resources.kits() / "infra-plus" / "types").glob("*.yaml"):
        repo.write(f"referentiel/types/{file.name}", file.read_bytes())
    platform(repo)
    for words in before:
        if ended(root, words) != 0:
            raise SystemExit(f"{' '.join(words)} failed")
    return root


def killed(root: Path, words: Sequence[str], after: float, *, writing: bool) -> bool:
    """Start a command and kill it after some seconds; return whether it was still running.

    Args:
        root: the platform.
        words: the command.
        after: seconds from its start, or from its first write.
        writing: count from its first write.
    """
    here, there = os.pipe()
    number = child(root, words, there)
    os.close(there)
    if writing:
        os.read(here, 1)
    time.sleep(after)
    os.kill(number, signal.SIGKILL)
    os.close(here)
    return os.WIFSIGNALED(os.waitpid(number, 0)[1])


def lengths(root: Path, words: Sequence[str]) -> tuple[float, float]:
    """Return how long a command takes, and how long of it from its first write on."""
    here, there = os.pipe()
    start = time.monotonic()
    number = child(root, words, there)
    os.close(there)
    os.read(here, 1)
    first = time.monotonic()
    os.waitpid(number, 0)
    end = time.monotonic()
    os.close(here)
    return end - start, end - first


def told(before: dict[str, bytes], now: dict[str, bytes], after: dict[str, bytes]) -> str:
    """Return what a kill left; half a file is what must never be."""
    rest = {path for path in now if path.rpartition("/")[2].startswith(".smq-")}
    seen = {path: content for path, content in now.items() if path not in rest}
    states = [files.get(path) for path in seen for files in (before, after)]
    if any(seen.get(p) not in (before.get(p), after.get(p)) for p in {*before, *after, *seen}):
        return "HALF A FILE"
    left = "old" if seen == before else "new" if seen == after else "some old, some new"
    return f"{left}, with a temporary file" if rest and states else left


def series(folder: Path, index: int, times: int, chance: random.Random) -> Counter[str]:
    """Return what the kills of one command left."""
    before_words, words = COMMANDS[index]
    root = made(folder, before_words)
    before = files_of(root)
    whole, writing = lengths(root, words)
    after = files_of(root)
    found: Counter[str] = Counter()
    while found.total() - found[_TOO_LATE] < times:
        for path in files_of(root).keys() - before.keys():
            (root / path).unlink()
        for path, content in before.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        aimed = chance.random() < _AIMED
        moment = chance.uniform(0, _MARGIN) * (writing if aimed else whole)
        was_running = killed(root, words, moment, writing=aimed)
        left = told(before, files_of(root), after) if was_running else _TOO_LATE
        checked, again = ended(root, ("check",)), ended(root, words)
        if checked not in (0, 1) or again not in (0, 1, 2):
            left = f"NOT USABLE ({checked}, {again})"
        found[left] += 1
    return found


def run(times: int, seed: int) -> Counter[str]:
    """Kill commands in turn; return what was left, and how often."""
    total: Counter[str] = Counter()
    each = -(-times // len(COMMANDS))
    for name, value in environment(Path(os.devnull)).items():
        os.environ[name] = value
    with tempfile.TemporaryDirectory() as folder:
        for index in range(len(COMMANDS)):
            total += series(Path(folder), index, each, random.Random(seed + index))
    return total


if __name__ == "__main__":
    result = run(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, 1)
    for what, number in result.most_common():
        sys.stdout.write(f"{number:6} {what}\n")
    sys.exit(any(what.isupper() or what.startswith(("HALF", "NOT")) for what in result))
