"""Reads code and id of a document as an earlier commit holds it, as the platform writes them."""

import re
from unicodedata import normalize

from smq.model import Settings
from smq.model.lineage import PastDocument

_HEADER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


class HeaderReader:
    """Reads headers by their lines: history is long, and two fields are asked."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        keys = dict(settings.reading.keys)
        self.code_line = _line(keys.get("code", "code"))
        self.id_line = _line(keys.get("id", "id"))

    def is_document(self, path: str) -> bool:
        """Return whether a path below the platform's folder is that of a document."""
        return self.settings.reading.is_document(normalize("NFC", path))

    def document(self, path: str, raw: bytes) -> PastDocument:
        """Return the document that a content is."""
        match = _HEADER.match(raw)
        header = match[1].decode("utf-8", errors="replace") if match else ""
        codes = self.settings.codification
        written, code = _value(self.code_line, header), codes.parse_start(path.rpartition("/")[2])
        if not (self.settings.reading.code_in[0] == "nom_de_fichier" and code) and written:
            code = codes.parse(written)
        return PastDocument(path, code, _value(self.id_line, header))


def _line(key: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(key)}[ \t]*:[ \t]+[\"']?([^\"'#\r\n]+)", re.MULTILINE)


def _value(line: re.Pattern[str], header: str) -> str | None:
    match = line.search(header)
    return match[1].strip() if match else None
