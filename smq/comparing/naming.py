"""Writes the codes that a text names as their documents are called now: a number is no change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from smq.links.index import Index
from smq.model import Document


@dataclass(frozen=True)
class Naming:
    """What the codes of one version lead to.

    Attributes:
        index: names of the platform now.
        then: gives code → identifier of the platform as it was; asked once, when a code is met.
    """

    index: Index
    then: Callable[[], Mapping[str, str]]

    def document(self, name: str) -> Document | None:
        """Return the document that a name led to, as it is now."""
        identifier = self._then.get(name)
        found = self._by_id.get(identifier) if identifier else None
        return found or self.index.target(name).document

    def in_current_codes(self, text: str) -> str:
        """Return a text in which each code that leads to one document is the one it bears now."""
        pieces: list[str] = []
        last = 0
        for start, end, code in self.index.system.settings.codification.find(text):
            document = self.document(code.text)
            if document and document.code_text and document.code_text != code.text:
                pieces += [text[last:start], document.code_text]
                last = end
        return "".join([*pieces, text[last:]])

    def cited(self, document: Document) -> dict[str, str]:
        """Return code → title of what a version names, in header or text; itself left out."""
        names = [link.target for link in document.links]
        names += [mention.text for mention in document.body.mentions]
        names += [link.target for link in document.body.wiki_links]
        found: dict[str, str] = {}
        for written in names:
            name = written.removeprefix("[[").removesuffix("]]").strip()
            target = self.document(name)
            if target is None:
                if self.index.system.settings.codification.parse(name):
                    found.setdefault(name, "")
            elif target.path != document.path:
                found.setdefault(target.label, target.title)
        return found

    @cached_property
    def _then(self) -> Mapping[str, str]:
        return self.then()

    @cached_property
    def _by_id(self) -> Mapping[str, Document]:
        return {document.id: document for document in self.index.system.documents if document.id}
