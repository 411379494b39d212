"""`smq check`: what it says, what it leaves out, how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Git
from tests.cli.runner import Runner, files_of
from tests.conftest import Repo
from tests.coverage.trial import Trial

Golden = Callable[[str, str], None]


@pytest.fixture
def faulty(repo: Repo, smq: Runner) -> Runner:
    """Return a runner in a platform with an error, a warning and notes."""
    repo.document("PRE-PRO-001", "## Objet\n\nRemplir PRE-FOR-099.\n", statut="applicable")
    repo.document("PRE-FOR-001", "Voir PRE-PRO-098, [À compléter : délai].\n", titre="Fiche")
    return smq


def findings(said_out: str) -> list[dict[str, Any]]:
    """Return the findings of a JSON report."""
    found: list[dict[str, Any]] = json.loads(said_out)["findings"]
    return found


def test_the_report_for_people(faulty: Runner, golden: Golden) -> None:
    """What to do first, then every finding by document with its place, then one sentence."""
    said = faulty("check", "--select", "LNK001,CNT001,CNT002")

    assert said.code == 1
    golden("check.txt", said.out + "----\n" + said.err)


def test_nothing_to_correct_is_one_sentence(repo: Repo, smq: Runner) -> None:
    """A platform without fault: exit 0, stdout empty, the count on stderr."""
    said = smq("check", "--select", "LNK")

    assert (said.code, said.out) == (0, "")
    assert said.err == "0 documents: nothing to correct.\n"


KEYS = {
    "": ["smq", "platform", "date", "summary", "findings", "coverage"],
    "summary": ["documents", "errors", "warnings", "notes"],
    "coverage": ["referential", "version", "stage", "counts", "counts_by_nature", "criteria"],
}
FINDING = ["rule", "name", "severity", "code", "path", "line", "column", "message", "hint"]


def test_json_has_all_its_keys_and_no_other(faulty: Runner) -> None:
    """Keys, their order and the types of values are those of the contract."""
    content = json.loads(faulty("check", "--format", "json").out)

    assert {name: list(content[name] if name else content) for name in KEYS} == KEYS
    assert content["date"] == "2027-03-01"
    assert content["platform"] == "Plateforme de spectroscopie"
    assert content["coverage"] == {
        "referential": None,
        "version": None,
        "stage": None,
        "counts": {"satisfied": 0, "partial": 0, "unsatisfied": 0, "not_applicable": 0},
        "counts_by_nature": {},
        "criteria": [],
    }
    assert content["summary"]["documents"] == 2
    for finding in content["findings"]:
        assert list(finding) == FINDING
        assert finding["severity"] in ("error", "warning", "note")
        assert isinstance(finding["path"], str)
        assert finding["path"]
        for place in (finding["line"], finding["column"]):
            assert place is None or place >= 1
        assert "{" not in finding["message"]


def test_json_keys_are_english_in_french(faulty: Runner) -> None:
    """`--lang fr` changes sentences, never keys, codes or severities."""

    def bare(lang: str) -> list[tuple[str, ...]]:
        out = faulty("--lang", lang, "check", "--format", "json").out
        return [(f["rule"], f["name"], f["severity"], f["path"]) for f in findings(out)]

    assert bare("fr") == bare("en")


def test_json_summary_counts_the_findings(faulty: Runner) -> None:
    """The summary is the count of the list."""
    content = json.loads(faulty("check", "--format", "json").out)

    weights = [finding["severity"] for finding in content["findings"]]
    counted = {f"{weight}s": weights.count(weight) for weight in ("error", "warning", "note")}
    assert {name: content["summary"][name] for name in counted} == counted
    assert counted["errors"] >= 1
    assert counted["warnings"] >= 1
    assert counted["notes"] >= 1


def test_findings_are_sorted(faulty: Runner) -> None:
    """By path, line, column, rule."""
    found = findings(faulty("check", "--format", "json").out)

    keys = [(f["path"], f["line"] or 0, f["column"] or 0, f["rule"]) for f in found]
    assert keys == sorted(keys)


@pytest.mark.parametrize("word", ["LNK001", "lnk001", "broken-link", "LNK"])
def test_select_by_code_name_or_family(faulty: Runner, word: str) -> None:
    """A rule is chosen by its code in any case, its name or its family."""
    found = findings(faulty("check", "--select", word, "--format", "json").out)

    assert "LNK001" in {f["rule"] for f in found}
    assert {f["rule"][:3] for f in found} == {"LNK"}


@pytest.mark.parametrize("word", ["LNK001", "broken-link", "LNK"])
def test_ignore_by_code_name_or_family(faulty: Runner, word: str) -> None:
    """What is ignored is not found; the rest is."""
    found = findings(faulty("check", "--ignore", word, "--format", "json").out)

    assert found
    assert "LNK001" not in {f["rule"] for f in found}


def test_lists_and_repetitions_are_the_same(faulty: Runner) -> None:
    """`--select A,B` is `--select A --select B`."""
    one = faulty("check", "--select", "LNK001,CNT001", "--format", "json")
    two = faulty("check", "--select", "LNK001", "--select", "CNT001", "--format", "json")

    assert one == two
    assert {f["rule"] for f in findings(one.out)} == {"LNK001", "CNT001"}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_a_usage_error(faulty: Runner, option: str) -> None:
    """Exit 2, the word, the nearest rule; no report."""
    said = faulty("check", option, "brocken-link")

    assert (said.code, said.out) == (2, "")
    assert said.err == ("smq: error: «brocken-link» is no rule.\n  → Nearest: broken-link.\n")


def test_paths_filter_findings_not_reading(faulty: Runner) -> None:
    """A link from the file to a document elsewhere is still resolved, and all are counted."""
    said = faulty("check", "documents/PRE/PRE-FOR-001-document.md", "--format", "json")

    assert {f["path"] for f in findings(said.out)} == {"documents/PRE/PRE-FOR-001-document.md"}
    assert json.loads(said.out)["summary"]["documents"] == 2
    assert said.code == 0
    assert faulty("check", "documents/PRE").code == 1
    assert faulty("check", ".", "--format", "json").out == faulty("check", "--format", "json").out


def test_a_folder_filters_whole_names_only(faulty: Runner, repo: Repo) -> None:
    """`documents/PR` is no prefix of `documents/PRE`."""
    (repo.root / "documents" / "PR").mkdir()

    assert findings(faulty("check", "documents/PR", "--format", "json").out) == []


def test_a_path_that_does_not_exist_or_lies_outside(faulty: Runner, repo: Repo) -> None:
    """Both are usage errors: a slip must not look like a clean result."""
    assert "does not exist" in faulty("check", "documents/PRF").err
    outside = faulty("check", str(repo.root.parent))
    assert outside.code == 2
    assert "does not lie in the platform's folder" in outside.err


def test_fail_on(faulty: Runner) -> None:
    """The exit code follows the least severity that fails; the report does not."""
    base = ("check", "--ignore", "LNK001,CNT,LIF,SYN,NUM")
    clean, strict = faulty(*base), faulty(*base, "--fail-on", "note")

    assert (clean.code, strict.code) == (0, 1)
    assert clean.out == strict.out


def test_fail_on_an_unknown_word_gives_no_report(faulty: Runner) -> None:
    """The word is refused before anything is read."""
    said = faulty("check", "--fail-on", "grave")

    assert (said.code, said.out) == (2, "")
    assert "«grave» is no severity" in said.err


def test_the_settings_say_what_fails(faulty: Runner, repo: Repo) -> None:
    """`controle.echec` is the default of `--fail-on`."""
    repo.settings({"controle": {"echec": "note"}})

    assert faulty("check", "--ignore", "LNK001,CNT,LIF,SYN,NUM").code == 1


def test_severities_of_the_settings(faulty: Runner, repo: Repo) -> None:
    """`controle.severites` weighs a rule otherwise, or puts it off; names and families too."""
    repo.settings({"controle": {"severites": {"broken-link": "note", "CNT001": "off"}}})

    found = findings(faulty("check", "--format", "json").out)

    assert {f["severity"] for f in found if f["rule"] == "LNK001"} == {"note"}
    assert "CNT001" not in {f["rule"] for f in found}


def test_an_unknown_rule_in_the_settings_says_where(faulty: Runner, repo: Repo) -> None:
    """A slip in smq.yaml must not put a rule off silently."""
    repo.settings({"controle": {"severites": {"LNK01": "off"}}})

    said = faulty("check")

    assert said.code == 2
    assert "«LNK01»" in said.err
    assert "controle.severites" in said.err


@pytest.mark.parametrize("output", ["text", "json"])
def test_same_bytes_whatever_the_hash_seed(faulty: Runner, repo: Repo, output: str) -> None:
    """Two processes whose sets are ordered otherwise write the same report."""

    def run(seed: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "smq", "-C", str(repo.root), "check", "--format", output],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
        ).stdout

    assert run("1") == run("2") != b""


def test_nothing_is_written_in_the_repository(smq: Runner, demo: Path, git: Git) -> None:
    """After a check `git status` is empty and each file is as before."""
    before = files_of(demo)

    smq("-C", "demo", "check")
    smq("-C", "demo", "check", "--format", "json")

    assert files_of(demo) == before
    assert git(demo, "status", "--porcelain", "--untracked-files=all") == ""


def test_the_cache_changes_nothing(faulty: Runner) -> None:
    """First run, second run and `--no-cache` say the same."""
    first = faulty("check", "--format", "json")

    assert faulty("check", "--format", "json") == first
    assert faulty("--no-cache", "check", "--format", "json") == first


def test_the_date_is_the_date_of_judgement(repo: Repo, smq: Runner) -> None:
    """A review that is due later is overdue when judged later; `--date` wins over SMQ_DATE."""
    repo.document("PRE-PRO-001", statut="applicable", prochaine_revue="2027-06-01")

    def overdue(date: str) -> int:
        words = ("--date", date, "check", "--select", "review-overdue", "--format", "json")
        return len(findings(smq(*words).out))

    assert (overdue("2027-05-31"), overdue("2027-06-02")) == (0, 1)


def test_a_settings_file_of_another_mould(repo: Repo, smq: Runner) -> None:
    """Settings that are not YAML stop the command at their line."""
    repo.write("smq.yaml", "plateforme: {nom: X\n")

    said = smq("check")

    assert said.code == 2
    assert "smq.yaml:2:1" in said.err


def test_a_folder_that_cannot_be_written_is_read_all_the_same(repo: Repo, smq: Runner) -> None:
    """Commands that only read do without `.smq`; one that writes names it and says why."""
    path = repo.document("PRE-FOR-001")
    repo.write(".smq", b"")

    reading = ("check", "list", "show PRE-FOR-001", "graph --format json", "impact PRE-FOR-001")
    for words in reading:
        said = smq(*words.split())
        assert said.code == 0, words
        assert ".smq" not in said.both, words
    said = smq("set", "PRE-FOR-001", "titre=Fiche")

    assert said.code == 2
    assert "The folder «.smq» of this platform cannot be written" in said.err
    assert str(repo.root) in said.err
    assert b"Titre de PRE-FOR-001" in (repo.root / path).read_bytes()


def test_a_choice_hides_no_file_that_cannot_be_read(repo: Repo, smq: Runner) -> None:
    """The rules chosen find nothing where the rows are not read: which is said."""
    Trial(repo).table("usages", "{nom: id}, {nom: debut}", "id;debut\nU1;2027-01-11\n")
    repo.write("registres/usages.csv", 'id;"debut\nU1;2027-01-11\n')
    said = smq("check", "--select", "TRC")

    assert said.err.startswith("Warning: registres/usages.csv cannot be read")
    assert "Warning" not in smq("check").err
