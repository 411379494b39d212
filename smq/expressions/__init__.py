"""The one closed grammar of conditions (`si`, `ou`) and computed values (`expr`)."""

from smq.expressions.grammar import TODAY, Expression, holds, understood

__all__ = ["TODAY", "Expression", "holds", "understood"]
