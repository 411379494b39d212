"""A small platform whose documents live: written, submitted, approved, published, revised."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from smq.cli.session import with_standing
from smq.lifecycle import version_in_force
from smq.model import Document
from tests.cli.runner import Runner, Said, files_of
from tests.conftest import Repo

FILE = "documents/PRE/PRE-PRO-001-traiter-une-prestation.md"
OTHER = "documents/PRE/PRE-MOP-001-recevoir.md"
SCAN = b"%PDF-1.4\nsigned\n"

HEADER = """\
# Cette ligne reste où elle est
id: k7m2x9qa
code: PRE-PRO-001
type: PRO
titre: 'Traiter une prestation' # entre apostrophes
processus: PRE
version: ""
statut: projet # voir la note
date_application:
redacteur: P03
verificateur:
approbateur: P01
liens: {modes: [PRE-MOP-001]}
diffusion: interne
"""
BODY = """\

## Objet

Dire comment une demande devient un résultat.

## Domaine d’application

Toutes les prestations.

## Responsabilités

La référente qualité tient la liste.

## Déroulement

Suivre PRE-MOP-001, répondre sous 5 jours.

## Enregistrements

Le registre des demandes.
"""
MOP = """\
---
id: m2m2m2m2
code: PRE-MOP-001
type: MOP
titre: Recevoir
processus: PRE
version: ""
statut: projet
redacteur: P03
verificateur: P02
approbateur: P01
diffusion: interne
---

## Objet

Peser.

## Sécurité

Mettre des gants.

## Matériel

Une balance.

## Mode opératoire

Peser, noter, voir PRE-PRO-001.

## Données et enregistrements

Le cahier.

## En cas de problème

Appeler.
"""
PEOPLE = {
    "P01": {"nom": "Claire Fontaine", "fonction": "Directrice", "roles": ["direction"]},
    "P02": {"nom": "Hugo Marchal", "fonction": "Responsable", "roles": ["responsable"]},
    "P03": {
        "nom": "Inès Vautrin",
        "fonction": "Référente qualité",
        "roles": ["qualite"],
        "git": ["ines@example.org"],
    },
}


Git = Callable[..., str]


@dataclass
class Life:
    """A platform in a terminal.

    Attributes:
        repo: its folder.
        smq: the terminal, in that folder.
        git: runs git.
        desk: a folder elsewhere, where scans lie.
        at: folder named with `-C`, None for the one where the terminal is.
    """

    repo: Repo
    smq: Runner
    git: Git
    desk: Path
    at: Path | None = None

    @property
    def root(self) -> Path:
        """Return the platform's folder."""
        return self.repo.root

    def does(self, *words: str, code: int = 0, day: str = "2027-03-01") -> Said:
        """Run a command that ends with an exit code, 0 unless another is expected."""
        there = ("-C", str(self.at)) if self.at else ()
        said = self.smq(*there, "--date", day, *words)
        assert said.code == code, said.both
        return said

    def refused(self, *words: str, code: int = 2, day: str = "2027-03-01") -> str:
        """Run a command that changes nothing; return what it says of it."""
        before = files_of(self.root)
        said = self.does(*words, code=code, day=day)
        assert files_of(self.root) == before
        return said.err

    def record(self) -> None:
        """Record everything, as `smq save` does."""
        self.git(self.root, "add", "--all")
        self.git(self.root, "commit", "--quiet", "--message", "Un pas")

    def forget(self) -> None:
        """Take the folder out of git, as a copy on a shared drive is."""
        shutil.rmtree(self.root / ".git")

    def text(self, path: str = FILE) -> str:
        """Return a file."""
        return (self.root / path).read_bytes().decode()

    def write(self, old: str, new: str, path: str = FILE) -> None:
        """Replace a passage of a file, as an author does in an editor."""
        text = self.text(path)
        assert old in text
        (self.root / path).write_bytes(text.replace(old, new).encode())

    def proof(self, name: str = "signé.pdf", content: bytes = SCAN) -> str:
        """Lay a scan outside the folder; return its path."""
        file = self.desk / name
        file.write_bytes(content)
        return str(file)

    def approved(self, code: str = "PRE-PRO-001") -> None:
        """Take a draft to approval, by the director's signature on paper."""
        self.does("submit", code)
        self.does("approve", code, "--by", "Claire", "--mode", "papier", "--proof", self.proof())

    def in_force(self, code: str = "PRE-PRO-001", change: str = "Délais") -> None:
        """Take a draft to its day, and record it."""
        self.approved(code)
        self.does("publish", code, "--change", change)
        self.record()

    def for_readers(self, path: str = FILE) -> Document | None:
        """Return the version that readers rely on."""
        system = with_standing(self.repo.system(), self.root, self.root)
        found = next(d for d in system.documents if d.path == path)
        return version_in_force(found, system)


def platform(repo: Repo) -> Repo:
    """Write the platform of these tests."""
    repo.settings(
        {
            "personnes": PEOPLE,
            "roles": {"approbateur": {"*": ["direction"]}, "verificateur": {"*": ["responsable"]}},
        }
    )
    repo.write(FILE, f"---\n{HEADER}---\n{BODY}".encode())
    repo.write(OTHER, MOP.encode())
    return repo
