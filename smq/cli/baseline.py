"""The baseline of `check`: today's debt accepted, new debt refused, debt that only shrinks."""

from collections.abc import Sequence
from pathlib import Path

from smq import debt, files
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _, plural
from smq.model import Finding, QualitySystem

_FIRST = plural(
    _("{path}: {count} finding accepted."),
    _("{path}: {count} findings accepted."),
)
_AGAIN = plural(
    _("{path}: {count} finding accepted, {before} before."),
    _("{path}: {count} findings accepted, {before} before."),
)


def beyond_baseline(
    session: Session,
    system: QualitySystem,
    findings: Sequence[Finding],
    file: Path,
    base: str | None,
) -> tuple[Finding, ...]:
    """Return the findings that a baseline does not accept; say how many it does.

    With a base the baseline is the one that stands where the branch left it: a proposal cannot
    accept its own fault.

    Raises:
        SmqError: there is no such baseline, or it is none.
    """
    raw = _content(session, file, base)
    kept = debt.beyond(findings, system, debt.accepted(raw, str(file)))
    count = len(findings) - len(kept)
    if count:
        console.aside(
            session.translate.plural(
                _("{count} finding is accepted by {path}."),
                _("{count} findings are accepted by {path}."),
                count,
                path=str(file),
            )
        )
    return kept


def write_baseline(
    session: Session,
    system: QualitySystem,
    findings: Sequence[Finding],
    file: Path,
    *,
    allow_growth: bool,
) -> None:
    """Write what is accepted from now on; an existing baseline only loses entries.

    Raises:
        SmqError: the file is there and is no baseline, or cannot be written.
    """
    place = session.start / file
    now = debt.counted(findings, system)
    if place.is_file() and not allow_growth:
        before = debt.accepted(place.read_bytes(), str(file))
        kept = debt.shrunk(before, now)
        refused = sum(now.values()) - sum(kept.values())
    else:
        before, kept, refused = None, now, 0
    translate = session.translate
    files.write_whole(place, debt.written(kept))
    values = {"path": str(file), "before": sum(before.values()) if before is not None else 0}
    if before is None:
        one, many = _FIRST
    else:
        one, many = _AGAIN
    console.aside(translate.plural(one, many, sum(kept.values()), **values))
    if refused:
        console.aside(
            translate.plural(
                _("{count} new finding does not enter it: correct it, or add --allow-growth."),
                _("{count} new findings do not enter it: correct them, or add --allow-growth."),
                refused,
            )
        )


def _content(session: Session, file: Path, base: str | None) -> bytes:
    if base is None:
        place = session.start / file
        if place.is_file():
            return place.read_bytes()
        raise SmqError(
            _("There is no baseline {path}."),
            _("Write it: smq check --write-baseline {path}"),
            path=str(file),
        )
    from smq.vcs import content_at_base

    root, place = session.root.resolve(), (session.start / file).resolve()
    if not place.is_relative_to(root):
        raise SmqError(
            _("{path} lies outside the platform’s folder: its past is not known."),
            _("Keep the baseline in the platform’s folder, or leave --base out."),
            path=str(file),
        )
    raw = content_at_base(root, base, place.relative_to(root).as_posix())
    # Where the branch left the base there was no debt to accept yet.
    return raw if raw is not None else debt.written({})
