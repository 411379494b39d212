"""What is wrong in referentials, chains and answers: met while reading, or in their evidence."""

from functools import lru_cache

from smq.i18n import _
from smq.model import Finding, Problem, QualitySystem
from smq.rules import Rule


def ill_formed(rule: Rule, problem: Problem) -> Finding:
    """Return the finding of a value that is not of its form: what it is, what is expected."""
    values = dict(problem.values)
    return rule.finding(
        problem.location,
        message=_("«{field}» expects {expected}; «{written}» stands there."),
        hint=_("Write {right}."),
        field=values["field"],
        expected=values["expected"],
        written=values["written"],
        right=values["right"],
    )


@lru_cache(maxsize=1)
def problems(system: QualitySystem) -> tuple[Problem, ...]:
    """Return the problems of a system's referentials, found once for all rules."""
    found = list(system.problems)
    if not system.referentials:
        return tuple(found)
    # Judging is loaded where there is something to judge: start-up is part of every command.
    from smq.coverage import Case, faults

    for referential in system.referentials:
        case = Case(system, referential)
        for criterion in referential.criteria:
            found.extend(faults(criterion, case))
    return tuple(found)
