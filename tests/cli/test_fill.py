"""`smq fill`: places asked one by one, answers written at once, nothing else touched."""

import pytest

from smq import resources
from smq.check import matching
from smq.rules import all_rules
from tests.cli.filling import FILE, NAMED, body, procedure
from tests.cli.runner import Runner
from tests.conftest import Repo


def test_an_answer_takes_the_place_of_the_brackets(repo: Repo, smq: Runner) -> None:
    """The example below goes, the rest stays to the byte."""
    procedure(
        repo,
        """
        ## Objet

        Réponse sous [À compléter : délai],  au plus.

        > Exemple : 5 jours
        > ouvrés.

        ## Suite
        Fin
        """,
    )
    shown = smq("fill", "PRE-PRO-001", typed="8 jours\n")
    assert body(repo) == "## Objet\n\nRéponse sous 8 jours,  au plus.\n\n## Suite\nFin\n"
    assert shown.code == 0
    assert shown.out == ""
    assert "Objet (1 left)\n  délai\n  Example: 5 jours ouvrés." in shown.err
    assert "nothing left to fill in" in shown.err


def test_enter_skips_and_a_dot_stops(repo: Repo, smq: Runner) -> None:
    """What was answered before the dot is kept, what was skipped is still there."""
    procedure(repo, "[À compléter : a]\n\n[À compléter : b]\n\n[À compléter : c]\n")
    shown = smq("fill", "PRE-PRO-001", typed="\nB\n.\n")
    assert body(repo) == "[À compléter : a]\n\nB\n\n[À compléter : c]\n"
    assert "PRE-PRO-001: 2 places left to fill in. To go on: smq fill PRE-PRO-001" in shown.err


def test_ctrl_c_keeps_what_was_answered(repo: Repo, smq: Runner) -> None:
    """The exit code says that it was interrupted."""
    procedure(repo, "[À compléter : a]\n\n[À compléter : b]\n")
    shown = smq("fill", "PRE-PRO-001", typed="A\n", interrupted=True)
    assert shown.code == 130
    assert body(repo) == "A\n\n[À compléter : b]\n"
    assert "1 place left" in shown.err


def test_a_question_mark_explains_and_asks_again(repo: Repo, smq: Runner) -> None:
    """Help is no answer."""
    procedure(repo, "[À compléter : a]\n")
    shown = smq("fill", "PRE-PRO-001", typed="?\nA\n")
    assert "What you type takes the place of the brackets" in shown.err
    assert body(repo) == "A\n"


def test_an_example_stays_while_its_block_is_not_complete(repo: Repo, smq: Runner) -> None:
    """Two places in one paragraph: the example goes with the second."""
    procedure(repo, "De [À compléter : a] à [À compléter : b].\n\n> Exemple : de un à deux.\n")
    smq("fill", "PRE-PRO-001", typed="un\n")
    assert body(repo) == "De un à [À compléter : b].\n\n> Exemple : de un à deux.\n"
    smq("fill", "PRE-PRO-001", typed="deux\n")
    assert body(repo) == "De un à deux.\n"


def test_a_quotation_that_is_no_example_stays(repo: Repo, smq: Runner) -> None:
    """Only what begins with «Exemple :» was put there to help."""
    procedure(repo, "[À compléter : a]\n\n> Attention : danger.\n")
    smq("fill", "PRE-PRO-001", typed="A\n")
    assert body(repo) == "A\n\n> Attention : danger.\n"


def test_back_and_unknown(repo: Repo, smq: Runner) -> None:
    """«<» takes the last answer back, «-» leaves a place as it is: the same keys as in init."""
    procedure(repo, "[À compléter : un]\n\n[À compléter : deux]\n")
    smq("fill", "PRE-PRO-001", typed="A\n<\nB\n-\n")
    assert body(repo) == "B\n\n[À compléter : deux]\n"


def test_back_returns_to_a_place_that_was_skipped(repo: Repo, smq: Runner) -> None:
    """The bracket typed by a French keyboard does the same; before the first place is nothing."""
    procedure(repo, "[À compléter : un]\n\n[À compléter : deux]\n")
    shown = smq("fill", "PRE-PRO-001", typed="‹\n\n‹\nA\n\n")
    assert body(repo) == "A\n\n[À compléter : deux]\n"
    assert "This is the first place." in shown.err


def test_people_are_asked_by_name(repo: Repo, smq: Runner) -> None:
    """First of all, in every type of document; a yes or a no names nobody, Enter skips."""
    text = "[À compléter : un]\n"
    procedure(repo, text, titre="[À compléter]", redacteur=None, approbateur="")
    shown = smq("fill", "PRE-PRO-001", typed="oui\nhugo\nnon\nPeser\nA\n")
    document = repo.system().find("PRE-PRO-001")
    assert document is not None
    assert (document.title, document.author, document.approver or None) == ("Peser", "P02", None)
    assert body(repo) == "A\n"
    assert "P01 Claire Fontaine, P02 Hugo Marchal" in shown.err


