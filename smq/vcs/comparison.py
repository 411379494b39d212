"""What git knows that rules need: a revision compared with, and where this branch left it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Code, History, Settings
from smq.vcs.folder import git_folder, shallow_file
from smq.vcs.repository import Repository, opened

if TYPE_CHECKING:
    from git import Commit

_HEADER = re.compile(
    rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE
)


def history(root: Path, settings: Settings, base: str | None = None) -> History:
    """Return what git knows that rules need; git itself runs only when a base is named.

    Raises:
        SmqError: the base is no revision, or git refuses.
    """
    folder = git_folder(root)
    if folder is None:
        if base:
            raise SmqError(
                _("There is no git repository here: --base has nothing to compare with."), None
            )
        return History()
    shallow = shallow_file(folder).exists()
    if base is None:
        return History(available=True, shallow=shallow)
    with opened(root) as here:
        tip = _named(here, base)
        ancestor = here.ancestor(tip)
        reader = _TreeReader(here.prefix, settings)
        theirs = reader.documents(tip)
        parted = ancestor is None or ancestor.hexsha != tip.hexsha
        past = reader.documents(ancestor) if ancestor and parted else ()
    return History(
        available=True,
        shallow=shallow,
        base=base,
        base_codes=_codes(theirs),
        base_ids=tuple({d.path: d.id for d in (*past, *theirs) if d.id}.items()),
        # Without a common past nothing of theirs was ever here to be deleted.
        ancestor_codes=_codes(past) if parted else None,
    )


def settings_at(root: Path, base: str) -> bytes | None:
    """Return `smq.yaml` where this branch left a base, None when there was none.

    Raises:
        SmqError: the base is no revision, or git refuses.
    """
    if git_folder(root) is None:
        return None
    with opened(root) as here:
        ancestor = here.ancestor(_named(here, base))
        if ancestor is None:
            return None
        try:
            blob = ancestor.tree / f"{here.prefix}smq.yaml"
        except KeyError:
            return None
        content: bytes = blob.data_stream.read()
        return content


def _named(here: Repository, base: str) -> "Commit":
    found = None if base.startswith("-") else here.commit(base)
    if found is None:
        raise SmqError(
            _("«{base}» is no revision of this repository."),
            _("Examples: HEAD, main, origin/main."),
            base=base,
        )
    return found


@dataclass(frozen=True, slots=True)
class _Past:
    """A document in the tree of a commit: its header is not read further than that."""

    path: str
    code: str | None
    id: str | None


def _codes(documents: tuple[_Past, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((d.code, d.path) for d in documents if d.code)


class _TreeReader:
    """Reads code and id of the documents of a commit, as the platform writes them."""

    def __init__(self, prefix: str, settings: Settings) -> None:
        self.prefix = prefix
        self.settings = settings
        keys = dict(settings.reading.keys)
        self.code_line = _line(keys.get("code", "code"))
        self.id_line = _line(keys.get("id", "id"))

    def documents(self, commit: "Commit") -> tuple[_Past, ...]:
        """Return the documents of a commit, sorted by path; one process of git reads them all."""
        from git import Blob

        found = []
        for item in commit.tree.traverse():
            if not isinstance(item, Blob) or not str(item.path).startswith(self.prefix):
                continue
            path = str(item.path).removeprefix(self.prefix)
            if self.settings.reading.is_document(normalize("NFC", path)):
                found.append(self._document(path, item.data_stream.read()))
        return tuple(sorted(found, key=lambda document: document.path))

    def _document(self, path: str, raw: bytes) -> _Past:
        match = _HEADER.match(raw)
        header = match[1].decode("utf-8", errors="replace") if match else ""
        code = self._code(_value(self.code_line, header), path)
        return _Past(path, code.text if code else None, _value(self.id_line, header))

    def _code(self, written: str | None, path: str) -> Code | None:
        codes = self.settings.codification
        named = codes.parse_start(path.rpartition("/")[2])
        sources = self.settings.reading.code_in
        if sources[0] == "nom_de_fichier" and named:
            return named
        return codes.parse(written) if written else named


def _line(key: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(key)}[ \t]*:[ \t]+[\"']?([^\"'#\r\n]+)", re.MULTILINE)


def _value(line: re.Pattern[str], header: str) -> str | None:
    match = line.search(header)
    return match[1].strip() if match else None
