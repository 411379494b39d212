"""A fault at every write, flush, rename and removal of every command that writes.

Whatever fails, and whenever: each file is the old one or the new one, whole and readable, no file
is left behind, the lock is free, and `smq check` runs.
"""

import fcntl
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from tests.cli.conftest import demo, git, life, made_once, smq
from tests.cli.life import OTHER, Life
from tests.cli.runner import Said, files_of
from tests.coaching.conftest import ATTENDUS, JALONS, REMARQUES, SESSIONS
from tests.coverage.trial import Trial
from tests.faults import Disk

__all__ = ["demo", "git", "life", "made_once", "smq"]

VISA = ("--by", "claire", "--mode", "pv")
DEMANDES = "{nom: id, motif: 'DEM-{annee}-{numero:04}'}, {nom: date, type: date}, {nom: objet}"
ACTIONS = (
    "{nom: id, motif: 'ACT-{annee}-{numero:03}'}, {nom: date, type: date}, {nom: origine},"
    " {nom: jalon, type: ref, vers: jalons.id}, {nom: processus}, {nom: description},"
    " {nom: responsable}, {nom: echeance, type: date}, {nom: statut}, {nom: realisee_le},"
    " {nom: preuve}"
)
HEAD = (
    "id;date;origine;jalon;processus;description;responsable;echeance;statut;realisee_le;preuve\n"
)
REFERENTIAL = "- {id: A-1, chapitre: essai, nature: declared, preuve: {declaration: oui}}"


MILESTONES = SESSIONS.replace("resultat\n", "resultat;ecarts;version_evaluee\n")


@dataclass(frozen=True)
class Command:
    """A command that writes.

    Attributes:
        words: the command line; `{proof}` is a scan that lies elsewhere.
        before: brings the platform where the command starts.
        typed: lines answered.
        steps: it writes several times, each time whole: `fill` keeps each answer at once.
    """

    words: tuple[str, ...]
    before: Callable[[Life], None] = lambda _life: None
    typed: str | None = None
    steps: bool = False


def submitted(life: Life) -> None:
    """Hand the procedure over."""
    life.does("submit", "PRE-PRO-001")


def approved(life: Life) -> None:
    """Approve the procedure."""
    life.approved()


def in_force(life: Life) -> None:
    """Put the procedure in force."""
    life.in_force()


def slipped(life: Life) -> None:
    """Correct a slip in the text of the procedure in force."""
    life.in_force()
    life.write("une demande devient", "une demande, enfin, devient")


def blank(life: Life) -> None:
    """Leave two places to fill in."""
    life.write("Une balance.", "[À compléter : laquelle]", OTHER)
    life.write("Le cahier.", "[À compléter : lequel]", OTHER)


EVALUATION = (
    *("evaluation", "record", "--type", "evaluation", "--on", "26/02/2027", "--decision", "Oui"),
    *("--gap", "Écart – la charte", "--owner", "P02", "--due", "30/06/2027", "--process", "PRE"),
    *("--report", "{proof}"),
)
MINUTES = ("--present", "coach", "--done", "Politique", "--question", "Qui signe ?")
COMMANDS = {
    "submit": Command(("submit", "PRE-PRO-001", "PRE-MOP-001")),
    "verify": Command(
        ("verify", "PRE-PRO-001", "--by", "hugo", "--mode", "courriel", "--proof", "{proof}"),
        submitted,
    ),
    "approve": Command(
        ("approve", "PRE-PRO-001", "--by", "claire", "--mode", "papier", "--proof", "{proof}"),
        submitted,
    ),
    "refuse": Command(("refuse", "PRE-PRO-001", "--reason", "à revoir"), submitted),
    "publish": Command(("publish", "PRE-PRO-001", "--change", "Création"), approved),
    "revise": Command(("revise", "PRE-PRO-001"), in_force),
    "correct": Command(("correct", "PRE-PRO-001", "--objet", "faute", *VISA), slipped),
    "retire": Command(("retire", "PRE-PRO-001", "--replaced-by", "PRE-MOP-001"), in_force),
    "review": Command(("review", "PRE-PRO-001", "--unchanged"), in_force),
    "acknowledge": Command(("acknowledge", "PRE-PRO-001"), in_force),
    "set": Command(("set", "PRE-PRO-001", "titre=Peser", "diffusion=publique")),
    "new": Command(("new", "PRO", "-p", "PRE", "-t", "Une autre")),
    "fill": Command(("fill", "PRE-MOP-001"), blank, "la grande\nle vert\n", steps=True),
    "file": Command(("file", "{proof}", "--as", "PRE-FOR-001", "--title", "Lettre")),
    "declare": Command(("declare", "A-1", "-s", "oui", "-r", "vu ensemble", "--by", "P01")),
    "register add": Command(("register", "add", "demandes", "date=01/03/2027", "objet=X")),
    "process merge": Command(("process", "merge", "PRE", "MAD")),
    "session new": Command(("session", "new", "--on", "12/04/2027")),
    "session close": Command(("session", "close", "JAL-003", "--on", "01/03/2027", *MINUTES)),
    "evaluation record": Command(EVALUATION),
    "renumber": Command(("renumber", "PRE-MOP-001", "PRE-MOP-009")),
}
FAULTS: dict[str, Callable[[], BaseException]] = {
    "the disk is full": lambda: OSError(28, "No space left on device"),
    "Ctrl-C": KeyboardInterrupt,
}


