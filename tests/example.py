"""The example platform as tests use it: its files, and a copy in a repository of its own."""

import csv
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples"
SOURCE = EXAMPLES / "plateforme-demo"
README = (SOURCE / "README.md").read_text(encoding="utf-8")
DAY = date(2027, 3, 1)


@dataclass(frozen=True)
class Platform:
    """A copy of the example in a git repository of its own."""

    root: Path
    environment: dict[str, str]

    def git(self, *words: str) -> str:
        """Run git in the copy and return what it prints."""
        return subprocess.run(
            ["git", "-C", str(self.root), *words],
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout

    def report(self) -> dict[str, Any]:
        """Return what `smq check` says of the copy."""
        report: dict[str, Any] = json.loads(self.check().stdout)
        return report

    def check(self) -> subprocess.CompletedProcess[bytes]:
        """Run `smq check --format json` on the copy."""
        return self.smq("check", "--format", "json")

    def smq(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        """Run smq on the copy, in French, at the date of the example."""
        return subprocess.run(
            [
                *(sys.executable, "-m", "smq", "-C", str(self.root), "--lang", "fr"),
                *("--date", DAY.isoformat(), *words),
            ],
            env=self.environment,
            check=False,
            capture_output=True,
            cwd=EXAMPLES.parent,
        )


def copied(folder: Path) -> Platform:
    """Return the example, copied below a folder and recorded by one commit with a fixed date."""
    root = folder / "plateforme-demo"
    ignored = shutil.ignore_patterns(".smq", "livrables")
    shutil.copytree(SOURCE, root, ignore=ignored)
    moment = "2027-02-26T09:00:00+01:00"
    made = Platform(
        root,
        {
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "SMQ_"))},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ilyès Benkirat",
            "GIT_AUTHOR_EMAIL": "ilyes.benkirat@example.org",
            "GIT_COMMITTER_NAME": "Ilyès Benkirat",
            "GIT_COMMITTER_EMAIL": "ilyes.benkirat@example.org",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        },
    )
    made.git("-c", "init.defaultBranch=main", "init", "--quiet")
    made.git("add", "--all")
    made.git("-c", "gc.auto=0", "commit", "--quiet", "--message", "Plateforme de démonstration")
    return made


def column_of(table: str, column: str) -> list[str]:
    """Return the cells of a column of a register of the example, in the order of its rows."""
    text = (SOURCE / "registres" / f"{table}.csv").read_text(encoding="utf-8-sig")
    return [row[column] for row in csv.DictReader(text.splitlines(), delimiter=";")]
