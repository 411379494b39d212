"""The three tabs of the sheet, filled from registers, settings and the platform's own texts.

Source: programme text, section Plug in labs Lorraine; the portal's own list of fields is not public
(`domain.md` R28).
"""

from collections.abc import Iterator, Mapping

from smq.i18n import _
from smq.model import QualitySystem
from smq.model.portal import PortalField, PortalTab, PortalText
from smq.model.table import Row

TEXTS = "portail.yaml"
SETTINGS = "smq.yaml"
TEMPLATE = """\
# Textes de la fiche Plug in labs Lorraine ; le reste vient des registres et de smq.yaml.
accroche:
  fr: "[À compléter : une phrase, pour qui et sur quoi]"
  en: "[To complete: one sentence, for whom and on what]"
description:
  fr: "[À compléter : dix lignes au plus]"
  en: "[To complete: ten lines at most]"
mots_cles:
  fr: ["[À compléter : cinq à dix mots d’un usager qui ne connaît pas la technique]"]
  en: ["[To complete: the same words]"]
thematiques: ["[À compléter : thématiques du portail]"]
technologies:
  fr: ["[À compléter : technologies maîtrisées]"]
  en: ["[To complete: the same]"]
reservation_url: "[À compléter : page de demande ou de réservation]"
contact: "[À compléter : adresse partagée, pas celle d’une personne]"
adresse: "[À compléter : bâtiment, rue, ville]"
"""
_SERVICES = {
    "prestation": ("prestation de service", "service"),
    "mise_a_disposition": (
        "utilisation ponctuelle d’un équipement",
        "occasional use of an instrument",
    ),
    "rd": ("collaboration de recherche", "research collaboration"),
    "formation": ("formation", "training"),
}
_EXPERT = 3
"""Level of competence from which a person is a reference (register `competences`)."""


def sheet(system: QualitySystem, texts: Mapping[str, PortalText]) -> tuple[PortalTab, ...]:
    """Return the three tabs.

    Args:
        system: the platform, its registers read.
        texts: of `portail.yaml`.
    """
    holder = _Holder(system, texts)
    return (
        PortalTab("offre", _("Services and training"), tuple(holder.offer())),
        PortalTab("equipements", _("Equipment and technologies"), tuple(holder.equipment())),
        PortalTab("environnement", _("Institutions"), tuple(holder.institutions())),
    )


def missing(tabs: tuple[PortalTab, ...]) -> tuple[tuple[PortalField, bool], ...]:
    """Return the required fields that hold nothing, and (True) those without their English."""
    found: list[tuple[PortalField, bool]] = []
    for tab in tabs:
        for field in tab.fields:
            if field.empty and field.required:
                found.append((field, False))
            elif field.bilingual and field.french and not field.english:
                found.append((field, True))
    return tuple(found)


