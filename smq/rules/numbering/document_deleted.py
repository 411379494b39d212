"""A document of the base revision has disappeared with its code.

Why: a code is never reused and its document never deleted: records made under it must stay
understandable. The end of a document is the status `retire`.

Wrong:
    git rm documents/PRE/PRE-PRO-001-prestation.md

Fix: bring the file back and give it the status `retire`. If the document took another code, write
the old one under `alias`.
"""

from collections.abc import Iterator, Mapping

from smq.i18n import _
from smq.model import Document, Finding, Location, QualitySystem
from smq.rules import Rule
from smq.rules.codes import meant, was_approved

rule = Rule(
    __name__,
    "NUM010",
    _("{written} is a document of {base}, and no document carries this code any more."),
    hint=_("Bring {path} back; if the document is at its end: smq retire {written}"),
)
_HINT_RENUMBERED = _("The document now carries {now}: write {written} under «alias».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each code lost since the branch left the base; needs `--base`."""
    history = system.history
    held = history.base_codes if history.ancestor_codes is None else history.ancestor_codes
    carried = {code.identity for d in system.documents if (code := meant(d, system))}
    by_id = {d.id: d for d in system.documents if d.id}
    ids = dict(history.base_ids)
    for text, path in held:
        code = system.settings.codification.parse(text)
        if code is None or code.identity in carried or code.identity in system.by_alias:
            continue
        heir = _heir(path, ids, by_id, system)
        if heir and not was_approved(heir):
            continue
        yield _finding(text, path, heir, system)


def _heir(
    path: str, ids: Mapping[str, str], by_id: Mapping[str, Document], system: QualitySystem
) -> Document | None:
    """Return the document that was renumbered: it has the same id, or without one the same path."""
    if path in ids:
        return by_id.get(ids[path])
    return next((d for d in system.documents if d.path == path), None)


def _finding(text: str, path: str, heir: Document | None, system: QualitySystem) -> Finding:
    return rule.finding(
        heir.at_field("code") if heir else Location(path),
        code=heir.code_text if heir else text,
        hint=_HINT_RENUMBERED if heir else None,
        written=text,
        base=system.history.base or "",
        path=path,
        now=heir.label if heir else "",
    )
