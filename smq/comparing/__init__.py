"""What changed between two versions of a document: sections, passages, tables, words. Pure."""

from smq.comparing.compare import compare
from smq.comparing.result import (
    BlockChange,
    Change,
    Comparison,
    FieldChange,
    FileChange,
    RowChange,
    SectionChange,
)
from smq.comparing.words import Part

__all__ = [
    "BlockChange",
    "Change",
    "Comparison",
    "FieldChange",
    "FileChange",
    "Part",
    "RowChange",
    "SectionChange",
    "compare",
]
