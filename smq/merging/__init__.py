"""Two people's work on the same files: what each changed, and how both are kept. Pure."""

from smq.merging.passage import Passage, Settling, Side, Sort

__all__ = ["Passage", "Settling", "Side", "Sort"]
