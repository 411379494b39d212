"""A coverage as JSON (`contracts.md` §7): keys are English in every language."""

import json
from collections.abc import Sequence
from typing import Any

from smq.i18n import Translator
from smq.model import Document
from smq.model.coverage import Assessment, Coverage, Verdict
from smq.model.referential import Level, Nature
from smq.report.coverage_words import missing

STAGES = {
    "eligibilite": "eligibility",
    "engagement": "engagement",
    "label": "label",
    "suivi": "follow_up",
}
_LEVELS = {
    Level.PRIORITY: "priority",
    Level.EXPECTED: "expected",
    Level.RECOMMENDED: "recommended",
}


def content(coverage: Coverage, translate: Translator) -> dict[str, Any]:
    """Return a coverage as plain values; `evidence` lists only what a verdict rests on."""
    natures = {a.nature for a in coverage.assessments}
    return {
        "referential": coverage.referential.name,
        "version": coverage.referential.version,
        "notice": coverage.referential.notice,
        "stage": "all" if coverage.whole else STAGES.get(coverage.stage, coverage.stage),
        "counts": {v.value: coverage.count(v) for v in Verdict},
        "counts_by_nature": {
            nature.value: {v.value: coverage.count(v, nature) for v in Verdict}
            for nature in Nature
            if nature in natures
        },
        "criteria": [_assessment(a, translate) for a in coverage.assessments],
    }


def text(coverage: Coverage, spare: Sequence[Document], translate: Translator) -> str:
    """Return a coverage as JSON text, with the documents that nothing asks for."""
    unasked = [{"code": d.code_text, "title": d.title, "path": d.path} for d in spare]
    whole = {**content(coverage, translate), "unasked": unasked}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _assessment(assessment: Assessment, translate: Translator) -> dict[str, Any]:
    criterion = assessment.criterion
    return {
        "id": criterion.id,
        "title": criterion.title,
        "chapter": criterion.chapter,
        "level": _LEVELS[criterion.level],
        "status": assessment.verdict.value,
        "nature": assessment.nature.value,
        "evidence": [{"kind": p.kind, "ref": p.ref, "path": p.path} for p in assessment.proofs],
        "missing": [missing(lack, translate) for lack in assessment.lacks],
        "reason": assessment.reason,
    }
