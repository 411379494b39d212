"""Checks the settings whose value is one of a few words, and finds those that name a type."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from smq.i18n import LANGUAGES
from smq.load.fields import Reader
from smq.model import WRITTEN, Location, NamedType, Problem, Scalar, nearest
from smq.model.settings import FAMILIES

SOURCES = ("entete", "nom_de_fichier", "premier_titre")
ROLES = ("responsable", "qualite", "direction", "operateur")
DEROGABLE = ("approbateur_distinct",)
"""Rules from which a platform may depart, openly."""
CLOSED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("", "langue", LANGUAGES),
    ("", "activites", ("prestation", "mise_a_disposition", "rd", "formation")),
    ("", "signatures", ("facultatives", "exigees")),
    ("", "visas", ("papier", "courriel", "git", "parapheur", "pv")),
    ("label", "etape", ("eligibilite", "engagement", "label", "suivi")),
    ("lecture", "code_dans", SOURCES),
)
"""Mapping of the file, key, and the words that may stand there."""
_SURE = 0.85
"""How much a role must look like another to be a slip: a platform may have roles of its own."""


def unknown_words(reader: Reader) -> Iterator[Problem]:
    """Yield a problem for each word of the settings that means nothing there."""
    for inside, key, words in CLOSED:
        # `_unknown` says when a mapping is none.
        holder = reader.mapping(inside) if inside else reader
        yield from _among(holder, key, words)
    for process in reader.mappings("processus"):
        yield from _among(process, "famille", FAMILIES)
    for derogation in reader.mappings("derogations"):
        yield from _among(derogation, "regle", DEROGABLE)
    statuses = reader.mapping("lecture").mapping("statuts")
    for name, _value in statuses.fields.entries:
        yield from _among(statuses, name.text, tuple(WRITTEN))
    yield from _roles(reader)


def named_types(reader: Reader) -> Iterator[NamedType]:
    """Yield each type of document that the settings name; which exist is known elsewhere."""
    yield from _keys(reader.mapping("revues"))
    yield from _but_every_type(_keys(reader.mapping("lectures")))
    for act in ("approbateur", "verificateur"):
        yield from _but_every_type(_keys(reader.mapping("roles").mapping(act)))
    for derogation in reader.mappings("derogations"):
        yield from _but_every_type(_values(derogation, "types"))
    for holder in ("codification", "lecture"):
        words = reader.mapping(holder).mapping("types")
        for name, _value in words.fields.entries:
            yield from _values(words, name.text)


def _keys(reader: Reader) -> Iterator[NamedType]:
    for name, _value in reader.fields.entries:
        yield _named(reader, reader.prefix.removesuffix("."), name)


def _values(reader: Reader, key: str) -> Iterator[NamedType]:
    for written in reader.scalars(key):
        yield _named(reader, f"{reader.prefix}{key}", written)


def _named(reader: Reader, field: str, written: Scalar) -> NamedType:
    return NamedType(written.text, field, Location(reader.path, written.line, written.column))


def _but_every_type(named: Iterator[NamedType]) -> Iterator[NamedType]:
    return (one for one in named if one.type != "*")


def _among(reader: Reader, key: str, words: tuple[str, ...]) -> Iterator[Problem]:
    for written in reader.scalars(key):
        if written.text not in words:
            yield _problem(reader, key, written, nearest(written.text, words), words)


def _roles(reader: Reader) -> Iterator[Problem]:
    """Yield the roles of people that mean nothing; some are a slip for one that does."""
    acts = [reader.mapping("roles").mapping(act) for act in ("approbateur", "verificateur")]
    readers, people = reader.mapping("lectures"), reader.mapping("personnes")
    asked = (
        role
        for act in (*acts, readers)
        for name, _v in act.fields.entries
        for role in act.texts(name.text)
    )
    known = tuple(dict.fromkeys((*ROLES, *asked)))
    yield from _readers(readers, acts, people)
    for name, _value in people.fields.entries:
        person = people.mapping(name.text)
        for written in person.scalars("roles"):
            if written.text in known:
                continue
            near = _slip_of(written.text, known)
            if near:
                yield _problem(person, "roles", written, near, known)
            else:
                yield replace(_problem(person, "roles", written, None, known), kind="idle-role")


def _readers(reader: Reader, acts: Iterable[Reader], people: Reader) -> Iterator[Problem]:
    """Yield the roles asked to read that nothing else knows: nobody would ever be asked."""
    named = (
        role for act in acts for name, _v in act.fields.entries for role in act.texts(name.text)
    )
    held = (
        role
        for name, _v in people.fields.entries
        for role in people.mapping(name.text).texts("roles")
    )
    known = tuple(dict.fromkeys((*ROLES, *named, *held)))
    for name, _value in reader.fields.entries:
        yield from _among(reader, name.text, known)


def _slip_of(word: str, words: tuple[str, ...]) -> str | None:
    # Loaded only when a word is not known: start-up is part of every command.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.casefold(), words, n=1, cutoff=_SURE)), None)


def _problem(
    reader: Reader, key: str, written: Scalar, near: str | None, words: tuple[str, ...]
) -> Problem:
    values = (
        ("field", f"{reader.prefix}{key}"),
        ("written", written.text),
        ("near", near or ""),
        ("words", ", ".join(words)),
    )
    return Problem("unknown-word", Location(reader.path, written.line, written.column), values)
