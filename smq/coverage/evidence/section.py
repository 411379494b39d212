"""`section: {modele: …, titre: …}`: a section of a document that counts holds something.

`lignes` is the least number of rows of its tables, the row of titles not counted.
"""

from collections.abc import Iterator, Mapping

from smq.coverage.case import Case
from smq.coverage.evidence.document import NO_SECTION, NOT_IN_FORCE, no_document, proving
from smq.coverage.sort import Option, Sort, counted, nothing_such, number, options, unsatisfied
from smq.i18n import _, plural
from smq.model import Document, Heading, Problem
from smq.model.coverage import Judgement, Lack
from smq.model.referential import Evidence
from smq.sections import same_title

OPTIONS: Mapping[str, Option] = {
    "modele": Option.TEXT,
    "titre": Option.TEXT,
    "lignes": Option.NUMBER,
}
LEFT = plural(
    _("{code}: {count} place is left in the section «{section}»."),
    _("{code}: {count} places are left in the section «{section}»."),
)
TOO_FEW = plural(
    _("{code}: the section «{section}» has {count} row; {wanted} are needed."),
    _("{code}: the section «{section}» has {count} rows; {wanted} are needed."),
)


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when the section holds what is asked."""
    reader = options(evidence)
    model, title = reader.text("modele") or "", reader.text("titre") or ""
    documents = case.by_model.get(model, ())
    if not documents:
        return unsatisfied(no_document(model, case))
    rows = number(reader, "lignes", 0)
    found = [(d, tuple(_lacks(d, title, rows, case))) for d in documents]
    good = [document for document, lacks in found if not lacks]
    if good:
        return proving(good)
    return unsatisfied(*min((lacks for _document, lacks in found), key=len))


def _lacks(document: Document, title: str, rows: int, case: Case) -> Iterator[Lack]:
    code, headings = document.label, document.body.headings
    wanted = same_title(title)
    heading = next((h for h in headings if same_title(h.text) == wanted), None)
    if heading is None or heading.empty:
        yield Lack(NO_SECTION, {"code": code, "section": title}, document.at())
        return
    place = document.at(heading.line, heading.column)
    first, last = heading.line, _end(heading, headings)
    left = sum(first <= p.line < last for p in document.body.placeholders)
    if left:
        values = {"code": code, "section": title, "count": left}
        yield counted(LEFT, values, place, f"smq fill {code}")
        return
    tables = (t for t in document.body.tables if first <= t.line < last)
    count = sum(len(table.rows) for table in tables)
    if count < rows:
        values = {"code": code, "section": title, "count": count, "wanted": rows}
        yield counted(TOO_FEW, values, place)
    if not case.is_in_force(document):
        yield Lack(NOT_IN_FORCE, {"code": code}, document.at())


def _end(heading: Heading, headings: tuple[Heading, ...]) -> float:
    """Return the line at which a section ends: the next heading that is not below its own."""
    after = (h.line for h in headings if h.line > heading.line and h.level <= heading.level)
    return min(after, default=float("inf"))


def faults(evidence: Evidence, _case: Case) -> Iterator[Problem]:
    """Yield a section without model or title."""
    reader = options(evidence)
    for key in ("modele", "titre"):
        if reader.text(key) is None:
            yield nothing_such(evidence, "option", key)


SORT = Sort("section", OPTIONS, judge, faults)
