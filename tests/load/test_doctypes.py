"""Document types pinned on a platform."""

from pathlib import Path

import pytest

from smq.load.doctypes import read_types
from smq.model import Approval, DocumentType, FieldType, Section
from tests.conftest import Repo


@pytest.fixture
def bare(repo: Repo) -> Repo:
    """Return a platform without types."""
    for file in (repo.root / "referentiel/types").iterdir():
        file.unlink()
    return repo


def test_type_as_declared(bare: Repo) -> None:
    """Everything that a type says is read."""
    bare.write(
        "referentiel/types/PRO.yaml",
        """
        code: PRO
        nom: {fr: Procédure, en: Procedure}
        approbation: verification
        verificateur: requis
        revue: 24
        genere: non
        orientation: paysage
        sections: [{titre: Objet}, {titre: Domaine, autres: [Périmètre]}]
        champs: [{nom: entrees, type: table, requis: true, colonnes: [{nom: quoi}]}]
        """,
    )

    types, problems = read_types(bare.root)

    assert problems == ()
    assert types == {
        "PRO": DocumentType(
            code="PRO",
            names=(("fr", "Procédure"), ("en", "Procedure")),
            approval=Approval.VERIFICATION,
            reviewer="requis",
            review_months=24,
            landscape=True,
            sections=(Section("Objet"), Section("Domaine", ("Périmètre",))),
            fields=(
                FieldType("entrees", "table", True, (), (FieldType("quoi", "texte", False, ()),)),
            ),
        )
    }


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [("code: [\n", 2, 1), ("- code\n", 1, 1), ("", 1, 1), (b"\0", 1, 1)],
)
def test_unreadable_type(bare: Repo, content: str | bytes, line: int, column: int) -> None:
    """A type that cannot be read stops nothing: it is a problem with its place."""
    path = bare.write("referentiel/types/PRO.yaml", content)
    bare.write("referentiel/types/FOR.yaml", "code: FOR\n")

    types, (problem,) = read_types(bare.root)

    assert list(types) == ["FOR"]
    place = problem.location
    assert (problem.kind, place.path, place.line, place.column) == (
        "unreadable-header",
        path,
        line,
        column,
    )


def test_folder_named_like_a_type(bare: Repo) -> None:
    """A folder where a file is expected is a problem."""
    (bare.root / "referentiel/types/PRO.yaml").mkdir()

    types, (problem,) = read_types(bare.root)

    assert (types, problem.kind) == ({}, "unreadable-header")


def test_type_that_lies_elsewhere(bare: Repo, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A type reached by a link out of the folder is not read."""
    outside: Path = tmp_path_factory.mktemp("ailleurs") / "PRO.yaml"
    outside.write_text("code: PRO\n", encoding="utf-8")
    (bare.root / "referentiel/types/PRO.yaml").symlink_to(outside)

    assert bare.system().types == {}
