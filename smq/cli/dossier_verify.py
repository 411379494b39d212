"""`smq dossier --verify`: whether a folder received is intact, and from which version it is."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import typer

from smq.cli import console
from smq.cli.dossier_received import received
from smq.cli.session import Session
from smq.errors import SmqError
from smq.evaluation.manifest import NAME, Verified, verified
from smq.i18n import _
from smq.vcs.snapshot import knows


def verify_place(session: Session, typed: Path) -> None:
    """Say what became of a folder or zip file since it was made; exit 1 when it is not intact.

    Raises:
        SmqError: there is nothing there, or no zip file.
    """
    translate = session.translate
    place = typed if typed.is_absolute() else session.start / typed
    got = received(place)
    raw, shown = got.manifest, str(typed / got.below)
    found = verified(raw, got.stamps)
    if not found.said:
        sentence = (
            _("{place}: {name} is not there: it is no evaluation file, or not the whole of one.")
            if raw is None
            else _("{place}: not intact: {name} is damaged, the other files cannot be compared.")
        )
        console.product(translate(sentence, place=shown, name=NAME))
        console.aside(translate(_("Ask whoever sent it for the file again.")))
        raise typer.Exit(1)
    sentence = _("{place}: intact.") if found.intact else _("{place}: not intact.")
    console.product(translate(sentence, place=shown))
    _faults(found, session)
    _origin(found, session)
    digest = sha256(raw or b"").hexdigest()
    console.product(translate(_("SHA-256 of manifest.json: {digest}"), digest=digest))
    if not found.intact:
        raise typer.Exit(1)


def _faults(found: Verified, session: Session) -> None:
    translate = session.translate
    if not found.readable:
        console.product(translate(_("  changed: {path}"), path=NAME))
    for was, now in found.moved:
        console.product(translate(_("  moved or renamed: {path} → {now}"), path=was, now=now))
    for sentence, paths in (
        (_("  changed: {path}"), found.changed),
        (_("  changed, its line ends alone: {path}"), found.line_ends),
        (_("  missing: {path}"), found.missing),
        (_("  too many: {path}"), found.added),
        (_("  left by a computer, of no matter: {path}"), found.left),
    ):
        for path in paths:
            console.product(translate(sentence, path=path))


def _day(said: object) -> date | str:
    try:
        return date.fromisoformat(str(said))
    except ValueError:
        return "–"


def _origin(found: Verified, session: Session) -> None:
    translate, said = session.translate, found.said
    commit = str(said.get("commit", "–"))
    sentence = _("Made by smq {smq} from the version {commit} of «{platform}», judged on {date}.")
    values = {name: str(said.get(name, "–")) for name in ("smq", "platform")}
    console.product(translate(sentence, commit=commit, date=_day(said.get("date")), **values))
    if said.get("draft"):
        console.product(translate(_("It is a draft: it holds what git had not recorded.")))
    try:
        root = session.root
    except SmqError:
        return
    known = _("This repository knows that version.")
    unknown = _("This repository does not know that version.")
    console.product(translate(known if knows(root, commit) else unknown))
