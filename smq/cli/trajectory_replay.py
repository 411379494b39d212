"""Replays a coverage: takes each version of the history out, and judges it on its own day."""

import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from smq.cli.session import with_standing
from smq.cli.unread import unread_paths
from smq.coverage import assess
from smq.coverage.trajectory import point
from smq.errors import SmqError
from smq.evaluation.areas import of_area
from smq.i18n import _, why
from smq.load import load
from smq.load.evidence import with_evidence
from smq.load.referential import FOLDER
from smq.model import QualitySystem, Word
from smq.model.referential import Referential
from smq.model.trajectory import Point, Skipped, Version
from smq.root import FILE_NAME
from smq.vcs.past import folder_at

_NO_PLATFORM = _("The platform was not there: its folder held no smq.yaml.")
_NO_REFERENTIAL = _("smq.yaml did not name the referential {name}.")
_UNREAD_REFERENTIAL = _("{path} was not there, or cannot be read.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is judged of each version.

    Attributes:
        referential: its name.
        stage: whose criteria are judged, None for all.
        area: technical unit looked at, None for all.
    """

    referential: str
    stage: str | None
    area: str | None


def replayed(
    root: Path, versions: tuple[Version, ...], asked: Asked, advance: Callable[[], None]
) -> Iterator[Point | Skipped]:
    """Yield what each version shows, or why it could not be judged.

    Args:
        root: folder of the platform now.
        versions: in order.
        asked: what is judged.
        advance: called after each of them.
    """
    for version in versions:
        yield _seen(root, version, asked)
        advance()


def _seen(root: Path, version: Version, asked: Asked) -> Point | Skipped:
    try:
        with folder_at(root, version.commit) as folder:
            if not (folder / FILE_NAME).is_file():
                return Skipped(version, Word(_NO_PLATFORM), {})
            read = load(folder, today=version.day, use_cache=False, registers=True)
            with_past = with_standing(read, folder, root, version.commit)
            system = of_area(with_evidence(with_past, folder), asked.area)
            referential = _named(system, asked.referential)
            judged = assess(system, referential, asked.stage)
            return point(version, judged, system, unread_paths(system))
    except SmqError as error:
        return Skipped(version, Word(error.message), error.values)
    except OSError as error:
        reason = _("The files of this version cannot be taken out: {reason}.")
        return Skipped(version, Word(reason), {"reason": why(error)})
    except tarfile.TarError:
        return Skipped(version, Word(_("The files of this version cannot be taken out.")), {})


def _named(system: QualitySystem, name: str) -> Referential:
    """Return the referential of that name.

    Raises:
        SmqError: the version did not hold it.
    """
    for referential in system.referentials:
        if referential.name == name:
            return referential
    if name not in system.settings.referentials:
        raise SmqError(_NO_REFERENTIAL, name=name)
    raise SmqError(_UNREAD_REFERENTIAL, path=f"{FOLDER}/{name}.yaml")
