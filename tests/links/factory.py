"""Makes documents and systems from facts, without a folder or a reader."""

from datetime import date

from smq.model import (
    Body,
    Codification,
    DeclaredLink,
    Document,
    Fields,
    Mention,
    PathLink,
    QualitySystem,
    Settings,
    Status,
    WikiLink,
)

CODES = Codification(types=("PRO", "FOR", "FIP"), processes=("PRE", "DOC"))


def document(
    code: str | None,
    *,
    path: str | None = None,
    title: str = "",
    mentions: tuple[Mention, ...] = (),
    wrong_case: tuple[Mention, ...] = (),
    wiki: tuple[WikiLink, ...] = (),
    paths: tuple[PathLink, ...] = (),
    links: tuple[DeclaredLink, ...] = (),
    aliases: tuple[str, ...] = (),
    process: str | None = None,
    status: Status = Status.DRAFT,
    original: str | None = None,
) -> Document:
    """Return a document whose type is that of its code."""
    parsed = CODES.parse(code) if code else None
    return Document(
        path=path or f"documents/PRE/{code}-document.md",
        header=Fields((), 1, 1),
        header_end=5,
        code=parsed,
        code_text=code,
        code_source="entete",
        id=None,
        type=parsed.type if parsed else None,
        title=title,
        process=process,
        version="",
        status=status,
        effective=None,
        next_review=None,
        author=None,
        reviewer=None,
        approver=None,
        approvals=(),
        history=(),
        links=links,
        audience=None,
        criteria=(),
        aliases=aliases,
        model=None,
        original=original,
        generated=False,
        body=Body(mentions=mentions, wrong_case=wrong_case, wiki_links=wiki, path_links=paths),
    )


def system(*documents: Document, files: tuple[str, ...] = ()) -> QualitySystem:
    """Return a system of these documents and files, sorted as reading sorts them."""
    ordered = tuple(sorted(documents, key=lambda d: d.path))
    return QualitySystem(
        settings=Settings(name="Plateforme de spectroscopie", codification=CODES),
        today=date(2027, 3, 1),
        documents=ordered,
        files=frozenset({*files, *(d.path for d in ordered)}),
    )


def wiki(target: str, line: int = 10, column: int = 1, section: str | None = None) -> WikiLink:
    """Return `[[target#section]]` at a place."""
    return WikiLink(target, section, None, line, column)


def relative(path: str, text: str = "texte", *, picture: bool = False) -> PathLink:
    """Return a relative link on line 10."""
    return PathLink(path, text, picture, 10, 1)
