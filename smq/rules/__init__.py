"""What a rule is, and how rules are found.

A rule is one file in a family's folder: its documentation is the module's docstring, its name
the file's name.
Rules are pure: they see the frozen system and nothing else (no disk, git, clock or console).
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from typing import Any

from smq.model import Document, Finding, Location, Problem, QualitySystem, Severity, Word

FAMILIES = {
    "SYN": "Files and headers",
    "NUM": "Numbering",
    "LNK": "Links",
    "CNT": "Content",
    "LIF": "Life cycle and approvals",
    "GIT": "History and signatures",
    "REG": "Registers",
    "REF": "Referential and answers",
    "TRC": "Traceability",
}
"""Letters of each family → its title (a msgid)."""

PerDocument = Callable[[Document, QualitySystem], Iterable[Finding]]
WholeSystem = Callable[[QualitySystem], Iterable[Finding]]


@dataclass
class Rule:
    """A check with its identity; create one a file as `rule = Rule(__name__, "LNK001", …)`.

    Attributes:
        module: name of the module; gives the rule's name and documentation.
        code: family letters and number, never reused.
        message: English sentence (a msgid) with `{placeholders}`.
        plural: msgid when `count` is not one, or None.
        hint: English sentence saying what to do, or None.
        severity: weight when the rule does not decide at each finding.
        on_request: it runs only with `--complete`, or when it is selected.
    """

    module: str
    code: str
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
    plural: str | None = None
    on_request: bool = False
    _check: WholeSystem | None = field(default=None, repr=False)

    @cached_property
    def name(self) -> str:
        """Return the rule's name: the file's name with dashes."""
        return self.module.rpartition(".")[2].replace("_", "-")

    @property
    def family(self) -> str:
        """Return the letters of the code."""
        return self.code[:3]

    @property
    def follows_state(self) -> bool:
        """Return whether its weight follows the state of the document (`contracts.md` §8)."""
        weighing = (f"{__name__}.weight", f"{__name__}.gathering")
        named = vars(import_module(self.module)).values()
        return any(getattr(value, "__module__", None) in weighing for value in named)

    @property
    def documentation(self) -> "Documentation":
        """Return the documentation written in the module's docstring."""
        return Documentation.parse(inspect.getdoc(import_module(self.module)) or "")

    def per_document(self, check: PerDocument) -> PerDocument:
        """Register a function called for each document."""

        def whole(system: QualitySystem) -> Iterator[Finding]:
            for document in system.documents:
                yield from check(document, system)

        self._check = whole
        return check

    def whole_system(self, check: WholeSystem) -> WholeSystem:
        """Register a function called once."""
        self._check = check
        return check

    def reports(self, kind: str) -> None:
        """Declare that the rule turns each reading problem of that kind into a finding."""

        self._check = lambda system: self.of_problems(system, kind)

    def of_problems(self, system: QualitySystem, kind: str) -> Iterator[Finding]:
        """Yield a finding for each reading problem of that kind."""
        for problem in system.problems:
            if problem.kind == kind:
                yield self._of_problem(problem)

    def run(self, system: QualitySystem) -> Iterator[Finding]:
        """Yield the findings of this rule."""
        if self._check is None:
            raise AssertionError(f"BUG: rule {self.code} registers no check")
        yield from self._check(system)

    def finding(
        self,
        location: Location,
        *,
        code: str | None = None,
        severity: Severity | None = None,
        message: str | None = None,
        hint: str | None = None,
        **values: object,
    ) -> Finding:
        """Return a finding of this rule.

        Args:
            location: where.
            code: of the document.
            severity: instead of the rule's.
            message: msgid instead of the rule's.
            hint: msgid instead of the rule's; empty for none.
            values: what fills the sentences; `count` among them chooses the plural.
        """
        return Finding(
            rule=self.code,
            name=self.name,
            severity=severity or self.severity,
            code=code,
            location=location,
            message=message or self.message,
            plural=self.plural,
            hint=self.hint if hint is None else hint or None,
            values=values,
        )

    def _of_problem(self, problem: Problem) -> Finding:
        values: dict[str, Any] = dict(problem.values)
        if "reason" in values:
            values["reason"] = Word(values["reason"])
        return self.finding(problem.location, code=problem.code, **values)


@dataclass(frozen=True, slots=True)
class Documentation:
    """A rule's docstring in its parts: one sentence, then `Why`, `Wrong`, `Fix`, perhaps `Source`.

    Each part but `wrong` is a msgid; `wrong` is an example that triggers the rule.
    """

    summary: str
    why: str
    wrong: str
    fix: str
    source: str = ""

    @classmethod
    def parse(cls, text: str) -> "Documentation":
        """Return the parts of a docstring with the headings `Why:`, `Wrong:`, `Fix:`, `Source:`."""
        parts: dict[str, list[str]] = {"summary": []}
        current = "summary"
        for line in text.splitlines():
            heading, colon, rest = line.partition(":")
            if colon and heading in ("Why", "Wrong", "Fix", "Source"):
                current = heading.lower()
                parts[current] = [rest.strip()] if rest.strip() else []
            else:
                parts[current].append(line)
        return cls(
            summary=_joined(parts["summary"]),
            why=_joined(parts.get("why", [])),
            wrong=inspect.cleandoc("\n".join(["", *parts.get("wrong", [])])),
            fix=_joined(parts.get("fix", [])),
            source=_joined(parts.get("source", [])),
        )


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines if line.strip())


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule of the family folders, sorted by code."""
    found: list[Rule] = []
    package = import_module(__name__)
    for info in pkgutil.walk_packages(package.__path__, f"{__name__}."):
        if not info.ispkg:
            rule = getattr(import_module(info.name), "rule", None)
            if isinstance(rule, Rule):
                found.append(rule)
    return tuple(sorted(found, key=lambda r: (list(FAMILIES).index(r.family), r.code)))
