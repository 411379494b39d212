"""What `smq.yaml` says, under the names that conditions and `fait` use."""

from collections.abc import Iterator, Mapping

from smq.lifecycle import names_someone
from smq.model import Settings


def settings_facts(settings: Settings) -> Mapping[str, object]:
    """Return name → text, number, true or false, list of texts, or date."""
    label = settings.label
    return {
        "nom": settings.name,
        "sigle": settings.acronym or "",
        "site_web": settings.website or "",
        "centre_financier": settings.cost_centre or "",
        "tutelles": settings.supervisors,
        "activites": settings.activities,
        "unites": tuple(unit.name for unit in settings.units),
        "directeurs": tuple(_directors(settings)),
        "plateaux": tuple(area.name for area in settings.areas),
        "personnes": tuple(person.name for person in settings.people),
        "responsables": tuple(person.name for person in settings.holders("responsable")),
        "referents_qualite": tuple(person.name for person in settings.holders("qualite")),
        "processus": tuple(process.code for process in settings.processes),
        "familles": tuple(sorted({process.family for process in settings.processes})),
        "pilotes": tuple(p.owner for p in settings.processes if p.owner),
        "suppleants": tuple(p.deputy for p in settings.processes if p.deputy),
        "accompagnement": label.coaching,
        "engagement": label.engagement or "",
        "obtention": label.obtained or "",
        "etape": label.stage,
    }


def _directors(settings: Settings) -> Iterator[str]:
    """Yield who directs each unit, a unit after the other: one of the people when these are listed.

    The identifier where there is one, so that what they sign is known as theirs.
    """
    for unit in settings.units:
        if unit.director and names_someone(unit.director):
            person = settings.person(unit.director)
            if person is not None:
                yield person.id
            elif not settings.people:
                yield unit.director
