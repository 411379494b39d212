"""Runs a command and says how long it took and how much memory it held."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median


def compiled() -> dict[str, str]:
    """Return the environment with compiled modules kept, as an installed program has them."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def seconds(command: Sequence[str], folder: Path) -> float:
    """Return the wall seconds of a command, its output thrown away.

    Raises:
        RuntimeError: the command did not end well: what is measured must have been done.
    """
    begin = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=compiled())
    took = time.perf_counter() - begin
    if done.returncode != 0:
        raise RuntimeError(f"{command}: {done.stderr.decode()[-400:]}")
    return took


def peak(command: Sequence[str], folder: Path) -> float:
    """Return the peak resident megabytes of a command, asked of the system for that child alone."""
    child = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=compiled(),
    )
    _pid, _status, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return usage.ru_maxrss / 1024


def interleaved(
    commands: dict[str, tuple[Sequence[str], Path]], rounds: int
) -> dict[str, list[float]]:
    """Return the wall seconds of each command, run in turn, `rounds` times after one uncounted."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, (command, folder) in commands.items():
            took = seconds(command, folder)
            if number:
                times[name].append(took)
    return times


def ratio(numerator: list[float], denominator: list[float]) -> str:
    """Return median and range of the ratios round by round."""
    ratios = sorted(a / b for a, b in zip(numerator, denominator, strict=True))
    return f"{median(ratios):.1f} ({ratios[0]:.1f}–{ratios[-1]:.1f})"
