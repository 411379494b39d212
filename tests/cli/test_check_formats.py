"""`smq check` in the formats of forges, read by their parsers."""

import json
import re
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from tests.cli.below import moved_below
from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.conftest import Repo

PATH = "documents/PRE/PRE-PRO-001-document.md"
COMMAND = re.compile(r"::(?P<weight>\w+) (?P<about>[^:]*)::(?P<said>.*)")


@pytest.fixture
def terminal(repo: Repo, smq: Runner) -> Runner:
    """Return a terminal in a platform with one dead link, an error, and one clean document."""
    repo.document("PRE-PRO-001", "Voir EQU-MOP-009, à 100 %.\n", statut="en_verification")
    repo.document("EQU-MOP-001")
    return smq


def dead_link(terminal: Runner, output: str) -> str:
    """Return what check says of dead links in a format, and expect that it fails."""
    said = terminal("check", "--select", "LNK001", "--format", output)
    assert said.code == 1
    return said.out


def test_sarif(terminal: Runner) -> None:
    """The model of the standard accepts it: one rule described, one result at its place."""
    read = Sarif.model_validate_json(dead_link(terminal, "sarif"))

    (run,) = read.runs
    assert [rule.id for rule in run.tool.driver.rules or []] == ["LNK001"]
    (result,) = run.results or []
    assert (result.rule_id, result.level) == ("LNK001", "error")
    assert "«EQU-MOP-009»" in (result.message.text or "")
    place = (result.locations or [])[0].physical_location
    assert place is not None
    assert place.artifact_location is not None
    assert unquote(place.artifact_location.uri or "") == PATH
    assert place.region is not None
    assert (place.region.start_line, place.region.start_column) == (11, 6)


def test_junit(terminal: Runner) -> None:
    """A document without fault is a case that passed, a finding one that failed."""
    read = JUnitXml.fromstring(dead_link(terminal, "junit").encode())

    assert (read.tests, read.failures, read.errors) == (2, 1, 0)
    (suite,) = list(read)
    cases = {case.name: case for case in suite}
    assert cases["EQU-MOP-001"].is_passed
    (failed,) = [case for case in suite if not case.is_passed]
    assert failed.classname == PATH
    assert failed.result[0].type == "LNK001"
    assert "«EQU-MOP-009»" in failed.result[0].message


def test_junit_below_the_failing_level(terminal: Runner) -> None:
    """What does not fail the check fails no case."""
    said = terminal("check", "--select", "orphan", "--format", "junit")

    read = JUnitXml.fromstring(said.out.encode())
    assert said.code == 0
    assert read.failures == 0
    assert read.skipped > 0


def test_github(terminal: Runner) -> None:
    """One workflow command a finding; signs that would end it early are escaped."""
    (line,) = dead_link(terminal, "github").splitlines()

    match = COMMAND.fullmatch(line)
    assert match is not None
    about = dict(pair.split("=", 1) for pair in match["about"].split(","))
    assert match["weight"] == "error"
    assert about == {"file": PATH, "line": "11", "col": "6", "title": "LNK001 broken-link"}
    assert "%0A" in match["said"]


def test_gitlab(terminal: Runner) -> None:
    """The fields that the forge asks for; fingerprints stay when lines move."""
    (issue,) = json.loads(dead_link(terminal, "gitlab"))

    assert issue["check_name"] == "LNK001"
    assert issue["severity"] == "major"
    assert issue["location"] == {"path": PATH, "lines": {"begin": 11}}
    assert re.fullmatch(r"[0-9a-f]{64}", issue["fingerprint"])


def test_gitlab_fingerprints_outlive_lines(repo: Repo, terminal: Runner) -> None:
    """The same fault one paragraph below is the same issue; twice the fault are two."""
    (before,) = json.loads(dead_link(terminal, "gitlab"))
    text = "Un mot.\n\nVoir EQU-MOP-009.\n\nEt EQU-MOP-009.\n"
    repo.document("PRE-PRO-001", text, statut="en_verification")

    first, second = json.loads(dead_link(terminal, "gitlab"))

    assert first["fingerprint"] == before["fingerprint"]
    assert second["fingerprint"] != before["fingerprint"]


def test_paths_begin_at_the_top_of_the_repository(
    repo: Repo,
    terminal: Runner,
    git: Git,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """A forge counts from there, wherever the platform lies."""
    top = tmp_path_factory.mktemp("depot")
    below = moved_below(repo, top, monkeypatch)
    git(top, "init", "-q")

    (issue,) = json.loads(dead_link(terminal, "gitlab"))

    assert issue["location"]["path"] == f"{below.root.name}/{PATH}"
