"""Who tells a verdict, what it rests on and what is missing, in words: the same in every output."""

from collections.abc import Iterator, Sequence

from smq.i18n import Translator, _
from smq.model.coverage import Assessment, Lack, Proof, Verdict
from smq.model.referential import Nature

VERDICTS = {
    Verdict.SATISFIED: _("satisfied"),
    Verdict.PARTIAL: _("partial"),
    Verdict.UNSATISFIED: _("not satisfied"),
    Verdict.NOT_APPLICABLE: _("not applicable"),
}
"""Verdict → msgid."""
NATURES = {
    Nature.COMPUTED: _("proved by the tool"),
    Nature.DECLARED: _("declared by a person"),
    Nature.TO_BE_READ: _("to be read"),
}
"""Nature → msgid."""
AWAITED = _("awaiting the answer of a person")
"""What a criterion is that a person must answer, and nobody has (msgid)."""
STAGE_NAMES = {
    "eligibilite": _("eligibility"),
    "engagement": _("engagement"),
    "label": _("label"),
    "suivi": _("follow-up"),
}
"""Stage → msgid."""
FACTS = {
    "nom": _("name of the platform"),
    "sigle": _("short name"),
    "site_web": _("web site"),
    "centre_financier": _("cost centre"),
    "tutelles": _("supervising bodies"),
    "activites": _("activities"),
    "unites": _("units"),
    "directeurs": _("directors of the units"),
    "plateaux": _("technical areas"),
    "personnes": _("people"),
    "responsables": _("heads of the platform"),
    "referents_qualite": _("quality officers"),
    "processus": _("processes"),
    "familles": _("families of processes"),
    "pilotes": _("owners of the processes"),
    "suppleants": _("deputies of the owners"),
    "accompagnement": _("coaching"),
    "engagement": _("date of the engagement"),
    "obtention": _("date of the label"),
    "etape": _("stage"),
}
"""Name of a fact of smq.yaml → msgid."""
_SHOWN_LACKS = 3


def nature_of(assessment: Assessment) -> str:
    """Return who tells (msgid): nobody has declared what awaits an answer."""
    if assessment.nature is Nature.DECLARED and assessment.answer is None:
        return AWAITED
    return NATURES[assessment.nature]


def by_nature(assessments: Sequence[Assessment]) -> Iterator[tuple[str, list[Assessment]]]:
    """Yield each nature (msgid) that the assessments have, with them."""
    words = [*NATURES.values()]
    words.insert(words.index(NATURES[Nature.DECLARED]) + 1, AWAITED)
    for word in words:
        found = [assessment for assessment in assessments if nature_of(assessment) == word]
        if found:
            yield word, found


def named(assessment: Assessment, translate: Translator) -> str:
    """Return what a verdict rests on, in words.

    Of several proofs that are joined, one is enough for what is satisfied. What is partial has them
    all: each is a beginning.
    """
    whole = assessment.verdict is not Verdict.PARTIAL
    joint = f" {translate(_('or'))} " if whole else ", "
    return ", ".join(
        joint.join(_ref(ref, proof, assessment, translate) for ref in proof.ref.split(" | "))
        for proof in assessment.proofs
    )


def rests_on(assessment: Assessment, translate: Translator) -> str:
    """Return the proofs in words; of what a person set aside, the reason too."""
    said = (named(assessment, translate), assessment.reason)
    return ": ".join(part for part in said if part)


def _ref(ref: str, proof: Proof, assessment: Assessment, translate: Translator) -> str:
    answer = assessment.answer
    if ref == assessment.criterion.id and answer is not None and answer.date is not None:
        return translate(_("the answer of {date}"), date=answer.date)
    # What is joined has the kind of its first.
    if ref in FACTS and (proof.kind == "fact" or proof.path is None):
        return translate(_("{fact} (smq.yaml)"), fact=translate(FACTS[ref]))
    return ref


def missing(lack: Lack, translate: Translator) -> str:
    """Return what is missing, in words: another way to the same end is said to be one."""
    said = translate.sentence(lack.message, lack.plural, lack.values)
    if lack.route == "or":
        return translate(_("or else: {lack}"), lack=said)
    return translate(_("and with that: {lack}"), lack=said) if lack.route else said


def sentence(lack: Lack, translate: Translator) -> str:
    """Return what is missing, with what to type when a command begins it."""
    said = missing(lack, translate)
    return f"{said} → {lack.command}" if lack.command else said


def first_missing(
    assessment: Assessment, translate: Translator, *, commands: bool = True
) -> Iterator[str]:
    """Yield what is missing first, then how much more there is: nothing is left out in silence.

    Args:
        assessment: of a criterion.
        translate: language.
        commands: with what to type; an evaluator types nothing.
    """
    said = [lack for lack in assessment.lacks if not lack.more]
    for lack in said[:_SHOWN_LACKS]:
        yield sentence(lack, translate) if commands else missing(lack, translate)
    left = len(said[_SHOWN_LACKS:]) + sum(lack.more for lack in assessment.lacks)
    if left:
        yield translate(_("and {count} more"), count=left)


def status_of(assessment: Assessment, translate: Translator) -> str:
    """Return the verdict, and who tells it when that is not the tool."""
    verdict = translate(VERDICTS[assessment.verdict])
    if assessment.nature is Nature.COMPUTED:
        return verdict
    return f"{verdict}, {translate(nature_of(assessment))}"
