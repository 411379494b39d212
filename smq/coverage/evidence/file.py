"""`fichier: …`: signed or filled-in copies of a form were filed, and are still what was filed.

`fichier` names the form or model by its `modele`. `au_moins` copies (1), or one for each value of a
fact of the settings with `par: unites`; `depuis_mois` keeps the recent ones. `signe_par:
directeurs` asks for a copy signed by each person of a fact: as many by one person as the fact names
them. With `par`, each of its values needs its person.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from smq.coverage.case import Case
from smq.coverage.evidence.document import no_document
from smq.coverage.sort import (
    Option,
    Sort,
    counted,
    either,
    nothing_such,
    number,
    options,
    partial,
    satisfied,
    unsatisfied,
)
from smq.i18n import _, plural
from smq.lifecycle import add_months
from smq.load.fields import Reader
from smq.model import Location, Problem
from smq.model.coverage import Judgement, Lack, Proof
from smq.model.filed import FiledRecord
from smq.model.referential import Evidence

OPTIONS: Mapping[str, Option] = {
    "fichier": Option.TEXT,
    "au_moins": Option.NUMBER,
    "par": Option.TEXT,
    "depuis_mois": Option.NUMBER,
    "signe_par": Option.TEXT,
}
TOO_FEW = plural(
    _("{code}: {count} filed copy is missing."), _("{code}: {count} filed copies are missing.")
)
NOBODY = _("smq.yaml: a person is missing for the filed copies of {code} («{name}»).")
UNSIGNED = plural(
    _("{code}: {count} filed copy signed by {person} is missing."),
    _("{code}: {count} filed copies signed by {person} are missing."),
)
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
        return unsatisfied(no_document(model, case))
    filed = dict.fromkeys(record for d in documents for record in case.records_of(d))
    records = [record for record in filed if _recent(record, reader, case)]
    good = [record for record in records if _proves(record, case)]
    if reader.text("signe_par"):
        return _signed(good, documents[0].label, reader, case)
    wanted = _wanted(reader, case)
    proofs = _proofs(good)
    if len(good) >= wanted:
        shown = proofs if len(good) == wanted else either(proofs)
        return satisfied(*shown, support=proofs)
    code = documents[0].label
    values = {"code": code, "count": wanted - len(good)}
    few = counted(TOO_FEW, values, None, f"smq file FICHIER --as {code}")
    lacks = (few, *(lack for record in records if (lack := _lack(record, case))))
    return partial(proofs, lacks) if good else unsatisfied(*lacks)


def _signed(good: Sequence[FiledRecord], code: str, reader: Reader, case: Case) -> Judgement:
    """Return satisfied when each person asked for signed, partial when some did."""
    name = reader.text("signe_par") or ""
    people = tuple(str(person) for person in _values(case.facts.get(name)))
    held: list[FiledRecord] = []
    lacks: list[Lack] = []
    if len(people) < _wanted(reader, case):
        lacks.append(Lack(NOBODY, {"code": code, "name": name}, Location("smq.yaml", 1, 1)))
    for person, wanted in Counter(people).items():
        own = [record for record in good if _is_signed(record, person, case)]
        held += own
        if len(own) < wanted:
            known = case.system.settings.person(person)
            values = {
                "code": code,
                "count": wanted - len(own),
                "person": known.name if known else person,
            }
            command = f'smq file FICHIER --as {code} --signed-by "{person}"'
            lacks.append(counted(UNSIGNED, values, None, command))
    proofs = _proofs(tuple(dict.fromkeys(held)))
    if lacks:
        return partial(proofs, tuple(lacks)) if proofs else unsatisfied(*lacks)
    return satisfied(*_alone(people, held, case), support=proofs)


def _alone(people: Sequence[str], held: Sequence[FiledRecord], case: Case) -> tuple[Proof, ...]:
    """Return the copies without which somebody's is missing; of one too many, any is enough."""
    found: list[Proof] = []
    for person, wanted in Counter(people).items():
        own = _proofs(tuple(r for r in dict.fromkeys(held) if _is_signed(r, person, case)))
        found += own if len(own) == wanted else either(own)
    return tuple(dict.fromkeys(found))


def _is_signed(record: FiledRecord, person: str, case: Case) -> bool:
    """Return whether a person, by identifier or name, is among those who signed."""
    settings = case.system.settings
    known = settings.person(person)
    return any(
        word == person or (known is not None and settings.person(word) is known)
        for word in record.signatories
    )


def _proofs(records: Sequence[FiledRecord]) -> tuple[Proof, ...]:
    return tuple(Proof("file", r.file or r.id, r.file or r.location.path) for r in records)


def _values(value: object) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    return () if value in (None, "", False) else (value,)


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
    for key in ("par", "signe_par"):
        name = reader.text(key)
        if name is not None and name not in case.facts:
            yield nothing_such(evidence, "setting", name)


SORT = Sort("fichier", OPTIONS, judge, faults)
