"""Options of a visa: who gives it, when, how, with which proof; the proof is filed beside it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from smq import files, private
from smq.cli.person_named import at_keyboard
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _, why
from smq.kit import typed_date
from smq.model import Change, Person, QualitySystem
from smq.operations.field_values import MODES, one_of
from smq.operations.life_cycle.visa import Visa
from smq.operations.people import known_person
from smq.slug import slug
from smq.vcs import git_folder

PROOFS = "enregistrements/visas"
"""Where the proofs of visas given outside git are kept."""
_MADE_AGAIN = ("livrables", private.FOLDER)
"""Folders that git ignores, made again at will."""

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=_("PERSON"),
        help=_("Who gives it: identifier or name; else the person whose address git has."),
    ),
]
Mode = Annotated[
    str | None,
    typer.Option(
        "--mode",
        metavar="git|papier|courriel|parapheur|pv",
        help=_("How it was given; git is for the person at the keyboard."),
    ),
]
Proof = Annotated[
    str | None,
    typer.Option(
        "--proof", metavar=_("FILE"), help=_("The scan, e-mail or minutes; it is kept with it.")
    ),
]
On = Annotated[
    str | None,
    typer.Option("--on", metavar=_("DATE"), help=_("Day on which it was given; else today.")),
]
EnteredBy = Annotated[
    str | None,
    typer.Option(
        "--entered-by", metavar=_("PERSON"), help=_("Who writes it down, when git does not know.")
    ),
]


@dataclass(frozen=True, slots=True)
class Typed:
    """The options, as typed."""

    by: str | None
    mode: str | None
    proof: str | None
    on: str | None
    entered_by: str | None = None


def visa_given(
    session: Session, system: QualitySystem, typed: Typed
) -> tuple[Visa, tuple[Change, ...]]:
    """Return the visa that options say, and the file of its proof when it is to be kept.

    Raises:
        SmqError: nobody is named, a visa in git is not the person's own, the proof is not there.
    """
    settings = system.settings
    # Without a repository there is no commit that could show who gave a visa.
    here = at_keyboard(session, system) if git_folder(session.root) else None
    person = known_person(settings, "--by", typed.by) if typed.by else here
    if person is None:
        raise SmqError(
            _("Who gives the visa is not said, and git does not know you here."),
            _("Name the person: --by, and how it was given: --mode papier --proof FILE"),
        )
    mode = _mode(session, typed, person, here)
    entered = known_person(settings, "--entered-by", typed.entered_by) if typed.entered_by else here
    day = typed_date(typed.on) if typed.on else session.today
    proof, digest, changes = _proof(session, typed.proof)
    return (
        Visa(
            person=person,
            day=day,
            mode=mode,
            proof=proof,
            proof_digest=digest,
            entered_by=entered.id if entered and entered.id != person.id else None,
        ),
        changes,
    )


def _mode(session: Session, typed: Typed, person: Person, here: Person | None) -> str:
    """Return how the visa was given.

    Raises:
        SmqError: git is named and the person is not at the keyboard, or nothing is said.
    """
    own = here is not None and here.id == person.id
    mode = one_of(MODES, "--mode", typed.mode) if typed.mode else "git" if own else None
    if mode == "git" and not own:
        raise SmqError(
            _("A visa in git is given by {person} at the keyboard; git knows {here} here."),
            _("A visa given otherwise: --mode papier --proof FILE (courriel, parapheur, pv)"),
            person=person.spoken_name,
            here=here.spoken_name if here else _nobody(session),
        )
    if mode is None:
        raise SmqError(
            _("How {person} gave the visa is not said."),
            _("Say it: --mode papier --proof FILE (courriel, parapheur, pv)"),
            person=person.spoken_name,
        )
    if mode == "git" and typed.proof:
        raise SmqError(
            _("A visa in git needs no proof: its commit is one."),
            _("Leave --proof out, or say how it was given: --mode papier"),
        )
    return mode


def _nobody(session: Session) -> str:
    return session.translate(_("nobody of smq.yaml"))


def _proof(
    session: Session, typed: str | None
) -> tuple[str | None, str | None, tuple[Change, ...]]:
    """Return path and digest of a proof, and the change that keeps a file from elsewhere."""
    if not typed:
        return None, None, ()
    if "://" in typed:
        return typed, None, ()
    found = _found(session, typed)
    try:
        content = found.read_bytes()
    except OSError as error:
        raise SmqError(
            _("{path} cannot be read: {reason}."), path=typed, reason=why(error)
        ) from error
    if not content:
        raise SmqError(_("«{name}» is empty."), _("Check the file."), name=typed)
    digest = f"sha256:{private.digest_of(content)}"
    root = session.root.resolve()
    place = found.resolve()
    if place.is_relative_to(root):
        inside = place.relative_to(root)
        # What is rendered, and the cache, are removed one day: a proof stays.
        if inside.parts[0] not in _MADE_AGAIN:
            return inside.as_posix(), digest, ()
    name = f"{slug(found.stem)}_{private.digest_of(content)[:8]}{found.suffix.lower()}"
    path = f"{PROOFS}/{name}"
    there = files.read(session.root, path)
    # One scan may be the proof of several visas.
    changes = () if there == content else (Change(path, there, content),)
    return path, digest, changes


def _found(session: Session, typed: str) -> Path:
    for place in (session.start / typed, session.root / typed):
        if place.is_file():
            return place
    raise SmqError(
        _("{path} does not exist."),
        _("Check its name and place; a name with spaces goes between quotes."),
        path=typed,
    )
