"""The four figures of a link graph (`contracts.md` §6)."""

from dataclasses import dataclass

from smq.model import Link, Linkage, LinkKind, Resolution


@dataclass(frozen=True, slots=True)
class Summary:
    """What `graph --format json` counts.

    Attributes:
        documents: all documents.
        mentions: occurrences of a code in rendered text, and wiki-links found without a code.
        edges: distinct pairs of a document and what it mentions, found or not.
        unresolved: mentions that no document answers.
    """

    documents: int
    mentions: int
    edges: int
    unresolved: int


def summary(linkage: Linkage) -> Summary:
    """Return the figures of a linkage."""
    mentions = tuple(link for link in linkage.links if counts(link))
    return Summary(
        documents=len(linkage.outgoing),
        mentions=len(mentions),
        edges=len({(link.source.path, _cited(link)) for link in mentions}),
        unresolved=sum(link.resolution is Resolution.UNKNOWN for link in mentions),
    )


def counts(link: Link) -> bool:
    """Return whether a link is a mention: a code in the text, or a wiki-link found without one."""
    return link.kind is LinkKind.MENTION and (link.is_code or link.resolution is Resolution.FOUND)


def _cited(link: Link) -> tuple[bool, str]:
    # PR-4 and PR-04, or a code and a former one, are one pair: what counts is who is cited.
    return (True, link.target.path) if link.target else (False, link.written)
