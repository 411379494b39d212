"""Several people write, number, rename, approve, retire, branch and merge: nothing is lost."""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.people import People, people
from tests.cli.runner import Runner
from tests.conftest import Repo

WHO = ("ana", "bob", "eve")
CODE = re.compile(r"PRE-PRO-(\d{3})")
_MENTION = re.compile(r"Ligne (\d+) : voir (PRE-PRO-\d{3})\.")

who, any_of = st.sampled_from(WHO), st.integers(0, 9)
_CITE = st.tuples(st.just("cite"), who, any_of, any_of)
_SHARE = st.tuples(st.just("share"), who)
STEPS = st.one_of(
    st.tuples(st.just("new"), who),
    *(_CITE, _CITE, _CITE, _CITE, _SHARE, _SHARE),
    st.tuples(st.just("take"), who),
    st.tuples(st.just("rename"), who, any_of),
    st.tuples(st.just("renumber"), who, any_of),
    st.tuples(st.just("approve"), who, any_of),
    st.tuples(st.just("retire"), who, any_of),
    st.tuples(st.just("repair"), st.just("main")),
)


@dataclass
class Story:
    """What people did, and what each of them meant.

    Attributes:
        world: the platform; main and a branch for each person.
        smq: the command line.
        meant: number of a line → identifier of the document that its author meant.
        made: how many documents were made.
    """

    world: People
    smq: Runner
    meant: dict[str, str] = field(default_factory=dict)
    made: int = 0

    @property
    def files(self) -> list[Path]:
        """Return the documents of the branch that one is on, by identifier."""
        found = (self.world.repo.root / "documents").rglob("*.md")
        return sorted(found, key=lambda file: _field(file, "id"))

    def alone(self, at: int) -> Path | None:
        """Return a document whose code nobody shares there."""
        codes = [_field(file, "code") for file in self.files]
        known = [file for file in self.files if codes.count(_field(file, "code")) == 1]
        return known[at % len(known)] if known else None

    def new(self, who: str) -> None:
        """Take the number after the highest that one sees, as people without a network do."""
        numbers = [int(n) for file in self.files for n in CODE.findall(file.read_text("utf-8"))]
        self.made += 1
        self.world.document(
            f"PRE-PRO-{max(numbers) + 1:03}", f"{who}{self.made:05}".replace("0", "z")
        )

    def cite(self, _who: str, source: int, target: int) -> None:
        """Write a code in a text: one that leads to one document where it is written."""
        holder, cited = self.files[source % len(self.files)], self.alone(target)
        if cited is None or cited == holder:
            return
        line = str(len(self.meant) + 1)
        self.meant[line] = _field(cited, "id")
        mark = f"Phrase {int(line) % 6} de "
        text = holder.read_text("utf-8").replace(
            mark, f"Ligne {line} : voir {_field(cited, 'code')}.\n\n{mark}", 1
        )
        holder.write_text(text, "utf-8")

    def rename(self, _who: str, at: int) -> None:
        """Give a file another name."""
        file = self.files[at % len(self.files)]
        file.rename(file.with_name(f"{_field(file, 'code')}-nom-{len(self.meant)}-{self.made}.md"))

    def renumber(self, _who: str, at: int) -> None:
        """Take another number by the command."""
        file = self.alone(at)
        if file is not None:
            self.made += 1
            self.smq("renumber", _field(file, "code"), f"PRE-PRO-{500 + self.made}")

    def approve(self, _who: str, at: int) -> None:
        """Approve a document."""
        file = self.files[at % len(self.files)]
        text = file.read_text("utf-8").replace("version: ''", "version: '1'")
        file.write_text(text.replace("statut: projet", "statut: applicable"), "utf-8")

    def retire(self, _who: str, at: int) -> None:
        """End a document that was approved."""
        file = self.files[at % len(self.files)]
        text = file.read_text("utf-8").replace("statut: applicable", "statut: retire")
        file.write_text(text, "utf-8")

    def merge(self, into: str, name: str) -> None:
        """Bring a branch into another; what git cannot do alone is left for later."""
        self.world.go_to(into)
        try:
            self.world.git.run("merge", "--quiet", "--no-ff", "-m", f"{name} dans {into}", name)
        except subprocess.CalledProcessError:
            self.world.git.run("merge", "--abort")

    def repair(self) -> None:
        """Settle what is shared; whatever happens, the promises hold."""
        self.world.go_to("main")
        ever = set(CODE.findall(self.world.git.run("log", "--all", "-p", "-m")))
        before = {_field(f, "id"): (_field(f, "code"), _approved(f)) for f in self.files}
        codes = [code for code, _is in before.values()]
        shared = {code for code in codes if codes.count(code) > 1}
        both = {
            code
            for code in shared
            if [is_ for found, is_ in before.values() if found == code].count(True) > 1
        }

        said = self.smq("renumber", "--auto")

        after = {_field(f, "id"): _field(f, "code") for f in self.files}
        assert said.code == (1 if both else 0), said.err
        assert set(after) == set(before)
        for identifier, code in after.items():
            old, approved = before[identifier]
            assert list(after.values()).count(code) == 1 or code in both, "no code twice"
            assert code == old or not approved, "no approved code changes"
            assert code == old or code[-3:] not in ever, "no number is given again"
        self._assert_links(after, both)
        self.world.commit("Réparé")
        self.smq("check")
        assert self.world.git.run("status", "--porcelain") == "", "checking writes nothing"

    def _assert_links(self, codes: dict[str, str], both: set[str]) -> None:
        leads = {alias: _field(f, "id") for f in self.files for alias in _aliases(f)}
        leads |= {code: identifier for identifier, code in codes.items()}
        for file in self.files:
            for line, code in _MENTION.findall(file.read_text("utf-8")):
                if code not in both:
                    assert leads[code] == self.meant[line], f"line {line} leads where it was meant"


def _field(file: Path, name: str) -> str:
    found = re.search(rf"^{name}: '?([^'\n]*)'?$", file.read_text("utf-8"), re.MULTILINE)
    assert found, (file, name)
    return found[1]


def _aliases(file: Path) -> list[str]:
    found = re.search(r"^alias: \[(.*)\]$", file.read_text("utf-8"), re.MULTILINE)
    return found[1].split(", ") if found else []


def _approved(file: Path) -> bool:
    return _field(file, "version") != ""


@pytest.mark.usefixtures("smq")
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=8, max_size=20))
def test_nothing_is_lost(
    smq: Runner, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, ...]]
) -> None:
    """After any work of several people and the repair, every link leads where it was meant."""
    repo = Repo(tmp_path_factory.mktemp("people"))
    repo.settings({})
    repo.write("referentiel/types/PRO.yaml", "code: PRO\nnoms: {fr: Procédure, en: Procedure}\n")
    smq.patch.chdir(repo.root)
    story = Story(people(repo), smq)
    for name in WHO:
        story.world.branch(name, "main")
        story.new(name)
        story.cite(name, 1, 0)
        story.cite(name, 0, 1)
        story.world.commit(f"new de {name}")
    for action, who, *about in steps:
        if action == "share":
            story.merge("main", who)
        elif action == "take":
            story.merge(who, "main")
        elif action == "repair":
            story.repair()
        else:
            story.world.go_to(who)
            getattr(story, action)(who, *about)
            story.world.commit(f"{action} de {who}")
    for name in WHO:
        story.merge("main", name)
    story.repair()
    story.repair()
