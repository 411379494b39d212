"""`smq file`: a signed or filled-in file becomes a record, with its sidecar; never altered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import PurePath
from typing import Any

from ruamel.yaml import YAML

from smq import private
from smq.errors import SmqError
from smq.i18n import _
from smq.load.filed import FOLDER
from smq.model import Change, Document, QualitySystem, Settings, text_of
from smq.model.filed import FiledRecord
from smq.operations.field_values import Context
from smq.operations.identifiers import NewId, unused
from smq.operations.people import is_stranger, known_person, person
from smq.slug import slug

_LARGEST = 50_000_000
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_ENDING = re.compile(r"\.[a-z0-9]{1,10}")
_EXECUTED = frozenset(
    {".exe", ".bat", ".cmd", ".com", ".js", ".vbs", ".ps1", ".sh", ".scr", ".msi"}
)


@dataclass(frozen=True, slots=True)
class Filing:
    """What the person says of a record.

    Attributes:
        title: of the record; empty = that of the form.
        dated: of the record.
        signatories: ids or names.
        outside: place and reference of a file that stays elsewhere, None when it is filed here.
        filed: the day of filing.
        by: who files it, id or name; None when nobody knows.
    """

    title: str
    dated: date
    signatories: tuple[str, ...]
    outside: str | None
    filed: date
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Filed:
    """The record's id, where its file stands (or stays), and what to write."""

    id: str
    place: str
    changes: tuple[Change, ...]


def file_record(
    system: QualitySystem,
    form: Document,
    name: str,
    content: bytes,
    filing: Filing,
    new_id: NewId,
) -> Filed:
    """Return a record to write: the file as it is, and its sidecar.

    Args:
        system: the platform, its records read.
        form: the form, model or other document that the file fills in or signs.
        name: of the file.
        content: its bytes.
        filing: what the person says of it.
        new_id: source of identifiers.

    Raises:
        SmqError: the file is empty, too large, a program, no PDF though named so, or was filed
            already.
    """
    digest = private.digest_of(content)
    _refuse(name, content, digest, system)
    identity = unused(new_id, {record.id for record in system.records})
    title = " ".join(filing.title.split()) or form.title
    stem = f"{form.code_text}_{filing.dated.isoformat()}_{slug(title)}_{identity}"
    folder = f"{FOLDER}/{form.process or form.type or 'AUTRES'}"
    kept_name = None if filing.outside else stem + _ending(name)
    kept = _retention(form, system)
    sidecar = _sidecar(identity, title, form, filing, kept_name, digest, kept)
    changes = [Change(f"{folder}/{stem}.yaml", None, sidecar)]
    if kept_name:
        changes.insert(0, Change(f"{folder}/{kept_name}", None, content))
    place = filing.outside or f"{folder}/{kept_name}"
    return Filed(identity, place, tuple(changes))


def _ending(name: str) -> str:
    """Return the ending of a file's name; `.yaml` is that of the sidecar beside it."""
    ending = PurePath(name).suffix.lower()
    return {".yaml": ".yml"}.get(ending, ending) if _ENDING.fullmatch(ending) else ""


def _refuse(name: str, content: bytes, digest: str, system: QualitySystem) -> None:
    if not content:
        raise SmqError(_("«{name}» is empty."), _("Check the file, then file it."), name=name)
    if len(content) > _LARGEST:
        raise SmqError(
            _("«{name}» is larger than 50 MB: it would weigh on every copy of the folder."),
            _("Leave it where it is and file its place: --outside PLACE"),
            name=name,
        )
    if PurePath(name).suffix.lower() in _EXECUTED:
        raise SmqError(_("«{name}» is a program, not a record."), None, name=name)
    if not _is_what_it_says(name, content):
        raise SmqError(
            _("«{name}» is named as a PDF and is none."),
            _("Open it to see what it is: scan or export the signed document again as a PDF."),
            name=name,
        )
    same = next((record for record in system.records if record.sha256 == digest), None)
    if same:
        raise SmqError(
            _("«{name}» was filed already: {place}."),
            _("Nothing is filed twice; correct {sidecar} if it says something wrong."),
            name=name,
            place=same.file or same.outside or "",
            sidecar=same.location.path,
        )


