"""Kits: reading them, what `init` asks, what their texts become."""

from smq.expressions import holds
from smq.kit.kit import Kit, KitDocument, KitProcess, read_kit
from smq.kit.merging import merged_kit, merges_in, understood_merges
from smq.kit.question import LISTS, ROWS, Answer, Question, in_language
from smq.kit.questions import understand, understood_rows
from smq.kit.texts import Texts, functions, joined, to_complete
from smq.kit.typed import is_none, is_unknown, typed_date, yes_or_no

__all__ = [
    "LISTS",
    "ROWS",
    "Answer",
    "Kit",
    "KitDocument",
    "KitProcess",
    "Question",
    "Texts",
    "functions",
    "holds",
    "in_language",
    "is_none",
    "is_unknown",
    "joined",
    "merged_kit",
    "merges_in",
    "read_kit",
    "to_complete",
    "typed_date",
    "understand",
    "understood_merges",
    "understood_rows",
    "yes_or_no",
]
