"""What `smq diff` compares of two versions: header, links, text, pictures, master file."""

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from hashlib import sha256

from smq.cli.diff_versions import Side
from smq.comparing import Change, Comparison, FieldChange, FileChange, compare
from smq.comparing.naming import Naming
from smq.comparing.wording import PEOPLE, field_name
from smq.i18n import Translator, _
from smq.links import index
from smq.load import text
from smq.model import Fields, Items, Node, QualitySystem, Version, text_of
from smq.operations.alterations import Alteration, alterations

_LEFT_OUT = frozenset(
    {
        *("id", "code", "alias", "modele", "version", "statut", "liens", "original"),
        *("approbations", "historique", "refus", "revues", "confirmations"),
    }
)
"""Told otherwise, or no part of what a document says: a number is not a change."""


def comparison(
    before: Side, after: Side, system: QualitySystem, translate: Translator
) -> Comparison:
    """Return what changed between two versions, codes written as they are now."""
    names = index(system)
    then, now = Naming(names, before.codes), Naming(names, after.codes)
    links = (then.cited(before.document), now.cited(after.document))
    headers = (_header(before, then), _header(after, now))
    return Comparison(
        fields=tuple(_fields(*headers, system, translate)),
        links=(
            *((c, t, Change.ADDED) for c, t in links[1].items() if c not in links[0]),
            *((c, t, Change.REMOVED) for c, t in links[0].items() if c not in links[1]),
        ),
        sections=compare(then.in_current_codes(_body(before)), now.in_current_codes(_body(after))),
        pictures=tuple(_pictures(before, after)),
        original=_original(before, after),
    )


def reasons(before: Side, after: Side, translate: Translator) -> tuple[str, ...]:
    """Return what the history of the later version says that the earlier one’s does not."""
    known = {(one.version, one.change) for one in before.document.history}
    return tuple(
        translate(_("Version {version} ({date}): {change}"), **_told(one, translate))
        for one in after.document.history
        if (one.version, one.change) not in known and one.change
    )


def _told(one: Version, translate: Translator) -> dict[str, str]:
    day = translate.date(one.date) if one.date else "–"
    return {"version": one.version, "date": day, "change": one.change}


def _body(side: Side) -> str:
    decoded = text.decode(side.raw)
    return text.split(decoded.text).body if decoded else ""


def _fields(
    before: Mapping[str, object],
    after: Mapping[str, object],
    system: QualitySystem,
    translate: Translator,
) -> Iterator[FieldChange]:
    for change in alterations(before, after):
        said = partial(_value, change, system=system, translate=translate)
        yield FieldChange(
            field_name(change.field, translate), said(change.before), said(change.after)
        )


def _value(
    change: Alteration, value: str | None, *, system: QualitySystem, translate: Translator
) -> str | None:
    if change.field in PEOPLE and (person := system.settings.person(value)):
        return person.name
    try:
        return translate.date(date.fromisoformat(value)) if value else value
    except ValueError:
        return value


def _header(side: Side, names: Naming) -> Mapping[str, object]:
    ours = {theirs: own for own, theirs in side.document.keys}
    found = {
        ours.get(name.text, name.text): _plain(node, names)
        for name, node in side.document.header.entries
    }
    return {name: value for name, value in found.items() if name not in _LEFT_OUT}


def _plain(node: Node, names: Naming) -> object:
    if isinstance(node, Items):
        return [_plain(item, names) for item in node.items]
    if isinstance(node, Fields):
        return {name.text: _plain(value, names) for name, value in node.entries}
    return names.in_current_codes(text_of(node) or "")


def _pictures(before: Side, after: Side) -> Iterator[FileChange]:
    """Yield the pictures that came, went, or are other bytes under the same name."""
    olds, news = _digests(before), _digests(after)
    for path, digest in news.items():
        if path not in olds:
            # One that only changed its place is the same picture.
            if digest is None or digest not in olds.values():
                yield FileChange(path, Change.ADDED, None, digest)
        elif digest != olds[path]:
            yield FileChange(path, Change.CHANGED, olds[path], digest)
    for path, digest in olds.items():
        if path not in news and (digest is None or digest not in news.values()):
            yield FileChange(path, Change.REMOVED, digest, None)


def _digests(side: Side) -> dict[str, str | None]:
    folder = posixpath.dirname(side.document.path)
    return {
        link.path: _digest(side.read(posixpath.normpath(posixpath.join(folder, link.path))))
        for link in side.document.body.pictures
        if link.path and "://" not in link.path
    }


def _original(before: Side, after: Side) -> FileChange | None:
    """Return the change of the file that is the master; its inside is not read."""
    names = before.document.original, after.document.original
    if not any(names):
        return None
    digests = [
        _digest(side.read(posixpath.join(posixpath.dirname(side.document.path), name)))
        if name
        else None
        for side, name in zip((before, after), names, strict=True)
    ]
    if digests[0] == digests[1]:
        return None
    return FileChange(names[1] or names[0] or "", Change.CHANGED, digests[0], digests[1])


def _digest(raw: bytes | None) -> str | None:
    return sha256(raw).hexdigest() if raw is not None else None
