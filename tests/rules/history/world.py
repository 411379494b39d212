"""A platform in a real repository, where people record approvals, sign them, or cheat."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smq.check import matching
from smq.cli.session import Session
from smq.i18n import Translator
from smq.model import Finding, QualitySystem
from smq.rules import all_rules
from tests.conftest import SETTINGS, Repo
from tests.git import GitRepo
from tests.rules.sentences import shown

PEOPLE: dict[str, dict[str, Any]] = {
    name: {**person, "git": [f"{word}@example.org"]}
    for (name, person), word in zip(
        SETTINGS["personnes"].items(), ("claire", "hugo", "ines"), strict=True
    )
}
"""Claire Fontaine (P01), Hugo Marchal (P02) and Inès Vautrin (P03), with an address each."""
HERE = "documents/PRE/PRE-PRO-001-document.md"
Row = dict[str, Any]


def row(**cells: str | None) -> Row:
    """Return a line of approval by Hugo, on 2027-02-20, for version 1; cells override."""
    said = {
        "version": "1",
        "par": "P02",
        "role": "approbateur",
        "date": "2027-02-20",
        "mode": "git",
        "empreinte": "sha256:" + "4f1a" * 16,
        **cells,
    }
    return {name: cell for name, cell in said.items() if cell is not None}


@dataclass
class World:
    """A platform and its history.

    Attributes:
        repo: its folder.
        git: its repository.
        keys: word of a person → file of their private key, where they have one.
    """

    repo: Repo
    git: GitRepo
    keys: dict[str, Path] = field(default_factory=dict)

    def document(
        self, *rows: Row, code: str = "PRE-PRO-001", body: str = "Texte.", **header: Any
    ) -> str:
        """Write a document in force with lines of approval; return its path."""
        fields = {
            "version": "1",
            "statut": "applicable",
            "date_application": "2027-02-20",
            **header,
        }
        return self.repo.document(code, body, **fields, approbations=list(rows) or None)

    def record(self, who: str, day: str = "2027-02-20", *words: str, **environment: str) -> str:
        """Record all that lies there as `claire`, `hugo`, `ines` or another; return the commit."""
        self.run("add", "--all")
        moment = f"{day}T09:00:00+01:00"
        named = {
            "GIT_AUTHOR_NAME": who,
            "GIT_AUTHOR_EMAIL": f"{who}@example.org",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_NAME": who,
            "GIT_COMMITTER_EMAIL": f"{who}@example.org",
            "GIT_COMMITTER_DATE": moment,
            **environment,
        }
        self.run("commit", "--quiet", "--allow-empty", "--message", "Un pas", *words, **named)
        return self.git.run("rev-parse", "HEAD")

    def signed(self, who: str, key: str | None = None, day: str = "2027-02-20") -> str:
        """Record all that lies there as a person, signed with their key, or another's."""
        file = self.keys[key or who]
        settings = {
            "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": "gpg.format",
            "GIT_CONFIG_VALUE_0": "ssh",
            "GIT_CONFIG_KEY_1": "user.signingKey",
            "GIT_CONFIG_VALUE_1": str(file),
        }
        return self.record(who, day, "--gpg-sign", **settings)

    def run(self, *words: str, **environment: str) -> None:
        """Run git there with some variables set."""
        subprocess.run(
            ["git", *words],
            cwd=self.repo.root,
            env={**os.environ, **environment},
            check=True,
            capture_output=True,
        )

    def name_signers(self, *people: str) -> None:
        """Write `signataires.txt` with the keys of some people, as Windows would."""
        lines = [f"{who}@example.org {self.public(who)}" for who in people]
        text = "".join(f"{line}\r\n" for line in ("# Qui signe", *lines))
        self.repo.write("signataires.txt", b"\xef\xbb\xbf" + text.encode())

    def public(self, who: str) -> str:
        """Return somebody's public key."""
        return self.keys[who].with_suffix(".pub").read_text(encoding="utf-8").strip()

    def system(self, base: str | None = None) -> QualitySystem:
        """Return the platform as `check` sees it."""
        session = Session(self.repo.root, "2027-03-01", Translator("en"), use_cache=False)
        return session.system(base, evidence=True, recordings=True)

    def found(self, rule: str, base: str | None = None) -> list[Finding]:
        """Return what a rule, or a family, finds."""
        system = self.system(base)
        return [f for one in matching(rule, all_rules()) for f in one.run(system)]

    def all(self, base: str | None = None) -> Mapping[str, str]:
        """Return what the whole family finds: rule → sentence and hint."""
        return {finding.rule: shown(finding) for finding in self.found("GIT", base)}
