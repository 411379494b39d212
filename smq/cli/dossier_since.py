"""What a follow-up begins with: the version that was evaluated last, and what changed since."""

from collections.abc import Mapping
from dataclasses import dataclass

from smq.cli.coverage_since import coverage_before
from smq.cli.session import Session
from smq.errors import SmqError
from smq.evaluation.changes import changed
from smq.evaluation.gaps import answers, evaluations
from smq.evaluation.handed import Since
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coverage import Coverage
from smq.report.coverage_changes import lacking_said
from smq.report.coverage_words import status_of


@dataclass(frozen=True)
class Compared:
    """What changed; the verdict of each criterion before, and what it lacks since, in words."""

    since: Since
    verdicts: Mapping[str, str]
    lacking: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]


def since_last(
    session: Session,
    system: QualitySystem,
    now: Coverage,
    choice: tuple[str | None, str | None],
    translate: Translator,
) -> Compared:
    """Return what changed since the last evaluation.

    Args:
        session: of the command.
        system: the platform, nothing masked.
        now: its coverage.
        choice: version named by a person, or None for that of the last evaluation; technical unit.
        translate: language of the platform.

    Raises:
        SmqError: no evaluation is recorded and no version is named, or git does not know it.
    """
    typed, area = choice
    held = evaluations(system)
    # The decision comes after the visit: the one whose folder is known tells what was seen.
    last = next((one for one in reversed(held) if one.version), held[-1] if held else None)
    version = typed or (last.version or last.day.isoformat() if last else None)
    if version is None:
        raise SmqError(
            _("No evaluation is recorded: a follow-up says what changed since the last one."),
            _("Record it: smq evaluation record; or name a version: --since VERSION"),
        )
    day = last.day if last and typed is None else None
    judged = day or session.today
    before = coverage_before(session, now, version, now.stage, area, judged)
    verdicts = (
        {a.criterion.id: status_of(a, translate) for a in before.assessments} if before else {}
    )
    found = changed(before, now)
    lacking = {
        one.now.criterion.id: tuple(
            lacking_said(one.lacking, translate, registers=system.registers, commands=False)
        )
        for one in found
    }
    since = Since(version, day, judged, before, found, answers(system))
    return Compared(since, verdicts, lacking)
