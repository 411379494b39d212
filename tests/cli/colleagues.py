"""People who share one platform: each has a folder of their own, and `smq` with their own name."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import Git
from tests.cli.runner import Runner, Said
from tests.conftest import Repo

DEMANDES = "registres/demandes.csv"
ROWS = "\ufeffid;date;objet\r\nDEM-2027-0002;2027-02-01;Doser\r\n"
SCHEMA = (
    "nom: demandes\ncle: id\ncolonnes:\n"
    "  - {nom: id, type: texte}\n  - {nom: date, type: date}\n  - {nom: objet}\n"
)
BODY = "\n## Objet\n\nDire comment.\n\n## Suite\n\nRendre compte.\n"


@dataclass
class Colleague:
    """Somebody at a computer.

    Attributes:
        name: of the person.
        folder: their copy of the platform.
        day: of their clock.
        smq: the program.
        git: to look at what was recorded.
    """

    name: str
    folder: Path
    day: str
    smq: Runner
    git: Git

    def run(self, *words: str, typed: str | None = None, lang: str = "en") -> Said:
        """Return what `smq WORDS` says in their folder; typed answers are given at a terminal."""
        mail = f"{self.name.split()[0].lower()}@example.org"
        signed = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", self.name), ("EMAIL", mail), ("DATE", f"{self.day} 09:00"))
        }
        words = ("--lang", lang, "-C", str(self.folder), *words)
        return self.smq(*words, typed=typed, env=signed, at_terminal=typed is not None)

    def does(self, *words: str) -> Said:
        """Run a command that must succeed."""
        said = self.run(*words)
        assert said.code == 0, said.both
        return said

    def read(self, path: str) -> str:
        """Return a file as it is here, line ends included."""
        return (self.folder / path).read_bytes().decode()

    def write(self, path: str, old: str, new: str) -> None:
        """Write new words in the place of old ones."""
        text = self.read(path)
        assert old in text
        (self.folder / path).write_bytes(text.replace(old, new).encode())

    def document(self, code: str) -> str:
        """Return the path of a document."""
        (file,) = (self.folder / "documents").rglob(f"{code}-*.md")
        return file.relative_to(self.folder).as_posix()

    @property
    def clean(self) -> bool:
        """Return whether the folder holds exactly what its last version does."""
        return self.git(self.folder, "status", "--porcelain") == ""

    def files(self) -> dict[str, bytes]:
        """Return what the folder holds, git's own files and the cache left out."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file() and not {".git", ".smq"} & set(file.relative_to(self.folder).parts)
        }

    def head(self) -> str:
        """Return the name of the last version."""
        return self.git(self.folder, "rev-parse", "HEAD").strip()


@dataclass
class Team:
    """Two people who share a platform, and where they do.

    Attributes:
        ines: made it.
        hugo: took a copy.
        shared: the shared folder.
    """

    ines: Colleague
    hugo: Colleague
    shared: Path


def team(repo: Repo, smq: Runner, git: Git, tmp_path: Path) -> Team:
    """Return a platform that one person made and shared, and that another has a copy of."""
    repo.document("PRE-PRO-001", BODY, titre="Peser", criteres=["A-1"])
    repo.document("PRE-MOP-001", BODY, titre="Régler la balance")
    repo.write(DEMANDES, ROWS.encode())
    repo.write("referentiel/registres/demandes.yaml", SCHEMA)
    repo.write("documents/PRE/manuel.docx", b"PK\0\0 premier")
    repo.write(".gitignore", ".smq/\nlivrables/\n")
    repo.write(".gitattributes", "*.csv -text\n")
    home = tmp_path / "ines"
    home.mkdir()
    for entry in list(repo.root.iterdir()):
        if entry != home:
            shutil.move(entry, home / entry.name)
    ines = Colleague("Inès Vautrin", home, "2027-03-01", smq, git)
    hugo = Colleague("Hugo Marchal", tmp_path / "hugo", "2027-02-26", smq, git)
    shared = tmp_path / "partage"
    ines.does("save", "-m", "Première version")
    ines.does("sync", "--with", str(shared))
    said = smq("sync", "--with", str(shared), "--into", str(hugo.folder))
    assert said.code == 0, said.both
    return Team(ines, hugo, shared)
