"""Who is meant by what a person typed: an identifier, a name, part of a name."""

from collections.abc import Sequence

from smq.errors import SmqError
from smq.i18n import _
from smq.kit.typed import is_person
from smq.lifecycle import names_someone
from smq.links.folding import fold
from smq.model import Person, Settings, nearest
from smq.model.people import name_words
from smq.operations.field_values import Context

_LONG_ENOUGH = 4
"""Letters of a word of a name that a slip may be compared with."""


def person(context: Context, field: str, typed: str) -> str:
    """Return the identifier of the person meant: by identifier, name or part of a name.

    The name of somebody who is not in smq.yaml is returned as typed, with a remark.

    Raises:
        SmqError: several people match; or nobody does, and it is no full name, or names stay out
            of the platform's folder.
    """
    settings = context.system.settings
    found = _meant(settings.people, typed)
    if len(found) == 1:
        return found[0].id
    if found:
        raise SmqError(
            _("{field}: «{typed}» may be several people."),
            _("Write the identifier: {people}."),
            field=field,
            typed=typed,
            people=_listed(found),
        )
    if not names_someone(typed):
        return typed
    near = _nearest(settings.people, typed)
    _refuse_nobody(settings, field, typed, near)
    if settings.people:
        context.remark(
            _("{field}: «{typed}» is nobody in smq.yaml; the name is written as typed.")
            if near is None
            else _(
                "{field}: «{typed}» is nobody in smq.yaml; the name is written as typed."
                " Nearest: {near}."
            ),
            field=field,
            typed=typed,
            near=near or "",
        )
    return typed


def with_address(settings: Settings, address: str) -> Person | None:
    """Return the one person whose commits bear an e-mail address, None when it is not known."""
    folded = address.strip().casefold()
    found = [p for p in settings.people if folded in (git.strip().casefold() for git in p.git)]
    return found[0] if len(found) == 1 else None


def is_stranger(settings: Settings, typed: str) -> bool:
    """Return whether `person` would write a name of nobody in smq.yaml, when it lists people."""
    return (
        bool(settings.people)
        and not settings.identifiers_only
        and not _meant(settings.people, typed)
        and (settings.foreign or is_person(typed))
    )


def _meant(people: Sequence[Person], typed: str) -> Sequence[Person]:
    word, words = fold(typed), name_words(typed)
    exact = [p for p in people if word == fold(p.id) or (words and words in _names(p))]
    return exact or [p for p in people if words and _holds(p, words)]


def _names(person: Person) -> tuple[tuple[str, ...], ...]:
    return name_words(person.name), name_words(person.private_name or "")


def _holds(person: Person, words: tuple[str, ...]) -> bool:
    """Return whether each word typed is part of a word of the person's name."""
    return any(all(any(w in own for own in name) for w in words) for name in _names(person))


def _nearest(people: Sequence[Person], typed: str) -> str | None:
    """Return the identifier and name that look most like a text, whatever the order of words."""
    known = {fold(person.id): person for person in people}
    for one in people:
        words = name_words(one.spoken_name)
        known.setdefault(" ".join(words), one)
        known.update({word: one for word in words if len(word) >= _LONG_ENOUGH})
    near = nearest(" ".join(name_words(typed)), tuple(known))
    return _listed([known[near]]) if near else None


def _listed(people: Sequence[Person]) -> str:
    return ", ".join(f"{p.id} ({p.spoken_name})" for p in people)


def _refuse_nobody(settings: Settings, field: str, typed: str, near: str | None) -> None:
    """Raise when what was typed cannot be written as the name of somebody outside smq.yaml."""
    if settings.identifiers_only:
        raise SmqError(
            _("{field}: «{typed}» is nobody in smq.yaml, and names stay out of this folder."),
            _("Nearest: {near}.")
            if near
            else _("Write an identifier: {people}. Somebody new gets one under «personnes» first."),
            field=field,
            typed=typed,
            near=near or "",
            people=", ".join(person.id for person in settings.people) or "–",
        )
    if settings.foreign or (is_person(typed) and not any(sign.isdigit() for sign in typed)):
        return
    raise SmqError(
        _("{field}: «{typed}» is nobody in smq.yaml, and no full name of a person."),
        _("Nearest: {near}.")
        if near
        else _("Write first name and name, or an identifier of smq.yaml: {people}."),
        field=field,
        typed=typed,
        near=near or "",
        people=", ".join(person.id for person in settings.people) or "–",
    )


def known_person(settings: Settings, field: str, typed: str) -> Person:
    """Return the person of `smq.yaml` meant: by identifier, name or part of a name.

    Raises:
        SmqError: several people match, or nobody does.
    """
    found = _meant(settings.people, typed)
    if len(found) == 1:
        return found[0]
    if found:
        raise SmqError(
            _("{field}: «{typed}» may be several people."),
            _("Write the identifier: {people}."),
            field=field,
            typed=typed,
            people=_listed(found),
        )
    near = _nearest(settings.people, typed)
    hint = _("People: {people}.") if settings.people else _("Name them under «personnes» first.")
    raise SmqError(
        _("{field}: «{typed}» is nobody in smq.yaml."),
        _("Nearest: {near}.") if near else hint,
        field=field,
        typed=typed,
        near=near or "",
        people=_listed(settings.people),
    )
