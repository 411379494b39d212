"""Obligatory sections of a document: which its type asks, and which headings stand for them."""

import re
from collections.abc import Mapping
from functools import lru_cache

from smq.links import fold
from smq.model import Document, Heading, QualitySystem, Section

_NUMBERING = re.compile(r"^\d+(?:\.\d+)*(?:\s*[.)\-–—:]\s*|\s+)")


@lru_cache(maxsize=4096)
def same_title(text: str) -> str:
    """Return what two writings of a title share: no case, accent, apostrophe or numbering."""
    folded = fold(text)
    return _NUMBERING.sub("", folded).rstrip(" :.") or folded


def obligatory(document: Document, system: QualitySystem) -> tuple[Section, ...]:
    """Return the sections that the text must have; none when it is generated or lies elsewhere."""
    declared = system.type_of(document)
    if declared is None or has_no_text(document, system):
        return ()
    return declared.sections


def has_no_text(document: Document, system: QualitySystem) -> bool:
    """Return whether there is no text to judge: generated, or kept in a Word or PDF master."""
    declared = system.type_of(document)
    return bool(document.original or document.generated or (declared and declared.generated))


def titles(section: Section) -> frozenset[str]:
    """Return the titles accepted for a section, ready to compare."""
    return frozenset(same_title(title) for title in (section.title, *section.others))


@lru_cache(maxsize=64)
def _accepted(sections: tuple[Section, ...]) -> Mapping[str, tuple[int, ...]]:
    """Return each accepted title with the places of its sections: «Objet et domaine» has two."""
    found: dict[str, tuple[int, ...]] = {}
    for place, section in enumerate(sections):
        for title in titles(section):
            found[title] = (*found.get(title, ()), place)
    return found


def standing(sections: tuple[Section, ...], document: Document) -> list[Heading | None]:
    """Return, for each section, the heading that stands for it: the highest, then the first."""
    found: list[Heading | None] = [None] * len(sections)
    accepted = _accepted(sections)
    for heading in document.body.headings:
        for place in accepted.get(same_title(heading.text), ()):
            known = found[place]
            found[place] = heading if known is None else min(known, heading, key=_rank)
    return found


def _rank(heading: Heading) -> tuple[int, int]:
    return heading.level, heading.line
