"""Takes a process out of `smq.yaml`; comments, order and the lines of the others stay."""

import re
from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.load import yaml
from smq.model import Fields, Items, plain, text_of
from smq.operations.header_edit import decoded, edit_header
from smq.operations.header_values import HeaderMap, sequence
from smq.root import FILE_NAME

_LINE = re.compile(r"[^\n]*\n|[^\n]+$")
_FENCE = b"---\n"


def without_process(raw: bytes, merged: str, into: str) -> bytes:
    """Return `smq.yaml` without a process; the one that takes over keeps its code (`anciens`).

    Args:
        raw: the file.
        merged: code of the process that goes.
        into: code of the process that takes over.

    Raises:
        SmqError: the list of processes is written in a way that smq cannot change for sure.
    """
    text = decoded(raw, FILE_NAME)
    mark = raw[: len(raw) - len(raw.removeprefix(b"\xef\xbb\xbf"))]
    newline = "\r\n" if "\r\n" in text else "\n"
    unix = text.replace("\r\n", "\n")
    unix += "" if unix.endswith("\n") else "\n"
    cut = _without_lines(unix, merged)
    former = _former(unix, merged)

    def edit(tree: HeaderMap) -> None:
        processes = tree.get("processus") or []
        for place in reversed(range(len(processes))):
            if str(processes[place].get("code")) == merged:
                del processes[place]
            elif str(processes[place].get("code")) == into:
                _keep_former(processes[place], former)

    whole = unix if cut is None else cut
    edited = edit_header(_FENCE + whole.encode() + _FENCE, edit, path=FILE_NAME)
    after = edited.removeprefix(_FENCE).removesuffix(_FENCE).decode()
    _verify(unix, after, merged, into)
    return mark + after.replace("\n", newline).encode()


def _without_lines(text: str, merged: str) -> str | None:
    """Return the text without the lines of a process; None when they are not its own."""
    node = yaml.parse(text)
    listed = node.get("processus") if isinstance(node, Fields) else None
    if not isinstance(node, Fields) or not isinstance(listed, Items):
        return None
    starts = [item.line for item in listed.items]
    place = _place(listed, merged)
    if place is None or len(starts) < 2 or starts != sorted(set(starts)):
        return None
    lines = _LINE.findall(text)
    if not all(re.match(r"\s*- ", lines[start - 1]) for start in starts):
        return None
    after = [name.line for name, _value in node.entries if name.line > starts[place]]
    ends = [*starts[place + 1 :], *after, len(lines) + 1]
    first, last = starts[place] - 1, min(ends) - 1
    # A comment or blank line above what follows belongs to it.
    while last - 1 > first and re.match(r"\s*(#.*)?$", lines[last - 1].rstrip("\n")):
        last -= 1
    return "".join([*lines[:first], *lines[last:]])


def _place(listed: Items, code: str) -> int | None:
    codes = [text_of(i.get("code")) if isinstance(i, Fields) else None for i in listed.items]
    return codes.index(code) if code in codes else None


def _former(text: str, merged: str) -> list[str]:
    """Return the code of a process with those that it took over itself."""
    content = plain(_parsed(text))
    processes = content.get("processus") if isinstance(content, dict) else None
    for process in processes or ():
        if process.get("code") == merged:
            earlier = process.get("anciens") or []
            return [*(earlier if isinstance(earlier, list) else [earlier]), merged]
    return [merged]


def _keep_former(process: Any, former: list[str]) -> None:
    kept = [str(code) for code in process.get("anciens") or ()]
    listed = sequence(list(dict.fromkeys([*kept, *former])), flow=True)
    if "anciens" in process:
        process["anciens"] = listed
    else:
        # Behind the code: a comment below the last line stays below it.
        process.insert(list(process).index("code") + 1, "anciens", listed)


def _parsed(text: str) -> Fields | None:
    node = yaml.parse(text)
    return node if isinstance(node, Fields) else None


def _verify(before: str, after: str, merged: str, into: str) -> None:
    """Make sure that nothing else than the two processes changed."""
    old, new = plain(_parsed(before)), plain(_parsed(after))
    if isinstance(old, dict) and isinstance(new, dict):
        others = {key: value for key, value in old.items() if key != "processus"}
        kept = [p for p in old.get("processus") or () if p.get("code") != merged]
        now = [
            {**p, "anciens": o.get("anciens")} if p.get("code") == into else p
            for p, o in zip(new.get("processus") or (), kept, strict=False)
        ]
        now = [{k: v for k, v in p.items() if v is not None or k != "anciens"} for p in now]
        if others == {k: v for k, v in new.items() if k != "processus"} and now == kept:
            return
    raise SmqError(
        _("smq.yaml is written in a way that smq cannot change without altering it."),
        _("Write each process on lines of its own below «processus:», each after a dash."),
    )