@pytest.fixture
def world(life: Life, monkeypatch: pytest.MonkeyPatch) -> Life:
    """Return a platform with registers, a form and a criterion."""
    trial = Trial(life.repo)
    for name, columns in (("attendus", ATTENDUS), ("remarques", REMARQUES)):
        trial.table(name, columns, "id\n")
    gaps = "{nom: ecarts, type: liste}, {nom: version_evaluee}"
    trial.table("jalons", f"{JALONS}, {gaps}", MILESTONES)
    trial.table("demandes", DEMANDES, "id;date;objet\nDEM-2027-0001;2027-01-05;Y\n")
    trial.table("actions", ACTIONS, HEAD)
    trial.criteria(REFERENTIAL)
    life.repo.document("PRE-FOR-001")
    life.repo.document("PIL-LIV-001", modele="essai/pil-liv-dossier")
    life.record()
    monkeypatch.setattr(secrets, "choice", _in_turn())
    return life


def _in_turn() -> Callable[[str], str]:
    """Return a choice of letters that is no chance: a run can be compared with the one before."""
    turns: dict[int, int] = {}

    def choice(letters: str) -> str:
        turns[0] = turns.get(0, 0) + 7
        return letters[turns[0] % len(letters)]

    return choice


def run(life: Life, command: Command, proof: str, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Run a command, identifiers given in the same order as each time."""
    monkeypatch.setattr(secrets, "choice", _in_turn())
    words = [word.format(proof=proof) for word in command.words]
    return life.smq(*words, typed=command.typed)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", COMMANDS)
def test_old_or_new(world: Life, name: str, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command is run again and again, with the fault one call later, until it meets none."""
    command = COMMANDS[name]
    command.before(world)
    proof = world.proof()
    before = files_of(world.root)
    said = run(world, command, proof, monkeypatch)
    assert said.code == 0, said.both
    after = files_of(world.root)
    assert after != before
    restore(world.root, before)

    for at in count(1):
        disk = Disk(at, FAULTS[fault])
        with disk.failing():
            said = run(world, command, proof, monkeypatch)
        found = files_of(world.root)
        assert said.code in (0, 2, 130), said.both
        states = [before, after, *(between(before, after) if command.steps else ())]
        assert found in states, (disk.calls, said.both)
        assert (found == after) is (said.code == 0) or fault == "Ctrl-C" or command.steps
        usable(world)
        restore(world.root, before)
        if not disk.failed:
            break
    assert at > len(before.keys() ^ after.keys()) + 3, "nothing was tried"


def between(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[dict[str, bytes]]:
    """Yield the folder after each answer of `fill` but the last: each is kept at once."""
    old, new = before[OTHER].splitlines(keepends=True), after[OTHER].splitlines(keepends=True)
    changed = [at for at, line in enumerate(old) if new[at] != line]
    for last in changed[:-1]:
        yield {**before, OTHER: b"".join([*new[: last + 1], *old[last + 1 :]])}


def usable(life: Life) -> None:
    """Assert that a platform reads whole, that nobody holds its lock, and that `check` runs."""
    with (life.root / ".smq/lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    said = life.smq("check", "--select", "unreadable-header,merge-marker")
    assert said.code == 0, said.both


def restore(root: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files and no others."""
    for path, content in files_of(root).items():
        if files.get(path) != content:
            (root / path).unlink()
    for path, content in files.items():
        file = root / path
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
