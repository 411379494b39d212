"""Answers written so that Markdown shows them as they were typed, wherever they go."""

import re

_OPENING = re.compile(r"(?:[\s>]|(?:[-+*]|[0-9]{1,9}[.)])[ \t])*")
_BARE_PIPE = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_STRUCTURE = re.compile(
    r"""
      \#{1,6}(?=\s|$)                   # heading
    | [-+*](?=\s|$)                     # item of a list
    | [>|]                              # quotation, row of a table
    | (?:-[ \t]*){2,}$ | (?:\*[ \t]*){3,}$ | (?:_[ \t]*){3,}$ | =+\s*$   # rules and underlines
    | ``` | ~~~                         # code
    | [:~](?=\s)                        # definition of the words above
    | \[[^\]]+\]: | \[[ xX]\](?=\s)     # definition of a link or a note, box to tick
    | <(?=[A-Za-z/!?])(?![A-Za-z][A-Za-z0-9+.\-]*:|[^\s>]+@)   # HTML, but no address
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"[0-9]{1,9}(?=[.)](?:\s|$))")


def as_typed(_before: str, answer: str) -> str:
    """Return an answer unchanged: for values of the header."""
    return answer


def in_cell(_before: str, answer: str) -> str:
    """Return an answer that stays in one cell of a table, on one line."""
    return _BARE_PIPE.sub(r"\1\\|", " ".join(answer.split()))


def in_text(before: str, answer: str) -> str:
    """Return an answer that stays text where it begins a paragraph: «# x» makes no heading there.

    Args:
        before: what stands on its line before it; only margins and list marks let it begin one.
        answer: what was typed.
    """
    if not _OPENING.fullmatch(before):
        return answer
    if _STRUCTURE.match(answer):
        return f"\\{answer}"
    number = _NUMBERED.match(answer)
    return f"{number[0]}\\{answer[number.end() :]}" if number else answer
