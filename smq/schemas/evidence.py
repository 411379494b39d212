"""The grammar of `preuve`: one part of a schema for each sort of evidence of `smq/coverage/`."""

from collections.abc import Callable, Mapping

from smq.coverage.evidence import SORTS
from smq.coverage.settings_facts import settings_facts
from smq.coverage.sort import Option, Sort
from smq.i18n import _
from smq.model import Settings
from smq.rules.syntax.unknown_audience import AUDIENCES
from smq.schemas.shapes import (
    Schema,
    choice,
    mapping,
    suggestion,
    text,
    texts,
    whole,
    yes_or_no,
)

DEFINITION = "preuve"
REFERENCE: Schema = {"$ref": f"#/$defs/{DEFINITION}"}
"""Evidence holds evidence: it stands once in a schema, and is named elsewhere."""

SAID_OF_SORTS = {
    "tout": _("Every piece of evidence of the list holds."),
    "un_de": _("One piece of evidence of the list is enough."),
    "sauf": _("The evidence must not hold."),
    "document": _("A document is in force and filled in."),
    "section": _("A section of a document in force holds something."),
    "registre": _("A table has rows that satisfy a condition."),
    "couvre": _("Each row of a table, or each process, is covered by something."),
    "fait": _("smq.yaml says something."),
    "fichier": _("Filled-in or signed copies of a model are filed and intact."),
    "chaine": _("Dossiers can be walked from end to end."),
    "declaration": _("A person answered «satisfait» in evaluation.yaml."),
    "criteres": _("Criteria of another referential hold."),
}
SAID_OF_OPTIONS = {
    "modele": _("Model that the document was made from, without the name of the kit."),
    "type": _("Type of document."),
    "par": _("What it is asked for each of, or what covers."),
    "tous": _("True: each document of that model or type, not one alone."),
    "remplis": _("Fields or columns that must hold something."),
    "diffusion": _("Audience asked."),
    "a_jour": _("Whether its review must not be overdue."),
    "titre": _("Title of the section."),
    "lignes": _("Least number of rows in its tables."),
    "registre": _("Name of the table."),
    "colonne": _("Column that names what is covered."),
    "champ": _("Field of the header that names what is covered."),
    "cle": _("Column that names a row, when it is not the key."),
    "processus": _("Cover each process instead of rows."),
    "ou": _("Condition on the rows that count."),
    "date": _("Column by which rows are recent."),
    "depuis_mois": _("Only what is not older than so many months."),
    "signe_par": _("Fact of smq.yaml whose people each signed a copy."),
    "au_moins": _("Least number."),
    "resolus": _("Columns that must lead to existing rows."),
    "chaque": _("Condition that each row must satisfy."),
    "aucun": _("True: no row may be chosen."),
    "dit": _("In words: what is asked, for people."),
    "regle": _("In words: what each row must satisfy."),
    "fait": _("Fact of smq.yaml."),
    "parmi": _("Values that count."),
    "si": _("Condition on the facts of smq.yaml."),
    "fichier": _("Model whose copies are filed."),
    "chaine": _("Name of the chain."),
    "critere": _("Criterion that was answered."),
    "criteres": _("Criteria of the other referential."),
}
"""Option of a sort → what stands there."""
_FACTS = tuple(settings_facts(Settings(name="")))
_BY_KIND: Mapping[Option, Callable[[str], Schema]] = {
    Option.TEXT: text,
    Option.TEXTS: texts,
    Option.NUMBER: whole,
    Option.TRUTH: yes_or_no,
    Option.CONDITION: text,
}


def evidence_schema() -> Schema:
    """Return what one piece of evidence is: a word that names its sort, and its options."""
    return {
        "type": "object",
        "properties": {word: {"description": SAID_OF_SORTS.get(word, "")} for word in SORTS},
        "anyOf": [{"required": [word]} for word in SORTS],
        "allOf": [
            {"if": {"required": [sort.word]}, "then": _sort_schema(sort)} for sort in SORTS.values()
        ],
    }


def _sort_schema(sort: Sort) -> Schema:
    word, said = sort.word, SAID_OF_SORTS.get(sort.word, "")
    if sort.branches:
        # One piece of evidence alone is a list of one.
        listed: Schema = {"type": "array", "minItems": 1, "items": REFERENCE}
        inner: Schema = {"description": said, "anyOf": [REFERENCE, listed]}
        return mapping((word,), {word: inner})
    options = {key: _option(sort, key, kind) for key, kind in sort.options.items()}
    below = mapping((word,), {word: {**mapping(tuple(options), options, said), "type": "object"}})
    if word not in options:
        return below
    # The options stand beside the word when it holds the main one, else below it
    # (`smq/load/referential.py`, `evidence_of`).
    stands_below = {"properties": {word: {"type": "object"}}}
    return {"if": stands_below, "then": below, "else": mapping(tuple(options), options)}


def _option(sort: Sort, key: str, kind: Option) -> Schema:
    said = SAID_OF_OPTIONS.get(key, "")
    if kind is Option.OPTIONS:
        known = sort.below[key]
        inner = {name: _option(sort, name, held) for name, held in known.items()}
        return {**mapping(tuple(known), inner, said), "type": "object"}
    if key == "diffusion":
        return choice(AUDIENCES, said)
    if key == "fait":
        return {**suggestion(_FACTS), "description": said}
    return _BY_KIND[kind](said)
