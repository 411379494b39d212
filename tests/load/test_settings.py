"""`smq.yaml`: what stops a command, what is only odd."""

from datetime import date
from pathlib import Path

import pytest

from smq.errors import SmqError
from smq.load import read_settings
from smq.model import Area, Derogation, Label, Problem, Unit
from smq.model.code import DEFAULT_PATTERN
from smq.root import find_root
from tests.conftest import Repo

NAME = "plateforme: {nom: Plateforme de spectroscopie}\n"


def stopped(repo: Repo, content: str | bytes) -> SmqError:
    """Return what stops a command when `smq.yaml` holds this."""
    repo.write("smq.yaml", content)
    with pytest.raises(SmqError) as caught:
        read_settings(repo.root)
    return caught.value


def odd(repo: Repo, content: str) -> list[Problem]:
    """Return what is odd in `smq.yaml` when it holds a name and this."""
    repo.write("smq.yaml", (NAME + content).encode())
    return list(read_settings(repo.root)[1])


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("plateforme:\n  nom: Les échantillons : pesée\n", 2, 25),
        ("plateforme:\n\tnom: A\n", 2, 1),
        ("plateforme: {nom: A\nlangue: fr\n", 2, 7),
        ("plateforme: &a {nom: A}\nunites: [*a]\n", 1, 13),
        ("plateforme: {nom: A}\n<<<<<<< HEAD\nlangue: fr\n", 2, 1),
        ("plateforme: {nom: A}\n---\nlangue: fr\n", 2, 1),
    ],
)
def test_no_yaml(repo: Repo, content: str, line: int, column: int) -> None:
    """A file that is no YAML stops the command, with line and column."""
    error = stopped(repo, content.encode())

    assert (error.values["line"], error.values["column"]) == (line, column)
    assert f"smq.yaml:{line}:{column}:" in str(error)
    assert error.hint


@pytest.mark.parametrize("content", ["", "# rien\n", "- plateforme\n", "plateforme\n", b"PK\0\0"])
def test_no_mapping(repo: Repo, content: str | bytes) -> None:
    """A file without «name: value» lines stops the command, and the hint shows the first two."""
    error = stopped(repo, content)

    assert "holds no settings" in str(error)
    assert "plateforme:" in (error.hint or "")


@pytest.mark.parametrize(
    "content",
    [
        "langue: fr\n",
        "plateforme:\n",
        "plateforme: {nom: }\n",
        "plateforme: {sigle: SPE}\n",
        "plateforme: Spectroscopie\n",
        "plateforme: {nom: [a]}\n",
    ],
)
def test_no_name(repo: Repo, content: str) -> None:
    """A platform without a name stops the command."""
    assert "does not say the platform's name" in str(stopped(repo, content))


@pytest.mark.parametrize(
    ("content", "quoted"),
    [
        ("controle: {echec: grave}\n", "«grave»"),
        ("controle: {severites: {LNK001: grave}}\n", "controle.severites.LNK001"),
    ],
)
def test_no_severity(repo: Repo, content: str, quoted: str) -> None:
    """A word that is no severity stops the command: guessing could let a fault pass."""
    assert quoted in str(stopped(repo, NAME + content))


def test_file_that_may_not_be_opened(repo: Repo) -> None:
    """Settings that cannot be read stop the command."""
    (repo.root / "smq.yaml").unlink()
    (repo.root / "smq.yaml").mkdir()

    with pytest.raises(SmqError, match=r"smq\.yaml cannot be read"):
        read_settings(repo.root)


@pytest.mark.parametrize(
    ("content", "key", "near", "line", "column"),
    [
        ("lange: fr\n", "lange", "langue", 2, 1),
        ("label:\n  etappe: label\n", "label.etappe", "etape", 3, 3),
        ("processus:\n  - {code: PRE, titr: T}\n", "processus.titr", "titre", 3, 17),
        ("personnes: {P01: {non: C}}\n", "personnes.P01.non", "nom", 2, 19),
        ("zzz: 1\n", "zzz", "", 2, 1),
        ("lecture: {ignorés: [a]}\n", "lecture.ignorés", "ignorer", 2, 11),
    ],
)
def test_unknown_key(repo: Repo, content: str, key: str, near: str, line: int, column: int) -> None:
    """A key that is not known is a problem at its place, with the nearest known one."""
    (problem,) = odd(repo, content)

    assert problem.kind == "unknown-setting"
    assert dict(problem.values) == {"key": key, "near": near}
    assert (problem.location.line, problem.location.column) == (line, column)


