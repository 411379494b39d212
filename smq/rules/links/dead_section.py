"""A link leads to a section that its document does not have.

Why: the reader arrives at the top of a document and has to guess which passage was meant.

Wrong:
    Voir [[PRE-PRO-001#Archivage des résultats]].

Fix: write the heading as it stands in the document, or link to the document as a whole.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import letters, linkage
from smq.model import Document, Finding, Link, QualitySystem, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK014",
    _("{target} has no section «{section}»."),
    hint=_("Nearest: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("Write one of its headings, or link to the whole document.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each wiki-link whose section is no heading of its target."""
    links = linkage(system)
    for link in (*links.links, *links.to_itself):
        if link.section and link.target and _is_missing(link.section, link.target, system):
            yield _finding(link, link.target, link.section)


def _finding(link: Link, target: Document, section: str) -> Finding:
    near = nearest(section, tuple(heading.text for heading in target.body.headings))
    return rule.finding(
        link.location,
        code=link.source.code_text,
        hint=None if near else _HINT_ALONE,
        target=target.label,
        section=section,
        near=near or "",
    )


def _is_missing(section: str, target: Document, system: QualitySystem) -> bool:
    # A Word file, or a list made at render time, has headings that the text does not show.
    if target.original or target.generated:
        return False
    # `[[X#Responsabilités#Archivage]]` names a heading and the one above it: the last one counts.
    wanted = _bare(section.rpartition("#")[2])
    return wanted not in {_bare(name) for name in _sections(target, system)}


def _bare(heading: str) -> str:
    """Return what remains of a heading without its number, case, accents and punctuation."""
    return letters(heading.lstrip("0123456789. )"))


def _sections(target: Document, system: QualitySystem) -> Iterator[str]:
    """Yield the headings of a text, and those that rendering makes of structured fields."""
    for heading in target.body.headings:
        yield heading.text
    type_ = system.type_of(target)
    for field in type_.fields if type_ else ():
        yield field.name
        for _language, label in field.labels:
            yield label
