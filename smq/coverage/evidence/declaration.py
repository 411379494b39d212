"""`declaration: {critere: …}`: a person answered in `evaluation.yaml`, with reason and date.

`depuis_mois` keeps the recent answers.
"""

from collections.abc import Iterator, Mapping

from smq.coverage.answers import STATUSES
from smq.coverage.case import Case
from smq.coverage.sort import Option, Sort, nothing_such, options, partial, satisfied, unsatisfied
from smq.i18n import _
from smq.lifecycle import add_months
from smq.model import Problem
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Declaration, Evidence

OPTIONS: Mapping[str, Option] = {"critere": Option.TEXT, "depuis_mois": Option.NUMBER}
NOBODY = _("Nobody has answered for {criterion} in evaluation.yaml.")
UNREADABLE = _("evaluation.yaml cannot be read: whether {criterion} has an answer is not known.")
INCOMPLETE = _("The answer for {criterion} needs a reason, a person and a date.")
ANSWERED = _("{criterion} is answered «{status}»: {reason}")
OLD = _("The answer for {criterion} dates from {date}.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return what the person answered; an answer without reason, name or date proves nothing."""
    reader = options(evidence)
    criterion = reader.text("critere") or ""
    answer = case.declarations.get(criterion)
    if case.answers_lost is not None:
        lack = Lack(UNREADABLE, {"criterion": criterion}, case.answers_lost)
        return Judgement(Verdict.UNSATISFIED, (), (lack,), judged=False)
    if answer is None:
        command = f"smq declare {criterion}"
        return unsatisfied(Lack(NOBODY, {"criterion": criterion}, None, command))
    if not (answer.reason and answer.by and answer.date):
        return unsatisfied(Lack(INCOMPLETE, {"criterion": criterion}, answer.location))
    months = reader.integer("depuis_mois")
    today = case.system.today
    if answer.date > today or (months is not None and answer.date < add_months(today, -months)):
        values = {"criterion": criterion, "date": answer.date}
        return unsatisfied(Lack(OLD, values, answer.location))
    return _by_answer(answer)


def _by_answer(answer: Declaration) -> Judgement:
    proof = Proof("declaration", answer.criterion, answer.location.path)
    verdict = STATUSES.get(answer.status, Verdict.UNSATISFIED)
    if verdict is Verdict.SATISFIED:
        return satisfied(proof)
    values = {"criterion": answer.criterion, "status": answer.status, "reason": answer.reason}
    lack = Lack(ANSWERED, values, answer.location)
    return partial((proof,), (lack,)) if verdict is Verdict.PARTIAL else unsatisfied(lack)


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield an answer to a criterion that does not exist."""
    criterion = options(evidence).text("critere") or ""
    if criterion not in case.criteria:
        yield nothing_such(evidence, "criterion", criterion)


SORT = Sort("declaration", OPTIONS, judge, faults)
