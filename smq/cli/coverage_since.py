"""What changed in a coverage since a version: what improved, what got worse."""

import re
from collections.abc import Iterator
from datetime import date

from smq.cli.session import Session, with_standing
from smq.coverage import assess
from smq.errors import SmqError
from smq.evaluation.areas import of_area
from smq.kit import typed_date
from smq.load import load
from smq.load.evidence import with_evidence
from smq.model.coverage import Coverage
from smq.report.coverage_changes import changes
from smq.report.line import Line
from smq.root import FILE_NAME
from smq.vcs.past import folder_at, version_named

_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d{2}-\d{2}")


def changed(
    session: Session, now: Coverage, typed: str, stage: str | None, area: str | None = None
) -> Iterator[Line]:
    """Return what became of each criterion since a version, judged at the same date.

    Raises:
        SmqError: the version does not exist, or the platform was not there yet.
    """
    before = coverage_before(session, now, typed, stage, area)
    return changes(before, now, typed, session.translate)


def coverage_before(
    session: Session,
    now: Coverage,
    typed: str,
    stage: str | None,
    area: str | None = None,
    day: date | None = None,
) -> Coverage | None:
    """Return the same referential judged on a version, at the same date unless another is named.

    None when the platform, or its referential, was not there yet.

    Args:
        session: of the command.
        now: the coverage compared with.
        typed: the version, as a person names it.
        stage: of the criteria.
        area: technical unit looked at, or None for all.
        day: judged at, None for the date of the command.

    Raises:
        SmqError: the version does not exist.
    """
    revision = version_named(session.root, typed, _day(typed))
    with folder_at(session.root, revision) as folder:
        if not (folder / FILE_NAME).is_file():
            return None
        read = load(folder, today=day or session.today, use_cache=False, registers=True)
        past = with_evidence(with_standing(read, folder, session.root, revision), folder)
        known = {referential.name: referential for referential in past.referentials}
        referential = known.get(now.referential.name)
        return assess(of_area(past, area), referential, stage) if referential else None


def _day(typed: str) -> date | None:
    """Return the day that a version is named by, None for a name of git's.

    Raises:
        SmqError: it is written as a day that does not exist.
    """
    try:
        return typed_date(typed)
    except SmqError:
        if _DATE.fullmatch(typed.strip()):
            raise
        return None
