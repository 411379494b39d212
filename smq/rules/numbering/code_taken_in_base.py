"""The code of a document is that of another document in the base revision.

Why: someone else took this number on the other branch; once the branches are merged, two documents
carry one code.

Wrong:
    code: PRE-PRO-004

Fix: the document of the base keeps its code. `smq renumber --auto --base REV` gives this one the
next number, and what was written here about it follows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM011",
    _("{written} is already the code of {path} in {base}."),
    hint=_(
        "To give this document the next number, with what cites it:"
        " smq renumber --auto --base {base}"
    ),
)


@dataclass(frozen=True, slots=True)
class _Paths:
    """What tells whether two files are one document, looked up once for all documents.

    Attributes:
        ids: path in the base → id.
        held: paths that this branch had when it left the base.
        here: paths of the documents now.
    """

    ids: Mapping[str, str]
    held: frozenset[str]
    here: frozenset[str]


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each code that another document has in the base; needs `--base`."""
    taken: dict[tuple[str, int], list[str]] = {}
    for text, path in system.history.base_codes:
        code = system.settings.codification.parse(text)
        if code:
            taken.setdefault(code.identity, []).append(path)
    known = _paths(system)
    for document in system.documents:
        paths = taken.get(document.code.identity, []) if document.code else []
        if not paths or any(_is_same(document, path, known) for path in paths):
            continue
        path = paths[0]
        if _is_code_twice(document, path, system):
            continue
        yield rule.finding(
            document.at_field("code"),
            code=document.code_text,
            written=document.code_text,
            path=path,
            base=system.history.base or "",
        )


def _paths(system: QualitySystem) -> _Paths:
    history = system.history
    held = history.base_codes if history.ancestor_codes is None else history.ancestor_codes
    return _Paths(
        ids=dict(history.base_ids),
        held=frozenset(path for _text, path in held),
        here=frozenset(document.path for document in system.documents),
    )


def _is_same(document: Document, path: str, known: _Paths) -> bool:
    """Return whether a document is the one that lies at that path in the base.

    The id decides. Without one, a file that this branch had and that is gone was moved here;
    a file that came to the base since is another document.
    """
    base_id = known.ids.get(path)
    if base_id and document.id:
        return base_id == document.id
    if path == document.path:
        return True
    return path not in known.here and path in known.held


def _is_code_twice(document: Document, path: str, system: QualitySystem) -> bool:
    """Return whether the other document stands here with the same code: that is NUM001's."""
    sharing = system.by_identity[document.code.identity] if document.code else ()
    return any(d.path == path for d in sharing if d is not document)
