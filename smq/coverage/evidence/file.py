"""`fichier: …`: signed or filled-in copies of a form were filed, and are still what was filed.

`fichier` names the form or model by its `modele`. `au_moins` copies (1), or one for each value of a
fact of the settings with `par: unites`; `depuis_mois` keeps the recent ones.
"""

from collections.abc import Iterator, Mapping

from smq.coverage.case import Case
from smq.coverage.sort import (
    Option,
    Sort,
    either,
    nothing_such,
    number,
    options,
    partial,
    satisfied,
    unsatisfied,
)
from smq.i18n import _
from smq.lifecycle import add_months
from smq.load.fields import Reader
from smq.model import Problem
from smq.model.coverage import Judgement, Lack, Proof
from smq.model.filed import FiledRecord
from smq.model.referential import Evidence

OPTIONS: Mapping[str, Option] = {
    "fichier": Option.TEXT,
    "au_moins": Option.NUMBER,
    "par": Option.TEXT,
    "depuis_mois": Option.NUMBER,
}
ABSENT = _("No document made from the model «{model}».")
TOO_FEW = _("{code}: {count} filed copies of {wanted} asked.")
ALTERED = _("The file {file} is no longer the one that was filed.")
GONE = _("The file {file} is not there.")
UNSEEN = _("{record} is kept elsewhere and smq has not seen it.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when enough copies are filed and intact, partial when some are.

    A copy too many that is altered or not seen does not lower what the others prove: a rule
    reports it.
    """
    reader = options(evidence)
    model = reader.text("fichier") or ""
    documents = case.by_model.get(model, ())
    if not documents:
        return unsatisfied(Lack(ABSENT, {"model": model}))
    filed = dict.fromkeys(record for d in documents for record in case.records_of(d))
    records = [record for record in filed if _recent(record, reader, case)]
    good = [record for record in records if _proves(record, case)]
    wanted = _wanted(reader, case)
    proofs = tuple(Proof("file", r.file or r.id, r.file or r.location.path) for r in good)
    if good and len(good) >= wanted:
        shown = proofs if len(good) == wanted else either(proofs)
        return satisfied(*shown, support=proofs)
    code = documents[0].label
    values = {"code": code, "count": len(good), "wanted": wanted}
    few = Lack(TOO_FEW, values, None, f"smq file FICHIER --as {code}")
    lacks = (few, *(lack for record in records if (lack := _lack(record, case))))
    return partial(proofs, lacks) if good else unsatisfied(*lacks)


def _proves(record: FiledRecord, case: Case) -> bool:
    """Return whether the file of a record is intact, or was seen where it is kept."""
    if record.file is not None:
        return record.intact
    seen = record.verified is not None and record.verified <= case.system.today
    return seen and bool(record.outside and record.sha256)


def _wanted(reader: Reader, case: Case) -> int:
    per = reader.text("par")
    if per:
        value = case.facts.get(per)
        return max(1, len(value)) if isinstance(value, tuple) else 1
    return max(1, number(reader, "au_moins", 1))


def _recent(record: FiledRecord, reader: Reader, case: Case) -> bool:
    """Return whether a record was there at the date, and is recent enough when that is asked."""
    months, today = reader.integer("depuis_mois"), case.system.today
    if record.dated is None:
        return months is None
    return record.dated <= today and (months is None or add_months(today, -months) <= record.dated)


def _lack(record: FiledRecord, case: Case) -> Lack | None:
    if _proves(record, case):
        return None
    values = {"file": record.file or "", "record": record.title}
    if record.file is None:
        return Lack(UNSEEN, values, record.location)
    return Lack(GONE if record.actual is None else ALTERED, values, record.location)


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield a missing name of a model, and a fact of the settings that does not exist."""
    reader = options(evidence)
    if reader.text("fichier") is None:
        yield nothing_such(evidence, "option", "fichier")
    per = reader.text("par")
    if per is not None and per not in case.facts:
        yield nothing_such(evidence, "setting", per)


SORT = Sort("fichier", OPTIONS, judge, faults)
