"""New documents: the code, one-line fields, the skeleton, the place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smq.errors import SmqError
from smq.files import apply
from smq.operations.create import Created, create_document
from smq.operations.identifiers import ALPHABET, LETTERS, random_id, unused
from smq.operations.yaml_text import dump, quoted
from tests.conftest import Repo

SKELETON = "---\ndiffusion: interne\nstatut: applicable\n---\n## Objet\n\n[À compléter : quoi]\n"


def created(repo: Repo, title: str, type_: str = "PRO", process: str | None = "PRE") -> Created:
    """Return what `smq new` would write."""
    return create_document(
        repo.system(), type_, process, title, taken=(), new_id=lambda: "kbcdefgh", root=repo.root
    )


def test_the_skeleton_of_the_type(repo: Repo) -> None:
    """Its header and body are taken; it gives neither state nor code."""
    repo.write("referentiel/types/PRO.md.j2", SKELETON)

    change = created(repo, "  Gérer   les\tdéchets ").change

    assert change.path == "documents/PRE/PRE-PRO-001-gerer-les-dechets.md"
    assert change.before is None
    assert (change.after or b"").decode().splitlines() == [
        "---",
        "id: kbcdefgh",
        "code: PRE-PRO-001",
        "type: PRO",
        "titre: Gérer les déchets",
        "processus: PRE",
        'version: ""',
        "statut: projet",
        "date_application:",
        "redacteur:",
        "verificateur:",
        "approbateur:",
        "diffusion: interne",
        "---",
        "",
        "## Objet",
        "",
        "[À compléter : quoi]",
    ]


def test_without_a_skeleton(repo: Repo) -> None:
    """A type without skeleton gives a header alone."""
    assert (created(repo, "X").change.after or b"").endswith(b"approbateur:\n---\n")


def test_the_folder_of_a_foreign_tree(repo: Repo) -> None:
    """The first folder read is where new documents go; the root itself may be it."""
    repo.settings({"lecture": {"racines": ["02-procedures", "03"]}})
    assert created(repo, "X").change.path.startswith("02-procedures/PRE/")

    repo.settings({"lecture": {"racines": ["."]}})
    assert created(repo, "X").change.path.startswith("PRE/")


def test_codes_without_process(repo: Repo) -> None:
    """Where codes carry no process, the type names the folder and the header has no process."""
    repo.settings({"codification": {"motif": "{type}-{numero:02}"}})

    made = created(repo, "X", process=None)

    assert made.change.path == "documents/PRO/PRO-01-x.md"
    assert b"processus" not in (made.change.after or b"")


@pytest.mark.parametrize("title", ["", "  ", "\n\t", "\u00a0"])
def test_a_title_is_needed(repo: Repo, title: str) -> None:
    """Blanks of any sort are no title."""
    with pytest.raises(SmqError, match="needs a title"):
        created(repo, title)


TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.split)


@settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TITLES)
def test_any_title_is_read_again_as_typed(repo: Repo, title: str) -> None:
    """Whatever its signs, the title stands on one line and is read back; so is the code."""
    change = created(repo, title).change
    apply(repo.root, [change])

    (document,) = repo.system().documents
    lines = (change.after or b"").decode().split("\n")
    (repo.root / change.path).unlink()

    assert document.title == " ".join(title.split())
    assert lines[2] == "code: PRE-PRO-001"
    assert lines[4].startswith("titre: ")
    assert lines[5] == "processus: PRE"


def test_identifiers_are_what_the_contract_says() -> None:
    """Eight characters, the first a letter, none that is taken for another."""
    found = {random_id() for _index in range(200)}

    assert len(found) == 200
    for identity in found:
        assert len(identity) == 8
        assert identity[0] in LETTERS
        assert set(identity) <= set(ALPHABET)
    assert not set("ilo01") & set(ALPHABET)


def test_an_identifier_in_use_is_drawn_again() -> None:
    """The source is asked until it gives a new one."""
    source = iter(["kaaaaaaa", "kaaaaaaa", "kbbbbbbb"])

    assert unused(lambda: next(source), {"kaaaaaaa", None}) == "kbbbbbbb"


def test_yaml_as_people_read_it(tmp_path: Path) -> None:
    """Accents stay, nulls are empty, quotes are kept where asked, lists are indented, no blanks."""
    text = dump({"a": None, "b": quoted("3.10"), "c": ["é", {"d": 1}], "e": [], "f": "x" * 300})

    assert text == f'a:\nb: "3.10"\nc:\n  - é\n  - d: 1\ne: []\nf: {"x" * 300}\n'
