"""An e-mail typed with the name of a person, and how the two are kept apart."""

import re
from collections.abc import Sequence

_ADDRESS = re.compile(
    r"(?:\b(?:mailto:|(?:courriel|adresse|e-?mail|mail|m[ée]l)\s*:\s*|(?:courriel|e-?mail)\s+))?"
    r"([^\s@<>()\[\],;:/|«»\"]+@(?:[\w-]+\.)+[\w-]+)",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"<\s*>|\(\s*\)|\[\s*\]|«\s*»|\"\s*\"")
_BETWEEN = " ,;:/|–—-"
"""What stands between a name and an e-mail."""


def apart(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the e-mails it holds, and these e-mails, each once.

    «Inès Vautrin, ines@example.org», «Inès Vautrin <ines@example.org>» and «ines@example.org Inès
    Vautrin» say the same. A text without an e-mail is returned as it is.
    """
    found = tuple(dict.fromkeys(_ADDRESS.findall(text)))
    if not found:
        return text, ()
    rest = _EMPTY_BRACKETS.sub(" ", _ADDRESS.sub(" ", text))
    return " ".join(rest.split()).strip(_BETWEEN), found


def together(name: str, addresses: Sequence[str]) -> str:
    """Return a name and its e-mails as one text, which `apart` takes apart again."""
    return " ".join(part for part in (name, *(f"<{one}>" for one in addresses)) if part)


def gathered(parts: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of a row about a person, all its e-mails beside the first: the name.

    A part that was an e-mail and nothing else goes: the function of a person is printed too.
    """
    taken = [apart(part) for part in parts]
    addresses = dict.fromkeys(one for _rest, found in taken for one in found)
    if not addresses:
        return tuple(parts)
    others = [rest for rest, found in taken[1:] if rest or not found]
    return (together(taken[0][0], tuple(addresses)), *others)
