"""Which two versions `smq diff` compares: by number, day, tag, or name of git."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from smq import files
from smq.approvals import fingerprinted
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.kit import typed_date
from smq.lifecycle import UNDER_WAY, coming_version, newest_in_force, version_in_force
from smq.links import index
from smq.load.past import past_documents
from smq.model import Document, QualitySystem, Status
from smq.vcs import git_folder
from smq.vcs.file_history import Recorded, codes_at, content_at, place_of, recorded_contents
from smq.vcs.past import version_named

_NUMBER = re.compile(r"v?(\d{1,3}(?:\.\d{1,3})?)", re.IGNORECASE)
_SETTLED = (Status.APPROVED, Status.IN_FORCE, Status.WITHDRAWN)


@dataclass(frozen=True)
class Side:
    """A version of a document.

    Attributes:
        document: as it was.
        raw: its file.
        read: gives the other files as they were.
        name: what people call it, in their language.
        codes: gives code → identifier of the platform's documents as they were.
    """

    document: Document
    raw: bytes
    read: Callable[[str], bytes | None]
    name: str
    codes: Callable[[], Mapping[str, str]] = dict


class Versions:
    """The versions of one document that can be told apart."""

    def __init__(self, session: Session, system: QualitySystem, document: Document) -> None:
        """Take a document of the platform as it is now; history is read when a version is asked."""
        self._session = session
        self._system = system
        self._document = document
        self._say = session.translate

    def now(self) -> Side:
        """Return the file as it stands."""
        read = partial(files.read, self._session.root)
        raw = read(self._document.path) or b""
        document = self._document
        if document.state in UNDER_WAY:
            number = coming_version(document, self._system.settings)
            name = self._say(
                _("the draft of version {version}, as its file is now"), version=number
            )
        else:
            name = self._say(_("version {version}, as its file is now"), version=document.version)
        return Side(document, raw, read, name)

    def in_force(self) -> Side:
        """Return the version in force, which is not the file itself.

        Raises:
            SmqError: there is none, or it is the file.
        """
        document, code = self._document, self._document.label
        found = version_in_force(document, self._system)
        if found is document:
            before = self._numbers(document.version)
            raise SmqError(
                _("{code} is in force as its file is: nothing changed since."),
                _("What an earlier version said: smq diff {code} {number}")
                if before
                else _("Another version is named by a day or a tag: smq diff {code} 2027-01-31"),
                code=code,
                number=before[0] if before else "",
            )
        past = list(self._past())
        newest = newest_in_force((side.document for side in past), self._system)
        kept = newest.get(document.path)
        side = next((one for one in past if one.document is kept), None)
        if found is None or side is None:
            raise SmqError(
                _("No version of {code} is in force yet: there is nothing to compare with."),
                _("With the last version recorded: smq diff {code} HEAD"),
                code=code,
            )
        return self._named(side, _("version {version}, in force"))

    def named(self, typed: str) -> Side:
        """Return the version that a person means: a number, a day, a tag, a name of git.

        Raises:
            SmqError: there is none of that name, or the document was not there then.
        """
        number = _NUMBER.fullmatch(typed.strip())
        if number:
            found = self._numbered(number[1])
            if found:
                return found
        day = _day(typed)
        try:
            revision = version_named(self._session.root, typed, day)
        except SmqError as error:
            if day is not None:
                raise
            raise self._unknown(typed) from error
        return self._recorded_at(revision, typed)

    def _numbered(self, number: str) -> Side | None:
        document = self._document
        if document.state in UNDER_WAY:
            if number == coming_version(document, self._system.settings):
                return self.now()
        elif number == document.version:
            return self.now()
        foreign = self._system.settings.foreign
        of_it = [
            side
            for side in self._past()
            if side.document.version == number and (foreign or side.document.status in _SETTLED)
        ]
        # The content that was approved; else the last one that says it is that version.
        side = next((one for one in of_it if not one.document.altered), None)
        side = side or (of_it[0] if of_it else None)
        return self._named(side, _("version {version}")) if side else None

    def _recorded_at(self, revision: str, typed: str) -> Side:
        root = self._session.root
        for path in self._ways(revision):
            raw = content_at(root, revision, path)
            side = self._side(Recorded(revision, path, raw)) if raw is not None else None
            if side and self._is_same(side.document):
                name = self._say(_("its file of «{when}»"), when=_day(typed) or typed)
                return replace(side, name=name)
        raise SmqError(
            _("{code} was not there yet, or could not be read, in «{typed}»."),
            _("Its versions: {numbers}"),
            code=self._document.label,
            typed=typed,
            numbers=", ".join(self._numbers()) or "–",
        )

    def _unknown(self, typed: str) -> SmqError:
        numbers = self._numbers()
        return SmqError(
            _("{code} has no version «{typed}», and no day, tag or name of git is written so."),
            _("Its versions: {numbers}") if numbers else _("Write a day: 31/01/2027"),
            code=self._document.label,
            typed=typed,
            numbers=", ".join(numbers),
        )

    def _numbers(self, but: str = "") -> list[str]:
        """Return the versions that can be shown, newest first."""
        found = [s.document.version for s in self._past() if s.document.status in _SETTLED]
        return [number for number in dict.fromkeys(found) if number and number != but]

    def _named(self, side: Side, sentence: str) -> Side:
        return replace(side, name=self._say(sentence, version=side.document.version))

    def _ways(self, revision: str) -> Iterator[str]:
        """Yield the paths at which the document may lie in a version, the likeliest first."""
        yield self._document.path
        if found := self._place(revision):
            yield found
        yield from dict.fromkeys(one.path for one in self._recorded())

    def _place(self, revision: str) -> str | None:
        identifier = self._document.id
        settings = self._system.settings
        return place_of(self._session.root, settings, revision, identifier) if identifier else None

    def _recorded(self) -> Iterator[Recorded]:
        root, path = self._session.root, self._document.path
        if git_folder(root) is not None and content_at(root, "HEAD", path) is None:
            # Its file was renamed, or moved, and that is not recorded yet.
            path = self._place("HEAD") or path
        return recorded_contents(root, path)

    def _past(self) -> Iterator[Side]:
        for recorded in self._recorded():
            side = self._side(recorded)
            if side and self._is_same(side.document):
                yield side

    def _is_same(self, past: Document) -> bool:
        """Return whether a content is of this document: a file may have held another before."""
        return past.id == self._document.id or not past.id or not self._document.id

    def _side(self, recorded: Recorded) -> Side | None:
        root = self._session.root

        def read(path: str) -> bytes | None:
            return content_at(root, recorded.commit, path)

        for past, raw in past_documents([(self._document.path, recorded.raw)], self._system):
            known = fingerprinted(past, raw, index(self._system), partial(files.read, root))
            beside = partial(_beside, recorded.path, self._document.path, read)
            codes = partial(codes_at, root, self._system.settings, recorded.commit)
            return Side(known, raw, beside, "", codes)
        return None


def _beside(then: str, now: str, read: Callable[[str], bytes | None], path: str) -> bytes | None:
    """Return a file of a version; one that lies beside the document is where that lay then."""
    folder_now, folder_then = (one.rpartition("/")[0] for one in (now, then))
    raw = read(path)
    if raw is None and folder_now != folder_then and path.startswith(f"{folder_now}/"):
        return read(f"{folder_then}{path.removeprefix(folder_now)}")
    return raw


def _day(typed: str) -> date | None:
    try:
        return typed_date(typed)
    except SmqError:
        return None
