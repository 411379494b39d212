"""One process takes over another: codes, places and links follow, and nothing else moves."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smq import files, resources
from smq.errors import SmqError
from smq.links import linkage
from smq.load.evidence import with_evidence
from smq.model import LinkKind, QualitySystem, Resolution, plain
from smq.operations.process_merge import Merge, merge_processes
from tests.conftest import Repo

SHEETS = ("PRE-FIP-001", "MAD-FIP-001")


def merged(
    repo: Repo,
    gone: str = "MAD",
    into: str = "PRE",
    *,
    taken: tuple[str, ...] = (),
    recorded: Callable[[str], bool] = lambda _path: True,
) -> Merge:
    """Return the merge of the platform as it is on disk."""

    def read(path: str) -> bytes | None:
        return files.read(repo.root, path)

    system = with_evidence(repo.system(), repo.root)
    return merge_processes(system, gone, into, taken=taken, read=read, recorded=recorded)


def applied(repo: Repo, recorded: Callable[[str], bool] = lambda _path: True) -> Merge:
    """Merge on the disk and return what was done."""
    merge = merged(repo, recorded=recorded)
    files.apply(repo.root, merge.renamed.changes)
    return merge


def text(repo: Repo, path: str) -> str:
    """Return a file of the platform."""
    return (repo.root / path).read_bytes().decode()


def test_numbers_follow_the_highest_ever_given(repo: Repo) -> None:
    """The next numbers come from the tree, retired documents, branches and history."""
    repo.document("PRE-PRO-001", statut="retire")
    repo.document("MAD-PRO-002")
    repo.document("MAD-PRO-001")

    merge = merged(repo, taken=("PRE-PRO-006",))

    assert [(m.document.code_text, m.code) for m in merge.renaming.moves] == [
        ("MAD-PRO-001", "PRE-PRO-007"),
        ("MAD-PRO-002", "PRE-PRO-008"),
    ]


def test_a_document_keeps_who_it_is(repo: Repo) -> None:
    """Identity, model and version stay; code, process, folder and file name change."""
    path = repo.document("MAD-PRO-001", modele="infra-plus/mad-pro", titre="Prêter")
    before = next(d for d in repo.system().documents)

    applied(repo)
    after = next(d for d in repo.system().documents)

    assert (after.id, after.model, after.title) == (before.id, before.model, before.title)
    assert (after.code_text, after.process) == ("PRE-PRO-001", "PRE")
    assert after.path == "documents/PRE/PRE-PRO-001-document.md"
    assert not (repo.root / path).exists()


@pytest.mark.parametrize(
    ("header", "alias"),
    [
        ({}, ()),
        ({"version": "1", "statut": "applicable"}, ("MAD-PRO-001",)),
        ({"statut": "retire"}, ("MAD-PRO-001",)),
        ({"version": "1", "alias": ["MAD-PRO-009"]}, ("MAD-PRO-009", "MAD-PRO-001")),
    ],
)
def test_a_code_seen_outside_stays_as_an_alias(
    repo: Repo, header: dict[str, Any], alias: tuple[str, ...]
) -> None:
    """Only a document that was ever approved keeps its former code; it is still found by it."""
    repo.document("MAD-PRO-001", **header)

    applied(repo)
    system = repo.system()

    assert system.documents[0].aliases == alias
    assert [d.code_text for a in alias for d in system.with_code(a)] == ["PRE-PRO-001"] * len(alias)


BODY = """\
Voir MAD-PRO-001, `MAD-PRO-001`, **MAD-PRO-001** et [[MAD-PRO-001|la procédure]].
Pas XMAD-PRO-001, ni MAD-PRO-001-02, ni MAD-PRO-0010 ; EQU-MAD-PRO-001 non plus.
[Le fichier](../MAD/MAD-PRO-001-document.md), [[MAD-PRO-001-document]], MAD-PRO-099.

