"""`smq ci`: the pipelines work as written, run block by block as a forge runs them."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from ruamel.yaml import YAML
from sarif_pydantic import Sarif

from smq import __version__, resources
from tests.cli.below import moved_below
from tests.cli.conftest import Git
from tests.cli.launcher import launch_by_name
from tests.cli.runner import Runner
from tests.conftest import Repo

PLACES = {"gitlab": ".gitlab-ci.yml", "github": ".github/workflows/smq.yml"}
ERROR = {"controle": {"severites": {"LNK001": "error"}}}
SILENT = {"controle": {"severites": {"LNK001": "off"}}}
PYTHON = """\
#!/bin/sh
case "$*" in
  "-m pip install "*) echo "$5" >> "$ASKED" ;;
  *) exit 3 ;;
esac
"""


def read(text: str) -> Any:
    """Return what a forge reads."""
    return YAML(typ="safe", pure=True).load(text)


def blocks(forge: str, content: Any) -> tuple[dict[str, str], list[str]]:
    """Return the variables of a pipeline, and what it hands to a shell, in order."""
    if forge == "gitlab":
        job = content["smq-check"]
        # GitLab joins the lines of both parts into one program.
        return job["variables"], ["\n".join([*job["before_script"], *job["script"]])]
    steps = content["jobs"]["smq-check"]["steps"]
    return content["env"], [step["run"] for step in steps if "run" in step]


@dataclass(frozen=True)
class Forge:
    """A forge that holds a platform's repository and runs its pipeline.

    Attributes:
        name: which.
        repo: the platform, in somebody's copy.
        smq: the terminal there.
        git: runs git.
        bench: a folder where the forge works.
    """

    name: str
    repo: Repo
    smq: Runner
    git: Git
    bench: Path

    @property
    def top(self) -> Path:
        """Return the top of somebody's copy."""
        return self.repo.root.parent

    def record(self, branch: str) -> None:
        """Record everything on a branch, and send it."""
        self.git(self.top, "add", "--all")
        self.git(self.top, "commit", "--quiet", "--allow-empty", "--message", "Un pas")
        self.git(self.top, "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{branch}")

    def propose(self) -> subprocess.CompletedProcess[str]:
        """Propose what lies in the folder, and run the pipeline of the proposal."""
        self.git(self.top, "switch", "--quiet", "--create", "proposition")
        self.record("proposition")
        there = self.copy("proposition")
        if self.name == "gitlab":
            return self.run(
                there,
                CI_PIPELINE_SOURCE="merge_request_event",
                CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
            )
        # GitHub checks the merge that the proposal would make.
        self.git(there, "checkout", "--quiet", "--detach", "origin/main")
        self.git(there, "merge", "--quiet", "--no-ff", "-m", "Merge", "origin/proposition")
        return self.run(there, GITHUB_EVENT_NAME="pull_request", GITHUB_BASE_REF="main")

    def after_merge(self) -> subprocess.CompletedProcess[str]:
        """Run the pipeline of the main branch."""
        there = self.copy("main")
        if self.name == "gitlab":
            return self.run(there, CI_COMMIT_BRANCH="main", CI_DEFAULT_BRANCH="main")
        return self.run(there, GITHUB_EVENT_NAME="push", GITHUB_BASE_REF="")

    def copy(self, branch: str) -> Path:
        """Return a fresh copy at a branch, on no branch itself, as a forge makes it."""
        there = self.bench / "copie"
        self.git(self.bench, "clone", "--quiet", str(self.bench / "depot.git"), str(there))
        self.git(there, "checkout", "--quiet", "--detach", f"origin/{branch}")
        return there

    def run(self, there: Path, **of_forge: str) -> subprocess.CompletedProcess[str]:
        """Run every block of the pipeline with bash, as the forge does; stop at a failure."""
        variables, scripts = blocks(
            self.name, read((there / PLACES[self.name]).read_text(encoding="utf-8"))
        )
        env = {**os.environ, **variables, **of_forge, "ASKED": str(self.bench / "asked")}
        done = None
        for script in scripts:
            done = subprocess.run(
                ["bash", "-e", "-o", "pipefail", "-c", script],
                cwd=there,
                env=env,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            if done.returncode:
                break
        assert done is not None
        return done


@pytest.fixture(params=PLACES)
def forge(
    request: pytest.FixtureRequest,
    repo: Repo,
    smq: Runner,
    git: Git,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Forge:
    """Return a forge whose main branch holds a platform below its top, and its pipeline."""
    bench = tmp_path_factory.mktemp("forge")
    repo = moved_below(repo, tmp_path_factory.mktemp("depot"), monkeypatch)
    launch_by_name(monkeypatch, bench / "bin")
    (bench / "bin" / "python").write_text(PYTHON, encoding="utf-8")
    (bench / "bin" / "python").chmod(0o755)
    made = Forge(request.param, repo, smq, git, bench)
    git(bench, "init", "--quiet", "--bare", "--initial-branch", "main", "depot.git")
    git(made.top, "init", "--quiet", "--initial-branch", "main")
    git(made.top, "remote", "add", "origin", str(bench / "depot.git"))
    repo.write(".gitignore", ".smq/\n")
    repo.settings(ERROR)
    repo.document("EQU-MOP-001")
    assert smq("ci", made.name).code == 0
    made.record("main")
    return made


def test_a_clean_proposal_passes(forge: Forge) -> None:
    """Exit 0; smq is installed at the version that wrote the file."""
    forge.repo.document("PRE-PRO-001", "Voir EQU-MOP-001.\n")

    done = forge.propose()

    assert done.returncode == 0, done.stdout + done.stderr
    asked = (forge.bench / "asked").read_text(encoding="utf-8")
    assert asked == f"smq=={__version__}\n"


def test_a_fault_stops_a_proposal(forge: Forge) -> None:
    """Exit 1, and the reports of the forge name the fault from the top of the repository."""
    path = forge.repo.document("PRE-PRO-001", "Voir EQU-MOP-009.\n")

    done = forge.propose()

    assert done.returncode == 1, done.stdout + done.stderr
    assert "EQU-MOP-009" in done.stdout
    there, from_top = forge.bench / "copie", f"{forge.repo.root.name}/{path}"
    tests = JUnitXml.fromstring((there / "smq-tests.xml").read_bytes())
    assert tests.failures == 1
    if forge.name == "gitlab":
        issues = json.loads((there / "smq-qualite.json").read_text(encoding="utf-8"))
        assert [i["location"]["path"] for i in issues if i["check_name"] == "LNK001"] == [from_top]
    else:
        (run,) = Sarif.model_validate_json((there / "smq.sarif").read_bytes()).runs
        assert "LNK001" in [result.rule_id for result in run.results or []]
        assert f"::error file={from_top}" in done.stdout


def test_a_proposal_cannot_silence_its_own_fault(forge: Forge) -> None:
    """Severities that the proposal sets are not those by which it is judged."""
    forge.repo.settings(SILENT)
    forge.repo.document("PRE-PRO-001", "Voir EQU-MOP-009.\n")

    done = forge.propose()

    assert done.returncode == 1, done.stdout + done.stderr


def test_a_proposal_cannot_accept_its_own_fault(forge: Forge) -> None:
    """A debt that the proposal writes counts from the next one on."""
    place = forge.top / PLACES[forge.name]
    forge.smq("check", "--write-baseline", "dette.json")
    place.unlink()
    assert forge.smq("ci", forge.name, "--baseline", "dette.json").code == 0
    forge.record("main")
    forge.repo.document("PRE-PRO-001", "Voir EQU-MOP-009.\n")
    forge.smq("check", "--write-baseline", "dette.json", "--allow-growth")
    assert forge.smq("check", "--baseline", "dette.json").code == 0

    done = forge.propose()

    assert done.returncode == 1, done.stdout + done.stderr


def test_accepted_debt_passes(forge: Forge) -> None:
    """What the main branch accepts stops neither it nor a proposal."""
    forge.repo.document("PRE-PRO-001", "Voir EQU-MOP-009.\n")
    forge.smq("check", "--write-baseline", "dette.json")
    (forge.top / PLACES[forge.name]).unlink()
    forge.smq("ci", forge.name, "--baseline", "dette.json")
    forge.record("main")
    forge.repo.document("PRE-PRO-002")

    done = forge.propose()

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_main_branch_is_checked_with_its_own_settings(forge: Forge) -> None:
    """After a merge: exit 0 when clean, 1 at a fault."""
    clean = forge.after_merge()
    assert clean.returncode == 0, clean.stdout + clean.stderr
    subprocess.run(["rm", "-r", str(forge.bench / "copie")], check=True)
    forge.repo.document("PRE-PRO-001", "Voir EQU-MOP-009.\n")
    forge.record("main")

    assert forge.after_merge().returncode == 1


def test_a_check_that_cannot_run_is_no_success(forge: Forge) -> None:
    """Settings that cannot be read are exit 2, not a pass."""
    forge.repo.write("smq.yaml", "plateforme: {nom: [\n")

    assert forge.propose().returncode == 2


@pytest.mark.parametrize("name", PLACES)
def test_both_languages_say_the_same_to_the_forge(name: str) -> None:
    """Only comments and titles differ, and each part has its comment."""
    texts = [
        resources.pipeline(name, language).read_text(encoding="utf-8").replace("@@", '"')
        for language in ("fr", "en")
    ]
    said = [blocks(name, read(text)) for text in texts]
    bare = [
        [line for s in scripts for line in s.splitlines() if "# " not in line]
        for _v, scripts in said
    ]

    assert bare[0] == bare[1]
    assert said[0][0].keys() == said[1][0].keys()
    for text in texts:
        assert text.count("# ") > 15
    assert "fetch-depth: 0" in texts[0] or 'GIT_DEPTH: "0"' in texts[0]


def test_a_pipeline_that_is_there_is_left_alone(forge: Forge) -> None:
    """The same is no fault; another is not touched, and what to do is said and works."""
    place = forge.top / PLACES[forge.name]
    assert "is there already" in forge.smq("ci", forge.name).out
    place.write_text("# le mien\n", encoding="utf-8")

    said = forge.smq("ci", forge.name)

    assert said.code == 2
    assert place.read_text(encoding="utf-8") == "# le mien\n"
    other = said.err.partition("--as ")[2].split(". ")[0]
    assert forge.smq("ci", forge.name, "--as", other).code == 0
    assert (forge.top / other).is_file()


def test_the_language_of_the_platform(forge: Forge) -> None:
    """`--dry-run` shows the file in the language asked for, and writes nothing."""
    (forge.top / PLACES[forge.name]).unlink()

    said = forge.smq("--lang", "fr", "ci", forge.name, "--dry-run")

    assert said.out.startswith("# Contrôle des documents qualité par smq.\n")
    assert not (forge.top / PLACES[forge.name]).exists()


def test_bad_words(repo: Repo, smq: Runner, git: Git) -> None:
    """What cannot be done is said, with what can."""
    assert "smq save" in smq("ci", "gitlab").err
    git(repo.root, "init", "--quiet")
    assert "Nearest: gitlab" in smq("ci", "gitlub").err
    assert "leaves the repository" in smq("ci", "gitlab", "--as", "../x.yml").err
    assert "--write-baseline" in smq("ci", "gitlab", "--baseline", "dette.json").err
