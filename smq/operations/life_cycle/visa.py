"""A visa: who answers for a content, how it was given, and the fingerprint of what was approved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import APPROVER, approving_roles, derogation, same_person
from smq.model import Document, Person, QualitySystem, Settings
from smq.operations.field_values import Remark
from smq.operations.header_values import HeaderList, HeaderMap
from smq.operations.life_cycle.rows import append
from smq.operations.life_cycle.step import key

DISTINCT = "approbateur_distinct"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Visa:
    """A signature under a content.

    Attributes:
        person: who gives it.
        day: when it was given.
        mode: `git`, `papier`, `courriel`, `parapheur` or `pv`.
        proof: path or address of what shows it, None in git.
        proof_digest: `sha256:…` of that file, None for an address.
        entered_by: identifier of who writes it down, when it is somebody else.
    """

    person: Person
    day: date
    mode: str
    proof: str | None = None
    proof_digest: str | None = None
    entered_by: str | None = None


def add(
    tree: HeaderMap, document: Document, visa: Visa, role: str, version: str, fingerprint: str
) -> None:
    """Add the line of a visa under `approbations`.

    It takes the place of what this person signed before in that role, and of visas of this version
    for another content: they bind nobody to this one.

    Args:
        tree: the header.
        document: whose it is.
        visa: given.
        role: `verificateur` or `approbateur`.
        version: approved.
        fingerprint: of the content that was read.
    """
    cells = {
        "version": version,
        "par": visa.person.id,
        "role": role,
        "date": visa.day.isoformat(),
        "mode": visa.mode,
        "preuve": visa.proof or "",
        "empreinte_preuve": visa.proof_digest or "",
        "saisie_par": visa.entered_by or "",
        "empreinte": fingerprint,
    }

    def replaced(row: Row) -> bool:
        other = row.get("empreinte") not in (None, fingerprint)
        return other or (row.get("par"), row.get("role")) == (visa.person.id, role)

    _take_out(tree, document, lambda row: row.get("version") == version and replaced(row))
    append(tree, document, "approbations", cells)


def drop(tree: HeaderMap, document: Document, version: str) -> None:
    """Take out the visas of a version that went back to its author; git keeps them."""
    _take_out(tree, document, lambda row: row.get("version") == version)


def _take_out(tree: HeaderMap, document: Document, gone: Callable[[Row], bool]) -> None:
    name = key(document, "approbations")
    rows = tree.get(name)
    if not isinstance(rows, HeaderList):
        return
    places = [at for at, row in enumerate(rows) if isinstance(row, Mapping) and gone(row)]
    for place in reversed(places):
        del rows[place]
    if places and not rows:
        del tree[name]


def refuse_without_role(act: str, document: Document, visa: Visa, system: QualitySystem) -> None:
    """Refuse a person who holds none of the roles that `smq.yaml` asks for.

    Args:
        act: `verificateur` or `approbateur`.
        document: signed.
        visa: who signs.
        system: the platform.

    Raises:
        SmqError: it says which roles may, and who holds them.
    """
    settings = system.settings
    allowed = settings.allowed_roles(act, document.type)
    if act in APPROVER:
        allowed = approving_roles(document, system)
    if not allowed or set(allowed) & set(visa.person.roles):
        return
    holders = {p.id: p for role in allowed for p in settings.holders(role)}
    raise SmqError(
        _("{person} may not approve {code}: a {type} is approved by {roles}.")
        if act in APPROVER
        else _("{person} may not verify {code}: a {type} is verified by {roles}."),
        _("Who may: {people}. Roles stand under «roles» and «personnes» in smq.yaml.")
        if holders
        else _("Nobody holds that role: add it to a person under «personnes» in smq.yaml."),
        person=visa.person.spoken_name,
        code=document.label,
        type=document.type or "?",
        roles=", ".join(dict.fromkeys(allowed)),
        people=", ".join(f"{p.id} ({p.spoken_name})" for p in holders.values()),
    )


def refuse_author(document: Document, visa: Visa, system: QualitySystem) -> tuple[Remark, ...]:
    """Refuse the author as approver, unless a derogation allows it; return what to say then.

    Raises:
        SmqError: no derogation holds (`design.md` §3).
    """
    settings: Settings = system.settings
    if not same_person(document.author, visa.person.id, settings):
        return ()
    allowed = derogation(DISTINCT, document.type, settings, system.today)
    if allowed is None:
        raise SmqError(
            _("{person} wrote {code}, and cannot approve it alone."),
            _(
                "Ask another person; a team too small for that records the derogation"
                " «approbateur_distinct» in smq.yaml, with its reason."
            ),
            person=visa.person.spoken_name,
            code=document.label,
        )
    return (
        Remark(
            _("{person} wrote {code} and approves it: a derogation allows it ({reason})."),
            {
                "person": visa.person.spoken_name,
                "code": document.label,
                "reason": allowed.reason,
            },
        ),
    )


def refuse_day(document: Document, visa: Visa, system: QualitySystem) -> None:
    """Refuse a visa dated after today.

    Raises:
        SmqError: it is dated later.
    """
    if visa.day > system.today:
        raise SmqError(
            _("{code}: {date} has not come yet; a visa is dated the day it was given."),
            None,
            code=document.label,
            date=visa.day,
        )
