"""The Word format: a `Page` and a template → a Word file."""

from smq.render.docx.document import render
from smq.render.docx.rendered import Notice, Rendered

__all__ = ["Notice", "Rendered", "render"]
