"""Reads what an evaluation rests on: its report, and the version of the folder evaluated."""

from pathlib import Path

from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _, why


def report_read(session: Session, typed: Path) -> tuple[str, bytes]:
    """Return name and content of a report.

    Raises:
        SmqError: there is no such file, or it cannot be read.
    """
    path = typed if typed.is_absolute() else session.start / typed
    if not path.is_file():
        raise SmqError(
            _("{path} does not exist."),
            _("Check its name and place; a name with spaces goes between quotes."),
            path=str(typed),
        )
    try:
        return path.name, path.read_bytes()
    except OSError as error:
        raise SmqError(
            _("{path} cannot be read: {reason}."), None, path=str(typed), reason=why(error)
        ) from error


def version_of(session: Session, typed: Path) -> str:
    """Return the commit that a folder handed out was made from, once it is seen to be intact.

    Raises:
        SmqError: it is no such folder, or changed since.
    """
    from smq.cli.dossier_received import received
    from smq.evaluation.manifest import verified

    got = received(typed if typed.is_absolute() else session.start / typed)
    found = verified(got.manifest, got.stamps)
    if not found.intact:
        raise SmqError(
            _("{place} is not the folder that was made: a file of it changed."),
            _("To see which: smq dossier --verify {place}"),
            place=str(typed),
        )
    return str(found.said["commit"])


def lasting_version(session: Session, typed: str) -> str:
    """Return the name under which git keeps a version, the empty one as it is.

    Raises:
        SmqError: git does not know it.
    """
    from smq.vcs.snapshot import lasting_name

    version = typed.strip()
    found = lasting_name(session.root, version) if version else ""
    if found is None:
        raise SmqError(
            _("git knows no version named «{revision}»."),
            _("Its commit stands in manifest.json, and in LISEZ-MOI.txt, of the folder evaluated."),
            revision=version,
        )
    return found
