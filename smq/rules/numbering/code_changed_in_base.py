"""A document cited here got another code in the base revision since this branch left it.

Why: once the branches are together, the code that was written here leads to no document, or to
another one, without git seeing any conflict.

Wrong:
    Voir PRE-PRO-004.

Fix: bring the two branches together, then `smq renumber --auto`: it writes the new code wherever
this branch cites the document under the former one.
"""

from collections.abc import Iterable, Iterator, Mapping

from smq.i18n import _
from smq.links import linkage
from smq.model import Code, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM017",
    _("{written} is {now} in {base} by now; here it is cited as {written} in {citing}."),
    hint=_("Once the two are together: smq renumber --auto writes {now} there."),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each document that the base gave another code; needs `--base`."""
    history = system.history
    if not history.ancestor_codes:
        return
    ids = dict(history.base_ids)
    theirs = _by_id(history.base_codes, ids, system)
    before = _by_id(history.ancestor_codes, ids, system)
    for document in system.documents:
        now, was = theirs.get(document.id or ""), before.get(document.id or "")
        if not (now and was and document.code) or now.identity == was.identity:
            continue
        if document.code.identity != was.identity or now.text in document.aliases:
            continue
        incoming = linkage(system).incoming[document.path]
        citing = sorted({link.source.label for link in incoming if link.is_code})
        if citing:
            yield rule.finding(
                document.at_field("code"),
                code=document.code_text,
                written=was.text,
                now=now.text,
                base=history.base or "",
                citing=", ".join(citing),
            )


def _by_id(
    codes: Iterable[tuple[str, str]], ids: Mapping[str, str], system: QualitySystem
) -> dict[str, Code]:
    parse = system.settings.codification.parse
    found = ((ids.get(path), parse(text)) for text, path in codes)
    return {identifier: code for identifier, code in found if identifier and code}
