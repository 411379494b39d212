"""A controlled document, as read."""

from dataclasses import dataclass
from datetime import date

from smq.model.body import Body, Placeholder
from smq.model.code import Code
from smq.model.header import Fields, Node, Scalar, scalars, text_of
from smq.model.location import Location
from smq.model.status import Status


@dataclass(frozen=True, slots=True)
class Version:
    """One line of `historique`."""

    version: str
    date: date | None
    change: str
    author: str | None


@dataclass(frozen=True, slots=True)
class ApprovalRecord:
    """One line of `approbations`."""

    version: str
    by: str
    role: str
    date: date | None
    mode: str
    proof: str | None
    entered_by: str | None
    fingerprint: str | None
    line: int
    column: int
    proof_digest: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """One line of `refus`: why a version under way went back to its author."""

    version: str
    by: str | None
    date: date | None
    reason: str


UNCHANGED = "inchange"
TO_CHANGE = "a_reviser"
REVIEW_RESULTS = (UNCHANGED, TO_CHANGE)
"""What a review found: nothing to change, or something."""


@dataclass(frozen=True, slots=True)
class Review:
    """One line of `revues`: a document in force was read again.

    Attributes:
        version: read again, or empty when the line does not say.
        date: of the review, None when it is none.
        by: who reviewed it, or None.
        result: one of `REVIEW_RESULTS`, or what stands there.
        note: what was found, or None.
    """

    version: str
    date: date | None
    by: str | None
    result: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One line of `confirmations`: a document still holds with a version of one that it cites.

    Attributes:
        target: permanent identifier of the document cited, or its code when it has none.
        version: whole version of it that was looked at.
        date: of the look, None when it is none.
        by: who looked, or None.
    """

    target: str
    version: str
    date: date | None
    by: str | None


@dataclass(frozen=True, slots=True)
class DeclaredLink:
    """A code in `liens` or `remplace`, with its kind (`formulaires`, `registres`, `reference`…)."""

    target: str
    kind: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Document:
    """A controlled document.

    Attributes:
        path: POSIX path relative to the root.
        header: the header as written; keys are the platform's own words.
        header_end: line of the closing `---`, 0 without a header.
        code: parsed code, None when what stands there is no code of the pattern.
        code_text: the code as written, None when no code was found.
        code_source: `entete`, `nom_de_fichier` or `premier_titre`.
        id: permanent identifier, or None.
        type: our type, or None when it is not known.
        title: or the empty string.
        process: code of the process, or None.
        version: last approved version, or the empty string.
        status: state as written, None when the word is not known.
        effective: `date_application`.
        next_review: `prochaine_revue`.
        author, reviewer, approver: person id or name as written.
        approvals, history: in the order of the file.
        links: declared links.
        audience: `interne`, `usagers` or `publique`.
        criteria: ids of criteria.
        aliases: codes it bore before.
        model: which kit document it grew from.
        original: name of the master file beside it, or None.
        generated: the body is made at render time.
        body: facts of the text.
        fingerprint: of the content as `version`, None when it was not asked for.
        altered: the content is not the one that was approved as `version`.
        refusals, reviews, confirmations: in the order of the file.
    """

    path: str
    header: Fields
    header_end: int
    code: Code | None
    code_text: str | None
    code_source: str
    id: str | None
    type: str | None
    title: str
    process: str | None
    version: str
    status: Status | None
    effective: date | None
    next_review: date | None
    author: str | None
    reviewer: str | None
    approver: str | None
    approvals: tuple[ApprovalRecord, ...]
    history: tuple[Version, ...]
    links: tuple[DeclaredLink, ...]
    audience: str | None
    criteria: tuple[str, ...]
    aliases: tuple[str, ...]
    model: str | None
    original: str | None
    generated: bool
    body: Body
    keys: tuple[tuple[str, str], ...] = ()
    header_placeholders: tuple[Placeholder, ...] = ()
    fingerprint: str | None = None
    altered: bool = False
    refusals: tuple[Refusal, ...] = ()
    reviews: tuple[Review, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()

    @property
    def label(self) -> str:
        """Return the code, else the path: what a sentence calls this document."""
        return self.code_text or self.path

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Return what is left to write, in header then text."""
        return self.header_placeholders + self.body.placeholders

    def field(self, name: str) -> Node | None:
        """Return the header value of one of our keys (`titre`), whatever the platform calls it."""
        return self.header.get(self._written(name))

    def text(self, name: str) -> str | None:
        """Return the text of one of our keys, None when absent or empty."""
        return text_of(self.field(name))

    def at(self, line: int | None = None, column: int | None = None) -> Location:
        """Return a place in this document's file."""
        return Location(self.path, line, column)

    def at_field(self, name: str) -> Location:
        """Return the place of a header value, else of its key, else the first line."""
        key = self._written(name)
        for node in scalars(self.header.get(key)):
            return Location(self.path, node.line, node.column)
        written = self.header.key(key)
        if isinstance(written, Scalar):
            return Location(self.path, written.line, written.column)
        return Location(self.path, 1, 1)

    def _written(self, name: str) -> str:
        """Return what the platform calls one of our keys."""
        return dict(self.keys).get(name, name) if self.keys else name

    @property
    def state(self) -> Status | None:
        """Return the state written, or that of a draft once the approved content was changed."""
        if self.altered and self.status in (Status.APPROVED, Status.IN_FORCE):
            return Status.DRAFT
        return self.status

    @property
    def is_settled(self) -> bool:
        """Return whether readers may rely on it: in review, approved or in force.

        Content findings are errors from that state on, notes before (`design.md` §6).
        """
        return self.status in (Status.IN_REVIEW, Status.APPROVED, Status.IN_FORCE)

    def is_in_force(self, today: date) -> bool:
        """Return whether the file itself is in force at that date (`contracts.md` §9).

        What changed since its approval is a draft of the next version, whatever it says.
        """
        if self.state is Status.IN_FORCE:
            return True
        return (
            self.state is Status.APPROVED and self.effective is not None and self.effective <= today
        )
