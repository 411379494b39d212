"""A coverage in words: the report says it, the pages show it, and they do not know each other."""

from collections.abc import Mapping
from dataclasses import replace

from smq.i18n import Translator
from smq.model.coverage import Coverage, Verdict
from smq.model.table import Register
from smq.registers.lack_words import worded
from smq.render.coverage import Words
from smq.report import coverage_words as said


def coverage_words(
    judged: Coverage, translate: Translator, registers: Mapping[str, Register]
) -> Words:
    """Return a coverage as the other outputs say it; tables and columns have their titles."""
    return Words(
        verdicts=tuple(translate(said.VERDICTS[verdict]).capitalize() for verdict in Verdict),
        natures=tuple(
            (
                translate(word).capitalize(),
                *(str(sum(a.verdict is verdict for a in found)) for verdict in Verdict),
            )
            for word, found in said.by_nature(judged.assessments)
        ),
        criteria={
            a.criterion.id: (
                said.status_of(a, translate),
                said.rests_on(a, translate),
                tuple(
                    said.first_missing(
                        replace(a, lacks=tuple(worded(lack, registers) for lack in a.lacks)),
                        translate,
                        commands=False,
                    )
                ),
            )
            for a in judged.assessments
        },
    )
