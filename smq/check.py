"""The engine: runs the rules on a system, weighs, chooses and sorts the findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity, nearest
from smq.rules import FAMILIES, Rule, all_rules


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings to keep.

    Attributes:
        select: rules, by code, family or name; empty = all.
        ignore: rules left out, likewise.
        paths: POSIX paths of files or folders, relative to the root; empty = all.
        complete: also run the rules for the day of the evaluation.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    complete: bool = False


def run(system: QualitySystem, choice: Choice | None = None) -> tuple[Finding, ...]:
    """Return the findings chosen, sorted by path, line, column and rule.

    Raises:
        SmqError: a rule named in `choice` or in `controle.severites` does not exist.
    """
    choice = choice or Choice()
    overrides = _overrides(system)
    rules = _chosen(all_rules(), choice)
    found = [
        weighed
        for rule in rules
        if overrides.get(rule.code) != "off"
        for finding in rule.run(system)
        for weighed in [_weighed(finding, overrides)]
        if _within(finding, choice.paths)
    ]
    return tuple(sorted(found, key=order))


def order(finding: Finding) -> tuple[object, ...]:
    """Return the sort key of a finding."""
    place = finding.location
    values = tuple(sorted((k, str(v)) for k, v in finding.values.items()))
    return place.path, place.line or 0, place.column or 0, finding.rule, values


def fails(findings: Iterable[Finding], fail_on: str) -> bool:
    """Return whether a finding weighs at least as much as `fail_on`."""
    limit = Severity(fail_on).rank
    return any(finding.severity.rank <= limit for finding in findings)


def matching(word: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules that a word names: a code, a family or a name.

    Raises:
        SmqError: no rule has that name.
    """
    folded = word.casefold()
    found = tuple(
        r for r in rules if folded in (r.code.casefold(), r.family.casefold(), r.name.casefold())
    )
    if not found:
        known = (*(r.code for r in rules), *(r.name for r in rules), *FAMILIES)
        near = nearest(word, known)
        raise SmqError(
            _("«{word}» is no rule."),
            _("Nearest: {near}.") if near else _("The list: smq explain"),
            word=word,
            near=near or "",
        )
    return found


def _chosen(rules: Sequence[Rule], choice: Choice) -> tuple[Rule, ...]:
    kept = {r.code for word in choice.select for r in matching(word, rules)}
    dropped = {r.code for word in choice.ignore for r in matching(word, rules)}
    return tuple(
        r
        for r in rules
        if (r.code in kept or not choice.select)
        and (not r.on_request or choice.complete or r.code in kept)
        and r.code not in dropped
    )


def _overrides(system: QualitySystem) -> dict[str, str]:
    """Return code → severity, as the platform's settings weigh rules; a later line wins."""
    found: dict[str, str] = {}
    for word, severity in system.settings.severities:
        try:
            named = matching(word, all_rules())
        except SmqError as error:
            raise SmqError(
                _("«{word}» in controle.severites of smq.yaml is no rule."),
                error.hint,
                **error.values,
            ) from error
        found.update(dict.fromkeys((rule.code for rule in named), severity))
    return found


def _weighed(finding: Finding, overrides: dict[str, str]) -> Finding:
    override = overrides.get(finding.rule)
    return replace(finding, severity=Severity(override)) if override else finding


def _within(finding: Finding, paths: Sequence[str]) -> bool:
    place = finding.location.path
    return not paths or any(
        path in ("", ".") or place == path or place.startswith(f"{path}/") for path in paths
    )
