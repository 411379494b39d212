"""Facts of a document's text, each with its line and column (`contracts.md` §6)."""

from smq.load import markdown_fast
from smq.load.markdown_text import cleaned, find_placeholders
from smq.model import Body, Codification

__all__ = ["find_placeholders", "read_body"]


def read_body(
    text: str, first_line: int, codification: Codification, own_placeholders: tuple[str, ...] = ()
) -> Body:
    """Return the facts of a Markdown text.

    A text that holds only plain constructs is scanned directly; any other goes through the Markdown
    parser, which is loaded only then. Both give the same facts.

    Args:
        text: the text after the header, with LF line ends.
        first_line: line of its first character in the file.
        codification: the platform's code pattern.
        own_placeholders: patterns of the platform's own placeholders (`lecture.a_completer`).
    """
    text = cleaned(text)
    body = None if own_placeholders else markdown_fast.read(text, first_line, codification)
    if body is not None:
        return body
    # 37 ms of import that a platform of plain documents never pays.
    from smq.load import markdown_exact

    return markdown_exact.read(text, first_line, codification, own_placeholders)
