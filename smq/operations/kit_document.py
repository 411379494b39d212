"""A document of the kit for a platform that exists already: its title, header and text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from smq.errors import SmqError
from smq.kit import Kit, Texts, functions, read_kit, to_complete
from smq.kit.answers import completed, text_names
from smq.model import QualitySystem, Settings, Status


@dataclass(frozen=True, slots=True)
class KitText:
    """What a document of the kit begins with, filled in with what the platform says of itself.

    Attributes:
        title: of the kit.
        header: further fields, links among them.
        body: its text.
    """

    title: str
    header: Mapping[str, Any]
    body: str


def kit_text(system: QualitySystem, model: str) -> KitText | None:
    """Return the text of the kit for a model, None when the platform's kit has none.

    Args:
        system: the platform: its settings fill the text, its documents give the codes cited.
        model: name of the document in the kit, with or without the name of the kit before it.
    """
    try:
        kit = read_kit(system.settings.kit or "")
    except SmqError:
        # A platform may have been made from a kit that is not installed here.
        return None
    name = model.rpartition("/")[2]
    document = next((d for d in kit.documents if d.model == name), None)
    if document is None:
        return None
    codes = _codes(system)
    names = {**text_names(kit, completed(kit, {})), **_names(system.settings, kit)}
    texts = Texts({**names, **functions(codes, kit.language)}, kit.language)
    header, body = texts.document(kit.read(f"documents/{document.file}"), document.file)
    title = " ".join(str(header.pop("titre", name)).split())
    links = header.pop("liens", None)
    if isinstance(links, Mapping):
        header["liens"] = {
            str(kind): found
            for kind, models in links.items()
            if (found := [codes[m] for m in dict.fromkeys(models) if m in codes])
        }
    return KitText(title, header, body)


def _codes(system: QualitySystem) -> dict[str, str]:
    """Return the codes of the living documents by their model in the kit."""
    return {
        (document.model or "").rpartition("/")[2]: document.code_text
        for document in reversed(system.documents)
        if document.model and document.code_text and document.status is not Status.WITHDRAWN
    }


def _names(settings: Settings, kit: Kit) -> dict[str, object]:
    """Return what the texts of a kit may name, as the settings say it."""
    language = kit.language

    def shown(word: str | None, expected: str) -> str:
        person = settings.person(word)
        if person is None:
            return word or to_complete(expected, language)
        return person.id if settings.identifiers_only else person.name

    said: dict[str, object] = {
        "nom": settings.name,
        "sigle": settings.acronym or settings.name,
        "tutelles": list(settings.supervisors),
        "activites": settings.activities,
        "accompagnement": settings.label.coaching,
        "identifiants": "identifiants" if settings.identifiers_only else "noms",
        "visas": settings.visas,
        "plateaux": [{"nom": area.name, "site": area.site or ""} for area in settings.areas],
        "unites": [
            {"nom": unit.name, "directeur": shown(unit.director, "direction de l’unité")}
            for unit in settings.units
        ],
        "personnes": [
            {"id": p.id, "nom": shown(p.id, ""), "fonction": p.function, "roles": list(p.roles)}
            for p in settings.people
        ],
    }
    for key, role in (("responsable", "responsable"), ("referent_qualite", "qualite")):
        holders = settings.holders(role)
        if holders:
            said[key] = shown(holders[0].id, "")
    return {key: value for key, value in said.items() if value not in (None, "", [])}
