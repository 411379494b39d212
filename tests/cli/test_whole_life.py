"""The whole life of a document in a small team whose director never uses git."""

from docx import Document

from smq.cli.session import with_standing
from smq.coverage import assess
from smq.evaluation.contents import contents
from smq.model import QualitySystem
from tests.cli.life import BODY, Life

SUCCESSOR = "documents/PRE/PRE-PRO-002-conduire-une-prestation.md"
REFERENTIAL = """\
chapitres: [{code: essai, titre: Essai}]
criteres:
  - {id: A-1, chapitre: essai, preuve: {document: {type: PRO}}}
mention: essai
"""


def read(life: Life) -> QualitySystem:
    """Return the platform as its readers have it."""
    return with_standing(life.repo.system(), life.root, life.root)


def given(life: Life) -> list[tuple[str, str, str]]:
    """Return code, version and title of each document that goes to evaluators."""
    found = contents(read(life), None).documents
    return [(d.code_text or "", d.version, d.title) for d in found]


def handed_over(life: Life, name: str, day: str) -> dict[str, str]:
    """Return name and text of each Word file that evaluators receive."""
    life.does("dossier", "--out", str(life.desk / name), day=day)
    made = sorted((life.desk / name).rglob("PRE-*.docx"))
    return {file.name: "\n".join(p.text for p in Document(str(file)).paragraphs) for file in made}


def satisfied(life: Life) -> bool:
    """Return whether a procedure in force is proved."""
    system = read(life)
    return assess(system, system.referentials[0]).assessments[0].verdict.name == "SATISFIED"


def goes(life: Life, day: str, *words: str) -> None:
    """Take the procedure a step further, record it, and find nothing to correct."""
    life.does(words[0], "PRE-PRO-001", *words[1:], "--commit", day=day)
    life.does("check", day=day)


FIRST = [("PRE-PRO-001", "1", "Traiter une prestation")]
SECOND = [("PRE-PRO-001", "2", "Traiter toute prestation")]


def test_the_whole_cycle_with_one_person_and_a_director_without_git(life: Life) -> None:
    """Inès does everything in git, Claire signs on paper; readers have the right text all along."""
    life.repo.settings({"referentiels": ["essai"], "roles": {"approbateur": {"*": ["direction"]}}})
    life.repo.write("referentiel/referentiels/essai.yaml", REFERENTIAL)
    life.record()
    paper = ("--by", "Claire", "--mode", "papier", "--proof", life.proof("visa 1.pdf"))

    goes(life, "2027-03-01", "submit")
    goes(life, "2027-03-01", "verify")
    goes(life, "2027-03-02", "approve", *paper)
    assert not satisfied(life)
    assert given(life) == []
    goes(life, "2027-03-03", "publish")
    assert satisfied(life)
    assert given(life) == FIRST

    goes(life, "2027-04-01", "revise")
    life.write("sous 5 jours", "sous 8 jours")
    life.write("'Traiter une prestation'", "'Traiter toute prestation'")
    goes(life, "2027-04-02", "submit")
    assert given(life) == FIRST
    goes(life, "2027-04-02", "refuse", "--reason", "trop long", "--by", "Claire")
    assert given(life) == FIRST
    assert satisfied(life)
    (word,) = handed_over(life, "avant", "2027-04-02").items()
    assert word[0] == "PRE-PRO-001_v01_traiter-une-prestation.docx"
    assert "répondre sous 5\xa0jours" in word[1]
    life.write("sous 8 jours", "sous 6 jours")
    goes(life, "2027-04-03", "submit")
    goes(life, "2027-04-03", "verify")
    goes(life, "2027-04-04", "approve", *paper)
    assert given(life) == FIRST
    goes(life, "2027-04-05", "publish", "--change", "Six jours")
    assert given(life) == SECOND
    assert satisfied(life)

    life.write("Toutes les prestations.", "Toutes les prestations de la plateforme.")
    goes(life, "2027-04-06", "correct", "--objet", "précision", *paper)
    assert given(life) == [("PRE-PRO-001", "2.1", "Traiter toute prestation")]

    take_over(life, paper)
    assert given(life) == [("PRE-PRO-002", "1", "Conduire une prestation")]
    assert satisfied(life)
    assert list(handed_over(life, "après", "2027-05-03")) == [
        "PRE-PRO-002_v01_conduire-une-prestation.docx"
    ]
    assert told(life)[:7] == [
        "PRE-PRO-001 is in review (version 1 to come).",
        "PRE-PRO-001: version 1 verified by Inès Vautrin.",
        "PRE-PRO-001: version 1 approved by Claire Fontaine.",
        "PRE-PRO-001: version 1 is in force.",
        "PRE-PRO-001: version 2 is begun; version 1 stays in force.",
        "PRE-PRO-001 is in review (version 2 to come).",
        "PRE-PRO-001: version 2 refused by Claire Fontaine: trop long",
    ]


def take_over(life: Life, paper: tuple[str, ...]) -> None:
    """Put another procedure in force in place of the first one."""
    new = "---\nid: s2s2s2s2\ncode: PRE-PRO-002\ntype: PRO\ntitre: Conduire une prestation\n"
    people = 'processus: PRE\nversion: ""\nstatut: projet\nredacteur: P03\napprobateur: P01\n'
    life.repo.write(SUCCESSOR, f"{new}{people}diffusion: interne\n---\n{BODY}".encode())
    life.does("submit", "PRE-PRO-002", "--commit", day="2027-05-01")
    life.does("approve", "PRE-PRO-002", *paper, "--commit", day="2027-05-02")
    life.does("publish", "PRE-PRO-002", "--commit", day="2027-05-03")
    goes(life, "2027-05-03", "retire", "--replaced-by", "PRE-PRO-002")


def told(life: Life) -> list[str]:
    """Return what the history says of the procedure, oldest first."""
    log = life.git(life.root, "log", "--format=%s", "--reverse").splitlines()
    return [line for line in log if line.startswith("PRE-PRO-001")]
