"""JSON schemas of the files that people write, made from what their readers know."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from smq.i18n import Translator
from smq.load.doctypes import PINNED
from smq.model import DocumentType
from smq.root import FILE_NAME
from smq.schemas import (
    chain,
    doctype,
    due_sources,
    evaluation,
    header,
    kit,
    questions,
    record,
    referential,
    register,
    settings,
)
from smq.schemas.shapes import Schema

FOLDER = f"{PINNED}/schemas"
"""Where a platform keeps them."""
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
Types = Mapping[str, DocumentType]


@dataclass(frozen=True, slots=True)
class Described:
    """A schema.

    Attributes:
        name: as typed after `smq schema`.
        title: msgid, what the files are.
        make: types of the platform and language → the schema, its sentences msgids.
        files: globs of the files of a platform that an editor holds to it, from the root.
    """

    name: str
    title: str
    make: Callable[[Types, str], Schema]
    files: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Return the POSIX path of its file in a platform's folder."""
        return f"{FOLDER}/{self.name}.json"


def _whatever_types(make: Callable[[], Schema]) -> Callable[[Types, str], Schema]:
    return lambda _types, _language: make()


SCHEMAS: Mapping[str, Described] = {
    described.name: described
    for described in (
        Described(
            "settings", settings.TITLE, _whatever_types(settings.settings_schema), (FILE_NAME,)
        ),
        Described("header", header.TITLE, header.header_schema),
        Described(
            "type",
            doctype.TITLE,
            _whatever_types(doctype.type_schema),
            (f"{PINNED}/types/*.yaml",),
        ),
        Described(
            "register",
            register.TITLE,
            _whatever_types(register.register_schema),
            (f"{PINNED}/registres/*.yaml",),
        ),
        Described(
            "referential",
            referential.TITLE,
            _whatever_types(referential.referential_schema),
            (f"{PINNED}/referentiels/*.yaml",),
        ),
        Described(
            "chain",
            chain.TITLE,
            _whatever_types(chain.chain_schema),
            (f"{PINNED}/chaines/*.yaml",),
        ),
        Described(
            "dates",
            due_sources.TITLE,
            _whatever_types(due_sources.due_sources_schema),
            (f"{PINNED}/echeances.yaml",),
        ),
        Described(
            "evaluation",
            evaluation.TITLE,
            _whatever_types(evaluation.evaluation_schema),
            ("evaluation.yaml",),
        ),
        Described(
            "record",
            record.TITLE,
            _whatever_types(record.record_schema),
            ("enregistrements/*.yaml", "enregistrements/**/*.yaml"),
        ),
        Described("kit", kit.TITLE, _whatever_types(kit.kit_schema)),
        Described("questions", questions.TITLE, _whatever_types(questions.questions_schema)),
    )
}
"""Name → schema, in the order in which they are listed."""
OF_A_KIT = ("kit", "questions")
"""Schemas of files that a platform does not hold."""


def schema_text(name: str, types: Types, translate: Translator) -> str:
    """Return a schema as JSON, its titles and descriptions in a language.

    Args:
        name: one of `SCHEMAS`.
        types: of the platform; only `header` looks at them.
        translate: into that language.
    """
    described = SCHEMAS[name]
    made = {
        "$schema": _DRAFT,
        "title": described.title,
        **described.make(types, translate.language),
    }
    top = {**made, "type": "object"}
    return json.dumps(_translated(top, translate), ensure_ascii=False, indent=2) + "\n"


def _translated(part: object, translate: Translator) -> object:
    if isinstance(part, dict):
        return {
            key: translate(value)
            if key in ("title", "description") and isinstance(value, str)
            else _translated(value, translate)
            for key, value in part.items()
        }
    if isinstance(part, list | tuple):
        return [_translated(item, translate) for item in part]
    return part
