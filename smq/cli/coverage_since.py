"""What changed in a coverage since a revision: what improved, what got worse."""

from smq.cli import console
from smq.cli.session import Session, with_versions_in_force
from smq.coverage import assess
from smq.load import load
from smq.load.evidence import with_evidence
from smq.model.coverage import Coverage
from smq.report.coverage_changes import changes
from smq.root import FILE_NAME
from smq.vcs.past import folder_at


def show_changes(session: Session, now: Coverage, revision: str, stage: str | None) -> None:
    """Write what became of each criterion since a revision, judged at the same date.

    Raises:
        SmqError: the revision does not exist, or the platform was not there yet.
    """
    with folder_at(session.root, revision) as folder:
        if not (folder / FILE_NAME).is_file():
            before: Coverage | None = None
        else:
            read = load(folder, today=session.today, use_cache=False, registers=True)
            past = with_evidence(with_versions_in_force(read, session.root, revision), folder)
            known = {referential.name: referential for referential in past.referentials}
            referential = known.get(now.referential.name)
            before = assess(past, referential, stage) if referential else None
    console.lines(changes(before, now, revision, session.translate))
