"""Everything that a platform attaches to a person, from its settings, documents and registers."""

from collections.abc import Iterator

from smq.departure.documents import in_documents
from smq.departure.held import Fate, Held, RoleSpot, SettingSpot
from smq.departure.tables import in_tables
from smq.i18n import _
from smq.lifecycle import same_person
from smq.model import Location, Person, QualitySystem

_SETTINGS = Location("smq.yaml")
_ROLES = _("Roles of the platform")
_PROCESSES = _("Processes")


def attached(system: QualitySystem, person: Person) -> tuple[Held, ...]:
    """Return all that is attached to a person: settings first, then documents, then registers.

    Args:
        system: the platform, its registers read.
        person: of `smq.yaml`.
    """
    return (
        *_roles(system, person),
        *_processes(system, person),
        *in_documents(system, person),
        *in_tables(system, person),
    )


def _roles(system: QualitySystem, person: Person) -> Iterator[Held]:
    for role in person.roles:
        others = [p.spoken_name for p in system.settings.holders(role) if p.id != person.id]
        title = _("{role}, held by {others} too") if others else _("{role}, held by nobody else")
        values = {"role": role, "others": ", ".join(others)}
        yield Held(_ROLES, title, Fate.HANDED, _SETTINGS, RoleSpot(role), values)
    for unit in system.settings.units:
        if same_person(unit.director, person.id, system.settings):
            spot = SettingSpot("unites", "nom", unit.name, "directeur")
            title = _("director of {unit}")
            yield Held(_ROLES, title, Fate.HANDED, _SETTINGS, spot, {"unit": unit.name})


def _processes(system: QualitySystem, person: Person) -> Iterator[Held]:
    for process in system.settings.processes:
        for field, word, title in (
            ("pilote", process.owner, _("owner of {process} – {title}")),
            ("suppleant", process.deputy, _("deputy of {process} – {title}")),
        ):
            if same_person(word, person.id, system.settings):
                spot = SettingSpot("processus", "code", process.code, field)
                values = {"process": process.code, "title": process.title}
                yield Held(_PROCESSES, title, Fate.HANDED, _SETTINGS, spot, values)
