"""Where codes stand in the files of a platform, as a renaming finds them."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from smq.load import text as texts
from smq.load.csv_text import read_csv
from smq.load.declarations import FILE_NAME as ANSWERS
from smq.load.tables import COPIES, FOLDER, source_files
from smq.model import Code, Codification, Document, Location, QualitySystem
from smq.operations.rewording import Identity, line_starts
from smq.root import FILE_NAME as SETTINGS

Read = Callable[[str], bytes | None]

_AS_IT_WAS = ("alias", "historique", "approbations")
"""Fields that tell what was: a code stays in them as it was then."""
_FIELD = re.compile(r"^(?!-\s)([^\s#:][^:\n]*?)\s*:", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A code at one place.

    Attributes:
        path: of the file.
        code: as written there.
        line, column: from 1.
        lines_agree: git counts the lines of the file as smq does; a carriage return alone is a line
            end for smq and none for git.
    """

    path: str
    code: Code
    line: int
    column: int
    lines_agree: bool = True

    @property
    def location(self) -> Location:
        """Return the place."""
        return Location(self.path, self.line, self.column)


def occurrences(
    system: QualitySystem, wanted: Collection[Identity], read: Read
) -> Iterator[Occurrence]:
    """Yield every place where one of these codes names a document other than the one that holds it.

    In texts, headers, sidecars of records, registers that smq writes, answers and settings: what
    `rename` changes.

    Args:
        system: the platform, its registers and records read.
        wanted: identities of the codes.
        read: path → bytes of a file.
    """
    codification = system.settings.codification
    for document in system.documents:
        own = {document.code.identity} if document.code else set()
        own |= {c.identity for a in document.aliases if (c := codification.parse(a))}
        raw = read(document.path) or b""
        for found in _in_document(document, raw, codification):
            if found.code.identity in wanted and found.code.identity not in own:
                yield found
    others = [*(record.location.path for record in system.records), ANSWERS, SETTINGS]
    for path in (*others, *written_tables(system)):
        for found in _in_plain(path, read(path), codification):
            if found.code.identity in wanted:
                yield found


def written_tables(system: QualitySystem) -> Iterator[str]:
    """Yield the paths of the tables that smq may write: those with no source of their own."""
    kept = {
        path
        for source in system.settings.register_sources
        for path in source_files(source, system.files)
    }
    for path in sorted(system.files):
        ours = path.startswith(f"{FOLDER}/") and not path.startswith(f"{COPIES}/")
        if ours and path.lower().endswith(".csv") and path not in kept:
            yield path


def header_codes(
    document: Document, header: str, codification: Codification
) -> Iterator[tuple[int, int, Code]]:
    """Yield start, end and code for each code of a header that may follow a renaming."""
    keys = dict(document.keys)
    kept = {keys.get(name, name) for name in _AS_IT_WAS}
    fields = [(match.start(), match[1].strip("\"'")) for match in _FIELD.finditer(header)]
    ends = [start for start, _name in fields[1:]] + [len(header)]
    spans = [(s, e) for (s, name), e in zip(fields, ends, strict=True) if name in kept]
    for start, end, code in codification.find(header):
        if not any(first <= start < last for first, last in spans):
            yield start, end, code


def _in_document(document: Document, raw: bytes, codes: Codification) -> Iterator[Occurrence]:
    whole = raw.removeprefix(_BOM).decode(errors="replace")
    agree = _lines_agree(whole)
    starts = line_starts(whole)
    body = starts[document.header_end] if document.header_end < len(starts) else len(whole)
    for start, _end, code in header_codes(document, whole[:body], codes):
        yield _at(document.path, whole, start, code)
    for mention in document.body.mentions:
        found = codes.parse(mention.text)
        if found:
            yield Occurrence(document.path, found, mention.line, mention.column, agree)


def _in_plain(path: str, raw: bytes | None, codes: Codification) -> Iterator[Occurrence]:
    decoded = texts.decode(raw) if raw is not None else None
    if raw is None or decoded is None:
        return
    text = read_csv(raw).text if path.lower().endswith(".csv") else decoded.text
    for start, _end, code in codes.find(text):
        yield _at(path, text, start, code)


def _at(path: str, text: str, start: int, code: Code) -> Occurrence:
    line = text.count("\n", 0, start) + 1
    return Occurrence(path, code, line, start - text.rfind("\n", 0, start), _lines_agree(text))


def _lines_agree(text: str) -> bool:
    return text.count("\r") == text.count("\r\n")
