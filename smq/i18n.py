"""Sentences in the user's language. The language is a value passed along, never a global."""

import errno
import gettext
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from smq import resources
from smq.model.finding import Word

LANGUAGES = ("fr", "en")
DOMAIN = "smq"


def _(message: str) -> str:
    """Mark an English sentence for the catalogue, and return it unchanged."""
    return message


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a sentence that counts, for the catalogue, and return both forms unchanged."""
    return one, many


_WHY = {
    errno.ENOENT: _("it does not exist"),
    errno.EEXIST: _("a file stands where a folder should be"),
    errno.EACCES: _("this is not permitted"),
    errno.EPERM: _("this is not permitted"),
    errno.EISDIR: _("it is a folder"),
    errno.ENOTDIR: _("a file stands where a folder should be"),
    errno.ENOSPC: _("the disk is full"),
    errno.EROFS: _("nothing may be written on this disk"),
    errno.ENAMETOOLONG: _("the name is too long"),
    errno.EBUSY: _("another program holds it"),
}


def why(error: OSError) -> Word:
    """Return in a few words of ours, to be translated, why the system refuses a file."""
    return Word(_WHY.get(error.errno or 0, error.strerror or str(error)))


@dataclass(frozen=True)
class Translator:
    """Translates English msgids into one language.

    Attributes:
        language: `fr` or `en`.
    """

    language: str = "en"

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return gettext.translation(
            DOMAIN, resources.catalogues(), languages=[self.language], fallback=True
        )

    def __call__(self, message: str, /, **values: object) -> str:
        """Return the sentence filled in: a `Word` is translated, a date written as people do."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format_map(self._shown(values)) if values else text

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Return the sentence that suits `count`, which is also the placeholder `{count}`."""
        text = self._catalogue.ngettext(one, many, count)
        return text.format_map(self._shown({"count": count, **values}))

    def sentence(self, one: str, many: str | None, values: Mapping[str, object]) -> str:
        """Return a sentence filled in: where it has a plural, `count` of the values decides."""
        count = values.get("count")
        if many is None or not isinstance(count, int):
            return self(one, **values)
        others = {name: value for name, value in values.items() if name != "count"}
        return self.plural(one, many, count, **others)

    def date(self, day: date) -> str:
        """Return a date as people of that language write it: JJ/MM/AAAA in French, else ISO."""
        return f"{day:%d/%m/%Y}" if self.language == "fr" else day.isoformat()

    def _shown(self, values: Mapping[str, object]) -> Mapping[str, object]:
        return {name: self._said(value) for name, value in values.items()}

    def _said(self, value: object) -> object:
        if isinstance(value, Word):
            return self._catalogue.gettext(value)
        return self.date(value) if isinstance(value, date) else value