```text
MAD-PRO-001
```
"""


def test_mentions_follow_in_texts(repo: Repo) -> None:
    """Inline code, wiki-links and relative paths follow; fenced blocks and longer words do not."""
    repo.document("MAD-PRO-001")
    path = repo.document("EQU-PRO-001", BODY)

    applied(repo)

    assert text(repo, path).partition("---\n\n")[2] == (
        BODY.replace("../MAD/MAD-PRO-001-document", "../PRE/PRE-PRO-001-document")
        .replace("[[MAD-PRO-001-document]]", "[[PRE-PRO-001-document]]")
        .replace("Voir MAD-PRO-001", "Voir PRE-PRO-001")
        .replace("`MAD-PRO-001`", "`PRE-PRO-001`")
        .replace("**MAD-PRO-001**", "**PRE-PRO-001**")
        .replace("[[MAD-PRO-001|", "[[PRE-PRO-001|")
    )


def test_headers_follow_to_the_byte(repo: Repo) -> None:
    """Links, replacements and fields follow; comments, order and what tells the past stay."""
    repo.document("MAD-PRO-001")
    path = repo.write(
        "documents/EQU/EQU-PRO-001-x.md",
        "---\r\ncode: EQU-PRO-001\r\n# voir MAD\r\nliens: {procedures:  ['MAD-PRO-001']} # ici\r\n"
        "remplace: [MAD-PRO-001]\r\nhistorique:\r\n"
        "  - {version: '1', date: 2026-01-01, objet: Issue de MAD-PRO-001, par: P01}\r\n"
        "---\r\nTexte.\r\n",
    )
    before = text(repo, path)

    applied(repo)

    assert text(repo, path) == before.replace("['MAD-PRO-001']", "['PRE-PRO-001']").replace(
        "[MAD-PRO-001]", "[PRE-PRO-001]"
    )


def test_a_sheet_names_the_process_that_took_over(repo: Repo) -> None:
    """The cells of a type that hold a process follow, in the sheets of other processes."""
    path = repo.document(
        "EQU-FIP-001", interactions=[{"processus": "MAD", "objet": "prête au processus MAD"}]
    )

    applied(repo)

    assert "- processus: PRE\n  objet: prête au processus MAD\n" in text(repo, path)


def test_pictures_and_originals_move_along(repo: Repo) -> None:
    """What lies beside a document goes with it; a master file named by the code is renamed."""
    repo.document("MAD-PRO-001", "![Schéma](images/a.png) et [EQU](../EQU/EQU-PRO-001-document.md)")
    repo.document("MAD-FOR-001", original="MAD-FOR-001.docx")
    repo.document("EQU-PRO-001", "![Le même](../MAD/images/a.png)")
    repo.write("documents/MAD/images/a.png", b"png")
    repo.write("documents/MAD/MAD-FOR-001.docx", b"docx")

    applied(repo)
    system = repo.system()

    assert linkage(system).dead_paths == ()
    assert (repo.root / "documents/PRE/images/a.png").read_bytes() == b"png"
    assert [d.original for d in system.with_code("PRE-FOR-001")] == ["PRE-FOR-001.docx"]
    assert "../PRE/images/a.png" in text(repo, "documents/EQU/EQU-PRO-001-document.md")


def test_registers_answers_and_records_follow(repo: Repo) -> None:
    """Cells, columns of processes, answers, sidecars and their file names; a PDF stays as it is."""
    repo.document("MAD-FOR-001", version="1")
    schema = "nom: risques\ntitre: Risques\ncolonnes: [{nom: id}, {nom: processus}, {nom: suite}]\n"
    repo.write("referentiel/registres/risques.yaml", schema)
    csv = '\ufeffid;processus;suite\r\nR1;MAD;voir MAD-FOR-001\r\nR2;EQU;"MAD ; tel quel"\r\n'
    repo.write("registres/risques.csv", csv.encode())
    repo.write(
        "evaluation.yaml",
        "criteres:  # à la main\n  X-1: {statut: partiel, motif: d’après MAD-FOR-001, par: P01}\n",
    )
    place = "enregistrements/MAD/MAD-FOR-001_2027-02-01_x"
    sidecar = "id: abc\nformulaire: MAD-FOR-001\nfichier: MAD-FOR-001_2027-02-01_x.pdf\n"
    repo.write(f"{place}.yaml", sidecar)
    repo.write(f"{place}.pdf", b"%PDF MAD-FOR-001")

    applied(repo)

    new = place.replace("MAD", "PRE")
    assert text(repo, "registres/risques.csv") == csv.replace("R1;MAD", "R1;PRE").replace(
        "MAD-FOR-001", "PRE-FOR-001"
    )
    assert "à la main\n  X-1: {statut: partiel, motif: d’après PRE-FOR-001" in text(
        repo, "evaluation.yaml"
    )
    assert text(repo, f"{new}.yaml") == sidecar.replace("MAD", "PRE")
    assert (repo.root / f"{new}.pdf").read_bytes() == b"%PDF MAD-FOR-001"
    assert not (repo.root / f"{place}.pdf").exists()


def test_a_register_kept_elsewhere_is_named(repo: Repo) -> None:
    """A table that smq does not write is left alone, and said to cite a code that changed."""
    repo.document("MAD-FOR-001")
    repo.settings({"registres": {"risques": {"source": "suivi.csv"}}})
    schema = "nom: risques\ntitre: Risques\ncolonnes: [{nom: id}, {nom: suite}]\n"
    repo.write("referentiel/registres/risques.yaml", schema)
    repo.write("registres/suivi.csv", "id;suite\nR1;MAD-FOR-001\n")

    merge = applied(repo)

    assert merge.renamed.untouched == (("risques", "registres/suivi.csv"),)
    assert "MAD-FOR-001" in text(repo, "registres/suivi.csv")


SETTINGS = """\
plateforme: {nom: X}   # le nom
processus:
  # le premier
  - code: PRE
    titre: Réaliser
  - code: MAD   # s’en va
    titre: Prêter
    anciens: [ACC]

  # le dernier
  - code: EQU
    titre: Équiper