def test_a_stranger_is_asked_about_before_being_written(repo: Repo, smq: Runner) -> None:
    """Answers that slipped by one place name nobody: «non» asks again, «oui» writes the name."""
    procedure(repo, "", redacteur=None, approbateur=None)
    typed = "> 3 jours\nLa veille\nnon\nhugo\nPaul Étranger\noui\n"
    shown = smq("fill", "PRE-PRO-001", typed=typed)
    document = repo.system().find("PRE-PRO-001")
    assert document is not None
    assert (document.author, document.approver) == ("P02", "Paul Étranger")
    assert "«> 3 jours» is nobody in smq.yaml, and no full name of a person." in shown.err
    assert "«La veille» is nobody in smq.yaml. Write this name anyway? (yes or no)" in shown.err


@pytest.mark.parametrize("type_", ["PRO", "FIP", "FOR"])
def test_people_come_first_in_every_type(repo: Repo, smq: Runner, type_: str) -> None:
    """The same order everywhere: nobody's answers slip by one place."""
    code = _made(repo, smq, type_)
    lines = smq("fill", code, "--list").out.splitlines()
    assert [line.split(": ")[1] for line in lines[:2]] == ["redacteur", "approbateur"]


@pytest.mark.parametrize(
    ("type_", "reviewer", "asked"),
    [
        ("PRO", "facultatif", ["redacteur", "approbateur"]),
        ("PRO", "requis", ["redacteur", "verificateur", "approbateur"]),
        ("EXT", "facultatif", ["verificateur"]),
        ("ENR", "facultatif", []),
    ],
)
def test_whom_the_type_asks_for(
    repo: Repo, smq: Runner, type_: str, reviewer: str, asked: list[str]
) -> None:
    """The same people as the rule about missing people wants."""
    sheet = repo.root / f"referentiel/types/{type_}.yaml"
    written = sheet.read_text(encoding="utf-8")
    sheet.write_text(
        written.replace("verificateur: facultatif", f"verificateur: {reviewer}"), encoding="utf-8"
    )
    repo.document(f"PRE-{type_}-001")
    lines = smq("fill", f"PRE-{type_}-001", "--list").out.splitlines()
    named = [line.split(": ")[1] for line in lines if line.endswith("an identifier")]
    assert named == asked
    assert bool(named) == bool(repo.findings("missing-people"))


def test_the_end_tells_who_is_missing(repo: Repo, smq: Runner) -> None:
    """A text without blanks is not finished while nobody writes or approves it."""
    procedure(repo, "[À compléter : un]\n", redacteur="")
    shown = smq("fill", "PRE-PRO-001", typed="\nA\n")
    end = 'PRE-PRO-001: people are still to be named: smq set PRE-PRO-001 "redacteur=…"\n'
    assert shown.err.endswith(end)
    assert "nothing left" not in shown.err


def test_what_cannot_be_written_stops_and_claims_nothing(repo: Repo, smq: Runner) -> None:
    """The answer is not counted as one: the command stops at once and says why."""
    procedure(repo, "[À compléter : un]\n")
    repo.write(".smq", "a file where the folder of the lock should be")
    shown = smq("fill", "PRE-PRO-001", typed="A\n")
    assert shown.code == 2
    assert "smq: error:" in shown.err
    assert "left to fill in" not in shown.err
    assert body(repo) == "[À compléter : un]\n"


def test_places_that_are_no_text_are_not_asked(repo: Repo, smq: Runner) -> None:
    """Code shows brackets as they are."""
    procedure(repo, "```\n[À compléter : a]\n```\n\n`[À compléter : b]`\n")
    shown = smq("fill", "PRE-PRO-001", typed="A\n")
    assert "nothing left" in shown.err


def test_line_ends_and_byte_order_mark_are_kept(repo: Repo, smq: Runner) -> None:
    """A file of Windows stays one, in the rows that are added too."""
    head = "\ufeff---\r\ncode: PRE-PRO-001\r\n---\r\n"
    repo.write(FILE, (head + "| A |\r\n|---|\r\n| [À compléter : a] |\r\n").encode())
    smq("fill", "PRE-PRO-001", typed="\n\nun\ndeux\n\n")
    after = (repo.root / FILE).read_bytes().decode()
    assert after == head + "| A |\r\n|---|\r\n| un |\r\n| deux |\r\n"


def test_places_are_listed_without_asking(repo: Repo, smq: Runner) -> None:
    """One line a place, which an editor can open."""
    procedure(repo, "## Objet\n\nSous [À compléter : délai].\n", titre="[À compléter]")
    shown = smq("fill", "PRE-PRO-001", "--list")
    assert shown.out == (
        f"{FILE}:5:8: titre: (the text does not say what)\n{FILE}:15:6: Objet: délai\n"
    )


