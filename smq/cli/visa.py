"""What `smq verify` and `smq approve` share: a visa under each document named."""

from collections.abc import Callable, Sequence
from functools import partial

from smq import files
from smq.approvals import Undecided, fingerprint
from smq.cli.life_cycle import Walk, walk
from smq.cli.session import Session
from smq.cli.visa_given import Typed, visa_given
from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import coming_version
from smq.links import index
from smq.model import Document, QualitySystem, Status
from smq.operations.life_cycle.step import Step
from smq.operations.life_cycle.visa import Visa

Sign = Callable[[QualitySystem, Document, bytes, Visa, str], Step]


def sign(
    session: Session,
    codes: Sequence[str],
    verb: Sign,
    typed: Typed,
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    """Write a visa under the documents named, each bound by the fingerprint of its content.

    Raises:
        SmqError: who, how or the proof is not said.
        Exit: errors are in the way (1), or a document is not to be signed (2).
    """

    def asked(system: QualitySystem) -> Walk:
        visa, kept = visa_given(session, system, typed)

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            version = coming_version(document, known.settings)
            mark = marked(session, known, document, raw, version)
            return verb(known, document, raw, visa, mark)

        return Walk(take, Status.IN_REVIEW, also=lambda _system, _steps: kept, named=proof_of(visa))

    walk(session, codes, asked, dry_run=dry_run, commit=commit)


def marked(
    session: Session, system: QualitySystem, document: Document, raw: bytes, version: str
) -> str:
    """Return the fingerprint of a content as a version.

    Raises:
        SmqError: it names what may be several documents.
    """
    try:
        return fingerprint(document, raw, version, index(system), partial(files.read, session.root))
    except Undecided as several:
        raise SmqError(
            _("{code} names «{name}», which may be several documents."),
            _("Settle that first: smq renumber --auto, or smq check {path}"),
            code=document.label,
            name=str(several),
            path=document.path,
        ) from several


def proof_of(visa: Visa) -> tuple[str, ...]:
    """Return the file of the folder that shows a visa, to be recorded with it."""
    return (visa.proof,) if visa.proof and "://" not in visa.proof else ()