langue: fr
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            SETTINGS,
            SETTINGS.replace(
                "  - code: MAD   # s’en va\n    titre: Prêter\n    anciens: [ACC]\n", ""
            ).replace("code: PRE\n", "code: PRE\n    anciens: [ACC, MAD]\n"),
        ),
        (
            "plateforme: {nom: X}\nprocessus:\n- {code: MAD, titre: b} # c\n- {code: PRE}\n",
            "plateforme: {nom: X}\nprocessus:\n- {code: PRE, anciens: [MAD]}\n",
        ),
        (
            "plateforme: {nom: X}\r\nprocessus: [{code: PRE, titre: a}, {code: MAD, titre: b}]\r\n",
            "plateforme: {nom: X}\r\nprocessus: [{code: PRE, anciens: [MAD], titre: a}]\r\n",
        ),
    ],
)
def test_settings_lose_the_process(repo: Repo, before: str, after: str) -> None:
    """Comments, order and line ends stay; the process that takes over keeps the former code."""
    repo.write("smq.yaml", before.encode())
    repo.document("MAD-PRO-001")

    applied(repo)

    assert text(repo, "smq.yaml") == after


def test_a_code_of_a_process_that_went_is_still_a_code(repo: Repo) -> None:
    """A colleague's later mention of a former code leads to its document, and is noted."""
    repo.document("MAD-PRO-001", version="1", statut="retire")
    applied(repo)

    repo.document("EQU-PRO-001", "Voir MAD-PRO-001.   <- alias-cited\n", statut="projet")

    repo.assert_findings("alias-cited")


@pytest.mark.parametrize(
    ("header", "recorded", "ended"),
    [
        ({}, True, "removed"),
        ({}, False, "withdrawn"),
        ({"version": "1", "prochaine_revue": "2029-01-01"}, True, "withdrawn"),
    ],
)
def test_a_process_has_one_sheet(
    repo: Repo, header: dict[str, Any], recorded: bool, ended: str
) -> None:
    """The sheet that goes is removed if never approved and kept by git, else withdrawn."""
    for code in SHEETS:
        repo.document(code, **(header if code.startswith("MAD") else {}))
    repo.document("EQU-PRO-001", "MAD-FIP-001", liens={"fiches": [*SHEETS]})

    merge = applied(repo, recorded=lambda _path: recorded)
    system = repo.system()

    sheets = {d.label: d for d in system.documents if d.type == "FIP"}
    assert merge.ended is not None
    assert sorted(sheets) == ["PRE-FIP-001", *(["PRE-FIP-002"] if ended == "withdrawn" else [])]
    if ended == "withdrawn":
        assert sheets["PRE-FIP-002"].text("statut") == "retire"
        assert sheets["PRE-FIP-002"].text("prochaine_revue") is None
    citing = system.find("EQU-PRO-001")
    assert citing is not None
    assert [link.target for link in citing.links] == ["PRE-FIP-001"]
    assert [m.text for m in citing.body.mentions] == ["PRE-FIP-001"]