class _Holder:
    """What a platform holds, by fields of the sheet."""

    def __init__(self, system: QualitySystem, texts: Mapping[str, PortalText]) -> None:
        self.system = system
        self.texts = texts

    def offer(self) -> Iterator[PortalField]:
        """Yield what the platform does for others, with its prices."""
        yield self._own("accroche", _("Tagline"), bilingual=True)
        yield self._own("description", _("Description"), bilingual=True)
        yield self._own("mots_cles", _("Keywords"), bilingual=True)
        yield self._own("thematiques", _("Themes of the portal"))
        known = [_SERVICES[a] for a in self.system.settings.activities if a in _SERVICES]
        yield PortalField(
            "types_service",
            _("Types of service"),
            SETTINGS,
            tuple(french for french, _english in known),
            tuple(english for _french, english in known),
        )
        yield PortalField(
            "prestations", _("Services offered"), "tarifs", self._services("prestation")
        )
        yield PortalField(
            "formations",
            _("Training offered"),
            "catalogue_formations",
            rows=self._training(),
            required="formation" in self.system.settings.activities,
        )
        pages = [row.text("url") for row in self.system.rows("pages_web") if self._is_page(row)]
        public = [row.text("url_publique") for row in self._tariffs() if row.text("url_publique")]
        urls = tuple(dict.fromkeys([*public, *pages]))[:1]
        yield PortalField("tarifs_url", _("Page of the prices"), "tarifs", urls)
        yield self._own("reservation_url", _("Page of requests or booking"), required=False)

    def equipment(self) -> Iterator[PortalField]:
        """Yield what it works with, and what its people know well."""
        rows = tuple(
            (
                ("designation", row.text("designation")),
                ("marque", row.text("marque")),
                ("modele", row.text("modele")),
                ("fonction", row.text("fonction")),
            )
            for row in self.system.rows("equipements")
            if row.value("statut") == "en_service"
        )
        yield PortalField("equipements", _("Equipment in service"), "equipements", rows=rows)
        yield self._own("technologies", _("Technologies"), bilingual=True)
        skills = dict.fromkeys(
            row.text("objet")
            for row in self.system.rows("competences")
            # An activity (validating reports, receiving users) is in-house work, not an offer.
            if row.value("nature") == "methode" and _level(row) >= _EXPERT and row.text("objet")
        )
        yield PortalField(
            "savoir_faire", _("Know-how"), "competences", tuple(skills), required=False
        )

    def institutions(self) -> Iterator[PortalField]:
        """Yield who it belongs to, what it has obtained, how it is reached."""
        settings = self.system.settings
        yield PortalField("tutelles", _("Supervising bodies"), SETTINGS, settings.supervisors)
        units = tuple(unit.name for unit in settings.units)
        yield PortalField("unites", _("Units"), SETTINGS, units)
        yield self._results("reseaux", _("Networks"), "reseau")
        granted = settings.label.obtained
        label = (f"StAR-LUE ({granted.year})",) if granted else ()
        yield PortalField("labels", _("Labels"), SETTINGS, label, required=False)
        yield self._results("projets", _("Projects, current and past"), "contrat")
        yield self._results("brevets", _("Patents that can be transferred"), "brevet")
        yield self._own("contact", _("Shared contact address"))
        yield self._own("adresse", _("Address"))
        website = (settings.website,) if settings.website else ()
        yield PortalField("site_web", _("Website"), SETTINGS, website)
        dates = [
            day
            for row in self.system.rows("pages_web")
            if row.value("contenu") == "plug_in_labs" and (day := row.day("date_verification"))
        ]
        updated = (max(dates).isoformat(),) if dates else ()
        yield PortalField("date_maj", _("Sheet updated on"), "pages_web", updated, required=False)

    def _own(
        self, name: str, label: str, *, bilingual: bool = False, required: bool = True
    ) -> PortalField:
        """Return what only the platform can say."""
        text = self.texts.get(name, PortalText())
        return PortalField(
            name,
            label,
            TEXTS,
            text.french,
            text.english,
            required=required,
            bilingual=bilingual,
        )

    def _results(self, name: str, label: str, kind: str) -> PortalField:
        """Return results of a kind whose partner agreed that they be told."""
        told = tuple(
            f"{row.text('reference')} ({day.year})"
            for row in self.system.rows("valorisation")
            if row.value("type") == kind
            and row.value("accord_partenaire") in ("obtenu", "sans_objet")
            and (day := row.day("date"))
            and row.text("reference")
        )
        return PortalField(name, label, "valorisation", told, required=False)

    def _services(self, activity: str) -> tuple[str, ...]:
        """Return what the prices of an activity are asked for, each once."""
        names = (
            row.text("prestation") for row in self._tariffs() if row.value("activite") == activity
        )
        return tuple(dict.fromkeys(name for name in names if name))

    def _training(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """Return the courses open to enrolment."""
        register = self.system.registers.get("catalogue_formations")
        column = register.schema.column("public") if register else None
        return tuple(
            (
                ("intitule", row.text("intitule")),
                ("public", column.shown(row.text("public")) if column else row.text("public")),
                ("heures", row.text("heures")),
            )
            for row in self.system.rows("catalogue_formations")
            if row.value("ouverte") is True
        )

    def _tariffs(self) -> Iterator[Row]:
        """Yield the prices that hold on the day."""
        for row in self.system.rows("tarifs"):
            begun, ended = row.day("date_effet"), row.day("date_fin")
            if begun and begun <= self.system.today and not (ended and ended < self.system.today):
                yield row

    def _is_page(self, row: Row) -> bool:
        return row.value("contenu") == "tarifs" and row.value("retrait") is None


def _level(row: Row) -> int:
    text = row.text("niveau").strip()
    return int(text) if text.isdecimal() else 0
