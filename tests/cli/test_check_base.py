"""`smq check --base`: a proposal is judged by what it starts from."""

import json
from pathlib import Path

from tests.cli.conftest import Git
from tests.cli.runner import Runner

BROKEN = "documents/PRE/PRE-PRO-001-traiter-une-prestation-de-la-demande-a-la-facture.md"


def findings(smq: Runner, demo: Path, *words: str) -> list[tuple[str, str]]:
    """Return (rule, severity) of what `check` finds."""
    out = smq("-C", str(demo), "check", "--format", "json", *words).out
    return [(f["rule"], f["severity"]) for f in json.loads(out)["findings"]]


def test_a_proposal_cannot_silence_its_own_fault(smq: Runner, demo: Path, git: Git) -> None:
    """A branch that breaks a link and switches the rule off is judged by the settings it left."""
    git(demo, "switch", "--quiet", "--create", "proposal")
    text = (demo / BROKEN).read_text(encoding="utf-8")
    (demo / BROKEN).write_text(f"{text}\nVoir PRE-PRO-099.\n", encoding="utf-8")
    settings = (demo / "smq.yaml").read_text(encoding="utf-8")
    silenced = f"{settings}controle:\n  severites:\n    LNK001: off\n"
    (demo / "smq.yaml").write_text(silenced, encoding="utf-8")

    assert "LNK001" not in [rule for rule, _severity in findings(smq, demo)]
    assert ("LNK001", "warning") in findings(smq, demo, "--base", "main")


def test_a_deleted_document_is_missed(smq: Runner, demo: Path, git: Git) -> None:
    """A document of the base that is gone is an error; one that was added is not."""
    git(demo, "switch", "--quiet", "--create", "proposal")
    (demo / BROKEN).unlink()
    smq("-C", str(demo), "new", "PRO", "--process", "MAD", "--title", "Prêter un appareil")

    assert ("NUM010", "error") in findings(smq, demo, "--base", "main")
    assert "NUM010" not in [rule for rule, _severity in findings(smq, demo)]
