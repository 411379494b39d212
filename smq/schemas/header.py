"""The schema of a document's header: the fields of every type, then those of its own type."""

from collections.abc import Iterable, Mapping

from smq.i18n import _
from smq.model import REVIEW_RESULTS, WRITTEN, DocumentType, FieldType
from smq.rules.syntax.incomplete_approval import MODES, ROLES
from smq.rules.syntax.missing_field import REQUIRED
from smq.rules.syntax.unknown_audience import AUDIENCES
from smq.rules.syntax.unknown_field import KNOWN
from smq.schemas.shapes import (
    Schema,
    Shapes,
    choice,
    day,
    listing,
    mapping,
    needed_text,
    open_mapping,
    or_placeholder,
    text,
    texts,
    when,
    whole,
    yes_or_no,
)

TITLE = _("Header of a document")


def header_schema(types: Mapping[str, DocumentType], language: str) -> Schema:
    """Return the schema.

    Args:
        types: of the platform, by code; with none, the fields of a type are not known, and a
            header may hold any.
        language: of the labels of those fields.
    """
    shapes = {**_identity(), **_life(), **_links(), **_own_or_text(types)}
    if not types:
        shape = mapping(KNOWN, shapes, needed=REQUIRED)
        return {**shape, "type": "object", "additionalProperties": True}
    typed = [when("type", code, _of_type(type_, language)) for code, type_ in types.items()]
    shape = open_mapping({key: shapes.get(key, {}) for key in KNOWN}, needed=REQUIRED)
    names = {*KNOWN, *(field.name for type_ in types.values() for field in type_.fields)}
    every = {"propertyNames": {"enum": sorted(names)}}
    return {**shape, "type": "object", **every, "allOf": typed}


def _identity() -> Shapes:
    return {
        "id": text(_("Permanent identifier, given by smq.")),
        "code": needed_text(_("Code, given by smq new.")),
        "titre": needed_text(_("Title of the document.")),
        "processus": text(_("Code of the process.")),
        "alias": texts(_("Codes that it bore before.")),
        "modele": text(_("Model of the kit that it grew from.")),
        "plateaux": texts(_("Technical units concerned; none: all.")),
        "original": text(_("File beside it that is the master, Word, Excel or PDF.")),
    }


def _life() -> Shapes:
    return {
        "version": text(_("Last version approved; empty before.")),
        "statut": choice(tuple(WRITTEN), _("State of the document.")),
        "date_application": day(_("Date from which it applies.")),
        "prochaine_revue": day(_("Date of the next review.")),
        "historique": listing(_version(), _("Versions, in order.")),
        "approbations": listing(_approval(), _("Approvals given.")),
        "refus": listing(_refusal(), _("Versions under way that went back to their author.")),
        "revues": listing(_review(), _("Reviews of the versions in force.")),
        "confirmations": listing(
            _confirmation(), _("Versions of the documents cited with which this one still holds.")
        ),
        "diffusion": or_placeholder(choice(AUDIENCES, _("Who may read it."))),
        "redacteur": text(_("Who writes it: identifier of a person, or a name.")),
        "verificateur": text(_("Who verifies it: identifier of a person, or a name.")),
        "approbateur": text(_("Who approves it: identifier of a person, or a name.")),
        "genere": yes_or_no(_("Whether smq writes the text when it makes the Word file.")),
    }


def _links() -> Shapes:
    kinds = {"type": "object", "additionalProperties": texts("")}
    links = {"anyOf": [kinds, texts("")], "description": _("Kind of link → codes of documents.")}
    return {
        "liens": links,
        "criteres": texts(_("Criteria that it answers.")),
        "remplace": texts(_("Codes of the documents that it replaces.")),
        "tables": texts(_("Tables of the register.")),
        "contenu": texts(_("What the generated document gathers.")),
    }


def _own_or_text(types: Mapping[str, DocumentType]) -> Shapes:
    words = tuple(types)
    shape = choice(words, "") if words else needed_text("")
    return {"type": {**shape, "description": _("Type of document.")}}


def _version() -> Schema:
    return open_mapping(
        {
            "version": text(_("Number of the version.")),
            "date": day(_("Date of the version.")),
            "objet": text(_("What was changed.")),
            "par": text(_("By whom: identifier of a person, or a name.")),
        }
    )


def _refusal() -> Schema:
    return open_mapping(
        {
            "version": text(_("Number of the version.")),
            "date": day(_("Date of the refusal.")),
            "par": text(_("By whom: identifier of a person, or a name.")),
            "motif": text(_("Why.")),
        }
    )


def _review() -> Schema:
    return open_mapping(
        {
            "version": text(_("Number of the version.")),
            "date": day(_("Date of the review.")),
            "par": text(_("By whom: identifier of a person, or a name.")),
            "resultat": choice(REVIEW_RESULTS, _("What it found.")),
            "note": text(_("What was said.")),
        }
    )


def _confirmation() -> Schema:
    return open_mapping(
        {
            "cible": text(_("Permanent identifier of the document cited, else its code.")),
            "version": text(_("Number of the version.")),
            "date": day(_("Date of the confirmation.")),
            "par": text(_("By whom: identifier of a person, or a name.")),
        }
    )


def _approval() -> Schema:
    return open_mapping(
        {
            "version": text(_("Number of the version.")),
            "par": text(_("By whom: identifier of a person, or a name.")),
            "role": choice(ROLES, _("In what role.")),
            "date": day(_("Date of the approval.")),
            "mode": choice(MODES, _("How it was given.")),
            "preuve": text(_("File that proves it.")),
            "saisie_par": text(_("Who wrote this line, when it is somebody else.")),
            "empreinte": text(_("Fingerprint of what was approved.")),
            "empreinte_preuve": text(_("Fingerprint of the file that proves it.")),
        }
    )


def _of_type(type_: DocumentType, language: str) -> Schema:
    names = dict.fromkeys((*KNOWN, *(field.name for field in type_.fields)))
    return {
        "properties": {field.name: _field(field, language) for field in type_.fields},
        "propertyNames": {"enum": [*names]},
    }


def _field(field: FieldType, language: str) -> Schema:
    match field.kind:
        case "choix":
            shape = or_placeholder(choice(field.choices, ""))
        case "oui_non":
            shape = or_placeholder(yes_or_no(""))
        case "entier":
            shape = or_placeholder(whole(""))
        case "liste":
            shape = texts("")
        case "table":
            shape = listing(_row(field.columns, language), "")
        case _:
            shape = text()
    return {**shape, "title": field.label(language)}


def _row(columns: Iterable[FieldType], language: str) -> Schema:
    return open_mapping({column.name: _field(column, language) for column in columns})
