"""The slip on which one wet signature approves a lot of documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from smq.i18n import Translator, _
from smq.lifecycle import REVIEWER, coming_version, role_of
from smq.model import Document, Person, QualitySystem
from smq.render.page import Block, Grid, Page, Prose, Signatures, Visa
from smq.render.report_page import Heading, report_page
from smq.render.wording import NONE, literal, person_name, shown_date

SHORT = 12
"""Digits of a fingerprint that a slip shows: enough to tell any two texts of a platform."""
_WIDTHS = (12, 25, 8, 16, 19, 20)


@dataclass(frozen=True, slots=True)
class Lot:
    """What one person approves.

    Attributes:
        person: who.
        documents: in review, each with its fingerprint as the version to come.
    """

    person: Person
    documents: tuple[tuple[Document, str], ...]


def slip_page(lots: Sequence[Lot], system: QualitySystem, translate: Translator) -> Page:
    """Return a page with, for each person, the documents, a box to sign in, and what to type."""
    title = translate(_("Approval slip of {day}"), day=system.today)
    heading = Heading(title, translate(_("Documents to approve")))
    blocks = [block for lot in lots for block in _lot(lot, system, translate)]
    return report_page(heading, blocks, system, translate)


def _lot(lot: Lot, system: QualitySystem, translate: Translator) -> Iterator[Block]:
    said = translate.plural(
        _("The signature below approves this document, in the text that its fingerprint names."),
        _(
            "The signature below approves these {count} documents, in the texts that their"
            " fingerprints name."
        ),
        len(lot.documents),
    )
    yield Prose(f"## {literal(lot.person.spoken_name)}\n\n{literal(said)}")
    yield _table(lot, system, translate)
    visa = Visa(translate(_("Approved by")), lot.person.spoken_name, lot.person.function or "", "")
    yield Signatures((visa,))
    codes = " ".join(document.label for document, _mark in lot.documents)
    yield Prose(
        "\n\n".join(
            (
                literal(translate(_("Once signed and scanned, type:"))),
                f"`smq approve {codes} --by {lot.person.id} --mode papier --proof scan.pdf`",
                literal(
                    translate(_("If it was signed on another day, add its date: --on DD/MM/YYYY"))
                ),
            )
        )
    )


def _table(lot: Lot, system: QualitySystem, translate: Translator) -> Grid:
    header = (
        _("Code"),
        _("Title"),
        _("Version"),
        _("Written by"),
        _("Reviewed by"),
        _("Fingerprint"),
    )
    rows = tuple(_row(document, mark, system, translate) for document, mark in lot.documents)
    return Grid(
        title="",
        header=tuple(translate(word) for word in header),
        rows=rows,
        widths=_WIDTHS,
        compact=True,
    )


def _row(
    document: Document, mark: str, system: QualitySystem, translate: Translator
) -> tuple[str, ...]:
    cells = (
        literal(document.label),
        literal(document.title),
        literal(coming_version(document, system.settings)),
        literal(person_name(document.author, system.settings)),
        literal(_reviewed(document, mark, system, translate)),
        f"`{mark.removeprefix('sha256:')[:SHORT]}`",
    )
    return tuple(cell or NONE for cell in cells)


def _reviewed(document: Document, mark: str, system: QualitySystem, translate: Translator) -> str:
    """Return who verified this very content, and when."""
    version = coming_version(document, system.settings)
    signed = [
        f"{person_name(record.by, system.settings)}, {shown_date(record.date, translate.language)}"
        for record in document.approvals
        if record.version == version
        and role_of(record) in REVIEWER
        and record.fingerprint in (None, mark)
    ]
    return signed[-1].removesuffix(", ") if signed else ""
