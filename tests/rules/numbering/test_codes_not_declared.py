"""Rule codes-not-declared."""

import shutil

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_no_process(repo: Repo) -> None:
    """One error for the platform, whatever the number of documents."""
    repo.settings({"processus": None})
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002")

    (finding,) = repo.findings("codes-not-declared")

    assert place(finding) == ("smq.yaml", None, None)
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        "Codes are written {processus}-{type}-{numero:03}, and smq.yaml declares no process: no"
        " code is recognised. Declare them under «processus» in smq.yaml, or take {processus} out"
        " of the pattern."
    )


def test_nothing_to_say(repo: Repo) -> None:
    """Declared processes, codes without process and a platform without document are silent."""
    repo.settings({"processus": None})
    assert not repo.findings("codes-not-declared")
    repo.document("PRO-001")
    repo.settings({"codification": {"motif": "{type}-{numero:03}"}})
    assert not repo.findings("codes-not-declared")


def test_declared(repo: Repo) -> None:
    """One process is enough to recognise codes."""
    repo.document("PRE-PRO-001")

    assert not repo.findings("codes-not-declared")


def test_another_cause(repo: Repo) -> None:
    """Without types, without any code, or with a pattern that is none, another rule speaks."""
    repo.settings({"processus": None})
    repo.write("documents/PRE/notes.md", "---\ntitre: Notes\n---\n")
    assert not repo.findings("codes-not-declared")

    repo.document("PRE-PRO-002")
    assert repo.findings("codes-not-declared")
    repo.settings({"codification": {"motif": "{processus}-{type}-{nombre}"}})
    assert not repo.findings("codes-not-declared")

    repo.settings({"codification": None})
    shutil.rmtree(repo.root / "referentiel")
    assert not repo.findings("codes-not-declared")
