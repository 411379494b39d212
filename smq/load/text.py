"""Bytes of a file → text and header block: encodings, line ends, merge markers."""

import codecs
import re
from dataclasses import dataclass

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_OPENING_LOST = re.compile(
    r"\s*(?:id|code|titre|type):[^\n]*\n(?:(?:[ \t#-][^\n]*|[\w-]+:[^\n]*)?\n)*?---[ \t]*(?:\n|$)"
)
# No space before the colon: «---» then «Note : …» is a rule and a French sentence, not a header.
_SECOND = re.compile(r"\s*^---[ \t]*\n(?=[A-Za-z_][\w-]*:(?:\s|$))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends and no byte-order mark.

    Attributes:
        text: the text.
        guessed: the encoding used when the file is not UTF-8, else None.
        newline: the line end of the file, `\\n` or `\\r\\n`.
        bom: whether the file began with a byte-order mark.
    """

    text: str
    guessed: str | None = None
    newline: str = "\n"
    bom: bool = False


def decode(raw: bytes) -> Decoded | None:
    """Return the text of a file, None when it is binary."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _unified(raw.decode("utf-16", errors="replace"), "UTF-16", bom=True)
    if b"\0" in raw:
        return None
    bom = raw.startswith(codecs.BOM_UTF8)
    body = raw[3:] if bom else raw
    try:
        return _unified(body.decode("utf-8"), None, bom=bom)
    except UnicodeDecodeError:
        pass
    try:
        return _unified(body.decode("cp1252"), "Windows-1252", bom=bom)
    except UnicodeDecodeError:
        return _unified(body.decode("latin-1"), "Latin-1", bom=bom)


def _unified(text: str, guessed: str | None, *, bom: bool) -> Decoded:
    if "\r" not in text:
        return Decoded(text, guessed, "\n", bom)
    newline = "\r\n" if "\r\n" in text else "\n"
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), guessed, newline, bom)


@dataclass(frozen=True, slots=True)
class Split:
    """A text cut into header and body.

    Attributes:
        header: YAML between the `---` lines, None without a header.
        closed: whether the header has its closing line.
        end_line: line of the closing `---`, 0 without a header.
        body: the text after it.
        second: line of a second header block that follows the first, or None.
    """

    header: str | None
    closed: bool
    end_line: int
    body: str
    second: int | None = None


def split(text: str) -> Split:
    """Return the header and the body of a document; header lines start at line 2."""
    first, newline, rest = text.partition("\n")
    if first.rstrip() != "---" or not newline:
        return Split(None, True, 0, text)
    close = _CLOSE.search(rest)
    if close is None:
        return Split(rest, False, text.count("\n") + 1, "")
    header = rest[: close.start()]
    end_line = header.count("\n") + 2
    body = rest[close.end() + 1 :]
    second = _SECOND.match(body)
    line = end_line + body[: second.end()].count("\n") if second else None
    return Split(header, True, end_line, body, line)


def lacks_opening(body: str) -> bool:
    """Return whether a text begins with the lines of a header whose opening `---` was lost."""
    return _OPENING_LOST.match(body) is not None


def merge_marker(text: str) -> tuple[int, int] | None:
    """Return line and column of the first merge marker left in a text, or None."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _MARKER.search(text)
    return (text.count("\n", 0, found.start()) + 1, 1) if found else None
