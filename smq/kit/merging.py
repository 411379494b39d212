"""A kit whose processes are merged at the start: `--merge COM=PIL`, `fusions: [COM>PIL]`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from smq.errors import SmqError
from smq.i18n import _
from smq.kit.kit import Kit, KitDocument
from smq.load import text, yaml
from smq.model import Fields, Items, Scalar, nearest, scalars
from smq.slug import slug

KEY = "fusions"
"""The key of a file of answers that names merges; no question asks for it."""
_SHEET = "FIP"
_PAIR = re.compile(r"\s*(?P<merged>[^=>→]+?)\s*(?:=>?|->|>|→)\s*(?P<into>[^=>→]+?)\s*")


def merges_in(raw: bytes) -> tuple[str, ...]:
    """Return the merges that a file of answers names, as written; what is no YAML names none."""
    decoded = text.decode(raw)
    node = yaml.parse(decoded.text) if decoded else None
    held = node.get(KEY) if isinstance(node, Fields) else None
    return tuple(s.text for s in scalars(held)) if isinstance(held, Items | Scalar) else ()


def understood_merges(kit: Kit, written: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the processes that go, each with the one that takes over.

    Args:
        kit: whose processes are meant, by code or title.
        written: `COM=PIL` or `COM>PIL`, each.

    Raises:
        SmqError: a merge is not written so, names no process, or merges one with itself.
    """
    return tuple(_pair(kit, one) for one in written)


def merged_kit(kit: Kit, pairs: Sequence[tuple[str, str]], names: Mapping[str, object]) -> Kit:
    """Return a kit where some processes have taken over others.

    The documents of a process that goes come after those of the other, and get its next numbers.
    Of two process sheets, that of the process that takes over stays, with what both say.

    Args:
        kit: as it lies on the disk.
        pairs: process that goes, process that takes over.
        names: what conditions see.

    Raises:
        SmqError: a process goes twice, goes and takes over, or takes over without being created.
    """
    created = {process.code for process in kit.chosen_processes(names)}
    merges: dict[str, str] = {}
    for merged, into in pairs:
        if merges.get(merged, into) != into:
            raise SmqError(
                _("{process} is merged twice: into {first} and into {second}."),
                _("Name one of them."),
                process=merged,
                first=merges[merged],
                second=into,
            )
        merges[merged] = into
    for into in merges.values():
        if into in merges:
            raise _goes_itself(into, merges)
        if into not in created:
            raise SmqError(
                _("{into} is not created with these activities: it can take over nothing."),
                _("Processes created: {known}."),
                into=into,
                known=", ".join(p.code for p in kit.processes if p.code in created),
            )
    return _merged(kit, {m: into for m, into in merges.items() if m in created}, set(merges))


def _goes_itself(into: str, merges: Mapping[str, str]) -> SmqError:
    """Return why a process cannot take over another while it goes into a third, or into it."""
    merged = next(one for one, taker in merges.items() if taker == into)
    other = merges[into]
    if other == merged:
        return SmqError(
            _("{first} would go into {second}, and {second} into {first}: neither would be left."),
            _("Keep one of the two: {one}, or {another}"),
            first=merged,
            second=into,
            one=f"--merge {merged}={into}",
            another=f"--merge {into}={merged}",
        )
    return SmqError(
        _("{merged} would go into {into}, which goes itself into {other}."),
        _("Let both go into {other}: {command}"),
        merged=merged,
        into=into,
        other=other,
        command=f"--merge {merged}={other} --merge {into}={other}",
    )


def _pair(kit: Kit, written: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(written)
    if found is None:
        raise SmqError(
            _("«{written}» does not say which process goes into which."),
            _("Example: --merge COM=PIL, or in the file of answers fusions: [COM>PIL]"),
            written=written,
        )
    merged, into = _process(kit, found["merged"]), _process(kit, found["into"])
    if merged == into:
        raise SmqError(
            _("{process} cannot be merged with itself."),
            _("Example: --merge COM=PIL, or in the file of answers fusions: [COM>PIL]"),
            process=merged,
        )
    return merged, into


def _process(kit: Kit, word: str) -> str:
    for process in kit.processes:
        if slug(word) in (slug(process.code), slug(process.title)):
            return process.code
    known = tuple(process.code for process in kit.processes)
    near = nearest(word.upper(), known)
    raise SmqError(
        _("«{word}» is no process of the kit."),
        _("Nearest: {near}. All: {known}.") if near else _("Processes: {known}."),
        word=word,
        near=near or "",
        known=", ".join(known),
    )


def _merged(kit: Kit, merges: Mapping[str, str], gone: set[str]) -> Kit:
    with_sheet = {d.process: d for d in kit.documents if d.type == _SHEET}
    joined: dict[str, tuple[KitDocument, ...]] = {}
    stay: list[KitDocument] = []
    moved: list[KitDocument] = []
    for document in kit.documents:
        into = merges.get(document.process)
        sheet = with_sheet.get(into) if into else None
        if into is None:
            stay.append(document)
        elif document.type == _SHEET and sheet is not None:
            joined[sheet.model] = (*joined.get(sheet.model, ()), document)
        else:
            moved.append(replace(document, process=into))
    return replace(
        kit,
        processes=tuple(p for p in kit.processes if p.code not in gone),
        documents=(*stay, *moved),
        merges=merges,
        joined=joined,
    )
