"""A kit is data: a folder with the least in it works, and a hostile one reaches nothing."""

import textwrap
from datetime import date
from pathlib import Path

import pytest

from smq import check, files
from smq.errors import SmqError
from smq.kit import Answer, read_kit
from smq.kit.answers import completed
from smq.load import load
from smq.load.names import NAMES_FILE
from smq.operations.initialise import Plan, initialise
from tests.kit.identifiers import in_order

MINIMAL = {
    "kit.yaml": """
        nom: petit
        tailles: {standard: all, vide: []}
        processus: [{code: LAB, titre: Mesurer, famille: realisation}]
        documents: [{modele: consigne, type: MOP, processus: LAB, fichier: consigne.md.j2}]
        """,
    "questions.yaml": """
        questions: [{cle: nom, type: texte, question: {fr: Votre nom}}]
        """,
    "types/MOP.yaml": """
        code: MOP
        nom: {fr: Mode opératoire}
        """,
    "documents/consigne.md.j2": """
        ---
        titre: "Mesurer à {{ nom }}"
        diffusion: interne
        ---
        ## Objet

        Mesurer.
        """,
}


def write(folder: Path, contents: dict[str, str]) -> str:
    """Write a kit; return its path, which names it on the command line."""
    for name, content in contents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(content).removeprefix("\n"), encoding="utf-8")
    return str(folder)


def planned(name: str, size: str = "standard", **given: Answer) -> Plan:
    """Return what `init` would write with that kit."""
    kit = read_kit(name)
    return initialise(kit, completed(kit, given), size, in_order())


def test_the_least_kit_makes_a_platform(tmp_path: Path) -> None:
    """One process, one type, one document: numbered, pinned, and nothing wrong in it."""
    plan = planned(write(tmp_path / "kit", MINIMAL), nom="Labo")
    root = tmp_path / "demo"
    root.mkdir()
    files.apply(root, plan.changes)

    system = load(root, today=date(2027, 3, 1), use_cache=False)

    assert plan.codes == {"consigne": "LAB-MOP-001"}
    assert [d.title for d in system.documents] == ["Mesurer à Labo"]
    assert list(system.types) == ["MOP"]
    assert [f for f in check.run(system) if f.severity.value != "note"] == []


def test_a_size_without_documents(tmp_path: Path) -> None:
    """A size may be empty: the processes without document are left out."""
    plan = planned(write(tmp_path, MINIMAL), "vide")

    assert (plan.documents, plan.processes) == ((), ())
    assert "smq.yaml" in [change.path for change in plan.changes]


def test_a_kit_in_english(tmp_path: Path) -> None:
    """`langue: en` gives English placeholders."""
    kit = {**MINIMAL, "kit.yaml": textwrap.dedent(MINIMAL["kit.yaml"]) + "langue: en\n"}

    (document,) = (
        c for c in planned(write(tmp_path, kit)).changes if c.path.startswith("documents/")
    )

    assert "[To complete: nom]" in (document.after or b"").decode()


def test_a_skeleton_gives_neither_code_nor_state(tmp_path: Path) -> None:
    """What `init` gives by itself wins over a header that says otherwise."""
    text = MINIMAL["documents/consigne.md.j2"].replace(
        "diffusion: interne", "code: X-1\n        statut: applicable\n        id: zzzzzzzz"
    )
    kit = {**MINIMAL, "documents/consigne.md.j2": text}

    (document,) = (
        c for c in planned(write(tmp_path, kit)).changes if c.path.startswith("documents/")
    )

    lines = (document.after or b"").decode().splitlines()
    assert lines[1:6] == [
        "id: kaaaaaaa",
        "code: LAB-MOP-001",
        "type: MOP",
        "titre: 'Mesurer à [À compléter : nom]'",
        "processus: LAB",
    ]
    assert "statut: projet" in lines


def test_an_identifier_is_given_once(tmp_path: Path) -> None:
    """A source that repeats itself is asked again."""
    two = MINIMAL["kit.yaml"].replace(
        "documents: [",
        "documents: [{modele: b, type: MOP, processus: LAB, fichier: consigne.md.j2}, ",
    )
    kit = read_kit(write(tmp_path, {**MINIMAL, "kit.yaml": two}))
    source = iter(["kaaaaaaa", "kaaaaaaa", "kbbbbbbb"])

    plan = initialise(kit, completed(kit, {}), "standard", lambda: next(source))

    written = [c.after or b"" for c in plan.changes if c.path.startswith("documents/")]
    assert [raw.splitlines()[1] for raw in written] == [b"id: kaaaaaaa", b"id: kbbbbbbb"]


@pytest.mark.parametrize("path", ["../secret.md.j2", "/etc/hostname", "a/../../../secret.md.j2"])
def test_no_file_outside_the_kit_is_read(tmp_path: Path, path: str) -> None:
    """`fichier` may not leave the kit's folder."""
    write(tmp_path, {"secret.md.j2": "---\ntitre: x\n---\nsecret\n"})
    kit = MINIMAL["kit.yaml"].replace("consigne.md.j2", f"'{path}'")

    with pytest.raises(SmqError) as refused:
        planned(write(tmp_path / "kit", {**MINIMAL, "kit.yaml": kit}))

    assert "outside its folder" in str(refused.value) or "cannot be read" in str(refused.value)
    assert "secret\n" not in str(refused.value)


