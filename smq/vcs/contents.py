"""Processes of git that work beside this one, and contents by their names, many at once."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from types import TracebackType

from smq.vcs.repository import Repository

_SPOKEN = 4096
"""Bytes from which it is worth speaking."""


class Beside:
    """A process of git whose output nobody listens to before it ends."""

    def __init__(self, here: Repository, *words: str) -> None:
        self._command = [str(here.repo.git.GIT_PYTHON_GIT_EXECUTABLE), *words]
        self._unsaid = bytearray()
        with contextlib.ExitStack() as opened:
            # Into a file: a full pipe would stop git until we listen.
            self._output = opened.enter_context(tempfile.TemporaryFile(prefix="smq-"))
            self._process = subprocess.Popen(
                self._command,
                bufsize=0,
                cwd=here.repo.git.working_dir,
                stdin=subprocess.PIPE,
                stdout=self._output,
                stderr=subprocess.DEVNULL,
            )
            self._opened = opened.pop_all()
        self._wait_to_speak(wait=False)

    def tell(self, words: bytes) -> None:
        """Write to its input as much as it takes now; the rest is kept for later."""
        self._unsaid += words
        if len(self._unsaid) >= _SPOKEN:
            self._speak()

    def ended(self) -> bytes:
        """Wait for its end and return what it said.

        Raises:
            GitCommandError: it refuses; `opened` turns it into a sentence.
        """
        with self._opened:
            self._wait_to_speak(wait=True)
            while self._unsaid:
                self._speak()
            if self._process.stdin:
                self._process.stdin.close()
            status = self._process.wait()
            if status:
                from git import exc

                raise exc.GitCommandError(self._command, status)
            self._output.seek(0)
            return self._output.read()

    def _speak(self) -> None:
        taken: int | None = None
        if self._process.stdin:
            try:
                taken = self._process.stdin.write(self._unsaid)
            except BrokenPipeError:
                # It has ended already: its status says why.
                taken = len(self._unsaid)
        del self._unsaid[: taken or 0]

    def _wait_to_speak(self, *, wait: bool) -> None:
        # Windows always waits.
        if self._process.stdin:
            with contextlib.suppress(AttributeError, OSError):
                os.set_blocking(self._process.stdin.fileno(), wait)


class Reading:
    """Reads contents while more are asked for; leave it to have them in `found`."""

    def __init__(self, here: Repository) -> None:
        self.found: dict[bytes, bytes] = {}
        self._asked: set[bytes] = set()
        self._process = Beside(here, "cat-file", "--batch", "--buffer")

    def __enter__(self) -> "Reading":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for all answers."""
        self.found = dict(_answers(self._process.ended()))

    def ask(self, names: Iterable[bytes]) -> None:
        """Ask for contents by their names."""
        for name in names:
            if name not in self._asked:
                self._asked.add(name)
                self._process.tell(name + b"\n")


def contents(here: Repository, names: Iterable[bytes]) -> dict[bytes, bytes]:
    """Return contents by their names; a name that git does not know is left out."""
    with Reading(here) as reading:
        reading.ask(names)
    return reading.found


def _answers(output: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 0
    while place < len(output):
        end = output.index(b"\n", place)
        name, _space, about = output[place:end].partition(b" ")
        place = end + 1
        size = about.rpartition(b" ")[2]
        if size.isdigit():
            yield name, output[place : place + int(size)]
            place += int(size) + 1
