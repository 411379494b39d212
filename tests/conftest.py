"""Fixtures: a small platform on disk that tests write into."""

import os
import textwrap
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from ruamel.yaml import YAML

from smq import files, resources
from smq.approvals import with_fingerprints
from smq.check import matching
from smq.load import load
from smq.load.evidence import with_evidence
from smq.model import Finding, History, QualitySystem
from smq.rules import all_rules
from tests.git import ENVIRONMENT, FOREIGN, GitRepo

# How long an example takes says nothing on a machine that does other things as well.
settings.register_profile(
    "local", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=60
)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, max_examples=150)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "local"))

TODAY = date(2027, 3, 1)

SETTINGS: dict[str, Any] = {
    "plateforme": {"nom": "Plateforme de spectroscopie", "sigle": "SPE"},
    "langue": "fr",
    "processus": [
        {"code": "PIL", "titre": "Piloter la plateforme", "famille": "management", "pilote": "P02"},
        {"code": "PRE", "titre": "Réaliser", "famille": "realisation", "pilote": "P02"},
        {"code": "MAD", "titre": "Mettre à disposition", "famille": "realisation", "pilote": "P02"},
        {"code": "EQU", "titre": "Gérer les équipements", "famille": "support", "pilote": "P02"},
        {"code": "DOC", "titre": "Maîtriser les documents", "famille": "support", "pilote": "P03"},
    ],
    "personnes": {
        "P01": {"nom": "Claire Fontaine", "fonction": "Directrice", "roles": ["direction"]},
        "P02": {"nom": "Hugo Marchal", "fonction": "Responsable", "roles": ["responsable"]},
        "P03": {"nom": "Inès Vautrin", "fonction": "Référente qualité", "roles": ["qualite"]},
    },
}


@dataclass
class Repo:
    """A platform's folder under construction.

    Attributes:
        root: the folder.
        markers: (path, line, rule name) of each `<- rule-name` written.
    """

    root: Path
    values: dict[str, Any] = field(default_factory=lambda: dict(SETTINGS))

    def write(self, path: str, content: str | bytes) -> str:
        """Write a file; text is dedented. Return its path."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        raw = (
            content
            if isinstance(content, bytes)
            else textwrap.dedent(content).removeprefix("\n").encode()
        )
        file.write_bytes(raw)
        return path

    def document(self, code: str, body: str = "", **header: object) -> str:
        """Write a valid draft; `header` overrides, None removes a key. Return its path."""
        process, type_ = [*code.split("-"), "", ""][:2]
        fields: dict[str, object] = {
            "id": _identifier(code),
            "code": code,
            "type": type_,
            "titre": f"Titre de {code}",
            "processus": process,
            "version": "",
            "statut": "projet",
            **header,
        }
        kept = {name: value for name, value in fields.items() if value is not None}
        path = f"documents/{process or 'X'}/{code}-document.md"
        text = f"---\n{_yaml(kept)}---\n\n{textwrap.dedent(body).removeprefix(chr(10))}"
        return self.write(path, text.encode())

    def settings(self, extra: dict[str, Any]) -> None:
        """Merge keys into `smq.yaml`; None removes a key."""
        merged = {**self.values, **extra}
        self.values = {name: value for name, value in merged.items() if value is not None}
        self.write("smq.yaml", _yaml(self.values).encode())

    def system(
        self, today: date = TODAY, history: History | None = None, *, use_cache: bool = False
    ) -> QualitySystem:
        """Return what is read now."""
        history = history or History(available=True)
        found = load(self.root, today=today, history=history, use_cache=use_cache, registers=True)
        found = with_fingerprints(found, partial(files.read, self.root))
        return with_evidence(found, self.root)

    def findings(
        self, rule: str, today: date = TODAY, history: History | None = None
    ) -> tuple[Finding, ...]:
        """Return the findings of one rule."""
        system = self.system(today, history)
        return tuple(f for r in matching(rule, all_rules()) for f in r.run(system))

    def assert_findings(
        self, rule: str, today: date = TODAY, history: History | None = None
    ) -> None:
        """Assert that the rule finds each line marked `<- rule`, and nothing else."""
        name = matching(rule, all_rules())[0].name
        found = sorted(
            (f.location.path, f.location.line) for f in self.findings(rule, today, history)
        )
        assert found == sorted(self._marked(name))

    def _marked(self, name: str) -> list[tuple[str, int]]:
        marker = f"<- {name}"
        return [
            (file.relative_to(self.root).as_posix(), number)
            for file in sorted(self.root.rglob("*"))
            if file.is_file() and file.suffix in (".md", ".yaml", ".csv")
            for number, line in enumerate(
                file.read_bytes().decode("utf-8", errors="replace").splitlines(), 1
            )
            if marker in line
        ]


def _yaml(values: object) -> str:
    from io import StringIO

    writer = YAML()
    writer.width = 10_000
    stream = StringIO()
    writer.dump(values, stream)
    return stream.getvalue()


def _identifier(code: str) -> str:
    """Return an identifier that depends on the code alone."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    number = int.from_bytes(code.encode(), "big")
    digits = []
    for _index in range(7):
        number, digit = divmod(number, len(alphabet))
        digits.append(alphabet[digit])
    return "k" + "".join(digits)


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Return a platform with settings and document types, without documents."""
    made = Repo(tmp_path)
    made.settings({})
    for file in sorted((resources.kits() / "infra-plus" / "types").glob("*.yaml")):
        made.write(f"referentiel/types/{file.name}", file.read_bytes())
    return made


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`, which renews the expected texts of tests/golden/."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ again")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with the file of that name in tests/golden/."""

    def same(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return same


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """With `SMQ_EXTERNAL=1`, an external check that is skipped is a failure."""
    report = yield
    asked = os.environ.get("SMQ_EXTERNAL") == "1"
    if asked and report.skipped and item.get_closest_marker("external"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {call.excinfo and call.excinfo.value}"
    return report


@pytest.fixture
def git(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> GitRepo:
    """Return the platform's folder as an empty git repository."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    for name in FOREIGN:
        monkeypatch.delenv(name, raising=False)
    made = GitRepo(repo.root)
    made.run("init", "--quiet")
    return made
