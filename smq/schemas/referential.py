"""The schema of a referential (`referentiel/referentiels/*.yaml`)."""

from enum import StrEnum

from smq.i18n import LANGUAGES, _
from smq.load.referential import CRITERION_KEYS, KEYS
from smq.model.referential import STAGES, Level, Mark, Nature
from smq.schemas.evidence import DEFINITION, REFERENCE, evidence_schema
from smq.schemas.shapes import (
    Schema,
    choice,
    listing,
    mapping,
    needed_text,
    open_mapping,
    several,
    text,
)

TITLE = _("Referential and its criteria (referentiel/referentiels)")


def referential_schema() -> Schema:
    """Return the schema."""
    shape = mapping(
        KEYS,
        {
            "nom": text(_("Name of the referential, that of its file.")),
            "titre": text(_("Title of the referential.")),
            "version": text(_("Version of these criteria.")),
            "mention": text(_("What every output says of it.")),
            "langue": choice(LANGUAGES, _("Language of the criteria.")),
            "chapitres": listing(_chapter(), _("Chapters, in order.")),
            "criteres": listing(_criterion(), _("Criteria, in order.")),
        },
    )
    return {**shape, "$defs": {DEFINITION: evidence_schema()}}


def _chapter() -> Schema:
    return open_mapping(
        {
            "code": needed_text(_("Code of the chapter, named by criteria.")),
            "titre": text(_("Title of the chapter.")),
        },
        needed=("code",),
    )


def _criterion() -> Schema:
    shape = mapping(
        CRITERION_KEYS,
        {
            "id": needed_text(_("Identifier, for example INF-PR-01.")),
            "chapitre": text(_("Code of its chapter.")),
            "titre": text(_("What is asked.")),
            "niveau": choice(_words(Level), _("How much it weighs.")),
            "marque": choice(_words(Mark), _("Where it comes from.")),
            "etapes": several(choice(STAGES, ""), _("Stages at which it is looked at.")),
            "si": text(_("Condition on smq.yaml: applies when it holds.")),
            "nature": choice(_words(Nature), _("Who can tell: the tool, a person or a reader.")),
            "preuve": REFERENCE,
            "sources": listing(_source(), _("Texts that it comes from.")),
            "aide": text(_("What an evaluator looks at.")),
        },
        needed=("id",),
    )
    others = [nature.value for nature in Nature if nature is not Nature.COMPUTED]
    not_computed = {"properties": {"nature": {"enum": others}}, "required": ["nature"]}
    return {**shape, "if": not_computed, "else": {"required": ["preuve"]}}


def _source() -> Schema:
    return open_mapping(
        {
            "type": text(_("The text: programme, page, iso9001.")),
            "section": text(_("Section of the text.")),
            "edition": text(_("Edition of a standard.")),
            "clause": text(_("Clause of a standard.")),
        }
    )


def _words(choices: type[StrEnum]) -> tuple[str, ...]:
    return tuple(word.value for word in choices)