@pytest.mark.parametrize(
    ("content", "field", "column"),
    [
        ("langue: [fr]\n", "langue", 9),
        ("tutelles: {a: b}\n", "tutelles", 11),
        ("unites: Laboratoire\n", "unites", 9),
        ("unites: [Laboratoire]\n", "unites", 10),
        ("label: {accompagnement: parfois}\n", "label.accompagnement", 25),
        ("label: {engagement: 2026-13-24}\n", "label.engagement", 21),
        ("revues: {PRO: deux ans}\n", "revues.PRO", 15),
        ("revues: {PRO: 9999999999}\n", "revues.PRO", 15),
        ("revues: {PRO: -1}\n", "revues.PRO", 15),
        ("revues: {PRO: ²}\n", "revues.PRO", 15),
        ("personnes: {P01: Claire}\n", "personnes.P01", 18),
        ("roles: {approbateur: {POL: {a: b}}}\n", "roles.approbateur.POL", 28),
        ("codification: {motif: 'PRO-xx'}\n", "codification.motif", 23),
        ("codification: {types: [SOP]}\n", "codification.types", 23),
    ],
)
def test_ill_typed_value(repo: Repo, content: str, field: str, column: int) -> None:
    """A value of another shape is one problem at its place, and the default holds."""
    (problem,) = odd(repo, content)

    assert problem.kind == "ill-typed-setting"
    assert dict(problem.values)["field"] == field
    assert (problem.location.line, problem.location.column) == (2, column)


@pytest.mark.parametrize(
    ("written", "read", "right"),
    [
        ("SMQ-{typ}-{numero:03}", "SMQ-{type}-{numero:03}", "SMQ-{type}-{numero:03}"),
        ("SMQ-{type}", "SMQ-{type}-{numero:03}", "SMQ-{type}-{numero:03}"),
        ("{process}-{type}-{num:03d}", "{processus}-{type}-{numero:03}", None),
        ("{type}-{numéro}", "{type}-{numero}", None),
        ("SMQ-{xyz}-{numero}", DEFAULT_PATTERN, "a pattern of {plateforme}, {processus}, {type}"),
        ("{type-{numero}", DEFAULT_PATTERN, "a pattern of {plateforme}, {processus}, {type}"),
        ("PRO-xx", DEFAULT_PATTERN, "a pattern with {numero}"),
        ("{plateforme}-{numero}", "{plateforme}-{numero}", "a pattern without {plateforme}"),
    ],
)
def test_a_pattern_that_is_none(repo: Repo, written: str, read: str, right: str | None) -> None:
    """One problem at the pattern, with the one most likely meant, by which codes are read."""
    (problem,) = odd(repo, f'codification:\n  motif: "{written}"\n')
    codification = read_settings(repo.root)[0].codification

    assert (problem.kind, problem.location.line, problem.location.column) == (
        "ill-typed-setting",
        3,
        10,
    )
    assert dict(problem.values)["right"].startswith(right or read)
    assert (codification.pattern, codification.fault) == (read, written)


def test_a_pattern_with_the_short_name(repo: Repo) -> None:
    """It is one as soon as the platform has a short name."""
    repo.write(
        "smq.yaml",
        "plateforme: {nom: A, sigle: SPE}\ncodification: {motif: '{plateforme}-{numero}'}\n",
    )

    settings, problems = read_settings(repo.root)

    assert not problems
    assert settings.codification.fault is None


def test_duplicate_key(repo: Repo) -> None:
    """A setting written twice is a problem at its second place."""
    (problem,) = odd(repo, "langue: fr\nlangue: en\n")

    assert (problem.kind, problem.location.line) == ("duplicate-key", 3)
    assert read_settings(repo.root)[0].language == "fr"


