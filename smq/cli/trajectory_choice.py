"""Which versions of the history a person asks for."""

from datetime import date

from smq.cli.session import Session
from smq.coverage.trajectory import between, by_month, by_tag
from smq.errors import SmqError
from smq.i18n import _
from smq.links.folding import fold
from smq.load.spoken import spoken_date
from smq.model import nearest
from smq.model.trajectory import Version
from smq.vcs import is_shallow
from smq.vcs.recorded import main_line, recorded_on, whole_history

_WORDS = {
    "month": "month",
    "months": "month",
    "mois": "month",
    "tag": "tag",
    "tags": "tag",
    "etiquette": "tag",
    "etiquettes": "tag",
}
"""Word, in either language → what makes a point."""


def chosen_step(word: str) -> str:
    """Return `month` or `tag`.

    Raises:
        SmqError: the word says neither.
    """
    found = _WORDS.get(fold(word))
    if found is not None:
        return found
    near = nearest(fold(word), tuple(_WORDS))
    raise SmqError(
        _("«{word}» makes no points (--by)."),
        _("Nearest: {near}.") if near else _("They are: {known}."),
        word=word,
        near=near or "",
        known="month, tag, mois, etiquette",
    )


def chosen_versions(
    session: Session, step: str, since: str | None
) -> tuple[tuple[Version, ...], date | None]:
    """Return the versions that become points, and the day before which nothing is known, if any.

    Raises:
        SmqError: there is none, `--since` names none, or git refuses.
    """
    # Today's own clock limits nothing: a version recorded further east may be of tomorrow.
    until = session.today if session.date_text else None
    first = _first_day(session, since) if since else None
    every = main_line(session.root) if step == "month" else whole_history(session.root)
    named = every if step == "month" else by_tag(every)
    if not named:
        raise SmqError(
            _("No version of this history has a tag."),
            _("Name the last one, for example: git tag label-2027; or leave out --by tag."),
        )
    kept = between(named, first, until)
    if not kept:
        raise SmqError(
            _("No version was recorded between the days asked for."),
            _("The first one is of {first}, the last one of {last}."),
            first=min(version.day for version in named),
            last=max(version.day for version in named),
        )
    oldest = every[0].day
    unknown = is_shallow(session.root) and (first is None or first < oldest)
    return by_month(kept) if step == "month" else kept, oldest if unknown else None


def _first_day(session: Session, typed: str) -> date:
    """Return the day that a person typed, or that of the version which the word names.

    Raises:
        SmqError: it is neither.
    """
    day = recorded_on(session.root, typed) or spoken_date(typed)
    if day is None:
        raise SmqError(
            _("«{word}» is neither a date nor a version of git (--since)."),
            _("Write it like 20/02/2027, or give a tag."),
            word=typed,
        )
    return day
