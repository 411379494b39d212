"""Fixture: the page of a document of the small platform, with English labels and French dates."""

from collections.abc import Callable
from datetime import date

import pytest

from smq.i18n import Translator
from smq.load.content import read_content, read_logo
from smq.load.registers import read_schemas
from smq.model import QualitySystem
from smq.render.assemble import Texts, assemble
from smq.render.page import Grid, Page
from smq.render.row_counts import row_counts
from tests.conftest import TODAY, Repo

PageOf = Callable[..., Page]


@pytest.fixture
def page_of(repo: Repo) -> PageOf:
    """Return a function: code → the page that the document makes now.

    The platform says no language of its own, so that labels are the English sentences themselves.
    """
    repo.settings({"langue": None})

    def page(code: str, *, today: date = TODAY, language: str = "en", **targets: str) -> Page:
        system = repo.system(today)
        document = next(d for d in system.documents if d.code_text == code)
        schemas = read_schemas(repo.root)[0]
        texts = Texts(
            content=read_content(repo.root, document),
            logo=read_logo(repo.root),
            schemas=schemas,
            rows=row_counts(repo.root, schemas),
            draw_map=drawn,
        )
        files = {name.replace("_", "-"): file for name, file in targets.items()}
        return assemble(document, system, texts, Translator(language), files)

    return page


def drawn(system: QualitySystem, translate: Translator) -> bytes:
    """Return bytes that tell what a drawing was asked for."""
    codes = ",".join(process.code for process in system.settings.processes)
    return f"{translate.language}:{codes}".encode()


def grid(page: Page, title: str) -> Grid:
    """Return the grid of that title, before or after the text."""
    grids = [b for b in (*page.before, *page.after) if isinstance(b, Grid)]
    return next(g for g in grids if g.title == title)
