"""A git repository that depends on nobody's configuration and on no clock."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

SETTINGS = {"init.defaultBranch": "main", "gc.auto": "0", "maintenance.auto": "false"}
ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Claire Fontaine",
    "GIT_AUTHOR_EMAIL": "claire@example.org",
    "GIT_AUTHOR_DATE": "2027-03-01T09:00:00+00:00",
    "GIT_COMMITTER_NAME": "Claire Fontaine",
    "GIT_COMMITTER_EMAIL": "claire@example.org",
    "GIT_COMMITTER_DATE": "2027-03-01T09:00:00+00:00",
    "GIT_CONFIG_COUNT": str(len(SETTINGS)),
    **{f"GIT_CONFIG_KEY_{n}": key for n, key in enumerate(SETTINGS)},
    **{f"GIT_CONFIG_VALUE_{n}": value for n, value in enumerate(SETTINGS.values())},
}
"""What the fixture `git` sets for the test and for every git that it starts."""
FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE")
"""What a hook that runs the tests would set."""


@dataclass(frozen=True)
class GitRepo:
    """A work tree.

    Attributes:
        folder: its top.
    """

    folder: Path

    def run(self, *arguments: str) -> str:
        """Run git there; return what it says."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def commit(self, message: str = "Un pas") -> str:
        """Record everything; return the commit."""
        self.run("add", "--all")
        self.run("commit", "--quiet", "--allow-empty", "--message", message)
        return self.run("rev-parse", "HEAD")

    def start_branch(self, name: str) -> None:
        """Go to a new branch."""
        self.run("switch", "--quiet", "--create", name)

    def go_to(self, name: str) -> None:
        """Go to a branch."""
        self.run("switch", "--quiet", name)
