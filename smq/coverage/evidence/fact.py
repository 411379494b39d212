"""`fait: …`: a fact of `smq.yaml` (`smq/coverage/settings_facts.py` names them).

`au_moins` counts the values of a list, `parmi` the values that count, `si` is a condition on all
facts. `dit` says in words what is asked.
"""

from collections.abc import Iterator, Mapping

from smq.coverage.case import Case
from smq.coverage.sort import (
    Option,
    Sort,
    counted,
    nothing_such,
    number,
    options,
    satisfied,
    unsatisfied,
)
from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _, plural
from smq.model import Location, Problem
from smq.model.coverage import Judgement, Lack, Proof
from smq.model.referential import Evidence

OPTIONS: Mapping[str, Option] = {
    "fait": Option.TEXT,
    "au_moins": Option.NUMBER,
    "parmi": Option.TEXTS,
    "si": Option.CONDITION,
    "dit": Option.TEXT,
}
_SETTINGS = "smq.yaml"
NOTHING = _("smq.yaml: missing is {what}.")
TOO_FEW = plural(
    _("smq.yaml: «{name}» has {count} value; {wanted} are needed."),
    _("smq.yaml: «{name}» has {count} values; {wanted} are needed."),
)
NONE_OF = _("smq.yaml: no value of «{name}» is among: {among}.")
NOT_SO = _("smq.yaml does not satisfy: {condition}.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when the setting says what is asked."""
    reader = options(evidence)
    name = reader.text("fait") or ""
    values = _values(case.facts.get(name))
    place = Location(_SETTINGS, 1, 1)
    if not values:
        return unsatisfied(Lack(NOTHING, {"what": reader.text("dit") or f"«{name}»"}, place))
    among = reader.texts("parmi")
    if among:
        folded = {word.casefold() for word in among}
        values = tuple(v for v in values if str(v).casefold() in folded)
        if not values:
            return unsatisfied(Lack(NONE_OF, {"name": name, "among": ", ".join(among)}, place))
    wanted = number(reader, "au_moins", 1)
    if len(values) < wanted:
        lack = {"name": name, "count": len(values), "wanted": wanted}
        return unsatisfied(counted(TOO_FEW, lack, place))
    condition = reader.text("si")
    if condition and not _holds(condition, case):
        return unsatisfied(Lack(NOT_SO, {"condition": condition}, place))
    return satisfied(Proof("fact", name, _SETTINGS))


def _values(value: object) -> tuple[object, ...]:
    """Return what a setting says: nothing when it is empty, or says no."""
    if isinstance(value, tuple):
        return value
    return () if value in (None, "", False) else (value,)


def _holds(condition: str, case: Case) -> bool:
    try:
        return holds(condition, case.facts)
    except SmqError:
        return False


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield a name that is no fact."""
    name = options(evidence).text("fait") or ""
    if name not in case.facts:
        yield nothing_such(evidence, "setting", name)


SORT = Sort("fait", OPTIONS, judge, faults)
