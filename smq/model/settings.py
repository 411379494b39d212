"""`smq.yaml`, typed (`contracts.md` §1)."""

import re
from dataclasses import dataclass, field
from datetime import date
from fnmatch import translate
from functools import cache, cached_property

from smq.model.code import Codification
from smq.model.location import Location
from smq.model.people import Person, name_words
from smq.model.register import RegisterSource

FAMILIES = ("management", "realisation", "support")


@dataclass(frozen=True, slots=True)
class Process:
    """A process of the platform: family is `management`, `realisation` or `support`.

    `former`: codes of the processes that were merged into it; codes that carry one are still read.
    """

    code: str
    title: str
    family: str
    owner: str | None = None
    deputy: str | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A research unit and its director (person id or name)."""

    name: str
    director: str | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A *plateau*: a technical unit of the platform, and its site."""

    name: str
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """The road to the label: dates and stage (`eligibilite`, `engagement`, `label`, `suivi`).

    `placed`: key of the settings → its place.
    """

    coaching: bool = True
    engagement: date | None = None
    obtained: date | None = None
    stage: str = "label"
    placed: tuple[tuple[str, Location], ...] = field(default=(), compare=False)

    def at(self, key: str) -> Location:
        """Return the place of a key of the setting, else of the file."""
        return dict(self.placed).get(key, Location("smq.yaml"))


@dataclass(frozen=True, slots=True)
class Derogation:
    """A recorded exception to a rule, for some types, with its reason, author and end."""

    rule: str
    types: tuple[str, ...]
    reason: str
    by: str | None
    recorded: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class NamedType:
    """A type of document as a setting names it, with its place."""

    type: str
    field: str
    location: Location


@dataclass(frozen=True, slots=True)
class Reading:
    """How to read a tree that smq did not make (`lecture`).

    Attributes:
        roots: folders to read.
        ignore: globs to leave out.
        keys: our key → theirs.
        code_in: where to look for a code, in order.
        statuses: their word → ours.
        types: their `type` word → ours.
        to_complete: extra patterns of placeholders; each is a regular expression that is quick.
    """

    roots: tuple[str, ...] = ("documents",)
    ignore: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    code_in: tuple[str, ...] = ("entete",)
    statuses: tuple[tuple[str, str], ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    to_complete: tuple[str, ...] = ()

    def is_document(self, path: str) -> bool:
        """Return whether a file is to be read, by its POSIX path in NFC."""
        return (
            path.lower().endswith(".md")
            and any(root == "." or path.startswith(f"{root}/") for root in self.roots)
            and not (self.ignore and _globs(self.ignore).match(path))
        )


@cache
def _globs(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return one pattern for globs.

    `**/` also stands for no folder at all, the name of a folder for all that it holds.
    """
    folders = [pattern.rstrip("/") for pattern in patterns]
    spelled = [p for folder in folders for p in (folder, f"{folder}/*")]
    spelled += [p.replace("**/", "") for p in spelled]
    return re.compile("|".join(translate(p) for p in spelled))


@dataclass(frozen=True)
class Settings:
    """The settings of a platform.

    `foreign`: `lecture` describes another tool's tree. `named_types`: where types are named.
    `register_sources`: tables whose rows lie elsewhere than in `registres/`.
    `reviews`: type → months to its first review, then to those after each that changed nothing.
    `readers`: type, or `*` → roles that read each version of it in force (`lectures`).
    `kit_place`: where the name of the kit stands. `identifiers_only`: names of people stay out of
    the folder.
    """

    name: str
    acronym: str | None = None
    website: str | None = None
    cost_centre: str | None = None
    language: str | None = None
    supervisors: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    activities: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    label: Label = field(default_factory=Label)
    kit: str | None = None
    kit_version: str | None = None
    kit_size: str | None = None
    referentials: tuple[str, ...] = ()
    processes: tuple[Process, ...] = ()
    people: tuple[Person, ...] = ()
    approvers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    reviewers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    derogations: tuple[Derogation, ...] = ()
    signatures_required: bool = False
    codification: Codification = field(default_factory=Codification)
    foreign: bool = False
    reading: Reading = field(default_factory=Reading)
    reviews: tuple[tuple[str, tuple[int, ...]], ...] = ()
    fail_on: str = "error"
    severities: tuple[tuple[str, str], ...] = ()
    visas: str | None = None
    named_types: tuple[NamedType, ...] = ()
    register_sources: tuple[RegisterSource, ...] = ()
    kit_place: Location | None = None
    identifiers_only: bool = False
    readers: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def person(self, word: str | None) -> Person | None:
        """Return the person with that id or name, or None.

        A name is known without its case, accents or ligatures, and in any order of its words.
        """
        if not word:
            return None
        return self._people_by_id.get(word) or self._people_by_name.get(name_words(word))

    @cached_property
    def _people_by_id(self) -> dict[str, Person]:
        return {person.id: person for person in reversed(self.people)}

    @cached_property
    def _people_by_name(self) -> dict[tuple[str, ...], Person]:
        return {
            words: person
            for person in reversed(self.people)
            for words in (name_words(person.private_name or ""), name_words(person.name))
            if words
        }

    def process(self, code: str | None) -> Process | None:
        """Return the process of that code, or None."""
        return next((p for p in self.processes if p.code == code), None)

    def holders(self, role: str) -> tuple[Person, ...]:
        """Return the people who hold a role."""
        return tuple(p for p in self.people if role in p.roles)

    def allowed_roles(self, act: str, type_: str | None) -> tuple[str, ...]:
        """Return the roles that may `approbateur` or `verificateur` a type; empty = anyone."""
        table = dict(self.approvers if act == "approbateur" else self.reviewers)
        return table.get(type_ or "*", table.get("*", ()))