def test_the_only_sheet_stays(repo: Repo) -> None:
    """Where the process that takes over has no sheet, that of the other becomes its own."""
    repo.document("MAD-FIP-001")

    merge = applied(repo)

    assert merge.ended is None
    assert [(d.code_text, d.process) for d in repo.system().documents] == [("PRE-FIP-001", "PRE")]


FIP = resources.kits() / "infra-plus" / "types" / "FIP.yaml"
PRE_SHEET: dict[str, Any] = {
    "liens": {"procedures": ["PRE-PRO-001"]},
    "activites": [{"activite": "Décider", "qui": "Direction", "avec": "PRE-PRO-001"}],
    "interactions": [
        {"processus": "MAD", "objet": "donne la politique à publier"},
        {"processus": "EQU", "objet": "arbitre les achats"},
    ],
}
MAD_SHEET: dict[str, Any] = {
    "liens": {"procedures": ["MAD-PRO-001", "PRE-PRO-001"], "references": ["MAD-FIP-001"]},
    "activites": [
        {"activite": "Prêter : un appareil", "qui": "Opérateur", "avec": "MAD-PRO-001"},
        {"activite": "[À compléter : cinq activités]", "qui": "[À compléter : qui]"},
    ],
    "interactions": [
        {"processus": "PRE", "objet": "publie la politique approuvée"},
        {"processus": "EQU", "objet": "reçoit la liste"},
    ],
}


def _two_sheets(repo: Repo, **header: Any) -> Merge:
    repo.write("referentiel/types/FIP.yaml", FIP.read_bytes())
    repo.document("PRE-PRO-001")
    repo.document("MAD-PRO-001")
    repo.document("PRE-FIP-001", **PRE_SHEET, **header)
    repo.document("MAD-FIP-001", **MAD_SHEET)
    return applied(repo)


def test_the_sheet_that_stays_speaks_for_both(repo: Repo) -> None:
    """It takes over activities, links and exchanges of the other, under the new codes."""
    merge = _two_sheets(repo)
    (sheet,) = (d for d in repo.system().documents if d.type == "FIP")

    assert merge.joined
    assert plain(sheet.field("liens")) == {"procedures": ["PRE-PRO-001", "PRE-PRO-002"]}
    assert plain(sheet.field("activites")) == [
        {"activite": "Décider", "qui": "Direction", "avec": "PRE-PRO-001"},
        {"activite": "Prêter : un appareil", "qui": "Opérateur", "avec": "PRE-PRO-002"},
    ]
    assert plain(sheet.field("interactions")) == [
        {"processus": "EQU", "objet": "arbitre les achats"},
        {"processus": "EQU", "objet": "reçoit la liste"},
    ]


def test_an_approved_sheet_says_what_was_approved(repo: Repo) -> None:
    """Its activities wait for its next version; no row of it names its own process."""
    merge = _two_sheets(repo, version="1")
    sheet = repo.system().find("PRE-FIP-001")

    assert not merge.joined
    assert sheet is not None
    assert plain(sheet.field("activites")) == PRE_SHEET["activites"]
    assert plain(sheet.field("interactions")) == [
        {"processus": "EQU", "objet": "arbitre les achats"}
    ]


def _spoilt(repo: Repo) -> str:
    return repo.write("documents/EQU/a.md", "---\ntitre: a\n  b: : c\n---\n")


def _unfinished(repo: Repo) -> str:
    body = "<<<<<<< HEAD\nMAD-PRO-001\n=======\n>>>>>>> x\n"
    return repo.document("EQU-PRO-001", body)


def _twice(repo: Repo) -> str:
    repo.document("MAD-PRO-001")
    return repo.write("documents/MAD/MAD-PRO-001-b.md", "---\ncode: MAD-PRO-001\n---\n")


def _escaped(repo: Repo) -> str:
    repo.document("MAD-PRO-001")
    return repo.document("EQU-PRO-001", "Voir MAD\\-PRO\\-001.\n")


def _old_encoding(repo: Repo) -> str:
    repo.document("MAD-PRO-001")
    return repo.write(
        "documents/EQU/EQU-PRO-001-x.md",
        "---\ncode: EQU-PRO-001\n---\né MAD-PRO-001".encode("cp1252"),
    )


def _taken(repo: Repo) -> str:
    repo.document("MAD-PRO-001")
    repo.write("documents/PRE/logo.png", b"ours")
    return repo.write("documents/MAD/logo.png", b"theirs")


