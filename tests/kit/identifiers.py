"""Identifiers in a fixed order, where `init` draws them at random."""

from collections.abc import Callable
from itertools import product

from smq.operations.identifiers import ALPHABET


def in_order() -> Callable[[], str]:
    """Return a source of identifiers: kaaaaaaa, kaaaaaab, kaaaaaac…"""
    letters = product(ALPHABET, repeat=3)
    return lambda: f"kaaaa{''.join(next(letters))}"