def test_a_dry_run_writes_nothing(repo: Repo, smq: Runner) -> None:
    """The answers are shown as lines that would change."""
    procedure(repo, "[À compléter : a]\n")
    shown = smq("fill", "PRE-PRO-001", "--dry-run", typed="A\n")
    assert "  -[À compléter : a]\n  +A\n" in shown.out
    assert body(repo) == "[À compléter : a]\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "---\ncode: [PRE-PRO-001\n---\n[À compléter : a]\n",
            ":3:1: the header cannot",
        ),
        ("---\ncode: PRE-PRO-001\n---\né [À compléter : a]\n".encode("cp1252"), "not in UTF-8"),
    ],
)
def test_a_file_that_cannot_be_written_in_is_refused(
    repo: Repo, smq: Runner, content: str | bytes, said: str
) -> None:
    """With its place, and nothing written."""
    repo.write(FILE, content)
    before = (repo.root / FILE).read_bytes()
    shown = smq("fill", "PRE-PRO-001", typed="A\n")
    assert shown.code == 2
    assert said in shown.err
    assert (repo.root / FILE).read_bytes() == before


def test_an_unknown_code_names_the_nearest(repo: Repo, smq: Runner) -> None:
    """Exit code 2 and a hint."""
    repo.document("PRE-PRO-001")
    shown = smq("fill", "PRE-PRO-O01")
    assert shown.code == 2
    assert "Nearest: PRE-PRO-001" in shown.err


def test_required_fields_that_are_absent_are_asked(repo: Repo, smq: Runner) -> None:
    """A sheet typed from nothing is completed without YAML."""
    repo.document(
        "PRE-FIP-001", **NAMED, entrees=[{"quoi": "Demande", "de": "[À compléter : qui]"}]
    )
    rows = "Faire\nFaire; Chef\nRendre; Aide; PRE-FOR-001\n\n"
    typed = f"Usager\nPrix; Tutelle\n\nServir\nTout\n{rows}."
    shown = smq("fill", "PRE-FIP-001", typed=typed)
    document = repo.system().find("PRE-FIP-001")
    assert document is not None
    text = (repo.root / document.path).read_text(encoding="utf-8")
    assert "finalite: Servir\nperimetre: Tout\n" in text
    assert "- quoi: Demande\n  de: 'Usager'\n- quoi: Prix\n  de: Tutelle\n" in text
    assert "  - activite: Rendre\n    qui: Aide\n    avec: PRE-FOR-001\n" in text
    assert "Cells in «Faire»: 1; expected: 3 (Activity ; Who ; With what)." in shown.err


def _made(repo: Repo, smq: Runner, type_: str) -> str:
    """Make a document of the kit's skeleton; return its code."""
    skeleton = resources.kits() / "infra-plus" / "types" / f"{type_}.md.j2"
    repo.write(f"referentiel/types/{type_}.md.j2", skeleton.read_bytes())
    shown = smq("new", type_, "--process", "PRE", "--title", "Prêter un appareil")
    assert shown.code == 0, shown.err
    return shown.out.split()[0]


def _answers(smq: Runner, code: str) -> str:
    """Answer everything with words that quote the place; no added row, no added item."""
    listed = smq("fill", code, "--list").out.splitlines()
    lines: list[str] = []
    for number, line in enumerate(listed):
        following = listed[number + 1] if number + 1 < len(listed) else ""
        meant = "hugo" if line.endswith("an identifier") else f"Réponse {number}"
        lines.append("MAD" if "› Process:" in line else meant)
        if "› Choices:" in line:
            lines.append("")
        table, row, _rest = line.split(": ")[1].partition(" › row ")
        if row and f": {table}{row}" not in following:
            lines.append("")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("type_", ["PRO", "FIP", "FOR", "MOP"])
def test_a_document_is_completed_with_fill_and_set_alone(
    repo: Repo, smq: Runner, type_: str
) -> None:
    """Nobody has to edit YAML: no placeholder, no missing section, no missing field is left."""
    code = _made(repo, smq, type_)
    assert repo.findings("placeholder-left")
    shown = smq("fill", code, typed=_answers(smq, code))
    assert "nothing left to fill in" in shown.err
    shown = smq(
        "set", code, "redacteur=hugo", "verificateur=ines", "approbateur=claire",
        "date_application=20/02/2027", "prochaine_revue=20/02/2029", "version=1",
        "approbations+=1; claire; approbateur; 20/02/2027; papier; smq.yaml",
        "historique+=1; 20/02/2027; Création; hugo", "statut=applicable",
    )  # fmt: skip
    assert shown.code == 0, shown.err
    rules = [r for family in ("CNT", "SYN", "LIF") for r in matching(family, all_rules())]
    system = repo.system()
    # Only `smq approve` knows what was read: a line of approval typed by hand does not say it.
    assert {f.rule for r in rules for f in r.run(system)} <= {"LIF017"}


def test_a_byte_of_windows(repo: Repo, smq: Runner) -> None:
    """A text that is not all in UTF-8 is refused, as by `set`; nothing says that it is complete."""
    procedure(repo, "[À compléter : a]\n\n5 EUROS\n")
    file = repo.root / FILE
    file.write_bytes(file.read_bytes().replace(b"EUROS", "€".encode("cp1252")))

    for words in (("--list",), ()):
        shown = smq("fill", "PRE-PRO-001", *words)
        assert shown.code == 2
        assert "UTF-8" in shown.err
        assert "nothing left" not in shown.err