@pytest.mark.parametrize(
    "spoil",
    [_spoilt, _unfinished, _twice, _escaped, _old_encoding, _taken],
    ids=lambda f: f.__name__,
)
def test_nothing_is_written_when_it_is_not_sure(repo: Repo, spoil: Callable[[Repo], str]) -> None:
    """A text not readable, an open merge, a code twice, a place taken: one sentence and a hint."""
    path = spoil(repo)

    with pytest.raises(SmqError) as refused:
        merged(repo)

    assert path in str(refused.value) + str(refused.value.values) + str(refused.value.hint)
    assert refused.value.hint


def test_a_process_is_not_merged_with_itself(repo: Repo) -> None:
    """It says so, with an example."""
    with pytest.raises(SmqError, match="itself"):
        merged(repo, "PRE", "PRE")


CODES = (
    *SHEETS,
    *(f"{p}-{t}-00{n}" for p in ("PRE", "MAD", "EQU") for t in ("PRO", "FOR") for n in (1, 2)),
)
PIECES = (
    "voir {code} ;",
    "`{code}`",
    "[[{code}]]",
    "[[{code}|texte]]",
    "[lien](../{process}/{code}-document.md)",
    "\n\n```\n{code}\n```\n\n",
    "<!-- {code} -->",
    "{code}-A",
    "é « {code} »",
)
pieces = st.tuples(st.sampled_from(PIECES), st.sampled_from((*CODES, "MAD-PRO-077", "PRE-PRO-077")))
platforms = st.dictionaries(
    st.sampled_from(CODES),
    st.tuples(
        st.lists(pieces, max_size=6),
        st.lists(st.sampled_from(CODES), max_size=4, unique=True),
        st.booleans(),
    ),
    min_size=2,
)
Edges = set[tuple[str, str, str]]


def edges(system: QualitySystem) -> Edges:
    """Return (source, target, kind) of every link but those of a process to its sheet."""
    found = linkage(system)
    return {
        (link.source.label, link.target.label if link.target else link.written, link.kind)
        for link in (*found.links, *found.dead_paths)
        if link.kind is not LinkKind.PROCESS
        if link.is_code or link.resolution is Resolution.FOUND
    }


@given(platforms)
def test_the_graph_is_the_same_under_the_renaming(
    platform: dict[str, tuple[list[tuple[str, str]], list[str], bool]],
) -> None:
    """After a merge every link leads where it led, each document under its new code."""
    with tempfile.TemporaryDirectory() as folder:
        repo = Repo(Path(folder))
        repo.settings({})
        for name in ("FIP", "PRO", "FOR"):
            raw = (resources.kits() / "infra-plus" / "types" / f"{name}.yaml").read_bytes()
            repo.write(f"referentiel/types/{name}.yaml", raw)
        for code, (said, links, approved) in platform.items():
            # A dead path may come alive: the number that it names may be the next one.
            held = [(p, c) for p, c in said if "../" not in p or c in platform]
            body = " ".join(p.format(code=c, process=c[:3]) for p, c in held)
            version = "1" if approved else ""
            repo.document(code, body, version=version, liens={"references": links})
        before = repo.system()
        merge = applied(repo)
        after = repo.system()

    codes = {m.document.label: m.code for m in merge.renaming.moves if m.code}
    ends = dict(codes)
    if merge.ended is not None and merge.sheet is not None:
        # Who cites the sheet that ended cites the other; what it cites itself stays, if it does.
        ends[merge.ended.label] = merge.sheet.label
    removed = {d.label for d in before.documents if d.path in merge.renaming.removed}
    expected = {
        # A path leads to a file, which a sheet that is withdrawn still is.
        (
            codes.get(source, source),
            (codes if kind is LinkKind.PATH and target in codes else ends).get(target, target),
            kind,
        )
        for source, target, kind in edges(before)
        if source not in removed
    }

    if merge.joined and merge.ended and merge.sheet:
        # The sheet that takes over cites what the header of the other cited.
        cited = {link.target for link in merge.ended.links}
        expected |= {
            (merge.sheet.label, ends.get(target, target), kind)
            for source, target, kind in edges(before)
            if source == merge.ended.label and kind is LinkKind.DECLARED and target in cited
        }

    assert {e for e in edges(after) if e[0] != e[1]} == {e for e in expected if e[0] != e[1]}
