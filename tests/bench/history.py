"""G7: approvals of 5 000 documents confronted with 2 000 commits, beside a bare `git log`."""

import gc
import os
import random
import shutil
import subprocess
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

from smq import resources
from smq.approvals.recorded import with_recordings
from smq.load import load
from smq.model import QualitySystem
from tests.bench.corpus import sentence
from tests.bench.process import ratio

DOCUMENTS, PROCESSES = 5000, 10
CREATED, STEPS = 100, 950
"""Commits that create documents, and pairs of an edit by the author and of a visa."""
_BEGUN = 1_740_000_000
_PEOPLE = """\
personnes:
  P02: {nom: Hugo Marchal, roles: [responsable], git: [hugo@example.org]}
  P03: {nom: Inès Vautrin, roles: [qualite], git: [ines@example.org]}
"""


def measure(folder: Path, rounds: int) -> None:
    """Print seconds and ratios when one, two and five documents are approved at a time."""
    # As the command line does.
    gc.set_threshold(200_000, 20, 20)
    for at_once in (1, 2, 5):
        root = platform(folder / str(at_once), at_once)
        system = load(root, today=date(2027, 3, 1), use_cache=False)
        times: dict[str, list[float]] = {"bare": [], "smq": []}
        for number in range(rounds + 1):
            bare, ours = _bare(root), _confronted(root, system)
            if number:
                times["bare"].append(bare)
                times["smq"].append(ours)
        approved = sum(bool(document.approvals) for document in system.documents)
        for name, values in times.items():
            middle = sorted(values)[len(values) // 2]
            print(f"| {name}, {approved} approved | {min(values):.3f} | {middle:.3f} |")
        print(f"G7 smq / bare git log ≤ 1.5: {ratio(times['smq'], times['bare'])}")


def platform(folder: Path, at_once: int) -> Path:
    """Write a platform whose history is that of 2 000 commits; return its folder.

    Args:
        folder: to be made.
        at_once: how many documents are approved by one commit.
    """
    shutil.copytree(resources.kits() / "infra-plus" / "types", folder / "referentiel" / "types")
    codes = [f"PR{chr(ord('A') + n)}" for n in range(PROCESSES)]
    listed = "".join(f"  - {{code: {c}, titre: {c}, famille: realisation}}\n" for c in codes)
    (folder / "smq.yaml").write_text(
        f"plateforme: {{nom: Banc}}\nlangue: fr\nprocessus:\n{listed}{_PEOPLE}", encoding="utf-8"
    )
    git = ["git", "-c", "init.defaultBranch=main", "-c", "gc.auto=0"]
    subprocess.run([*git, "init", "--quiet"], cwd=folder, check=True)
    subprocess.run([*git, "add", "."], cwd=folder, check=True)
    who = ["-c", "user.name=ines", "-c", "user.email=ines@example.org"]
    subprocess.run([*git, *who, "commit", "--quiet", "-m", "banc"], cwd=folder, check=True)
    stream = b"".join(_History(codes, at_once).commits())
    subprocess.run([*git, "fast-import", "--quiet"], cwd=folder, input=stream, check=True)
    subprocess.run([*git, "reset", "--quiet", "--hard"], cwd=folder, check=True)
    subprocess.run([*git, "repack", "-adq"], cwd=folder, check=True)
    # As in a folder that was not cloned this very second.
    for file in folder.rglob("*.md"):
        os.utime(file, (_BEGUN, _BEGUN))
    subprocess.run([*git, "update-index", "-q", "--refresh"], cwd=folder, check=True)
    return folder


class _History:
    """Writes what `git fast-import` reads."""

    def __init__(self, codes: list[str], at_once: int) -> None:
        self.chance = random.Random(1)
        self.codes = codes
        self.at_once = at_once
        self.bodies = [self._body() for _n in range(DOCUMENTS)]
        self.rows = [""] * DOCUMENTS
        self.moment = _BEGUN

    def commits(self) -> list[bytes]:
        """Return the commits, the first with its parent."""
        size = DOCUMENTS // CREATED
        found = [self._commit(range(n, n + size), "ines") for n in range(0, DOCUMENTS, size)]
        for step in range(STEPS - 1):
            (edited,) = self.chance.sample(range(DOCUMENTS), 1)
            self.bodies[edited] = self.bodies[edited].replace("## S2", f"## S2 {step}", 1)
            found.append(self._commit([edited], "ines"))
            approved = self.chance.sample(range(DOCUMENTS), self.at_once)
            for number in approved:
                self.rows[number] = self._visa(number, step)
            found.append(self._commit(approved, "hugo"))
        return found

    def _commit(self, numbers: range | list[int], who: str) -> bytes:
        first = "from refs/heads/main^0\n" if self.moment == _BEGUN else ""
        self.moment += 3600
        parts = [
            f"commit refs/heads/main\ncommitter {who} <{who}@example.org> {self.moment} +0100\n"
            f"data 4\nbanc\n{first}".encode()
        ]
        for number in numbers:
            content = self._document(number).encode()
            head = f"M 644 inline {self._path(number)}\ndata {len(content)}\n"
            parts.append(head.encode() + content + b"\n")
        return b"".join(parts)

    def _visa(self, number: int, step: int) -> str:
        print_ = sha256(f"{number} {step}".encode()).hexdigest()
        day = date(2027, 3, 1)
        cells = f'date: {day}, mode: git, empreinte: "sha256:{print_}"}}'
        return (
            f'approbations:\n  - {{version: "1", par: P02, role: verificateur, {cells}\n'
            f'  - {{version: "1", par: P02, role: approbateur, {cells}\n'
        )

    def _document(self, number: int) -> str:
        return (
            f"---\nid: k{number:07}\ncode: {self._code(number)}\ntype: PRO\ntitre: Titre {number}\n"
            f'processus: {self._code(number)[:3]}\nversion: "1"\nstatut: approuve\nredacteur: P03\n'
            f"{self.rows[number]}diffusion: interne\n---\n\n{self.bodies[number]}"
        )

    def _code(self, number: int) -> str:
        return f"{self.codes[number % PROCESSES]}-PRO-{number:04}"

    def _path(self, number: int) -> str:
        code = self._code(number)
        return f"documents/{code[:3]}/{code}-titre-{number}.md"

    def _body(self) -> str:
        parts = (" ".join(sentence(self.chance) for _i in range(4)) for _j in range(5))
        return "".join(f"## S{place}\n\n{text}\n\n" for place, text in enumerate(parts))


def _bare(root: Path) -> float:
    begin = time.perf_counter()
    subprocess.run(["git", "log", "--name-only"], cwd=root, check=True, capture_output=True)
    return time.perf_counter() - begin


def _confronted(root: Path, system: QualitySystem) -> float:
    """Return the seconds of the whole pass, nothing kept, each approval found in history."""
    (root / ".smq" / "approvals.json").unlink(missing_ok=True)
    begin = time.perf_counter()
    found = with_recordings(system, root, system.settings).history.recordings
    took = time.perf_counter() - begin
    if not found or any(one is None or one.author != "hugo@example.org" for one in found.values()):
        raise RuntimeError("the pass did not find who approved")
    return took
