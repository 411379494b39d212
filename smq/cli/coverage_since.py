"""What changed in a coverage since a version: what improved, what got worse."""

from collections.abc import Iterator
from datetime import date

from smq.cli.session import Session, with_versions_in_force
from smq.coverage import assess
from smq.errors import SmqError
from smq.kit import typed_date
from smq.load import load
from smq.load.evidence import with_evidence
from smq.model.coverage import Coverage
from smq.report.coverage_changes import changes
from smq.report.line import Line
from smq.root import FILE_NAME
from smq.vcs.past import folder_at, version_named


def changed(session: Session, now: Coverage, typed: str, stage: str | None) -> Iterator[Line]:
    """Return what became of each criterion since a version, judged at the same date.

    Raises:
        SmqError: the version does not exist, or the platform was not there yet.
    """
    revision = version_named(session.root, typed, _day(typed))
    with folder_at(session.root, revision) as folder:
        if not (folder / FILE_NAME).is_file():
            before: Coverage | None = None
        else:
            read = load(folder, today=session.today, use_cache=False, registers=True)
            past = with_evidence(with_versions_in_force(read, session.root, revision), folder)
            known = {referential.name: referential for referential in past.referentials}
            referential = known.get(now.referential.name)
            before = assess(past, referential, stage) if referential else None
    return changes(before, now, typed, session.translate)


def _day(typed: str) -> date | None:
    try:
        return typed_date(typed)
    except SmqError:
        return None
