"""The program `smq` as other programs start it: by its name, from a folder of `PATH`."""

import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent
SYSTEM = os.pathsep.join(("/usr/local/bin", "/usr/bin", "/bin"))


def launch_by_name(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make `smq` start this checkout, from a folder put before those of the system."""
    folder.mkdir(parents=True)
    launcher = folder / "smq"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m smq "$@"\n', encoding="utf-8")
    launcher.chmod(0o755)
    patch.setenv("PYTHONPATH", str(PROJECT))
    patch.setenv("PATH", f"{folder}{os.pathsep}{SYSTEM}")


def launch_by_interpreter(patch: pytest.MonkeyPatch) -> None:
    """Make `smq` unknown by its name; the interpreter of the tests finds this checkout."""
    patch.setenv("PYTHONPATH", str(PROJECT))
    patch.setenv("PATH", SYSTEM)
