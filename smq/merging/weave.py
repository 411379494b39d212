"""Puts what one side added at its place among what the other side has."""

from collections.abc import Sequence


def woven(mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all keys in the order of mine; one of theirs alone follows the one before it there.

    Args:
        mine: keys, each once.
        theirs: keys, each once.
    """
    done = list(mine)
    known = set(mine)
    after = 0
    for key in theirs:
        if key in known:
            after = done.index(key) + 1
        else:
            done.insert(after, key)
            after += 1
    return done
