"""What is still to be delivered: each piece of evidence that does not hold, as a deliverable."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from smq import lifecycle
from smq.coaching.commands import command_for
from smq.coaching.evidence import leaf_word, open_leaves, tables_of
from smq.coaching.owners import owner_of, owner_of_table
from smq.coverage import Case
from smq.coverage.judging import judge
from smq.coverage.sort import options
from smq.i18n import Translator, _
from smq.model import Document, QualitySystem
from smq.model.coaching import ANSWER, CRITERION, DOCUMENT, REGISTER
from smq.model.coverage import Assessment, Coverage, Lack, Verdict
from smq.model.referential import Evidence, Level, Nature
from smq.registers.lack_words import worded

_SIGN = _("Have «{title}» signed and filed")
_ANSWER = _("Answer {criterion}: {title}")
_SATISFY = _("Satisfy {criterion}: {title}")
_APPROVE = _("{title}: in force")
_KEEP = _("{title}: rows kept up to date")
_WRITE = _("To write: {type} «{about}» ({process})")
_WRITE_EACH = _("To write: {type}, for {processes}")


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One thing to deliver, and the criteria that it serves.

    Attributes:
        kind: `document`, `registre`, `critere` (evidence of a criterion) or `reponse` (to it).
        title: in words.
        document: code to be in force or signed, or None.
        table: register to have rows in, or None.
        criteria: why.
        person: who answers for it, or None.
        urgent: a *prioritaire* criterion asks for it.
        evidence: word of the piece of evidence that it is, or the empty string.
        command: what to type, or None.
    """

    kind: str
    title: str
    document: str | None = None
    table: str | None = None
    criteria: tuple[str, ...] = ()
    person: str | None = None
    urgent: bool = False
    evidence: str = ""
    command: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Return what makes two deliverables one."""
        if self.kind == CRITERION:
            return self.kind, self.title
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
    found[item.key] = replace(known, criteria=criteria)


def _of(assessment: Assessment, case: Case, translate: Translator) -> Iterator[Deliverable]:
    """Yield what a criterion waits for: an answer, or a task when no evidence says what."""
    criterion = assessment.criterion
    values = {"criterion": criterion.id, "title": criterion.title}
    why = (criterion.id,)
    leaves = open_leaves(criterion.evidence, case) if criterion.evidence is not None else ()
    found = [item for leaf in leaves for item in _of_leaf(leaf, case, translate)]
    kept = [replace(item, criteria=why) for item in found]
    answered = criterion.id in case.declarations
    if criterion.nature is not Nature.COMPUTED and not answered:
        kept.append(Deliverable(ANSWER, translate(_ANSWER, **values), criteria=why))
    elif not found:
        kept.append(Deliverable(CRITERION, translate(_SATISFY, **values), criteria=why))
    for item in kept:
        yield replace(
            item,
            person=item.person or owner_of(case.system),
            command=item.command or command_for(item, case.system),
        )


def _of_leaf(leaf: Evidence, case: Case, translate: Translator) -> Iterator[Deliverable]:
    """Yield what a piece of evidence waits for, else a task that says what it lacks."""
    found = [*_from_leaf(leaf, case, translate)]
    yield from found
    lacks = () if found else judge(leaf, case).lacks
    if lacks:
        yield _task(leaf, lacks, case, translate)


def _from_leaf(leaf: Evidence, case: Case, translate: Translator) -> Iterator[Deliverable]:
    if leaf.kind in ("document", "section"):
        for document in _documents(leaf, case):
            yield from _with_procedures(document, case.system, translate)
    elif leaf.kind == "fichier":
        model = options(leaf).text("fichier") or ""
        for document in case.by_model.get(model, ()):
            title = translate(_SIGN, title=document.title)
            person = owner_of(case.system, document)
            yield Deliverable(
                CRITERION,
                title,
                document=document.label,
                person=person,
                evidence=leaf_word(leaf),
                command=f"smq file {translate(_('FILE'))} --as {document.label}",
            )
    else:
        yield from _of_registers(leaf, case, translate)


def _task(
    leaf: Evidence, lacks: tuple[Lack, ...], case: Case, translate: Translator
) -> Deliverable:
    """Return what a piece of evidence lacks, in words: a document to write, else its first lack."""
    lack = worded(lacks[0], case.system.registers)
    reader = options(leaf)
    model, type_ = reader.text("modele") or reader.text("fichier"), reader.text("type")
    title = translate.sentence(lack.message, lack.plural, lack.values)
    if leaf.kind in ("document", "section", "fichier") and model:
        title = _to_write(model, case.system, translate) or title
    elif leaf.kind == "document" and type_ and "process" in lack.values:
        processes = dict.fromkeys(str(one.values.get("process", "")) for one in lacks)
        named = _type(type_, case.system, translate)
        title = translate(_WRITE_EACH, type=named, processes=", ".join(filter(None, processes)))
    table = next(iter(tables_of(leaf)), None)
    return Deliverable(
        CRITERION,
        title,
        person=owner_of_table(case.system, table) if table else owner_of(case.system, None, model),
        evidence=leaf_word(leaf),
        command=lack.command,
    )


def _to_write(model: str, system: QualitySystem, translate: Translator) -> str | None:
    """Return in words which document a model makes, None when its name does not say it."""
    code, _dash, rest = model.partition("-")
    type_, _dash, about = rest.partition("-")
    process = system.settings.process(code.upper())
    if type_.upper() not in system.types or not about:
        return None
    where = f"{process.code} – {process.title}" if process else code.upper()
    named = _type(type_.upper(), system, translate)
    return translate(_WRITE, type=named, about=about.replace("-", " "), process=where)


def _type(code: str, system: QualitySystem, translate: Translator) -> str:
    known = system.types.get(code)
    return known.name(translate.language) if known else code


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
        DOCUMENT,
        translate(_APPROVE, title=document.title or document.label),
        document=document.label,
        person=owner_of(system, document),
    )


def _of_registers(leaf: Evidence, case: Case, translate: Translator) -> Iterator[Deliverable]:
    """Yield the tables that lack rows; what is wrong in their rows is a task, told in words."""
    commands = {lack.command for lack in judge(leaf, case).lacks}
    for table in tables_of(leaf):
        register = case.register(table)
        if register is not None and f"smq register add {table}" in commands:
            yield Deliverable(
                REGISTER,
                translate(_KEEP, title=register.schema.title),
                table=register.name,
                person=owner_of_table(case.system, table),
            )
