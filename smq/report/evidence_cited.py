"""What a criterion rests on, for the evaluation document: short, and each piece leads to a file."""

from collections.abc import Iterator

from smq.evaluation.handed import Cited, Places
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coverage import Assessment
from smq.report.coverage_words import FACTS

_DOCUMENTS = 8
_FILES = 4
_KEYS = 2


def cited(
    assessment: Assessment, system: QualitySystem, places: Places, translate: Translator
) -> tuple[Cited, ...]:
    """Return the evidence of a criterion: documents, then tables, files, settings and answers.

    The rows of one table are one piece; of many pieces of a sort the first are shown, and how many
    others there are.
    """
    refs = dict.fromkeys(part for proof in assessment.proofs for part in proof.ref.split(" | "))
    documents, tables, files, others = [], dict[str, list[str]](), [], []
    for ref in refs:
        table, _colon, key = ref.partition(":")
        if system.with_code(ref):
            documents.append(Cited(ref, places.documents.get(ref)))
        elif table in system.registers:
            tables.setdefault(table, []).extend([key] if key else [])
        elif ref in places.records or ref in places.withheld | places.unnamed:
            files.append(_file(ref, places, translate))
        elif ref in system.chains:
            others.append(Cited(system.chains[ref].title))
        else:
            others.append(Cited(_said(ref, assessment, translate)))
    return (
        *_first(documents, _DOCUMENTS, translate),
        *(_table(name, keys, system, places, translate) for name, keys in tables.items()),
        *_first(files, _FILES, translate),
        *others,
    )


def _first(found: list[Cited], count: int, translate: Translator) -> Iterator[Cited]:
    yield from found[:count]
    left = len(found) - count
    if left > 0:
        yield Cited(translate.plural(_("and {count} other"), _("and {count} others"), left))


def _table(
    name: str, keys: list[str], system: QualitySystem, places: Places, translate: Translator
) -> Cited:
    title = system.registers[name].schema.title
    if not keys:
        return Cited(title, places.tables.get(name))
    if len(keys) <= _KEYS:
        return Cited(f"{title} ({', '.join(keys)})", places.tables.get(name))
    counted = translate.plural(_("{count} row"), _("{count} rows"), len(keys))
    return Cited(f"{title} ({counted})", places.tables.get(name))


def _file(path: str, places: Places, translate: Translator) -> Cited:
    name = path.rpartition("/")[2]
    if path in places.unnamed:
        return Cited(translate(_("a paper kept back in the masked form")))
    if path in places.withheld:
        return Cited(translate(_("{name} (kept back in the masked form)"), name=name))
    return Cited(name, places.records[path])


def _said(ref: str, assessment: Assessment, translate: Translator) -> str:
    answer = assessment.answer
    if ref == assessment.criterion.id and answer is not None and answer.date is not None:
        return translate(_("the answer of {date}"), date=answer.date)
    if ref not in FACTS:
        return ref
    return translate(_("{fact} (settings of the platform)"), fact=translate(FACTS[ref]))
