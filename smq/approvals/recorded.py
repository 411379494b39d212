"""Approvals given in git, confronted with history: which commit brought each line, and who made it.

One pass over history answers for all documents; what it found is kept in `.smq/` for the same
version, lines and keys.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from smq import __version__, private
from smq.lifecycle import given_in_git, is_in_git, role_of
from smq.load.past_approvals import past_approvals
from smq.model import ApprovalRecord, Document, QualitySystem, Settings
from smq.model.recording import Recording, Signature, Signed
from smq.vcs.comparison import named
from smq.vcs.folder import boundary, git_folder
from smq.vcs.passages import Brought, Passages, brought
from smq.vcs.repository import Repository, opened
from smq.vcs.signatures import signatures, signers

_KEPT = "approvals.json"
_BEGINNING = "smq.yaml"
Row = tuple[object, ...]
Rows = Mapping[int, Row]
Found = dict[tuple[str, int], Recording | None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What one pass found, and whether the platform names keys of those who sign."""

    found: Found
    signers: bool


def with_recordings(
    system: QualitySystem, root: Path, judged: Settings, base: str | None = None
) -> QualitySystem:
    """Return a platform that knows which commit brought each approval given in git.

    Git is not asked where no such approval stands, nor where no address of git is known and no
    signature asked for: nobody could be recognised.

    Args:
        system: the platform, as read.
        root: its folder.
        judged: settings whose people and whose demand of signatures count.
        base: revision compared with; the keys of those who sign are those where the branch left it.

    Raises:
        SmqError: git refuses.
    """
    owners = {(a.strip().casefold(), p.id) for p in judged.people for a in p.git if a.strip()}
    history = replace(system.history, confronted=True, addresses=tuple(sorted(owners)))
    documents = [document for document in system.documents if given_in_git(document)]
    if not documents or git_folder(root) is None or not (owners or judged.signatures_required):
        return replace(system, history=history)
    lines = {(d.id, d.path): _rows(d, system.settings) for d in documents}
    with opened(root) as here:
        reference = _parted(here, base) if base else here.head
        state = _state(here, root, reference, judged, lines)
        kept = _kept(root, state)
        if kept is None:
            keys = signers(here, reference)
            wanted = {d.path: _passages(d, lines[d.id, d.path], system.settings) for d in documents}
            found = _found(here, wanted, boundary(root))
            if keys or judged.signatures_required:
                found = _signed(here, found, keys)
            kept = Kept(found, bool(keys))
            if not any(_is_unsure(recording) for recording in found.values()):
                private.keep(root, _KEPT, _written(state, kept))
    return replace(system, history=replace(history, recordings=kept.found, signers=kept.signers))


def _parted(here: Repository, base: str) -> str | None:
    ancestor = here.ancestor(named(here, base))
    return ancestor.hexsha if ancestor else None


def _rows(document: Document, settings: Settings) -> Rows:
    records = enumerate(document.approvals)
    return {number: _row(record, settings) for number, record in records if is_in_git(record)}


def _passages(document: Document, rows: Rows, settings: Settings) -> Passages:
    """Return how to recognise the approvals of a document in what its file held."""
    given = [document.approvals[number] for number in rows]
    prints = [record.fingerprint.encode() for record in given if record.fingerprint]
    bound = len(prints) == len(rows)
    identifier = f"id: {document.id}".encode() if document.id else None

    def held(raw: bytes) -> frozenset[int]:
        if bound and not any(one in raw for one in prints):
            return frozenset()
        there = {_row(record, settings) for record in past_approvals(raw, settings.reading)}
        return frozenset(number for number, row in rows.items() if row in there)

    def is_same(raw: bytes) -> bool:
        return identifier is not None and identifier in raw

    people = {settings.person(record.by) for record in given}
    likely = frozenset(address.casefold() for one in people if one for address in one.git)
    return Passages(frozenset(rows), held, is_same, likely)


