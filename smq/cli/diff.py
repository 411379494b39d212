"""`smq diff`: what changed between two versions of a document, in words and tables."""

from enum import StrEnum
from typing import Annotated

import typer

from smq.cli import choosing, console
from smq.cli.delivering import check_place, chosen, deliver
from smq.cli.options import Code, Out
from smq.cli.session import Session
from smq.i18n import _


class DiffFormat(StrEnum):
    """Formats of `diff`."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"


Version = Annotated[
    str | None,
    typer.Argument(
        metavar=_("[VERSION]"),
        help=_("A version’s number, a day, a tag, HEAD~1; the version in force when left out."),
    ),
]
Later = Annotated[
    str | None,
    typer.Argument(metavar=_("[LATER]"), help=_("Likewise; the file as it is when left out.")),
]


def command(
    context: typer.Context,
    code: Code,
    version: Version = None,
    later: Later = None,
    output: Annotated[
        DiffFormat | None,
        typer.Option("--format", help=_("text, html or docx; else the file’s ending.")),
    ] = None,
    out: Out = None,
) -> None:
    """Show what changed between two versions of a document, in words and tables.

    Section by section: words removed and added, tables row by row, header, pictures, links.
    `smq diff CODE` compares the version in force with the file as it is, `smq diff CODE 1` version
    1 with it, `smq diff CODE 1 2` both. A code that was renumbered is not a change.
    """
    from smq.cli.diff_content import comparison, reasons
    from smq.cli.diff_versions import Versions

    session: Session = context.obj
    say = session.translate
    format_ = chosen(DiffFormat, output, out, DiffFormat.TEXT)
    check_place(session, out, binary=format_ is DiffFormat.DOCX)
    system = session.system()
    document = choosing.one(system, code)
    versions = Versions(session, system, document)
    before = versions.in_force() if version is None else versions.named(version)
    after = versions.now() if later is None else versions.named(later)
    found = comparison(before, after, system, say)
    names, why = (before.name, after.name), reasons(before, after, say)
    if format_ is DiffFormat.TEXT:
        from smq.report.comparison import comparison as text

        title = f"{document.label} – {after.document.title}"
        lines = text(title, names, found, why, say)
        if out is None:
            console.lines(lines)
        else:
            deliver(session, "".join(f"{line.text}\n" for line in lines).encode(), out)
        return
    from smq.render.comparison import comparison_page

    page = comparison_page(document.label, after.document.title, names, found, why, system, say)
    if format_ is DiffFormat.HTML:
        from smq.render.html import render

        deliver(session, render(page, say).encode(), out)
    else:
        from smq.render.report_page import word_file

        deliver(session, word_file(page, session.root, say), out, binary=True)