def _is_what_it_says(name: str, content: bytes) -> bool:
    """Return whether a file named as a PDF is one: readers allow some bytes before its mark."""
    return PurePath(name).suffix.lower() != ".pdf" or _PDF in content[:_PDF_WITHIN]


def _retention(form: Document, system: QualitySystem) -> dict[str, Any] | None:
    """Return how long a record is kept: as the rows of the register that its form feeds."""
    register = system.registers.get(text_of(form.field("registre")) or "")
    if register is None or register.schema.retention.months is None:
        return None
    retention = register.schema.retention
    said = {"duree": retention.months, "depuis": retention.since, "sort": retention.outcome}
    return {key: value for key, value in said.items() if value is not None}


def _sidecar(
    identity: str,
    title: str,
    form: Document,
    filing: Filing,
    name: str | None,
    digest: str,
    retention: dict[str, Any] | None,
) -> bytes:
    said: dict[str, Any] = {
        "id": identity,
        "titre": title,
        "formulaire": form.code_text,
        "formulaire_id": form.id,
        "version_formulaire": form.version or None,
        "date": filing.dated,
        "signataires": list(filing.signatories),
        "fichier": name,
        "emplacement": filing.outside,
        "sha256": digest,
        "conservation": retention,
        "depose_le": filing.filed,
        "depose_par": filing.by,
    }
    return _yaml({key: value for key, value in said.items() if value not in (None, [])})


def _yaml(values: dict[str, Any]) -> bytes:
    writer = YAML()
    writer.allow_unicode = True
    writer.width = 10_000
    # Two equal dates would be written as one anchor and its alias, which no reader of ours takes.
    writer.representer.ignore_aliases = lambda _data: True
    stream = StringIO()
    writer.dump(values, stream)
    return stream.getvalue().encode()


def verify_record(record: FiledRecord, before: bytes, day: date) -> Change:
    """Return the change that notes that a file kept elsewhere was seen and is the one filed.

    Args:
        record: whose file was seen.
        before: bytes of its sidecar.
        day: of the look.
    """
    editor = YAML()
    editor.width = 10_000
    editor.preserve_quotes = True
    values = editor.load(before.decode())
    values["verifie_le"] = day
    stream = StringIO()
    editor.dump(values, stream)
    return Change(record.location.path, before, stream.getvalue().encode())


def signatories(words: Sequence[str], context: Context) -> tuple[str, ...]:
    """Return the people of `smq.yaml` that words stand for, by their id.

    A platform that lists nobody takes a full name as it is.

    Raises:
        SmqError: a word may be several people, or names nobody.
    """
    typed = [word for word in map(str.strip, words) if word]
    for word in typed:
        _refuse_outsider(context.system.settings, word)
    return tuple(person(context, "--signed-by", word) for word in typed)


def _refuse_outsider(settings: Settings, word: str) -> None:
    """Raise for the full name of nobody in `smq.yaml`: it must be said as that of an outsider."""
    if not is_stranger(settings, word):
        return
    try:
        known_person(settings, "--signed-by", word)
    except SmqError as error:
        near = error.values.get("near")
        hint = _NEAR_OR_OUTSIDE if near else _OUTSIDE
        raise SmqError(error.message, hint, **error.values) from error


_OUTSIDE = _("People: {people}. For somebody outside the platform: --signed-outside NAME")
_NEAR_OR_OUTSIDE = _("Nearest: {near}. For somebody outside the platform: --signed-outside NAME")


def outsiders(words: Sequence[str], context: Context) -> tuple[str, ...]:
    """Return the names of people outside the platform who signed, as typed.

    Raises:
        SmqError: one is a person of `smq.yaml`, or names stay out of the platform's folder.
    """
    settings = context.system.settings
    typed = [" ".join(word.split()) for word in words if word.strip()]
    for word in typed:
        known = settings.person(word)
        if known is not None:
            raise SmqError(
                _("--signed-outside: «{typed}» is {person} in smq.yaml."),
                _("Write --signed-by {person}."),
                typed=word,
                person=known.id,
            )
        if settings.identifiers_only:
            raise SmqError(
                _("--signed-outside: names stay out of this folder («{typed}»)."),
                _("Leave this option out: the name stands in the file itself."),
                typed=word,
            )
    return tuple(typed)
