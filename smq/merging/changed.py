"""What changed between two states of a platform's folder: documents, rows, the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from smq.load import text
from smq.load.csv_text import read_csv
from smq.load.yaml import parse
from smq.model import Fields, Settings, text_of

_SETTINGS = "smq.yaml"
_ANSWERS = "evaluation.yaml"


class Sort(StrEnum):
    """What a file is to the people of a platform."""

    DOCUMENT = "document"
    REGISTER = "register"
    SETTINGS = "settings"
    ANSWERS = "answers"
    RECORD = "record"
    REFERENTIAL = "referential"
    OTHER = "other"


class What(StrEnum):
    """What became of it."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that changed.

    Attributes:
        path: POSIX path below the platform's folder, the old one when it is gone.
        sort: of file.
        what: became of it.
        name: code of a document, name of a table, else the path.
        title: of a document, or nothing.
        before: name or path that it had before it moved.
        rows: of a register: how many were added, changed, removed.
    """

    path: str
    sort: Sort
    what: What
    name: str
    title: str = ""
    before: str = ""
    rows: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Titled:
    """What a document says of itself."""

    code: str
    title: str
    id: str | None


def changed(
    files: Mapping[str, tuple[bytes | None, bytes | None]],
    settings: Settings,
    keys: Mapping[str, str],
) -> tuple[Changed, ...]:
    """Return what changed, documents first.

    Args:
        files: path → what it held before and holds now, None where it did not or does not exist.
        settings: which files are documents, and how their headers are written.
        keys: path of a register → the column that tells its rows apart.
    """
    found = [*_documents(files, settings)]
    for path in sorted(files):
        if not settings.reading.is_document(path):
            found.append(_file(path, *files[path], keys.get(path, "id")))
    order = list(Sort)
    return tuple(sorted(found, key=lambda c: (order.index(c.sort), c.name, c.path)))


def titled(raw: bytes, path: str, settings: Settings) -> Titled:
    """Return code, title and identifier of a document; its path where it says no code."""
    decoded = text.decode(raw)
    header = text.split(decoded.text).header if decoded else None
    node = parse(header) if header else None
    fields = node if isinstance(node, Fields) else Fields((), 1, 1)
    names = dict(settings.reading.keys)

    def said(key: str) -> str | None:
        return text_of(fields.get(names.get(key, key)))

    file = path.rpartition("/")[2]
    code = said("code")
    if code is None:
        named = settings.codification.parse_start(file)
        code = named.text if named else path
    return Titled(code, said("titre") or "", said("id"))


def _sort_of(path: str) -> Sort:
    if path.startswith("registres/") and path.endswith(".csv"):
        return Sort.REGISTER
    named = {_SETTINGS: Sort.SETTINGS, _ANSWERS: Sort.ANSWERS}
    top = {"enregistrements": Sort.RECORD, "referentiel": Sort.REFERENTIAL}
    return named.get(path) or top.get(path.partition("/")[0]) or Sort.OTHER


def _documents(
    files: Mapping[str, tuple[bytes | None, bytes | None]], settings: Settings
) -> Iterator[Changed]:
    paths = [path for path in files if settings.reading.is_document(path)]
    gone = {
        said.id: (path, said)
        for path in paths
        if (raw := files[path][0]) is not None and files[path][1] is None
        if (said := titled(raw, path, settings)).id
    }
    moved = set()
    for path in sorted(paths):
        before, after = files[path]
        if after is None:
            continue
        said = titled(after, path, settings)
        if before is not None:
            yield Changed(path, Sort.DOCUMENT, What.CHANGED, said.code, said.title)
        elif said.id in gone:
            old, was = gone[said.id]
            moved.add(old)
            yield Changed(
                path, Sort.DOCUMENT, What.MOVED, said.code, said.title, _other(old, was, said)
            )
        else:
            yield Changed(path, Sort.DOCUMENT, What.NEW, said.code, said.title)
    for path in sorted(paths):
        before, after = files[path]
        if after is None and before is not None and path not in moved:
            said = titled(before, path, settings)
            yield Changed(path, Sort.DOCUMENT, What.REMOVED, said.code, said.title)


def _other(path: str, was: Titled, now: Titled) -> str:
    return was.code if was.code != now.code else path


def _file(path: str, before: bytes | None, after: bytes | None, key: str) -> Changed:
    what = What.NEW if before is None else What.REMOVED if after is None else What.CHANGED
    sort = _sort_of(path)
    if sort is not Sort.REGISTER:
        return Changed(path, sort, what, path)
    name = path.rpartition("/")[2].removesuffix(".csv")
    return Changed(path, sort, what, name, rows=_rows(before or b"", after or b"", key))


def _rows(before: bytes, after: bytes, key: str) -> tuple[int, int, int]:
    """Return how many rows were added, changed and removed."""
    old, new = _by_key(before, key), _by_key(after, key)
    both = old.keys() & new.keys()
    altered = sum(1 for name in both if old[name] != new[name])
    return len(new.keys() - old.keys()), altered, len(old.keys() - new.keys())


def _by_key(raw: bytes, key: str) -> dict[str, tuple[str, ...]]:
    records: Iterable[tuple[str, ...]] = (r.cells for r in read_csv(raw).records if not r.empty)
    head, *rows = [*records] or [()]
    place = head.index(key) if key in head else None
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        name = row[place] if place is not None and place < len(row) else "\0".join(row)
        found[name if name not in found else f"{name}\0{len(found)}"] = row
    return found
