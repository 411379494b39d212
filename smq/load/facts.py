"""What one file says, before any meaning is given to it: the value that the cache keeps."""

import re
from dataclasses import dataclass

from smq.i18n import _
from smq.load import text, yaml
from smq.load.fields import duplicates
from smq.load.markdown import find_placeholders, read_body
from smq.model import (
    Body,
    Codification,
    Fields,
    Location,
    Placeholder,
    Problem,
    Reading,
    Scalar,
    scalars,
)

NOT_OPENED = _("this file may not be opened")


# A header is searched value by value only when a bracket could open a placeholder.
_MAY_BE_LEFT = re.compile(r"\[\s*[aAàÀtT]")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """The facts of one file.

    Attributes:
        header: None when there is none or when it cannot be read.
        header_end: line of the closing `---`, 0 without a header.
        body: facts of the text.
        header_placeholders: what is left to write in header strings.
        problems: faults of form.
        readable: False when the file is no document at all (binary, empty).
    """

    header: Fields | None
    header_end: int
    body: Body
    header_placeholders: tuple[Placeholder, ...] = ()
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def read_facts(
    raw: bytes, path: str, codification: Codification, reading: Reading, *, foreign: bool
) -> FileFacts:
    """Return the facts of a file's bytes; never raises for what a user wrote.

    Args:
        raw: the bytes.
        path: POSIX path, for the places of problems.
        codification: the codes to find in the text.
        reading: own patterns of placeholders.
        foreign: a file without a header is no fault.
    """
    decoded = text.decode(raw)
    if decoded is None:
        return _unreadable(Problem("binary-file", Location(path, 1, 1)))
    if not decoded.text.strip():
        return _unreadable(Problem("empty-file", Location(path, 1, 1)))
    problems: list[Problem] = []
    if decoded.guessed:
        problems.append(Problem("encoding", Location(path, 1, 1), (("guessed", decoded.guessed),)))
    marker = text.merge_marker(decoded.text)
    if marker:
        problems.append(Problem("merge-marker", Location(path, *marker)))
    parts = text.split(decoded.text)
    merged = marker is not None and marker[0] <= parts.end_line
    header = _header(parts, path, problems, merged=merged, foreign=foreign)
    body = read_body(parts.body, parts.end_line + 1, codification, reading.to_complete)
    return FileFacts(
        header=header,
        header_end=parts.end_line,
        body=body,
        header_placeholders=_placeholders(header, parts.header or "", reading.to_complete),
        problems=tuple(problems),
    )


def unopened_facts(path: str) -> FileFacts:
    """Return the facts of a file that this user may not open: its name still tells its code."""
    problem = Problem("unreadable-header", Location(path, 1, 1), (("reason", NOT_OPENED),))
    return FileFacts(None, 0, Body(), problems=(problem,))


def _unreadable(problem: Problem) -> FileFacts:
    return FileFacts(None, 0, Body(), problems=(problem,), readable=False)


def _header(
    parts: text.Split, path: str, problems: list[Problem], *, merged: bool, foreign: bool
) -> Fields | None:
    # A merge marker in the header (`merged`) makes it unreadable: one fault, already said.
    if parts.header is None:
        lost = text.lacks_opening(parts.body)
        if lost or not foreign:
            values = (("lost", "---"),) if lost else ()
            problems.append(Problem("missing-header", Location(path, 1, 1), values))
        return None
    if not parts.closed:
        if not merged:
            _unreadable_header(problems, path, yaml.NOT_CLOSED, 1, 1)
        return None
    if parts.second is not None:
        problems.append(Problem("two-headers", Location(path, parts.second, 1)))
    content = yaml.parse(parts.header, first_line=2)
    if isinstance(content, yaml.Fault):
        if not merged:
            _unreadable_header(problems, path, content.reason, content.line, content.column)
        return None
    if not isinstance(content, Fields):
        _unreadable_header(problems, path, yaml.NO_FIELDS, 2, 1)
        return None
    problems.extend(duplicates(content, path))
    return content


def _unreadable_header(
    problems: list[Problem], path: str, reason: str, line: int, column: int
) -> None:
    place = Location(path, line, column)
    problems.append(Problem("unreadable-header", place, (("reason", reason),)))


def _placeholders(
    header: Fields | None, written: str, own: tuple[str, ...]
) -> tuple[Placeholder, ...]:
    if not own and "\\" not in written and not _MAY_BE_LEFT.search(written):
        return ()
    found: list[Placeholder] = []
    for scalar in scalars(header):
        if own or "[" in scalar.text:
            found.extend(_in_scalar(scalar, own))
    return tuple(found)


def _in_scalar(scalar: Scalar, own: tuple[str, ...]) -> list[Placeholder]:
    return [
        Placeholder(p.expected, scalar.line, scalar.column, in_header=True)
        for p in find_placeholders(scalar.text, scalar.line, own)
    ]
