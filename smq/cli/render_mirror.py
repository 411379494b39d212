"""`smq render --applicables --mirror FOLDER`: a shared folder with exactly what is in force."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import typer

from smq.cli import console
from smq.cli.mirror_folder import HeldError, Listing, Mirror
from smq.cli.mirror_making import Made, made_for, own_language
from smq.cli.session import Session
from smq.errors import SmqError
from smq.evaluation.contents import as_in_force
from smq.i18n import _
from smq.model import QualitySystem
from smq.render.mirror_index import index_page
from smq.render.mirror_names import LIST
from smq.render.mirror_plan import CHANGED, OLD, Action, Entry, Record, Verb, digest_of, plan
from smq.render.report_page import word_file

_SAID = {
    Verb.CREATE: _("creates {path}"),
    Verb.REPLACE: _("replaces {path}"),
    Verb.RETIRE: _("moves {path} to {place}"),
    Verb.SET_ASIDE: _("sets aside {path}, which was changed there, as {place}"),
}


def keep_mirror(session: Session, system: QualitySystem, typed: Path, *, dry_run: bool) -> None:
    """Change a mirror into exactly the documents in force; say each change.

    Raises:
        SmqError: the folder is no place for a mirror, or its disk refuses.
        Exit: 1 when a document is held open, or could not be made.
    """
    folder = typed if typed.is_absolute() else session.start / typed
    _mind_place(session, folder, typed)
    mirror = Mirror(folder)
    record = mirror.record()
    _mind_owner(record, system, typed)
    listing = mirror.listing()
    made = made_for(session, system)
    run = _Run(session, system, mirror, listing, record, made)
    held = run.run(dry_run=dry_run)
    _announce(session, made, run, typed)
    if held or made.kept:
        raise typer.Exit(1)


class _Run:
    """One run over a mirror."""

    def __init__(
        self,
        session: Session,
        system: QualitySystem,
        mirror: Mirror,
        listing: Listing,
        record: Record,
        made: Made,
    ) -> None:
        self._session = session
        self._mirror = mirror
        self._listing = listing
        self._known = dict(record.files)
        self._ids = {made.names[d.path]: d.id or "" for d in made.documents}
        self._kept = frozenset(n for n, entry in self._known.items() if entry.id in made.kept)
        watched = {*self._known, *made.contents, LIST} & set(listing.names)
        self._found = {name: mirror.digest(listing.names[name]) for name in watched}
        self.strays = _strays(listing, self._known, made, system)
        self._listed, index = self._index(record, made, system)
        self._contents = {**made.contents, LIST: index}
        wanted = {name: digest_of(content) for name, content in self._contents.items()}
        self.actions = plan(self._known, self._found, wanted, self._kept)
        self._wanted = wanted

    def run(self, *, dry_run: bool) -> bool:
        """Do what is planned, or only say it; return whether somebody holds a file open."""
        if not dry_run:
            for name in self._listing.left:
                self._mirror.remove(name)
            if self.actions:
                self._mirror.write_record(Record(self._under_way(), self._listed))
        names = dict.fromkeys(action.name for action in self.actions)
        held = {name for name in names if self._is_open(name)}
        for action in self.actions:
            if action.name not in held and not self._done(action, dry_run=dry_run):
                held.add(action.name)
        if not dry_run:
            self._mirror.write_record(Record(self._afterwards(held), self._listed))
        return bool(held)

    def _index(self, record: Record, made: Made, system: QualitySystem) -> tuple[date, bytes]:
        """Return the list; it keeps the date that it bears as long as it would say the same."""
        shown, translate = as_in_force(system), own_language(system, self._session.translate)

        def written(day: date) -> bytes:
            page = index_page(made.documents, made.names, day, shown, translate)
            return word_file(page, self._session.root, translate)

        before = self._known.get(LIST)
        if record.listed and before:
            same = written(record.listed)
            if digest_of(same) in before.digests:
                return record.listed, same
        return self._session.today, written(self._session.today)

    def _under_way(self) -> dict[str, Entry]:
        """Return what the manifest says before the first change: a killed run is mended by it."""
        files = dict(self._known)
        for action in self.actions:
            coming = self._wanted.get(action.name)
            if coming and action.verb in (Verb.CREATE, Verb.REPLACE):
                entry = files.get(action.name, Entry(coming, self._ids.get(action.name, "")))
                files[action.name] = replace(entry, coming=coming)
        return files

    def _afterwards(self, held: set[str]) -> dict[str, Entry]:
        """Return what the manifest says at the end; what somebody holds is as it was."""
        stays = {n: e for n, e in self._known.items() if n in held | self._kept}
        done = {
            name: Entry(digest, self._ids.get(name, ""))
            for name, digest in self._wanted.items()
            if name not in held
        }
        return {**done, **stays}

    def _is_open(self, name: str) -> bool:
        holder = self._mirror.holder(name, self._listing)
        if holder is not None:
            self._say_held(name, holder)
        return holder is not None

    def _done(self, action: Action, *, dry_run: bool) -> bool:
        """Do one change and say it; return False where a program holds the file."""
        place = self._place(action)
        if not dry_run:
            try:
                self._change(action, place)
            except HeldError as reason:
                self._say_held(action.name, str(reason))
                return False
        said = self._session.translate(_SAID[action.verb], path=action.name, place=place)
        console.product(said)
        return True

    def _change(self, action: Action, place: str) -> None:
        written = self._listing.names.get(action.name, action.name)
        if action.verb in (Verb.CREATE, Verb.REPLACE):
            self._mirror.write(written, self._contents[action.name])
        elif action.verb is Verb.RETIRE and self._mirror.digest(place) is not None:
            # The very file lies there already.
            self._mirror.remove(written)
        else:
            self._mirror.move(written, place)

    def _place(self, action: Action) -> str:
        """Return where a file goes that leaves the folder."""
        if action.verb is Verb.RETIRE:
            place = f"{OLD}/{action.name}"
            same = self._mirror.digest(place) == self._found[action.name]
            return place if same else self._mirror.free_place(place)
        if action.verb is Verb.SET_ASIDE:
            path = PurePosixPath(action.name)
            day = self._session.today.isoformat()
            return self._mirror.free_place(f"{CHANGED}/{path.stem}_{day}{path.suffix}")
        return action.name

    def _say_held(self, name: str, holder: str) -> None:
        sentence = _("{name} is held open ({holder}); it stays as it is.")
        console.aside(self._session.translate(sentence, name=name, holder=holder))


def _strays(
    listing: Listing, known: Mapping[str, Entry], made: Made, system: QualitySystem
) -> tuple[str, ...]:
    """Return files that look like documents of the platform, and that smq did not put there."""
    codes = tuple(f"{d.code_text}_" for d in system.documents if d.code_text)
    unknown = (n for n in listing.names if n not in known and n not in made.contents)
    return tuple(name for name in unknown if name.startswith(codes))


def _mind_place(session: Session, folder: Path, typed: Path) -> None:
    """Refuse a place where a mirror would mix with the platform's own files.

    Raises:
        SmqError: it is a file, or lies in the platform outside of livrables/.
    """
    if folder.exists() and not folder.is_dir():
        raise SmqError(_("{folder} is a file, not a folder."), None, folder=str(typed))
    root = session.root.resolve()
    place = folder.resolve()
    below = place.relative_to(root).parts if place.is_relative_to(root) else None
    if below is not None and below[:1] != ("livrables",):
        raise SmqError(
            _("{folder} lies in the platform's own folder: its files would be taken for sources."),
            _("Name a shared folder elsewhere, or one in livrables/."),
            folder=str(typed),
        )


def _mind_owner(record: Record, system: QualitySystem, typed: Path) -> None:
    """Refuse the mirror of another platform: all its documents would leave.

    Raises:
        SmqError: none of its documents is known here.
    """
    ids = {entry.id for entry in record.files.values() if entry.id}
    if ids and not ids & set(system.by_id):
        raise SmqError(
            _("{folder} is the mirror of another platform: none of its documents is known here."),
            _("Name another folder."),
            folder=str(typed),
        )


def _announce(session: Session, made: Made, run: _Run, typed: Path) -> None:
    translate = session.translate
    for name in run.strays:
        sentence = _("{name} is not in force and was not put there by smq: it is left alone.")
        console.aside(translate(sentence, name=name))
    counted = translate.plural(
        _("{count} document in force in {folder}."),
        _("{count} documents in force in {folder}."),
        len(made.documents),
        folder=str(typed),
    )
    console.aside(counted if run.actions else f"{counted} {translate(_('Nothing changed.'))}")