def test_no_link_out_of_the_kit_is_followed(tmp_path: Path) -> None:
    """A symbolic link among the types would copy a stranger's file into the platform."""
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    name = write(tmp_path / "kit", MINIMAL)
    (tmp_path / "kit" / "types" / "PRO.yaml").symlink_to(tmp_path / "secret")

    with pytest.raises(SmqError, match="outside its folder"):
        planned(name)


@pytest.mark.parametrize("code", ["../..", "a/b", "", "É", "a b"])
def test_codes_name_no_folder_elsewhere(tmp_path: Path, code: str) -> None:
    """A process or a type is letters and digits: it becomes a folder or a file name."""
    for old in ("LAB", "MOP"):
        text = MINIMAL["kit.yaml"].replace(old, f"'{code}'")
        with pytest.raises(SmqError):
            read_kit(write(tmp_path, {**MINIMAL, "kit.yaml": text}))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kit.yaml", "nom: [\n"),
        ("kit.yaml", "- nom\n"),
        ("questions.yaml", "questions: [{cle: nom, type: date, defaut: demain}]\n"),
        ("kit.yaml", "processus: LAB\n"),
        ("kit.yaml", "nom: a\nnom: b\n"),
    ],
)
def test_a_broken_kit_is_one_sentence(tmp_path: Path, name: str, content: str) -> None:
    """No trace, whatever a data file holds."""
    with pytest.raises(SmqError):
        read_kit(write(tmp_path, {**MINIMAL, name: content}))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The kit names a document that is not there."""
    kit = {name: text for name, text in MINIMAL.items() if not name.startswith("documents/")}

    with pytest.raises(SmqError, match=r"documents/consigne\.md\.j2"):
        planned(write(tmp_path, kit))


def test_an_unknown_kit_names_the_known_ones() -> None:
    """The nearest, else all."""
    with pytest.raises(SmqError) as near:
        read_kit("infra-pluss")
    with pytest.raises(SmqError) as far:
        read_kit("zzz")

    assert near.value.values["near"] == "infra-plus"
    assert "infra-plus" in str(far.value.values["known"])


def test_wrong_condition_is_a_fault_of_the_kit(tmp_path: Path) -> None:
    """A condition that cannot be read stops `init`, it is never taken for true."""
    text = MINIMAL["kit.yaml"].replace("realisation}", "realisation, si: 'LAB in'}")

    with pytest.raises(SmqError, match="LAB in"):
        planned(write(tmp_path, {**MINIMAL, "kit.yaml": text}))


TEAM: dict[str, Answer] = {
    "nom": "Plateforme",
    "responsable": "Hugo Marchal",
    "referent_qualite": "Inès Vautrin",
    "personnes": (("Émile Perrin", "ingénieur", "operateur"),),
    "unites": (("Chimie", "Claire Fontaine"),),
}
NAMES = ("Hugo", "Marchal", "Inès", "Vautrin", "Émile", "Perrin", "Claire", "Fontaine")


def test_with_identifiers_no_tracked_file_holds_a_name() -> None:
    """Names stand in one table, which git ignores; every other file holds identifiers."""
    plan = planned("infra-plus", "standard", **TEAM, identifiants="identifiants")

    texts = {change.path: (change.after or b"").decode() for change in plan.changes}
    table = texts.pop(NAMES_FILE)
    assert NAMES_FILE in texts[".gitignore"]
    assert table.splitlines()[1:] == [
        "P01;Hugo Marchal",
        "P02;Inès Vautrin",
        "P03;Émile Perrin",
        "P04;Claire Fontaine",
    ]
    assert [(path, name) for path, text in texts.items() for name in NAMES if name in text] == []


def test_with_names_there_is_no_table() -> None:
    """The default writes names where people read them."""
    texts = {
        c.path: (c.after or b"").decode() for c in planned("infra-plus", "standard", **TEAM).changes
    }

    assert NAMES_FILE not in texts
    assert "nom: Hugo Marchal" in texts["smq.yaml"]


def test_who_leads_a_process_is_data_of_the_kit() -> None:
    """`pilote: qualite` gives the process to the quality officer, others to the head."""
    texts = {
        c.path: (c.after or b"").decode() for c in planned("infra-plus", "standard", **TEAM).changes
    }

    settings = texts["smq.yaml"]
    assert (
        "code: PIL\n    titre: Piloter la plateforme\n    famille: management\n    pilote: P01"
        in settings
    )
    assert settings.count("pilote: P02") == 2


@pytest.mark.parametrize("motif", ["{type}-{numero:02}", "LAB-{processus}-{numero:03}"])
def test_another_pattern_of_codes(motif: str) -> None:
    """Each document has its own code, whatever the pattern leaves out."""
    plan = planned("infra-plus", motif=motif)

    assert len(set(plan.codes.values())) == len(plan.codes) == len(plan.documents)
    written = [c for c in plan.changes if c.path.startswith("documents/")]
    assert len(written) == len(plan.documents)
