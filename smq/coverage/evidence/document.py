"""`document: {modele: …}`: a document is in force and filled in.

It counts only when a version of it is in force, its obligatory sections hold something and no
placeholder is left (`design.md` §7): a template that merely exists proves nothing.

`modele` names one; `type` asks for one of a type; `par: processus` asks for one of that type in
each process; `tous: true` asks that each of them counts, not one alone. `remplis` are header fields
that must hold something, `diffusion` an audience, `a_jour: true` that its review is not overdue.
"""

from collections.abc import Iterator, Mapping, Sequence

from smq import lifecycle
from smq.coverage.case import Case
from smq.coverage.judging import together
from smq.coverage.sort import (
    Option,
    Sort,
    counted,
    either,
    nothing_such,
    options,
    partial,
    satisfied,
    unsatisfied,
)
from smq.i18n import _, plural
from smq.load.fields import Reader
from smq.model import Document, Problem, scalars
from smq.model.coverage import Judgement, Lack, Proof
from smq.model.referential import Evidence

OPTIONS: Mapping[str, Option] = {
    "modele": Option.TEXT,
    "type": Option.TEXT,
    "par": Option.TEXT,
    "tous": Option.TRUTH,
    "remplis": Option.TEXTS,
    "diffusion": Option.TEXT,
    "a_jour": Option.TRUTH,
}
ABSENT = _("No document made from the model «{model}».")
ABSENT_TYPE = _("No document of type {type}.")
ABSENT_IN_PROCESS = _("The process {process} has no document of type {type}.")
NOT_IN_FORCE = _("{code} is not in force.")
NOT_FILLED = plural(
    _("{code} is there but not filled in: {count} place is left."),
    _("{code} is there but not filled in: {count} places are left."),
)
NO_SECTION = _("{code}: the section «{section}» holds nothing.")
NO_FIELD = _("{code}: the field «{field}» holds nothing.")
AUDIENCE = _("{code} is for «{written}»; «{wanted}» is asked.")
OVERDUE = _("{code}: its review was due on {date}.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when each document asked for counts."""
    reader = options(evidence)
    model, type_ = reader.text("modele"), reader.text("type")
    if model:
        return _best(case.by_model.get(model, ()), reader, case, no_document(model, case))
    if type_ and reader.text("par"):
        return together(list(_by_process(type_, reader, case)))
    command = f"smq new {type_} --process PROCESSUS --title TITRE"
    absent = Lack(ABSENT_TYPE, {"type": type_ or ""}, None, command)
    return _best(tuple(case.of_type(type_ or "")), reader, case, absent)


def _by_process(type_: str, reader: Reader, case: Case) -> Iterator[Judgement]:
    for process in case.system.settings.processes:
        own = tuple(d for d in case.of_type(type_) if d.process == process.code)
        values = {"process": process.code, "type": type_}
        command = f"smq new {type_} --process {process.code} --title {_quoted(process.title)}"
        yield _best(own, reader, case, Lack(ABSENT_IN_PROCESS, values, None, command))


def no_document(model: str, case: Case) -> Lack:
    """Return the lack of a document made from a model, with what brings one.

    The name of a model may begin with a process and a type (`pil-pol-politique`); what it does not
    say is left to whoever types the command.
    """
    process, _dash, rest = model.partition("-")
    type_ = rest.partition("-")[0]
    known = case.system.settings.process(process.upper())
    type_ = type_.upper() if type_.upper() in case.system.types else "TYPE"
    command = f"smq new {type_} --process {known.code if known else 'PROCESSUS'} --model {model}"
    return Lack(ABSENT, {"model": model}, None, command)


def _quoted(title: str) -> str:
    return '"{}"'.format(title.replace('"', "'"))


def _best(documents: tuple[Document, ...], reader: Reader, case: Case, absent: Lack) -> Judgement:
    """Return the judgement of the document that lacks least, with `tous` that of all of them.

    Several that count are one proof.
    """
    if not documents:
        return unsatisfied(absent)
    found = [(document, tuple(_lacks(document, reader, case))) for document in documents]
    good = [document for document, lacks in found if not lacks]
    if reader.boolean("tous", False):
        return _every(good, tuple(lack for _document, lacks in found for lack in lacks))
    if good:
        return proving(good)
    return unsatisfied(*min((lacks for _document, lacks in found), key=len))


def _every(good: Sequence[Document], lacks: tuple[Lack, ...]) -> Judgement:
    """Return satisfied when nothing lacks; partial when some documents count.

    One taken away leaves the others, which still all count: only without any does the verdict fall.
    """
    whole = proving(good)
    if not lacks:
        return whole
    return partial(whole.support, lacks) if good else unsatisfied(*lacks)


def proving(documents: Sequence[Document]) -> Judgement:
    """Return satisfied by documents each of which is enough."""
    proofs = tuple(Proof("document", document.label, document.path) for document in documents)
    return satisfied(*either(proofs), support=proofs)


def counts(document: Document, case: Case) -> bool:
    """Return whether a document is in force and filled in."""
    return next(_state(document, case), None) is None


def _lacks(document: Document, reader: Reader, case: Case) -> Iterator[Lack]:
    yield from _state(document, case)
    code = document.label
    for field in reader.texts("remplis"):
        values = list(scalars(document.field(field)))
        if all(not v.text.strip() for v in values):
            yield Lack(NO_FIELD, {"code": code, "field": field}, document.at())
    wanted = reader.text("diffusion")
    if wanted and document.audience != wanted:
        values_ = {"code": code, "written": document.audience or "", "wanted": wanted}
        yield Lack(AUDIENCE, values_, document.at_field("diffusion"))
    due = lifecycle.next_review(document, case.system)
    if reader.boolean("a_jour", False) and due and due < case.system.today:
        yield Lack(OVERDUE, {"code": code, "date": due}, document.at_field("prochaine_revue"))


def _state(document: Document, case: Case) -> Iterator[Lack]:
    code, place = document.label, document.at()
    if document.placeholders:
        values = {"code": code, "count": len(document.placeholders)}
        yield counted(NOT_FILLED, values, place, f"smq fill {code}")
        # What is not filled in cannot be put in force: saying both would say one thing twice.
        return
    for section in case.missing_sections(document):
        yield Lack(NO_SECTION, {"code": code, "section": section}, place)
    if not case.is_in_force(document):
        yield Lack(NOT_IN_FORCE, {"code": code}, place)


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield what names no document: neither model nor type, another `par`, an undeclared type."""
    reader = options(evidence)
    model, type_, per = (reader.text(key) for key in ("modele", "type", "par"))
    if model is None and type_ is None:
        yield nothing_such(evidence, "option", "modele")
    if type_ and case.system.types and type_ not in case.system.types:
        yield nothing_such(evidence, "type", type_)
    if per is not None and (per != "processus" or type_ is None):
        yield nothing_such(evidence, "option", f"par: {per}")


SORT = Sort("document", OPTIONS, judge, faults)
