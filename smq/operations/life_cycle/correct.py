"""`smq correct`: a slip of the pen in a document in force, under the approver's visa alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from smq.approvals import EXCLUDED
from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import next_review, version_order
from smq.load import text as texts
from smq.model import Document, QualitySystem, Status, plain
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderMap, put
from smq.operations.life_cycle.hard_words import hard_words
from smq.operations.life_cycle.history import note_version
from smq.operations.life_cycle.step import (
    Step,
    edited,
    expect,
    key,
    refuse_uncontrolled,
    set_date,
)
from smq.operations.life_cycle.visa import (
    Visa,
    add,
    refuse_author,
    refuse_day,
    refuse_without_role,
)
from smq.operations.yaml_text import quoted

_FIXED = ("liens", "criteres", "diffusion", "plateaux", "original", "tables", "genere", "type")
"""Fields of a header whose change is never editorial: links, criteria, audience, master."""
_CONTEXT = 6
"""Words shown around a difference."""
_IN_FORCE = _("Only a document in force is corrected; a draft is simply written on.")


@dataclass(frozen=True, slots=True)
class Passage:
    """What a correction changes: a line, or a field of the header, before and after."""

    before: str
    after: str


def corrected_version(document: Document) -> str:
    """Return the version that a correction gives: 2 → 2.1, 2.1 → 2.2."""
    whole, *rest = version_order(document.version) or (0,)
    return f"{whole}.{(rest[0] if rest else 0) + 1}"


def passages(approved: bytes, now: bytes) -> tuple[Passage, ...]:
    """Return the lines that differ between the text approved and the text now."""
    before, after = _lines(approved), _lines(now)
    found: list[Passage] = []
    for step, first, last, start, end in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if step == "equal":
            continue
        olds, news = before[first:last], after[start:end]
        for at in range(max(len(olds), len(news))):
            old = olds[at] if at < len(olds) else ""
            new = news[at] if at < len(news) else ""
            if old or new:
                found.append(_shortened(old, new))
    return tuple(found)


def _shortened(old: str, new: str) -> Passage:
    """Return two lines without what both begin and end with, but for some words around."""
    olds, news = old.split(" "), new.split(" ")
    most = min(len(olds), len(news))
    head = next((n for n in range(most) if olds[n] != news[n]), most)
    rest = most - head
    tail = next((n for n in range(rest) if olds[-1 - n] != news[-1 - n]), rest)
    return Passage(_around(olds, head, tail), _around(news, head, tail))


def _around(words: list[str], head: int, tail: int) -> str:
    first, last = max(0, head - _CONTEXT), min(len(words), len(words) - tail + _CONTEXT)
    shown = " ".join(words[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}"


def correct(
    system: QualitySystem,
    document: Document,
    raw: bytes,
    approved: tuple[Document, bytes] | None,
    visa: Visa,
    change: str,
    fingerprint: str,
) -> Step:
    """Return a document in force with its corrected text approved; its review date stays.

    Args:
        system: the platform.
        document: as read from `raw`, changed since its approval.
        raw: the bytes of its file.
        approved: the content that was approved, None when history does not hold it.
        visa: of the approver.
        change: what was corrected.
        fingerprint: of the content, as `corrected_version`.

    Raises:
        SmqError: nothing was changed, or more than wording was.
    """
    before = _approved_content(system, document, approved)
    said = " ".join(change.split())
    if not said:
        raise SmqError(
            _("{code}: what was corrected is not said."), _("Say it: --objet"), code=document.label
        )
    refuse_day(document, visa, system)
    refuse_without_role("approbateur", document, visa, system)
    remarks = refuse_author(document, visa, system)
    _refuse_more_than_wording(system, document, raw, before)
    version = corrected_version(document)
    review = next_review(document, system)

    def edit(tree: HeaderMap) -> None:
        put(tree, key(document, "version"), quoted(version))
        set_date(tree, document, "date_application", max(visa.day, document.effective or visa.day))
        if review:
            # A correction is no review: the date of the next one does not move.
            set_date(tree, document, "prochaine_revue", review)
        add(tree, document, visa, "approbateur", version, fingerprint)
        note_version(tree, document, version, visa.day, said, document.author)

    values = {"code": document.label, "version": version, "person": visa.person.spoken_name}
    return Step(
        document,
        edited(document, raw, edit),
        Remark(
            _("{code}: version {version} is in force, corrected under {person}’s visa."), values
        ),
        (),
        remarks,
    )


def _approved_content(
    system: QualitySystem, document: Document, approved: tuple[Document, bytes] | None
) -> tuple[Document, bytes]:
    """Return the content that a correction starts from.

    Raises:
        SmqError: the document is not in force, was not changed, or history does not hold it.
    """
    refuse_uncontrolled(document, system)
    if not document.altered:
        expect(document, (Status.IN_FORCE,), _IN_FORCE)
        raise SmqError(
            _("{code} reads as it was approved: there is nothing to correct."),
            _("Correct the text in {path} and save it, then type the command again."),
            code=document.label,
            path=document.path,
        )
    if document.status is not Status.IN_FORCE:
        raise SmqError(_("{code} is not in force."), _IN_FORCE, code=document.label)
    if approved is None:
        raise SmqError(
            _("The history does not hold {code} as it was approved: nothing shows what changed."),
            _("Make it a new version: smq revise {code}"),
            code=document.label,
        )
    return approved


def _refuse_more_than_wording(
    system: QualitySystem, document: Document, raw: bytes, approved: tuple[Document, bytes]
) -> None:
    before, content = approved
    for name in _FIXED:
        old, new = plain(before.field(name)), plain(document.field(name))
        if old != new:
            raise SmqError(
                _("{code}: «{field}» changed; that is a new version, not a correction."),
                _("Go on with it: smq revise {code}"),
                code=document.label,
                field=key(document, name),
            )
    old_words = hard_words(_said(before, content), system.settings)
    new_words = hard_words(_said(document, raw), system.settings)
    if old_words == new_words:
        return
    gone, come = _differing(old_words, new_words)
    raise SmqError(
        _("{code}: a number, a date, a code, a person or a negation changed: «{gone}» → «{come}»."),
        _("That is a new version, not a correction: smq revise {code}"),
        code=document.label,
        gone=gone or "–",
        come=come or "–",
    )


def _differing(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, str]:
    for step, first, last, start, end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if step != "equal":
            return " ".join(old[first:last]), " ".join(new[start:end])
    return "", ""


def _said(document: Document, raw: bytes) -> str:
    """Return all that a document says: its title, its own fields, its text."""
    found = texts.decode(raw)
    body = texts.split(found.text).body if found else ""
    return "\n".join([*_field_texts(document), body])


def _field_texts(document: Document) -> Iterator[str]:
    ours = {theirs: our for our, theirs in document.keys}
    for name, value in document.header.entries:
        our = ours.get(name.text, name.text)
        if our not in EXCLUDED and our not in (*_FIXED, "id"):
            yield from _texts_of(plain(value))


def _texts_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts_of(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts_of(item)


def _lines(raw: bytes) -> list[str]:
    found = texts.decode(raw)
    if found is None:
        return []
    parts = texts.split(found.text)
    # Of the header only what an approval covers would be news; its dates and visas are not.
    header: list[str] = []
    covered = True
    for line in (parts.header or "").splitlines():
        if line[:1] not in ("", " ", "-", "#"):
            covered = line.partition(":")[0].strip() not in EXCLUDED
        if covered and not line.startswith("#"):
            header.append(line)
    return [*header, *parts.body.splitlines()]
