"""`smq declare`: a person's answer to a criterion, written in `evaluation.yaml`."""

from dataclasses import dataclass
from datetime import date

from smq.coverage.answers import NOT_APPLICABLE, STATUSES
from smq.errors import SmqError
from smq.i18n import _
from smq.load import text as texts
from smq.load import yaml
from smq.load.cells import is_placeholder
from smq.load.declarations import FILE_NAME
from smq.model import Change, Fields, Items, Node, QualitySystem, Word, nearest, text_of
from smq.model.referential import Criterion, Nature
from smq.operations.header_edit import edit_header
from smq.operations.header_values import HeaderMap, in_place_of
from smq.operations.yaml_text import dump
from smq.slug import slug

_FENCE = b"---\n"
_SAID = {
    "satisfait": ("satisfait", "satisfaite", "oui", "yes", "satisfied"),
    "partiel": ("partiel", "partielle", "partiellement", "partial", "en-partie"),
    "non satisfait": ("non-satisfait", "pas-satisfait", "non", "no", "insatisfait", "unsatisfied"),
    "sans objet": ("sans-objet", "non-applicable", "na", "n-a", "not-applicable"),
}
"""Status → the words that people type for it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person answers.

    Attributes:
        criterion: to which.
        status: a word of `evaluation.yaml`.
        reason: why.
        by: identifier of the person.
        on: the day of the answer.
    """

    criterion: Criterion
    status: str
    reason: str
    by: str
    on: date

    @property
    def outweighed(self) -> bool:
        """Return whether the tool judges the criterion all the same."""
        if self.status == NOT_APPLICABLE or self.criterion.nature is not Nature.COMPUTED:
            return False
        evidence = self.criterion.evidence
        return evidence is None or self.criterion.id not in _answers_asked(evidence.node)


def criterion_named(system: QualitySystem, word: str) -> Criterion:
    """Return the criterion of that id, whatever its case and dashes.

    Raises:
        SmqError: the platform has no referential, or none of its criteria has that id.
    """
    criteria = {c.id: c for r in reversed(system.referentials) for c in r.criteria}
    if not criteria:
        raise SmqError(
            _("This platform is judged against no referential."),
            _("Name one in smq.yaml: referentiels: [infra-plus]"),
        )
    folded = slug(word)
    found = next((c for name, c in criteria.items() if slug(name) == folded), None)
    if found:
        return found
    near = nearest(word.strip().upper(), tuple(criteria))
    raise SmqError(
        _("«{word}» is no criterion of the referentials of this platform."),
        _("Nearest: {near}, {title}.") if near else _("All criteria: smq coverage"),
        word=word.strip(),
        near=near or "",
        title=criteria[near].title if near else "",
    )


def understood_status(word: str) -> str:
    """Return the status that a word stands for: «Non applicable» is «sans objet».

    Raises:
        SmqError: it stands for none.
    """
    folded = slug(word)
    for status, said in _SAID.items():
        if folded in said:
            return status
    near = nearest(word.strip().casefold(), tuple(STATUSES))
    raise SmqError(
        _("«{word}» is no answer to a criterion."),
        _("Nearest: «{near}». All: {known}.") if near else _("Answers: {known}."),
        word=word.strip(),
        near=near or "",
        known=", ".join(STATUSES),
    )


def understood_reason(typed: str) -> str:
    """Return a reason on one line.

    Raises:
        SmqError: it says nothing, or is a placeholder.
    """
    reason = " ".join(typed.split())
    if not any(sign.isalpha() for sign in reason) or is_placeholder(reason):
        raise SmqError(
            _("An answer needs a reason: «{typed}» says nothing.")
            if reason
            else _("An answer needs a reason."),
            _("Say what the answer rests on; an evaluator will read it."),
            typed=reason,
        )
    return reason


def refuse_future(day: date, today: date) -> None:
    """Refuse an answer of a day to come.

    Raises:
        SmqError: the day comes after today.
    """
    if day > today:
        raise SmqError(_("{date} has not come yet: nobody has answered then."), None, date=day)


def declare(answer: Answer, raw: bytes | None) -> Change:
    """Return the change that writes an answer; comments, order and other answers stay.

    Args:
        answer: what to write.
        raw: the bytes of `evaluation.yaml`, None when there is none.

    Raises:
        SmqError: the file cannot be read, or changed without altering it.
    """
    if raw is None or not raw.removeprefix(b"\xef\xbb\xbf").strip():
        return Change(
            FILE_NAME,
            raw,
            dump(
                {"criteres": {answer.criterion.id: {**_values(answer), "date": answer.on}}}
            ).encode(),
        )
    _refuse_unreadable(raw)

    def edit(tree: HeaderMap) -> None:
        criteria = tree.get("criteres")
        if not isinstance(criteria, HeaderMap):
            tree["criteres"] = criteria = HeaderMap()
        held = criteria.get(answer.criterion.id)
        if not isinstance(held, HeaderMap):
            criteria[answer.criterion.id] = held = HeaderMap()
        for key, value in _values(answer).items():
            # This editor takes a date for the text that it is.
            held[key] = value if key == "date" else in_place_of(held.get(key), value)

    bom = raw[: len(raw) - len(raw.removeprefix(b"\xef\xbb\xbf"))]
    body = raw.removeprefix(bom)
    newline = b"\r\n" if b"\r\n" in body else b"\n"
    body += b"" if body.endswith(b"\n") else newline
    fence = _FENCE.replace(b"\n", newline)
    after = edit_header(fence + body + fence, edit, path=FILE_NAME)
    return Change(FILE_NAME, raw, bom + after.removeprefix(fence).removesuffix(fence))


def _values(answer: Answer) -> dict[str, str]:
    return {
        "statut": answer.status,
        "motif": answer.reason,
        "par": answer.by,
        "date": answer.on.isoformat(),
    }


def _refuse_unreadable(raw: bytes) -> None:
    decoded = texts.decode(raw)
    node = yaml.parse(decoded.text) if decoded else None
    fault = node if isinstance(node, yaml.Fault) else None
    if decoded is None or fault is not None:
        raise SmqError(
            _("{path}:{line}:{column}: this cannot be read ({reason})."),
            _("Correct that line in your editor, then run the command again."),
            path=FILE_NAME,
            line=fault.line if fault else 1,
            column=fault.column if fault else 1,
            reason=Word(fault.reason if fault else yaml.NO_FIELDS),
        )


def _answers_asked(node: Node) -> set[str]:
    """Return the criteria whose answer a tree of evidence asks for."""
    if isinstance(node, Items):
        return {name for item in node.items for name in _answers_asked(item)}
    if isinstance(node, Fields):
        found = {name for _key, value in node.entries for name in _answers_asked(value)}
        own = text_of(node.get("critere"))
        return found | {own} if own else found
    return set()
