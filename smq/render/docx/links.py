"""Where links of the text lead: other rendered files, headings of the same file, addresses."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote

from smq.render.docx.oxml import Element, w
from smq.render.docx.writer import Writer
from smq.render.page import Target
from smq.render.wording import TO_COMPLETE

Wrap = Callable[[list[Element]], list[Element]]

_ADDRESS = r"(?P<address>https?://[^\s<>«»\"|]*[^\s<>«»\"|.,;:!?)\]'’])"
_TO_COMPLETE = rf"(?P<to_complete>{TO_COMPLETE})"
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:")


class Links:
    """The links of one page."""

    def __init__(self, writer: Writer) -> None:
        """Take the page's links from the writer."""
        self._writer = writer

    @property
    def page(self) -> Mapping[str, Target]:
        """Return what is written → where it leads."""
        return self._writer.page.links

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # A bare code is one word with a digit; titles and paths are links only when marked as such.
        codes = [key for key in self.page if re.fullmatch(r"(?=.*\d)[^\s/\\]+", key)]
        codes = [key for key in codes if not key.lower().endswith(".md")]
        parts = [_TO_COMPLETE, _ADDRESS]
        if codes:
            choices = "|".join(re.escape(key) for key in sorted(codes, key=lambda k: (-len(k), k)))
            bounds = rf"(?<![A-Za-z0-9_\-/.])(?P<code>{choices})(?![A-Za-z0-9_]|-[0-9A-Za-z])"
            parts.append(bounds)
        return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)

    def pieces(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the text in pieces with what each is: `code`, `address`, `to_complete` or empty."""
        last = 0
        for match in self._pattern.finditer(text):
            if match.lastgroup == "code" and match[0] not in self.page:
                continue
            if match.start() > last:
                yield text[last : match.start()], ""
            yield match[0], match.lastgroup or ""
            last = match.end()
        if last < len(text):
            yield text[last:], ""

    def of_wiki(self, written: str) -> Target | None:
        """Return where `[[written]]` leads."""
        page = self.page
        return page.get(written) or page.get(written.partition("#")[0].strip())

    def wrapper(self, href: str) -> Wrap | None:
        """Return what makes a link of runs, None when there is nowhere to go."""
        writer = self._writer
        if href.startswith("#"):
            bookmark = writer.anchors.get(unquote(href[1:]))
            if bookmark is None:
                return None
            return lambda runs: [w("hyperlink", *runs, anchor=bookmark, history=1)]
        if _SCHEME.match(href) or href.startswith("//"):
            return lambda runs: [writer.external(href, runs)]
        target = self._of_path(href)
        if target is None or not target.href:
            return None
        file = target.href
        return lambda runs: [writer.external(file, runs)]

    def _of_path(self, href: str) -> Target | None:
        path = href.partition("#")[0]
        tries = (href, path, unquote(href), unquote(path))
        return next((self.page[key] for key in tries if key in self.page), None)
