"""Two lines of work that grew from one version: what each holds, moved and changed, and by whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.bringing import Way, way_to
from smq.vcs.joined_commit import joined_commit
from smq.vcs.repository import Repository, opened
from smq.vcs.sharing import Place, fetch, place_of, send
from smq.vcs.standing import refuse_unready
from smq.vcs.trees import Author, authors, contents, files_at, moved

Files = dict[str, tuple[str, str]]


class Relation(StrEnum):
    """How the work here stands to that of the others."""

    SAME = "same"
    AHEAD = "ahead"
    BEHIND = "behind"
    APART = "apart"


@dataclass(frozen=True)
class Meeting:
    """The work here, and that of the others.

    Attributes:
        place: where it is shared.
        relation: of the two.
        prefix: of the platform's folder from the top, with its final `/`, or nothing.
        base: commit that both grew from, None when the others shared nothing yet.
        mine: commit here.
        theirs: commit of the others, None when they shared nothing yet.
        files: of base, mine and theirs: path from the top → mode and name of the content.
        moved: path in base → path here, and path there.
        people: path → who changed it here, and there.
        read: the bytes of a content by its name.
    """

    place: Place
    relation: Relation
    prefix: str
    base: str | None
    mine: str
    theirs: str | None
    files: tuple[Files, Files, Files]
    moved: tuple[Mapping[str, str], Mapping[str, str]]
    people: tuple[Mapping[str, tuple[Author, ...]], Mapping[str, tuple[Author, ...]]]
    read: Callable[[str], bytes]


def shared_place(root: Path) -> Place | None:
    """Return where a platform is shared, None when no place was named yet.

    Raises:
        SmqError: no version can follow here, or git refuses.
    """
    with opened(root) as here:
        refuse_unready(here)
        return place_of(here)


def meet(root: Path, place: Place) -> Meeting:
    """Learn what colleagues shared, and how it stands to the work here. No file is written.

    Raises:
        SmqError: the place does not answer, or shares another history.
    """
    with opened(root) as here:
        refuse_unready(here)
        head = here.commit("HEAD")
        if head is None:
            raise SmqError(
                _("No version was recorded here yet: there is nothing to share."),
                _("Record one first: smq save"),
            )
        mine, theirs = str(head.hexsha), fetch(here, place)
        base = theirs and _base(here, mine, theirs, place)
        relation = _relation(base, mine, theirs)
        sides = [files_at(here, side) if side else {} for side in (base, mine, theirs)]
        return Meeting(
            place,
            relation,
            here.prefix,
            base,
            mine,
            theirs,
            (sides[0], sides[1], sides[2]),
            (_moved(here, base, mine), _moved(here, base, theirs)),
            (_people(here, base, mine), _people(here, base, theirs)),
            _reader(root, here, sides),
        )


def join(
    root: Path, meeting: Meeting, files: Mapping[str, tuple[str, str | bytes]], message: str
) -> str:
    """Return the name of a new version that joins both; nothing leads to it yet.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        return joined_commit(here, meeting.mine, str(meeting.theirs), files, message)


def way(root: Path, meeting: Meeting, after: str) -> Way:
    """Return what to write so that the folder holds another version.

    Raises:
        SmqError: a file that would be written holds work that no version has.
    """
    with opened(root) as here:
        return way_to(here, meeting.mine, after)


def sent(root: Path, place: Place) -> None:
    """Send the work here to where it is shared.

    Raises:
        SmqError: the place does not take it.
    """
    with opened(root) as here:
        send(here, place)


def _base(here: Repository, mine: str, theirs: str, place: Place) -> str:
    found = here.repo.merge_base(mine, theirs)
    if not found:
        raise SmqError(
            _("What {place} shares is another history: it has nothing in common with this folder."),
            _(
                "Take a copy of what is shared, and bring your documents into it:"
                " smq sync --with {place} --into NEW_FOLDER"
            ),
            place=place.shown,
        )
    return str(found[0].hexsha)


def _relation(base: str | None, mine: str, theirs: str | None) -> Relation:
    if mine == theirs:
        return Relation.SAME
    if theirs is None or base == theirs:
        return Relation.AHEAD
    return Relation.BEHIND if base == mine else Relation.APART


def _moved(here: Repository, base: str | None, side: str | None) -> Mapping[str, str]:
    return moved(here, base, side) if base and side and base != side else {}


def _people(
    here: Repository, base: str | None, side: str | None
) -> Mapping[str, tuple[Author, ...]]:
    return authors(here, base, side) if side and base != side else {}


def _reader(root: Path, here: Repository, sides: list[Files]) -> Callable[[str], bytes]:
    """Return what reads contents; those that are surely wanted are read at once."""
    base, mine, theirs = sides
    wanted = set()
    for path in {*base, *mine, *theirs}:
        kept = [side[path][1] for side in sides if path in side]
        lone = len(kept) < len(sides) and path.lower().endswith(".md")
        if len(set(kept)) == len(sides) or (lone and mine.get(path) != theirs.get(path)):
            wanted.update(kept)
    known = contents(here, wanted)

    def read(blob: str) -> bytes:
        if blob not in known:
            with opened(root) as again:
                known.update(contents(again, [blob]))
        return known[blob]

    return read
