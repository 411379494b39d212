"""The sheet of a platform on the regional portal Plug in labs Lorraine, in its three tabs."""

from dataclasses import dataclass

from smq.model.location import Location


@dataclass(frozen=True, slots=True)
class PortalText:
    """A text that only the platform can write, in the two languages of the portal."""

    french: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class PortalField:
    """One field of the sheet.

    Attributes:
        name: key of the export, as the portal's study calls it.
        label: msgid.
        source: where it comes from: a table, `smq.yaml` or `portail.yaml`.
        french, english: what it holds; English only where the platform wrote it.
        rows: what it holds when it is a list of things: (name, text) pairs each.
        required: the sheet is not complete without it.
        bilingual: English is expected too.
    """

    name: str
    label: str
    source: str
    french: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    required: bool = True
    bilingual: bool = False

    @property
    def empty(self) -> bool:
        """Return whether the field holds nothing."""
        return not self.french and not self.rows


@dataclass(frozen=True, slots=True)
class PortalTab:
    """One tab: its key, its title (a msgid), its fields."""

    name: str
    title: str
    fields: tuple[PortalField, ...] = ()