def _row(record: ApprovalRecord, settings: Settings) -> Row:
    """Return what makes a line of approval that line; other words for one person are the same."""
    person = settings.person(record.by)
    return (
        record.version,
        person.id if person else record.by.casefold(),
        role_of(record),
        record.date,
        record.mode.strip().casefold(),
        record.fingerprint,
    )


def _found(here: Repository, wanted: Mapping[str, Passages], cut: frozenset[str]) -> Found:
    if here.head is None:
        return {(p, n): None for p, passages in wanted.items() for n in passages.numbers}
    there = {f"{here.prefix}{path}": passages for path, passages in wanted.items()}
    return {
        (path.removeprefix(here.prefix), number): _recording(one, cut) if one else None
        for path, numbers in brought(here, there, f"{here.prefix}{_BEGINNING}").items()
        for number, one in numbers.items()
    }


def _recording(one: Brought, cut: frozenset[str]) -> Recording:
    return Recording(
        commit=one.by.commit,
        author=one.by.address,
        committer=one.by.committer,
        day=one.by.day,
        at_once=one.by.moment == one.by.committed,
        before=one.before.day if one.before else None,
        begins=one.begins,
        cut=one.by.commit in cut,
    )


def _signed(here: Repository, found: Found, keys: str) -> Found:
    commits = dict.fromkeys(recording.commit for recording in found.values() if recording)
    known = signatures(here, commits, keys) if commits else {}
    return {
        place: replace(recording, signature=known.get(recording.commit)) if recording else None
        for place, recording in found.items()
    }


def _is_unsure(recording: Recording | None) -> bool:
    """Return whether another program or key on this computer may tell more tomorrow."""
    signature = recording.signature if recording else None
    return signature is not None and signature.state is Signed.UNVERIFIED


def _state(
    here: Repository,
    root: Path,
    reference: str | None,
    judged: Settings,
    lines: Mapping[tuple[str | None, str], Rows],
) -> str:
    """Return what tells this version, these lines and these keys from any others.

    The names of versions are among it: no file that a version itself holds can say its name.
    """
    versions = (__version__, here.head, reference, sorted(boundary(root)))
    state = (versions, judged.signatures_required, lines)
    return private.digest(repr(state).encode("utf-8", "surrogateescape"))


def _written(state: str, kept: Kept) -> bytes:
    # A commit brings many lines: each is written once.
    recordings = list(dict.fromkeys(one for one in kept.found.values() if one))
    places = {one: number for number, one in enumerate(recordings)}
    content = {
        "key": state,
        "signers": kept.signers,
        "recordings": [_told(one) for one in recordings],
        "found": [(*place, places[one] if one else None) for place, one in kept.found.items()],
    }
    return json.dumps(content, default=str).encode()


def _told(one: Recording) -> tuple[object, ...]:
    signed = one.signature
    told = (signed.state, signed.addresses, signed.lacking) if signed else None
    who = (one.commit, one.author, one.committer)
    return (*who, one.day, one.at_once, one.before, one.begins, one.cut, told)


def _kept(root: Path, state: str) -> Kept | None:
    """Return what was found for the same state, None when there is nothing to rely on."""
    kept = private.kept(root, _KEPT)
    try:
        content = json.loads(kept.content) if kept else {}
        if content["key"] != state:
            return None
        recordings = [_read(one) for one in content["recordings"]]
        found = {
            (path, number): None if place is None else recordings[place]
            for path, number, place in content["found"]
        }
        return Kept(found, bool(content["signers"]))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def _read(told: Any) -> Recording:
    commit, author, committer, day, at_once, before, begins, cut, signed = told
    return Recording(
        commit,
        author,
        committer,
        day=date.fromisoformat(day),
        at_once=at_once,
        before=date.fromisoformat(before) if before else None,
        begins=begins,
        cut=cut,
        signature=Signature(Signed(signed[0]), tuple(signed[1]), signed[2]) if signed else None,
    )
