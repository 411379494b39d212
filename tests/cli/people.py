"""Several people who write in one platform, each on a branch, as real commits."""

import re
from dataclasses import dataclass

from tests.conftest import Repo
from tests.git import GitRepo

_HEADER = re.compile(r"^(id|code): (\S+)$", re.MULTILINE)


@dataclass
class People:
    """A platform in git.

    Attributes:
        repo: its files.
        git: its history.
    """

    repo: Repo
    git: GitRepo

    def document(self, code: str, identifier: str, body: str = "", **header: object) -> str:
        """Write a document whose name tells its identifier; return its path."""
        # Texts that resemble each other would be one document that moved, for git.
        filling = "".join(f"Phrase {n} de {identifier}, qui reste.\n\n" for n in range(6))
        path = self.repo.document(code, f"{filling}{body}", id=identifier, **header)
        new = path.replace("-document.md", f"-{identifier}.md")
        (self.repo.root / path).rename(self.repo.root / new)
        return new

    def branch(self, name: str, start: str = "main") -> None:
        """Go to a new branch."""
        self.git.run("switch", "--quiet", "--create", name, start)

    def go_to(self, name: str) -> None:
        """Go to a branch."""
        self.git.go_to(name)

    def commit(self, message: str = "Un pas") -> str:
        """Record everything."""
        return self.git.commit(message)

    def merge(self, name: str, *words: str) -> None:
        """Bring a branch together with this one, as one merge."""
        self.git.run("merge", "--quiet", "--no-ff", "-m", f"Fusion de {name}", *words, name)

    def codes(self) -> dict[str, str]:
        """Return identifier → code of the documents as they are on the disk."""
        found = {}
        for file in sorted((self.repo.root / "documents").rglob("*.md")):
            fields = dict(_HEADER.findall(file.read_text(encoding="utf-8")))
            assert fields["id"] not in found, "one identifier twice"
            assert file.name.startswith(fields["code"]), "the name follows the code"
            found[fields["id"]] = fields["code"]
        return found

    def text(self, pattern: str) -> str:
        """Return the one file that a pattern names, line ends as they are."""
        (file,) = self.repo.root.glob(pattern)
        return file.read_bytes().decode()

    def append(self, pattern: str, line: str) -> None:
        """Write a line at the end of a document."""
        (file,) = self.repo.root.glob(pattern)
        file.write_bytes(file.read_bytes() + f"\n{line}\n".encode())


def people(repo: Repo) -> People:
    """Return a platform whose first version is recorded on main."""
    git = GitRepo(repo.root)
    git.run("init", "--quiet", "--initial-branch=main")
    (repo.root / ".gitignore").write_text("/livrables/\n", encoding="utf-8")
    made = People(repo, git)
    made.document("PRE-PRO-001", "first2aa")
    made.commit("Première version")
    return made
