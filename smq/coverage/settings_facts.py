"""What `smq.yaml` says, under the names that conditions and `fait` use."""

from collections.abc import Mapping

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
        "directeurs": tuple(unit.director for unit in settings.units if unit.director),
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
