"""Lines of approval as earlier contents of files hold them, read without the rest of the header."""

import re
from datetime import date
from unicodedata import normalize

from smq.load import text, yaml
from smq.load.document import approvals_of
from smq.load.fields import Reader
from smq.model import ApprovalRecord, Fields, Reading

_HEADER = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_PAIR = r"[a-z_]+: (?:\"[^\"\\]*\"|[\w./@-]+(?: [\w./@-]+)*)"
_ROW = re.compile(rf"[ ]*- \{{{_PAIR}(?:, {_PAIR})*\}} *")
_CELL = re.compile(r"([a-z_]+): (?:\"([^\"\\]*)\"|([\w./@-]+(?: [\w./@-]+)*))")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def past_approvals(raw: bytes, reading: Reading) -> tuple[ApprovalRecord, ...]:
    """Return the lines of approval of a content; none when they cannot be read.

    Lines as smq writes them are read directly, which takes a tenth of the time; any other way of
    writing them goes through the whole header.

    Args:
        raw: bytes of a document, as history holds it.
        reading: what the platform calls our keys.
    """
    decoded = text.decode(raw)
    if decoded is None:
        return ()
    return _plain(decoded.text, reading) or _parsed(decoded.text, reading)


def _plain(content: str, reading: Reading) -> tuple[ApprovalRecord, ...]:
    """Return the lines when each is one mapping of plain words, nothing otherwise."""
    key = dict(reading.keys).get("approbations", "approbations")
    header = _HEADER.match(content)
    lines = normalize("NFC", header[0]).split("\n") if header else []
    if lines.count(f"{key}:") != 1:
        return ()
    found: list[ApprovalRecord] = []
    for line in lines[lines.index(f"{key}:") + 1 :]:
        if line[:1].isalpha() or line.startswith("---"):
            return tuple(found)
        record = _record(line) if _ROW.fullmatch(line) else None
        if record is None:
            return ()
        found.append(record)
    return ()


def _record(line: str) -> ApprovalRecord | None:
    written = _CELL.findall(line)
    cells = {key: quoted or plain for key, quoted, plain in written}
    if len(cells) < len(written) or not _DATE.fullmatch(cells.get("date", "")):
        return None
    if any(plain in ("null", "Null", "NULL") for _key, _quoted, plain in written):
        return None
    try:
        day = date.fromisoformat(cells["date"])
    except ValueError:
        return None
    return ApprovalRecord(
        version=cells.get("version", ""),
        by=cells.get("par", ""),
        role=cells.get("role") or "approbateur",
        date=day,
        mode=cells.get("mode") or "git",
        proof=cells.get("preuve"),
        entered_by=cells.get("saisie_par"),
        fingerprint=cells.get("empreinte"),
        line=0,
        column=0,
        proof_digest=cells.get("empreinte_preuve"),
    )


def _parsed(content: str, reading: Reading) -> tuple[ApprovalRecord, ...]:
    header = text.split(content).header
    fields = yaml.parse(header, first_line=2) if header else None
    if not isinstance(fields, Fields):
        return ()
    return approvals_of(Reader(fields, "", [], keys=dict(reading.keys)))
