"""`smq trajectory`: the coverage over the history, as table, data and picture."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of
from tests.coverage.trial import Trial
from tests.render.svg.pictures import lines_of, size_of

NOTICE = "référentiel d'essai, non officiel"
CRITERIA = """
- {id: A-1, chapitre: essai, etapes: [label], preuve: {fait: sigle}}
- {id: A-2, chapitre: essai, etapes: [label], preuve: {document: {modele: pre-pro}}}
- {id: A-3, chapitre: essai, etapes: [suivi], nature: declared}
"""
ONE_MORE = "- {id: A-4, chapitre: essai, etapes: [label], preuve: {fait: site_web}}\n"


@dataclass
class Past:
    """A platform whose versions are recorded on days that a test names.

    Attributes:
        trial: the platform.
        git: runs git.
        patch: of the environment.
    """

    trial: Trial
    git: Git
    patch: pytest.MonkeyPatch

    @property
    def root(self) -> Path:
        """Return the folder."""
        return self.trial.repo.root

    def record(self, day: str, tag: str | None = None) -> str:
        """Record everything on a day; return the commit."""
        self.patch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+0000")
        self.git(self.root, "add", "-A")
        self.git(self.root, "commit", "-qm", day, "--allow-empty")
        if tag:
            self.git(self.root, "tag", tag)
        return self.git(self.root, "rev-parse", "HEAD").strip()


@pytest.fixture
def empty(repo: Any, smq: Runner, git: Git, monkeypatch: pytest.MonkeyPatch) -> Past:
    """Return a platform in git of which nothing is recorded."""
    trial = Trial(repo)
    trial.repo.settings({"plateforme": {"nom": "Spectro"}})
    trial.repo.write("referentiel/types/PRO.yaml", b"code: PRO\n")
    trial.criteria(CRITERIA)
    git(repo.root, "init", "-q", "-b", "main")
    return Past(trial, git, monkeypatch)


@pytest.fixture
def grown(empty: Past) -> Past:
    """Return a platform that has a name in September, a short name in October, a procedure and an
    answer in December, when one criterion more is asked; nothing was recorded in November.
    """
    empty.record("2026-09-10")
    empty.trial.repo.settings({"plateforme": {"nom": "Spectro", "sigle": "SPE"}})
    empty.record("2026-10-05", tag="debut")
    empty.trial.repo.document("PRE-PRO-001")
    empty.record("2026-10-30")
    approved = {"version": "1", "par": "P01", "role": "approbateur", "date": "2026-12-01"}
    empty.trial.document(
        "pre-pro", "PRE-PRO-001", date_application="2026-12-10", approbations=[approved]
    )
    empty.trial.answer("A-3: {statut: satisfait, motif: Vu, par: P01, date: 2026-12-20}")
    empty.trial.criteria(CRITERIA + ONE_MORE)
    empty.record("2026-12-15", tag="label-2026")
    return empty


def told(smq: Runner, *words: str) -> Any:
    """Return the trajectory as data."""
    said = smq("trajectory", "--format", "json", *words)
    assert said.code == 0, said.both
    return json.loads(said.out)


def test_the_coverage_grows(grown: Past, smq: Runner) -> None:
    """A point a month, the last version of it, judged on its own day by its own referential."""
    content = told(smq)

    points = content["points"]
    assert [point["date"] for point in points] == ["2026-09-10", "2026-10-30", "2026-12-15"]
    computed = [point["counts_by_nature"]["computed"] for point in points]
    assert [found["satisfied"] for found in computed] == [0, 1, 2]
    assert [found["unsatisfied"] for found in computed] == [2, 1, 1]
    assert [point["criteria"] for point in points] == [3, 3, 4]
    assert [(p["documents_in_force"], p["documents"]) for p in points] == [(0, 0), (0, 1), (1, 1)]
    assert content["months_without_version"] == ["2026-11"]
    assert (content["referential"], content["notice"]) == ("essai", NOTICE)


def test_the_day_of_the_version_counts(grown: Past, smq: Runner) -> None:
    """An answer given five days later is none yet; at the next version it is one."""
    grown.record("2027-01-31")

    december, january = told(smq, "--since", "2026-12-01")["points"]

    assert december["counts_by_nature"]["declared"]["satisfied"] == 0
    assert december["awaiting_answer"] == 1
    assert january["counts_by_nature"]["declared"]["satisfied"] == 1
    assert january["awaiting_answer"] == 0


def test_the_table(grown: Past, smq: Runner) -> None:
    """Versions, then each nature apart, then what changed in what is asked, and empty months."""
    said = smq("trajectory")

    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0] == "Trajectory of the coverage – Spectro"
    assert lines[1] == f"Essai, version 1, all stages ({NOTICE})"
    start = lines.index("Criteria proved by the tool")
    assert [line.split() for line in lines[start + 2 : start + 5]] == [
        ["September", "2026", "·" * 20, "0", "0", "2"],
        ["October", "2026", "█" * 10 + "·" * 10, "1", "0", "1"],
        ["December", "2026", "█" * 13 + "·" * 7, "2", "0", "1"],
    ]
    assert "Criteria declared by a person" in lines
    assert "December 2026: 4 criteria are asked in the place of 3." in lines
    assert "Nothing was recorded: November 2026." in lines
    assert "%" not in said.out


def test_by_tag_in_either_language(grown: Past, smq: Runner) -> None:
    """Each named version is a point; a word that is neither is told so."""
    content = told(smq, "--by", "tag")

    assert [point["tags"] for point in content["points"]] == [["debut"], ["label-2026"]]
    assert content["months_without_version"] == []
    assert content["by"] == "tag"
    assert told(smq, "--by", "étiquette") == content
    assert told(smq, "--by", "mois") == told(smq)
    wrong = smq("trajectory", "--by", "semaine")
    assert (wrong.code, "«semaine»" in wrong.err) == (2, True)


def test_without_a_tag(empty: Past, smq: Runner) -> None:
    """Said with what to type."""
    empty.record("2026-09-10")

    said = smq("trajectory", "--by", "tag")

    assert said.code == 2
    assert "git tag" in said.err


def test_since(grown: Past, smq: Runner) -> None:
    """A day as people write it, or a version; another word, or nothing left, is told so."""
    dates = [point["date"] for point in told(smq, "--since", "1/12/2026")["points"]]

    assert dates == ["2026-12-15"]
    tagged = told(smq, "--since", "debut")["points"]
    assert [point["date"] for point in tagged] == ["2026-10-30", "2026-12-15"]
    assert "«hier»" in smq("trajectory", "--since", "hier").err
    late = smq("trajectory", "--since", "2027-02-01")
    assert late.code == 2
    assert "the last one of 2026-12-15" in late.err


def test_at_a_date(grown: Past, smq: Runner) -> None:
    """Nothing after the date at which everything is judged."""
    said = smq("--date", "2026-10-20", "trajectory", "--format", "json")

    points = json.loads(said.out)["points"]
    assert [point["date"] for point in points] == ["2026-09-10", "2026-10-05"]


def test_stage(grown: Past, smq: Runner) -> None:
    """Only its criteria are judged, and its name is said."""
    content = told(smq, "--stage", "suivi")

    assert content["stage"] == "follow_up"
    assert [list(point["counts_by_nature"]) for point in content["points"]] == [["declared"]] * 3
    assert "stage: follow-up" in smq("trajectory", "--stage", "suivi").out
    assert smq("trajectory", "--stage", "fin").code == 2


def test_one_technical_unit(grown: Past, smq: Runner) -> None:
    """What is about other units does not count; a unit that is none is told so."""
    units = [{"nom": "Raman"}, {"nom": "Infrarouge"}]
    grown.trial.repo.settings({"plateaux": units})
    grown.trial.document("pre-pro", "PRE-PRO-001", plateaux=["Raman"])
    grown.record("2027-02-01")

    def satisfied(unit: str) -> int:
        last = told(smq, "--plateau", unit)["points"][-1]
        return int(last["counts_by_nature"]["computed"]["satisfied"])

    assert satisfied("raman") == satisfied("infrarouge") + 1
    assert "Technical unit: Raman" in smq("trajectory", "--plateau", "raman").out
    assert smq("trajectory", "--plateau", "Laser").code == 2


def test_versions_that_cannot_be_judged(empty: Past, smq: Runner) -> None:
    """Before the platform, before its referential, with settings that nobody can read: all said."""
    settings = (empty.root / "smq.yaml").read_bytes()
    empty.trial.repo.write("README.md", b"Rien\n")
    (empty.root / "smq.yaml").unlink()
    empty.record("2026-06-01")
    empty.trial.repo.write("smq.yaml", b"plateforme: [\n")
    empty.record("2026-07-01")
    empty.trial.repo.write("smq.yaml", b"plateforme: {nom: Spectro}\n")
    empty.record("2026-08-01")
    empty.trial.repo.write("smq.yaml", settings)
    referential = empty.root / "referentiel/referentiels/essai.yaml"
    content = referential.read_bytes()
    referential.write_bytes(b"titre: [\n")
    empty.record("2026-09-01")
    referential.write_bytes(content)
    empty.record("2026-10-01")

    told_by_json = told(smq)
    said = smq("trajectory").out

    assert [point["month"] for point in told_by_json["points"]] == ["2026-10"]
    reasons = {one["date"]: one["reason"] for one in told_by_json["skipped"]}
    assert "held no smq.yaml" in reasons["2026-06-01"]
    assert "smq.yaml" in reasons["2026-07-01"]
    assert "did not name the referential essai" in reasons["2026-08-01"]
    assert "referentiel/referentiels/essai.yaml" in reasons["2026-09-01"]
    assert "Not judged: June 2026. The platform was not there" in said


def test_no_version_can_be_judged(empty: Past, smq: Runner) -> None:
    """The platform was never recorded: exit 2, with the reason."""
    (empty.root / ".gitignore").write_text("*\n", encoding="utf-8")
    empty.record("2026-06-01")

    said = smq("trajectory")

    assert said.code == 2
    assert "No version of this history can be judged." in said.err


def test_a_file_that_cannot_be_read(grown: Past, smq: Runner) -> None:
    """The point stands; what its verdicts lack is said."""
    grown.trial.repo.write("documents/PRE/PRE-PRO-002-x.md", b"---\ncode: [\n---\n")
    grown.record("2027-01-05")

    said = smq("trajectory")

    expected = "January 2027: documents/PRE/PRE-PRO-002-x.md cannot be read."
    assert expected in said.out


def test_a_revision_under_way_does_not_lower_a_point(grown: Past, smq: Runner) -> None:
    """The version in force counts, as it stood in the history that led to the point."""
    grown.trial.document("pre-pro", "PRE-PRO-001", "[À compléter : tout]\n", statut="projet")
    grown.record("2027-02-01")

    last = told(smq)["points"][-1]

    assert (last["documents_in_force"], last["documents"]) == (1, 1)
    assert last["counts_by_nature"]["computed"]["satisfied"] == 2


def test_csv(grown: Past, smq: Runner) -> None:
    """One row a point, natures apart in columns: what a spreadsheet draws."""
    said = smq("trajectory", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(said.out.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Month"] for row in rows] == ["2026-09", "2026-10", "2026-12"]
    assert [row["Criteria proved by the tool – satisfied"] for row in rows] == ["0", "1", "2"]
    assert "Nothing was recorded: November 2026." in said.err


def test_the_picture(grown: Past, smq: Runner) -> None:
    """All its words are text: title, notice, panels, legend, months, changes, notes."""
    said = smq("trajectory", "--out", "t.svg")

    assert said.code == 0
    lines = lines_of((grown.root / "t.svg").read_text(encoding="utf-8"))
    for expected in (
        "Trajectory of the coverage – Spectro",
        f"Essai, version 1, all stages ({NOTICE})",
        *("Criteria proved by the tool", "Criteria declared by a person", "Documents"),
        *("satisfied", "partial", "not satisfied", "awaiting the answer of a person"),
        *("Sep", "Oct", "Nov", "Dec", "2026", "–"),
        "December 2026: 4 criteria are asked in the place of 3.",
        "Nothing was recorded: November 2026.",
    ):
        assert expected in lines
    assert lines.count("3 criteria") == 1


def test_the_same_picture_twice(grown: Past, smq: Runner) -> None:
    """Same history, same bytes, and nothing else is written in the folder."""
    before = files_of(grown.root)

    first = smq("trajectory", "--format", "svg").out

    assert smq("--date", "2030-01-01", "trajectory", "--format", "svg").out == first
    assert files_of(grown.root) == before


def test_png(grown: Past, smq: Runner) -> None:
    """The ending of the file says the format."""
    said = smq("trajectory", "--by", "tag", "--out", "t.png")

    assert said.code == 0
    assert size_of((grown.root / "t.png").read_bytes())[0] == 2000


def test_work_under_way(grown: Past, smq: Runner) -> None:
    """What git has not recorded is in no point, and this is said beside the product."""
    grown.trial.repo.document("PRE-PRO-002")

    said = smq("trajectory")

    assert "1 file is not recorded in git" in said.err
    assert "PRE-PRO-002" not in said.out


def test_a_copy_without_its_whole_history(
    grown: Past, smq: Runner, git: Git, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What is known is shown, and where it begins."""
    copy = tmp_path_factory.mktemp("copie") / "c"
    git(grown.root, "clone", "-q", "--depth", "2", f"file://{grown.root}", str(copy))

    said = smq("-C", str(copy), "trajectory")

    assert said.code == 0
    assert "what came before 2026-10-30 is not known" in said.out
    content = json.loads(smq("-C", str(copy), "trajectory", "--format", "json").out)
    assert content["unknown_before"] == "2026-10-30"
    assert told(smq)["unknown_before"] is None


def test_outside_git(repo: Any, smq: Runner) -> None:
    """One sentence and what to do."""
    Trial(repo).criteria(CRITERIA)

    said = smq("trajectory")

    assert (said.code, said.out) == (2, "")
    assert "is not kept in git" in said.err


def test_a_platform_that_came_into_an_older_repository(empty: Past, smq: Runner, git: Git) -> None:
    """Below a larger repository, months before it are told to hold no platform."""
    folder = empty.root / "plateforme"
    folder.mkdir()
    for name in ("smq.yaml", "referentiel"):
        (empty.root / name).rename(folder / name)
    git(empty.root, "commit", "-qm", "Vide", "--allow-empty")
    empty.record("2027-03-01")

    content = json.loads(smq("-C", "plateforme", "trajectory", "--format", "json").out)

    assert [point["month"] for point in content["points"]] == ["2027-03"]
