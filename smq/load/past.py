"""Documents as earlier contents of their files say them."""

from collections.abc import Iterable, Iterator

from smq.load.document import Convention, make_document
from smq.load.facts import read_facts
from smq.model import Document, QualitySystem


def past_documents(
    contents: Iterable[tuple[str, bytes]], system: QualitySystem
) -> Iterator[tuple[Document, bytes]]:
    """Yield the document that each content is, and the content; the unreadable is skipped.

    Args:
        contents: path of a file as it is called now, where the document is said to lie, and what
            it held.
        system: the platform now, whose settings say how documents are written.
    """
    settings = system.settings
    convention = Convention(settings.codification, settings.reading, settings.foreign)
    for path, raw in contents:
        facts = read_facts(
            raw, path, settings.codification, settings.reading, foreign=settings.foreign
        )
        document = make_document(path, facts, convention, []) if facts.readable else None
        if document:
            yield document, raw
