"""What `smq set` says after writing: what the change brought, here and in other documents."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from smq import check as engine
from smq.cli import console
from smq.i18n import Translator, _
from smq.links import linkage
from smq.model import (
    LABELS,
    Document,
    Finding,
    LinkKind,
    QualitySystem,
    Severity,
    Status,
    Word,
)
from smq.operations.alterations import Alteration
from smq.report.sentence import hint, message

_LIFE = frozenset(
    {
        *("statut", "version", "date_application", "prochaine_revue", "approbations", "historique"),
        *("redacteur", "verificateur", "approbateur"),
    }
)
"""Fields whose change may put a document in force without what that takes."""
_APART = _LIFE | {"alias", "modele", "id"}
"""Fields that no approval covers (`contracts.md` §9); `id` is given once."""
_CITING = (LinkKind.MENTION, LinkKind.DECLARED, LinkKind.PATH)
_SHOWN = 5


def bear_on_check(alterations: Iterable[Alteration], document: Document) -> bool:
    """Return whether changes of a document can bring errors: work on a draft brings none."""
    return document.is_settled or bool(_names(alterations, document) & _LIFE)


def say_consequences(
    before: QualitySystem,
    after: QualitySystem,
    document: Document,
    alterations: Sequence[Alteration],
    translate: Translator,
) -> None:
    """Say what the changes of a document brought; what was there before is only counted.

    Args:
        before, after: the platform before and after the change.
        document: as it was before.
        alterations: what changed in it.
        translate: the user's language.
    """
    now = next((d for d in after.documents if d.path == document.path), document)
    changed = _names(alterations, document)
    if now.status in (Status.APPROVED, Status.IN_FORCE) and not changed & _LIFE:
        _say_relied_on(now, sorted(changed - _APART), translate)
    if now.status is Status.WITHDRAWN and document.status is not Status.WITHDRAWN:
        _say_who_cites(after, now, translate)
    old = Counter(_key(finding, translate) for finding in _errors(before))
    new: list[Finding] = []
    kept = 0
    for finding in _errors(after):
        if old[_key(finding, translate)]:
            old[_key(finding, translate)] -= 1
            kept += finding.location.path == now.path
        else:
            new.append(finding)
    _say_here([f for f in new if f.location.path == now.path], now, translate)
    _say_elsewhere([f for f in new if f.location.path != now.path], translate)
    if kept:
        console.aside(
            translate.plural(
                _("{count} error that {code} had before stays: smq check"),
                _("{count} errors that {code} had before stay: smq check"),
                kept,
                code=now.label,
            )
        )


def _names(alterations: Iterable[Alteration], document: Document) -> set[str]:
    """Return our names of the fields that changed."""
    ours = {theirs: our for our, theirs in document.keys}
    written = {re.split(r"[.\[]", alteration.field, maxsplit=1)[0] for alteration in alterations}
    return {ours.get(name, name) for name in written}


def _errors(system: QualitySystem) -> list[Finding]:
    return [found for found in engine.run(system) if found.severity is Severity.ERROR]


def _key(finding: Finding, translate: Translator) -> tuple[str, str, str]:
    """Return what one error is known by before and after: its place may move."""
    return finding.rule, finding.location.path, message(finding, translate)


def _say_relied_on(document: Document, fields: Sequence[str], translate: Translator) -> None:
    if fields and document.status:
        console.aside(
            translate(
                _(
                    "Warning: {code} is «{status}»: this changes what its readers rely on"
                    " ({fields}). For a new version: smq revise {code}"
                ),
                code=document.label,
                status=Word(LABELS[document.status]),
                fields=", ".join(fields),
            )
        )


def _say_who_cites(system: QualitySystem, document: Document, translate: Translator) -> None:
    links = linkage(system).incoming.get(document.path, ())
    citing = {
        link.source.label: link.source
        for link in links
        if link.kind in _CITING and link.source.status is not Status.WITHDRAWN
    }
    if citing:
        console.aside(
            translate.plural(
                _("Warning: {count} document sends its readers to {code}: {codes}."),
                _("Warning: {count} documents send their readers to {code}: {codes}."),
                len(citing),
                code=document.label,
                codes=", ".join(sorted(citing)),
            )
        )


def _say_here(found: list[Finding], document: Document, translate: Translator) -> None:
    if found:
        console.aside(
            translate.plural(
                _("Warning: this is written, but {count} error opposes it in {code}:"),
                _("Warning: this is written, but {count} errors oppose it in {code}:"),
                len(found),
                code=document.label,
            )
        )
        # What its life lacks comes first: it is what was just changed.
        _list(sorted(found, key=lambda f: not f.rule.startswith("LIF")), translate)


def _say_elsewhere(found: list[Finding], translate: Translator) -> None:
    if found:
        console.aside(
            translate.plural(
                _("Warning: this brings {count} error in another document:"),
                _("Warning: this brings {count} errors in other documents:"),
                len(found),
            )
        )
        _list(found, translate, named=True)


def _list(found: Sequence[Finding], translate: Translator, *, named: bool = False) -> None:
    for finding in found[:_SHOWN]:
        place = f"{finding.code or finding.location.path} " if named else ""
        console.aside(f"  {place}{finding.rule} {message(finding, translate)}")
        advice = hint(finding, translate)
        if advice:
            console.aside(f"    → {advice}")
    if len(found) > _SHOWN:
        more = len(found) - _SHOWN
        console.aside(
            translate.plural(
                _("  … and {count} other: smq check"), _("  … and {count} others: smq check"), more
            )
        )
