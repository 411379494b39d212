"""An answer of evaluation.yaml lacks what makes it worth something.

Why: it counts when a person gave it, on a day, for a reason: an evaluator asks for all three.

Wrong:
    evaluation.yaml
    criteres:
      INF-PR-01: {statut: sans objet}

Fix: add `motif`, `par` and `date`; write `statut` as satisfait, partiel, non satisfait or sans
objet.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.referential.problems import ill_formed

rule = Rule(
    __name__,
    "REF008",
    _("The answer for {criterion} counts for nothing: {what} is missing."),
    hint=_("Write it on the line of the answer."),
)
_STATUS = _("«{written}» is no answer for {criterion}.")
_HINT_STATUS = _("Write satisfait, partiel, non satisfait or sans objet.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each part of an answer that is missing or is no answer."""
    for problem in system.problems:
        if problem.kind == "ill-formed-declaration":
            yield ill_formed(rule, problem)
    if system.declarations:
        yield from _of_answers(system)


def _of_answers(system: QualitySystem) -> Iterator[Finding]:
    # Judging is loaded where there is something to judge: start-up is part of every command.
    from smq.coverage.answers import STATUSES

    for answer in system.declarations:
        if answer.status not in STATUSES:
            yield rule.finding(
                answer.location,
                message=_STATUS,
                hint=_HINT_STATUS,
                criterion=answer.criterion,
                written=answer.status,
            )
        parts = {"motif": answer.reason, "par": answer.by, "date": answer.date}
        missing = ", ".join(f"«{name}»" for name, value in parts.items() if not value)
        if missing:
            yield rule.finding(answer.location, criterion=answer.criterion, what=missing)
