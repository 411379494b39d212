"""The evaluation document: what an evaluator opens first, every piece of evidence a link."""

from smq.render.evaluation.page import evaluation_page, notice_lines
from smq.render.evaluation.telling import Telling

__all__ = ["Telling", "evaluation_page", "notice_lines"]
