"""What is still to be delivered: each piece of evidence that does not hold, as a deliverable."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from smq import lifecycle
from smq.coverage import Case
from smq.coverage.judging import judge, sort_of
from smq.coverage.rows import chosen
from smq.coverage.sort import number, options
from smq.i18n import Translator, _
from smq.load.referential import children
from smq.model import Document, QualitySystem
from smq.model.coverage import Assessment, Coverage, Verdict
from smq.model.referential import Evidence, Level, Nature

_SIGN = _("Have «{title}» signed and filed")
_ANSWER = _("Answer {criterion}: {title}")
_SATISFY = _("Satisfy {criterion}: {title}")
_APPROVE = _("{title}: in force")
_KEEP = _("{title}: rows kept up to date")


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One thing to deliver, and the criteria that it serves.

    Attributes:
        kind: `document`, `registre` or `tache`.
        title: in words.
        document: code to be in force, or None.
        table: register to have rows in, or None.
        rows: how many.
        criteria: why.
        person: who answers for it, or None.
        urgent: a *prioritaire* criterion asks for it.
    """

    kind: str
    title: str
    document: str | None = None
    table: str | None = None
    rows: int = 1
    criteria: tuple[str, ...] = ()
    person: str | None = None
    urgent: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """Return what makes two deliverables one."""
        return self.kind, self.document or self.table or self.title


def deliverables(
    system: QualitySystem, coverage: Coverage, translate: Translator
) -> tuple[Deliverable, ...]:
    """Return what is still to be delivered, each once, with all the criteria that it serves.

    *Prioritaire* criteria come first, in the order of the referential; before a document come the
    procedures that it leads to and that are not in force.

    Args:
        system: the platform.
        coverage: its referential, judged at the stage aimed at.
        translate: language in which the registers are written.
    """
    case = Case(system, coverage.referential)
    found: dict[tuple[str, str], Deliverable] = {}
    for urgent in (True, False):
        for assessment in coverage.assessments:
            weighs = assessment.criterion.level is Level.PRIORITY
            if weighs is urgent and assessment.verdict in (Verdict.PARTIAL, Verdict.UNSATISFIED):
                for item in _of(assessment, case, translate):
                    _add(found, replace(item, urgent=urgent))
    return tuple(found.values())


def _add(found: dict[tuple[str, str], Deliverable], item: Deliverable) -> None:
    known = found.get(item.key)
    if known is None:
        found[item.key] = item
        return
    criteria = tuple(dict.fromkeys((*known.criteria, *item.criteria)))
    found[item.key] = replace(known, criteria=criteria, rows=max(known.rows, item.rows))


def _of(assessment: Assessment, case: Case, translate: Translator) -> Iterator[Deliverable]:
    """Yield what a criterion waits for: an answer, or a task when no evidence says what."""
    criterion = assessment.criterion
    values = {"criterion": criterion.id, "title": criterion.title}
    why = (criterion.id,)
    leaves = _open_leaves(criterion.evidence, case) if criterion.evidence is not None else ()
    found = [item for leaf in leaves for item in _of_leaf(leaf, case, translate)]
    yield from (replace(item, criteria=why) for item in found)
    answered = criterion.id in case.declarations
    if criterion.nature is not Nature.COMPUTED and not answered:
        yield Deliverable("tache", translate(_ANSWER, **values), criteria=why)
    elif not found:
        yield Deliverable("tache", translate(_SATISFY, **values), criteria=why)


def _open_leaves(evidence: Evidence, case: Case) -> Iterator[Evidence]:
    """Yield the evidence that does not hold; of several of which one is enough, the first."""
    if judge(evidence, case).verdict is Verdict.SATISFIED:
        return
    sort = sort_of(evidence)
    if sort is None or not sort.branches:
        yield evidence
        return
    below = [child for child in children(evidence) if isinstance(child, Evidence)]
    for child in below[:1] if evidence.kind == "un_de" else below:
        yield from _open_leaves(child, case)


def _of_leaf(leaf: Evidence, case: Case, translate: Translator) -> Iterator[Deliverable]:
    """Yield what a piece of evidence waits for, else a task that says what it lacks."""
    found = [*_from_leaf(leaf, case, translate)]
    yield from found
    lacks = () if found else judge(leaf, case).lacks
    for lack in lacks[:1]:
        yield Deliverable("tache", translate.sentence(lack.message, lack.plural, lack.values))


def _from_leaf(leaf: Evidence, case: Case, translate: Translator) -> Iterator[Deliverable]:
    if leaf.kind in ("document", "section"):
        for document in _documents(leaf, case):
            yield from _with_procedures(document, case.system, translate)
    elif leaf.kind == "registre":
        yield from _of_register(leaf, case, translate)
    elif leaf.kind == "fichier":
        model = options(leaf).text("fichier") or ""
        for document in case.by_model.get(model, ()):
            title = translate(_SIGN, title=document.title)
            yield Deliverable("tache", title, person=_owner(document, case.system))


def _documents(leaf: Evidence, case: Case) -> tuple[Document, ...]:
    reader = options(leaf)
    model, type_ = reader.text("modele"), reader.text("type")
    found = case.by_model.get(model, ()) if model else tuple(case.of_type(type_ or ""))
    return tuple(d for d in found if d.placeholders or not case.is_in_force(d))


def _with_procedures(
    document: Document, system: QualitySystem, translate: Translator
) -> Iterator[Deliverable]:
    """Yield the procedures that a document leads to and that are not in force, then itself."""
    if document.type != "PRO":
        for link in document.links:
            before = system.find(link.target) if link.kind == "procedures" else None
            if before is not None and lifecycle.version_in_force(before, system) is None:
                yield _approval(before, system, translate)
    yield _approval(document, system, translate)


def _approval(document: Document, system: QualitySystem, translate: Translator) -> Deliverable:
    return Deliverable(
        "document",
        translate(_APPROVE, title=document.title or document.label),
        document=document.label,
        person=document.author or _owner(document, system),
    )


def _of_register(leaf: Evidence, case: Case, translate: Translator) -> Iterator[Deliverable]:
    """Yield the rows that a table lacks; what is wrong in its rows is a task, told in words."""
    reader = options(leaf)
    register = case.register(reader.text("registre") or "")
    if register is None or reader.boolean("aucun", False):
        return
    found = len(chosen(reader, register, case))
    lacking = number(reader, "au_moins", 1) - found
    if lacking <= 0:
        return
    model = register.schema.model
    holders = case.by_model.get(model, ()) if model else ()
    yield Deliverable(
        "registre",
        translate(_KEEP, title=register.schema.title),
        table=register.name,
        rows=len(register.rows) + lacking,
        person=_owner(holders[0], case.system) if holders else None,
    )


def _owner(document: Document, system: QualitySystem) -> str | None:
    process = system.settings.process(document.process)
    return process.owner if process else None
