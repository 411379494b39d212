"""What a fingerprint is blind to, and what it sees."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq import files, resources
from smq.approvals import EXCLUDED, Undecided, fingerprint, fingerprinted
from smq.links import index
from smq.load import load
from tests.conftest import TODAY, Repo

FIELDS = {
    "id": "k7m2x9qa",
    "code": "{own}",
    "type": "FOR",
    "titre": "Traiter l’échantillon, selon {target}",
    "processus": "PRE",
    "version": '"1"',
    "statut": "applicable",
    "redacteur": "P03",
    "liens": "{{modes: [{target}, '[[Recevoir]]']}}",
    "diffusion": "interne",
    "champs": "[{{nom: masse, libelle: Masse, type: nombre}}, {{nom: lieu, type: texte}}]",
    "original": "{own}-plan.docx",
}
BODY = """
## Objet

{own} décrit l’échantillon ; suivre {target}, puis [[{target}|la réception]], [[Recevoir]]
et [le mode]({folder}{target}-recevoir.md#objet "titre").

![Le plan]({folder}plan.png) [l’annexe](<{folder}pièces jointes/annexe.pdf>)

<!-- relu le 3 mai -->

    indenté
"""


@dataclass(frozen=True)
class Text:
    """A document, and where it lies.

    Attributes:
        fields: of its header, in order.
        body: behind it.
        own, target: its code, and the code of the document that it cites.
        place: its folder.
        name: what follows the code in its file's name.
        write: text → bytes.
    """

    fields: dict[str, str] = field(default_factory=lambda: dict(FIELDS))
    body: str = BODY
    own: str = "PRE-FOR-001"
    target: str = "PRE-MOP-001"
    place: str = "documents/PRE"
    name: str = "traiter"
    write: Callable[[str], bytes] = str.encode

    @property
    def path(self) -> str:
        """Return the path of its file."""
        return f"{self.place}/{self.own}-{self.name}.md"

    @property
    def raw(self) -> bytes:
        """Return its file."""
        folder = "../" * (self.place.count("/") + 1) + "documents/PRE/"
        values = {"own": self.own, "target": self.target, "folder": folder}
        header = "".join(f"{k}: {v.format(**values)}\n" for k, v in self.fields.items())
        return self.write(f"---\n{header}---\n{self.body.format(**values)}")


class World:
    """A platform in which one document is written again and again."""

    def __init__(self, root: Path) -> None:
        self.repo = Repo(root)
        self.repo.settings({})
        for kind in ("FOR", "MOP"):
            source = resources.kits() / "infra-plus" / "types" / f"{kind}.yaml"
            self.repo.write(f"referentiel/types/{kind}.yaml", source.read_bytes())
        self.repo.write("documents/PRE/plan.png", b"\x89PNG plan")
        self.repo.write("documents/PRE/pièces jointes/annexe.pdf", b"%PDF annexe")

    def mark(self, text: Text, version: str = "1") -> str:
        """Return the fingerprint of a text as a version."""
        target = f"documents/PRE/{text.target}-recevoir.md"
        original = f"{text.place}/{text.own}-plan.docx"
        header = "id: m2m2m2m2\ntype: MOP\ntitre: Recevoir\nstatut: projet\nalias: [PRE-MOP-002]\n"
        self.repo.write(target, f"---\ncode: {text.target}\n{header}---\n\n## Objet\n".encode())
        if not (self.repo.root / original).exists():
            self.repo.write(original, b"PK original")
        self.repo.write(text.path, text.raw)
        try:
            return self.of(text.path, version)
        finally:
            for path in (target, text.path):
                (self.repo.root / path).unlink()

    def of(self, path: str, version: str = "1") -> str:
        """Return the fingerprint of a file as it is."""
        system = load(self.repo.root, today=TODAY, use_cache=False)
        document = next(d for d in system.documents if d.path == path)
        read = partial(files.read, self.repo.root)
        return fingerprint(document, read(path) or b"", version, index(system), read)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a platform for all examples of this page."""
    return World(tmp_path_factory.mktemp("plateforme"))


def spaced(text: str, chance: random.Random) -> str:
    """Return a text with spaces at some line ends, outside the header's lines."""
    header, mark, body = text.partition("\n---\n")
    lines = [f"{line}{chance.choice(['', ' ', '   '])}" for line in body.split("\n")]
    return header + mark + "\n".join(lines) + "\n" * chance.randrange(3)


def shuffled(text: Text, chance: random.Random) -> Text:
    """Return a text with the fields of its header in another order."""
    fields = list(text.fields.items())
    chance.shuffle(fields)
    return replace(text, fields=dict(fields))


LIFE = {
    "version": '"7"',
    "statut": "projet",
    "date_application": "2027-02-01",
    "prochaine_revue": "2029-02-01",
    "redacteur": "Zoé Lang",
    "verificateur": "P02",
    "approbateur": "P01",
    "approbations": '[{{version: "1", par: P01, empreinte: "sha256:00"}}]',
    "historique": '[{{version: "1", objet: Création}}]',
    "refus": '[{{version: "2", motif: non}}]',
    "revues": "[{{date: 2027-01-01}}]",
    "confirmations": "[{{par: P01}}]",
    "alias": "[PRE-FOR-009]",
    "remplace": "[PRE-MOP-001]",
    "modele": "infra-plus/x",
    "processus": "MAD",
}

PLACES = ("documents/MAD", "documents", "documents/a/b")
SAME: dict[str, Callable[[Text, random.Random], Text]] = {
    "order of the fields": shuffled,
    "life": lambda t, c: replace(
        t, fields={**t.fields, **dict(c.sample(sorted(LIFE.items()), c.randrange(1, len(LIFE))))}
    ),
    "empty field": lambda t, _c: replace(t, fields={**t.fields, "plateaux": "[]", "criteres": ""}),
    "own number": lambda t, c: replace(t, own=f"PRE-FOR-{c.randrange(1, 400):03}"),
    "number of what it cites": lambda t, c: replace(t, target=f"PRE-MOP-{c.randrange(3, 400):03}"),
    "file name": lambda t, _c: replace(t, name="autre-titre"),
    "folder": lambda t, c: replace(t, place=c.choice(PLACES)),
}
WRITTEN: dict[str, Callable[[str, random.Random], str]] = {
    "accents in two signs": lambda text, _c: normalize("NFD", text),
    "spaces at line ends": spaced,
    "line ends of Windows": lambda text, _c: text.replace("\n", "\r\n"),
    "byte-order mark": lambda text, _c: f"\ufeff{text}",
}


@given(
    st.lists(st.sampled_from(sorted(SAME)), max_size=4, unique=True),
    st.lists(st.sampled_from(list(WRITTEN)), max_size=4, unique=True),
    st.integers(0, 10_000),
)
def test_what_is_no_change(world: World, same: list[str], written: list[str], seed: int) -> None:
    """Life, numbers, places and the way a file is written leave the fingerprint as it is."""
    chance = random.Random(seed)
    text = Text()
    for name in same:
        text = SAME[name](text, chance)
    steps = [WRITTEN[name] for name in WRITTEN if name in written]

    def write(content: str) -> bytes:
        for step in steps:
            content = step(content, chance)
        return content.encode()

    assert world.mark(replace(text, write=write)) == world.mark(Text())


@given(st.integers(0, len(BODY) - 1), st.text("abcdefghijklmnoprstuvwxyz", min_size=1, max_size=6))
def test_a_word_more_in_the_text(world: World, place: int, word: str) -> None:
    """Wherever letters are added, comments and code included, another text was approved."""
    around = BODY[:place].rpartition("{")[2]
    at = place if "}" in around or "{" not in BODY[:place] else BODY.index("}", place) + 1
    body = f"{BODY[:at]}{word}{BODY[at:]}"

    assert world.mark(Text(body=body)) != world.mark(Text())


@pytest.mark.parametrize(
    "fields",
    [
        {"titre": "Traiter l’échantillon, selon PRE-MOP-009"},
        {"titre": "Traiter les échantillons, selon {target}"},
        {"id": "k7m2x9qb"},
        {"type": "MOP"},
        {"liens": "{{modes: [{target}]}}"},
        {"liens": "{{formulaires: [{target}, '[[Recevoir]]']}}"},
        {"diffusion": "publique"},
        {"champs": "[{{nom: masse, libelle: Masse, type: texte}}, {{nom: lieu, type: texte}}]"},
        {"champs": "[{{nom: lieu, type: texte}}, {{nom: masse, libelle: Masse, type: nombre}}]"},
        {"criteres": "[INF-PR-01]"},
        {"original": "autre.docx"},
    ],
)
def test_what_is_a_change_of_the_header(world: World, fields: dict[str, str]) -> None:
    """What a reader is told, or who may read it: a new approval is due."""
    assert world.mark(Text(fields={**FIELDS, **fields})) != world.mark(Text())


@pytest.mark.parametrize(
    "path",
    [
        "documents/PRE/plan.png",
        "documents/PRE/pièces jointes/annexe.pdf",
        "documents/PRE/PRE-FOR-001-plan.docx",
    ],
)
def test_other_bytes_of_what_it_shows(world: World, path: str) -> None:
    """A picture, an attachment, the Word master: what is in them was approved too."""
    before = world.mark(Text())
    content = (world.repo.root / path).read_bytes()
    world.repo.write(path, content + b"!")
    try:
        assert world.mark(Text()) != before
    finally:
        world.repo.write(path, content)


def test_another_version_is_another_approval(world: World) -> None:
    """The same text approved as version 1 is not approved as version 2."""
    assert world.mark(Text(), "2") != world.mark(Text(), "1")


def test_a_former_code_means_the_same_document(world: World) -> None:
    """What cites the code that a document bore before cites that document."""
    body = BODY.replace("suivre {target}", "suivre PRE-MOP-002")

    assert world.mark(Text(body=body)) == world.mark(Text())


def test_life_is_all_that_is_left_out() -> None:
    """Whoever adds a field decides here whether an approval covers it."""
    assert set(LIFE) | {"code"} == EXCLUDED


def test_an_approval_copied_to_another_document(repo: Repo) -> None:
    """The same words under another identifier were approved by nobody."""
    header = {"version": "1", "statut": "applicable", "titre": "Peser"}
    repo.document("PRE-MOP-001", "Peser.\n", **header)
    system = repo.system()
    read = partial(files.read, repo.root)
    (path,) = [d.path for d in system.documents]
    mark = fingerprint(system.documents[0], read(path) or b"", "1", index(system), read)
    line = {"version": "1", "par": "P01", "role": "approbateur", "empreinte": mark}
    repo.document("PRE-MOP-001", "Peser.\n", **header, approbations=[line])
    repo.document("PRE-MOP-002", "Peser.\n", **header, approbations=[line])

    assert [d.altered for d in repo.system().documents] == [False, True]


def test_nothing_is_held_against_whoever_cites_two_documents(repo: Repo) -> None:
    """While a code leads to two documents, an approval neither holds nor fails."""
    line = {"version": "1", "par": "P01", "role": "approbateur", "empreinte": "sha256:00"}
    header = {"version": "1", "statut": "applicable", "approbations": [line]}
    path = repo.document("PRE-PRO-001", "Voir PRE-MOP-001.\n", **header)
    repo.document("PRE-MOP-001")
    assert next(d for d in repo.system().documents if d.path == path).altered
    repo.write("documents/PRE/copie.md", "---\ncode: PRE-MOP-001\nid: aaaaaaaa\n---\n")

    system = repo.system()
    document = next(d for d in system.documents if d.path == path)
    read = partial(files.read, repo.root)

    assert (document.altered, document.fingerprint) == (False, None)
    with pytest.raises(Undecided, match="PRE-MOP-001"):
        fingerprint(document, read(path) or b"", "1", index(system), read)
    assert fingerprinted(document, read(path) or b"", index(system), read) == document