def test_encoding(repo: Repo) -> None:
    """Settings saved by a Windows editor are read, and the encoding is a problem."""
    repo.write("smq.yaml", "plateforme: {nom: Matériaux}\n".encode("cp1252"))

    settings, (problem,) = read_settings(repo.root)

    assert settings.name == "Matériaux"
    assert (problem.kind, dict(problem.values)) == ("encoding", {"guessed": "Windows-1252"})


@pytest.mark.parametrize("written", ["\ufeffplateforme: {nom: A}\n", "plateforme:\r\n  nom: A\r\n"])
def test_marks_of_windows(repo: Repo, written: str) -> None:
    """A byte-order mark and CRLF are no problem."""
    repo.write("smq.yaml", written.encode())

    settings, found = read_settings(repo.root)

    assert (settings.name, found) == ("A", ())


def test_empty_word_in_codes(repo: Repo) -> None:
    """A type without a letter is not a part of any code."""
    repo.write("smq.yaml", NAME + "codification: {motif: '{type}-{numero}', types: {'': PRO}}\n")

    assert read_settings(repo.root)[0].codification.parse("-1") is None


def test_all_settings(repo: Repo) -> None:
    """Every setting of the contract is read without a problem."""
    repo.write(
        "smq.yaml",
        """
        smq: 1
        plateforme: {nom: Spectroscopie, sigle: SPE, site_web: null, centre_financier: null}
        langue: fr
        tutelles: [Université de Lorraine, CNRS]
        unites: [{nom: Laboratoire d'exemple, directeur: P01}]
        activites: prestation
        plateaux: [{nom: RMN, site: Nancy}]
        label: {accompagnement: non, engagement: 2027-01-15, obtention: null, etape: suivi}
        kit: {nom: infra-plus, version: "1", taille: standard}
        referentiels: [infra-plus]
        processus: [{code: PRE, titre: Réaliser, famille: realisation, pilote: P03}]
        personnes: {P03: {nom: Inès Vautrin, roles: [qualite], git: ["i@example.org"]}}
        roles: {approbateur: {POL: [direction], "*": [responsable]}}
        derogations:
          - {regle: approbateur_distinct, types: [PRO], motif: trois personnes, par: P03}
        signatures: exigees
        revues: {PRO: 24}
        controle: {echec: warning, severites: {CNT003: note, LNK007: off}}
        """,
    )

    settings, found = read_settings(repo.root)

    assert found == ()
    assert settings.supervisors == ("Université de Lorraine", "CNRS")
    assert settings.units == (Unit("Laboratoire d'exemple", "P01"),)
    assert settings.activities == ("prestation",)
    assert settings.areas == (Area("RMN", "Nancy"),)
    assert settings.label == Label(False, date(2027, 1, 15), None, "suivi")
    assert (settings.kit, settings.kit_version, settings.kit_size) == (
        "infra-plus",
        "1",
        "standard",
    )
    assert settings.person("inès vautrin") is settings.people[0]
    assert settings.allowed_roles("approbateur", "POL") == ("direction",)
    assert settings.allowed_roles("approbateur", "PRO") == ("responsable",)
    assert settings.derogations == (
        Derogation("approbateur_distinct", ("PRO",), "trois personnes", "P03", None, None),
    )
    assert settings.signatures_required
    assert settings.reviews == (("PRO", (24,)),)
    assert settings.fail_on == "warning"
    assert dict(settings.severities) == {"CNT003": "note", "LNK007": "off"}
    assert not settings.foreign


def test_root_above(repo: Repo) -> None:
    """The platform's folder is searched from a folder upwards."""
    folder = repo.root / "documents" / "PRE"
    folder.mkdir(parents=True)

    assert find_root(folder) == repo.root


def test_no_root(tmp_path: Path) -> None:
    """A folder that is in no platform is named, with what to do."""
    with pytest.raises(SmqError, match=r"it has no smq\.yaml") as caught:
        find_root(tmp_path)
    assert str(tmp_path) in str(caught.value)
