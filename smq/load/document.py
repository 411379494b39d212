"""One file → one `Document`: where the code is found, what each header field says."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from unicodedata import normalize

from smq.load.facts import FileFacts
from smq.load.fields import Reader
from smq.model import (
    WRITTEN,
    ApprovalRecord,
    Code,
    Codification,
    Confirmation,
    DeclaredLink,
    Document,
    Fields,
    Items,
    Problem,
    Reading,
    Refusal,
    Review,
    Scalar,
    Status,
    Version,
)

_DEFAULT_ROLE = "reference"


@dataclass(frozen=True)
class Convention:
    """How documents are written on a platform: its codes and, for a foreign tree, its words.

    Attributes:
        codification: the codes.
        reading: keys, statuses, types.
        foreign: the tree was not made by smq.
    """

    codification: Codification
    reading: Reading
    foreign: bool = False


def make_document(
    path: str, facts: FileFacts, convention: Convention, problems: list[Problem]
) -> Document | None:
    """Return the document that a file is, None when no code is found in a foreign tree.

    Args:
        path: POSIX path of the file.
        facts: what was read of it.
        convention: how documents are written here.
        problems: where ill-typed fields are added.
    """
    header = facts.header or Fields((), 1, 1)
    reading = convention.reading
    reader = Reader(header, path, problems, keys=dict(reading.keys))
    code, code_text, source = _find_code(path, facts, reader, convention)
    if code_text is None and convention.foreign:
        return None
    reader.code = code_text
    return Document(
        path=path,
        header=header,
        header_end=facts.header_end,
        code=code,
        code_text=code_text,
        code_source=source,
        id=reader.text("id"),
        type=_type(reader, code, convention),
        title=reader.text("titre") or _first_title(facts) or "",
        process=reader.text("processus"),
        version=reader.text("version") or "",
        status=_status(reader, convention),
        effective=reader.date("date_application"),
        next_review=reader.date("prochaine_revue"),
        author=reader.text("redacteur"),
        reviewer=reader.text("verificateur"),
        approver=reader.text("approbateur"),
        approvals=() if convention.foreign else approvals_of(reader),
        history=() if convention.foreign else _history(reader),
        links=_links(reader),
        audience=reader.text("diffusion"),
        criteria=() if convention.foreign else reader.texts("criteres"),
        aliases=reader.texts("alias"),
        model=reader.text("modele"),
        original=reader.text("original"),
        generated=False if convention.foreign else reader.boolean("genere", False),
        body=facts.body,
        keys=reading.keys,
        header_placeholders=facts.header_placeholders,
        refusals=() if convention.foreign else _refusals(reader),
        reviews=() if convention.foreign else _reviews(reader),
        confirmations=() if convention.foreign else _confirmations(reader),
    )


def _find_code(
    path: str, facts: FileFacts, reader: Reader, convention: Convention
) -> tuple[Code | None, str | None, str]:
    codes = convention.codification
    sources = convention.reading.code_in
    if facts.header is None and (facts.header_end or not convention.foreign):
        # Links to a document whose header cannot be read must not break as well.
        sources = ("nom_de_fichier", "premier_titre")
    for source in sources:
        if source == "entete":
            written = reader.text("code")
            if written:
                return codes.parse(written), written, source
        elif source == "nom_de_fichier":
            found = codes.parse_start(PurePosixPath(path).stem)
            if found:
                return found, found.text, source
        elif source == "premier_titre" and facts.body.headings:
            found = codes.parse_start(facts.body.headings[0].text)
            if found:
                return found, found.text, source
    return None, None, "entete"


def _first_title(facts: FileFacts) -> str | None:
    headings = facts.body.headings
    return normalize("NFC", headings[0].text) if headings and headings[0].level == 1 else None


def _type(reader: Reader, code: Code | None, convention: Convention) -> str | None:
    written = reader.text("type")
    if convention.foreign:
        mapped = dict(convention.reading.types).get(written or "")
        return mapped or (convention.codification.kind(code) if code else None)
    return written


def _status(reader: Reader, convention: Convention) -> Status | None:
    written = reader.text("statut")
    if written is None:
        return None
    word = dict(convention.reading.statuses).get(written, written)
    return WRITTEN.get(word)


def approvals_of(reader: Reader) -> tuple[ApprovalRecord, ...]:
    """Return the lines of `approbations` of a header, in the order of the file."""
    return tuple(
        ApprovalRecord(
            version=item.text("version") or "",
            by=item.text("par") or "",
            role=item.text("role") or "approbateur",
            date=item.date("date"),
            mode=item.text("mode") or "git",
            proof=item.text("preuve"),
            entered_by=item.text("saisie_par"),
            fingerprint=item.text("empreinte"),
            line=item.fields.line,
            column=item.fields.column,
            proof_digest=item.text("empreinte_preuve"),
        )
        for item in reader.mappings("approbations")
    )


def _history(reader: Reader) -> tuple[Version, ...]:
    return tuple(
        Version(
            version=item.text("version") or "",
            date=item.date("date"),
            change=item.text("objet") or "",
            author=item.text("par"),
        )
        for item in reader.mappings("historique")
    )


def _refusals(reader: Reader) -> tuple[Refusal, ...]:
    return tuple(
        Refusal(
            version=item.text("version") or "",
            by=item.text("par"),
            date=item.date("date"),
            reason=item.text("motif") or "",
        )
        for item in reader.mappings("refus")
    )


def _reviews(reader: Reader) -> tuple[Review, ...]:
    return tuple(
        Review(
            version=item.text("version") or "",
            date=item.date("date"),
            by=item.text("par"),
            result=item.text("resultat") or "",
            note=item.text("note"),
        )
        for item in reader.mappings("revues")
    )


def _confirmations(reader: Reader) -> tuple[Confirmation, ...]:
    return tuple(
        Confirmation(
            target=item.text("cible") or "",
            version=item.text("version") or "",
            date=item.date("date"),
            by=item.text("par"),
        )
        for item in reader.mappings("confirmations")
    )


def _links(reader: Reader) -> tuple[DeclaredLink, ...]:
    found: list[DeclaredLink] = []
    node = reader.node("liens")
    if isinstance(node, Fields):
        inner = reader.mapping("liens")
        for name, _value in node.entries:
            found.extend(_declared(inner.scalars(name.text), name.text))
    elif isinstance(node, Items | Scalar):
        found.extend(_declared(reader.scalars("liens"), _DEFAULT_ROLE))
    found.extend(_declared(reader.scalars("remplace"), "remplace"))
    return tuple(found)


def _declared(scalars: tuple[Scalar, ...], role: str) -> list[DeclaredLink]:
    return [DeclaredLink(s.text.strip(), role, s.line, s.column) for s in scalars]
