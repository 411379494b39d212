"""`smq init` by questions: clumsy input is met with patience, and nothing typed is lost."""

from pathlib import Path

import pytest

from smq.cli.dialogue import PROGRESS
from tests.cli.runner import Runner, files_of

FRENCH = {"SMQ_LANG": "fr"}


def settings(root: Path) -> str:
    """Return the settings that `init` wrote."""
    return (root / "smq.yaml").read_text(encoding="utf-8")


def dialogue(**typed: str) -> str:
    """Return what is typed at each question, in their order; Enter where nothing is said.

    One Enter more says, after the recap, that all is right.
    """
    keys = [
        "nom",
        "sigle",
        "tutelles",
        "unites",
        "responsable",
        "referent_qualite",
        "personnes",
        "activites",
        "plateaux",
        "risques",
        "accompagnement",
        "engagement",
        "motif",
        "visas",
        "identifiants",
    ]
    return "".join(f"{typed.get(key, '')}\n" for key in keys) + "\n"


def test_a_clumsy_french_dialogue(smq: Runner, tmp_path: Path) -> None:
    """Wrong dates are asked again, «?» explains, spaces and numbers and accents are understood."""
    typed = dialogue(
        nom="  Plateforme   de  spectroscopie ",
        sigle="?\nSPE",
        tutelles="1, 2, Région Grand Est",
        unites="Laboratoire de chimie ; Claire Fontaine\n",
        responsable="Hugo Marchal",
        referent_qualite="hugo marchal",
        personnes="Inès Vautrin ; ingénieure ; opératrice\nInès Vautrin; ingénieure; Opérateur\n",
        activites="prestations, 2\nprestation, mise à disposition",
        accompagnement="peut-être\nOui",
        engagement="31/02/2027\n2027\n15/1/2027",
        visas="signature sur papier",
        identifiants="je ne sais pas encore",
    )

    said = smq("init", "demo", typed=typed, env=FRENCH)

    assert said.code == 0
    written = settings(tmp_path / "demo")
    assert "nom: Plateforme de spectroscopie\n" in written
    assert "- Région Grand Est" in written
    assert "engagement: 2027-01-15" in written
    assert written.count("Hugo Marchal") == 1
    assert "activites:\n  - prestation\n  - mise_a_disposition\n" in written
    assert "Deux à dix lettres" in said.err
    assert not list((tmp_path / "demo").rglob("ENS-*"))


def test_back_replaces_the_answer_before(smq: Runner, tmp_path: Path) -> None:
    """«<» asks the question before again, at the first question too."""
    typed = "<\nPlateforme de RNM\n<\nPlateforme de RMN\n" + "-\n" * 14 + "\n"

    smq("init", "demo", typed=typed)

    assert "nom: Plateforme de RMN\n" in settings(tmp_path / "demo")


def test_back_takes_the_last_row_away(smq: Runner, tmp_path: Path) -> None:
    """In a list of rows «<» removes the last one, «?» explains and is no row."""
    typed = dialogue(unites="Chimie\n?\nPhysiqe\n<\nPhysique\n")

    smq("init", "demo", typed=typed)

    assert "unites:\n  - nom: Chimie\n  - nom: Physique\n" in settings(tmp_path / "demo")


def test_any_row_may_be_taken_back(smq: Runner, tmp_path: Path) -> None:
    """«-1» takes the first row away, what is left is shown, and a number too high is told."""
    typed = dialogue(unites="LRGP | LRGP ; M. DUPOND\n-3\n-1\nPhysique\n")

    said = smq("init", "demo", typed=typed)

    assert "«-2» the second one" in said.err
    assert "There is no line 3 to take back; lines typed: 2." in said.err
    assert "  1 [LRGP ; M. DUPOND]\n" in said.err
    written = settings(tmp_path / "demo")
    assert written.count("nom: LRGP\n") == 1
    assert "nom: Physique\n" in written


def test_rows_all_taken_back_are_not_known(smq: Runner) -> None:
    """An emptied list is no declaration that there is none."""
    typed = dialogue(unites="LRGP\n", responsable="<\n-1\n")

    said = smq("init", "demo", typed=typed)

    assert "  4. Research units and their directors: not known yet\n" in said.err


def test_enter_declares_nothing(smq: Runner) -> None:
    """Enter is read back as «not known yet», «aucun» as none; the screen says which is which."""
    said = smq("init", "demo", typed=dialogue(risques="", tutelles="aucune"))

    assert said.err.count("  (Enter: not known yet; «none»: there is none)\n") == 4
    for line in (
        "  3. Supervising bodies of the platform: none\n",
        "  4. Research units and their directors: not known yet\n",
        "  7. Other people of the platform and their positions: not known yet\n",
        "  10. Hazards present on the premises: not known yet\n",
    ):
        assert line in said.err


def test_a_short_name_too_long_is_asked_again(smq: Runner, tmp_path: Path) -> None:
    """What the question announces is what it takes."""
    said = smq("init", "demo", typed=dialogue(sigle="«Plateforme/RMN» du *Saulcy*\nRMN"))

    assert "«Plateforme/RMN» du *Saulcy*» is no short name." in said.err
    assert "sigle: RMN\n" in settings(tmp_path / "demo")


def test_stopped_and_taken_up_again(smq: Runner, tmp_path: Path) -> None:
    """The input ends in the middle: exit 130, no platform; the same command asks what is left."""
    first = smq("init", "demo", typed="Plateforme de spectroscopie\nSPE\n")

    assert first.code == 130
    assert "Your answers are kept" in first.err
    assert files_of(tmp_path) == {}

    second = smq("init", "demo", typed="-\n" * 13 + "\n")

    assert second.code == 0
    assert "Your earlier answers are kept" in second.err
    assert "What is the full name" not in second.err
    assert "nom: Plateforme de spectroscopie" in settings(tmp_path / "demo")
    assert not (tmp_path / "demo" / PROGRESS).exists()


def test_answers_kept_never_reach_git(smq: Runner, tmp_path: Path) -> None:
    """Answers hold names: the folder that keeps them is ignored from the first one on."""
    smq("init", "demo", typed="Plateforme de spectroscopie\n")

    assert (tmp_path / "demo/.smq/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_stopped_at_once_leaves_nothing(smq: Runner, tmp_path: Path) -> None:
    """Nothing was typed: there is no folder, and no answer is said to be kept."""
    said = smq("init", "demo", typed="")

    assert said.code == 130
    assert "are kept" not in said.err
    assert "Nothing was created.\n" in said.err
    assert "Where nobody can answer: smq init demo --yes, or --answers FILE\n" in said.err
    assert not (tmp_path / "demo").exists()


def test_interrupted_at_once_says_so(smq: Runner) -> None:
    """Ctrl-C comes from somebody who can answer: the words for scripts are left out."""
    said = smq("init", "demo", typed="", interrupted=True)

    assert said.code == 130
    assert "Nothing was created.\n" in said.err
    assert "--answers" not in said.err


def test_a_dry_run_keeps_no_answer(smq: Runner, tmp_path: Path) -> None:
    """`--dry-run` asks, prints the files, and writes nothing at all."""
    said = smq("init", "demo", "--dry-run", typed="-\n" * 15 + "\n")

    assert said.code == 0
    assert "creates smq.yaml" in said.out
    assert not (tmp_path / "demo").exists()


def test_given_answers_are_not_asked(smq: Runner, tmp_path: Path) -> None:
    """`--set` answers one question, the others are asked."""
    said = smq("init", "demo", "--set", "nom=Plateforme de RMN", typed="-\n" * 14 + "\n")

    assert said.code == 0
    assert "What is the full name" not in said.err
    assert "nom: Plateforme de RMN" in settings(tmp_path / "demo")


def test_the_product_alone_is_on_stdout(smq: Runner) -> None:
    """Questions and prompts go to stderr."""
    said = smq("init", "demo", typed="-\n" * 15 + "\n")

    assert said.out.count("\n") == 1


def test_a_name_near_a_suggestion_is_asked_about(smq: Runner, tmp_path: Path) -> None:
    """Yes takes the suggestion, no keeps the word; a number out of the list is asked again."""
    typed = dialogue(tutelles="12\nuniv lorraine, CHU Nancy, Région Grand Est\n\nnon")

    said = smq("init", "demo", typed=typed)

    assert "«12» is no number of the list: it holds 8 suggestions." in said.err
    assert "«univ lorraine»: do you mean «Université de Lorraine»?" in said.err
    assert (
        "tutelles:\n  - Université de Lorraine\n  - CHU Nancy\n  - Région Grand Est\n"
        in settings(tmp_path / "demo")
    )


def test_the_recap_shows_answers_in_the_person_s_words(smq: Runner) -> None:
    """One line an answer, numbered, with labels and dates as on the screen."""
    typed = dialogue(
        nom="Plateforme de RMN",
        sigle="-",
        unites="Chimie; Claire Fontaine\n",
        activites="1 et 4",
        engagement="1er mars 2027",
        motif="LAB-PRO-07",
        visas="courriel",
    )

    said = smq("init", "demo", typed=typed, env=FRENCH).err.replace("\u00a0", " ")

    for line in (
        "  1. Nom de la plateforme : Plateforme de RMN\n",
        "  2. Sigle de la plateforme : pas encore connu\n",
        "  4. Unités de rattachement et nom de leur direction : Chimie ; Claire Fontaine\n",
        "  8. Activités exercées par la plateforme : Prestations et contrats, Formation\n",
        "  9. Plateaux techniques et leur site : néant\n",
        "  11. Accompagnement par l’équipe INFRA+ ou évaluation directe : oui\n",
        "  12. Date de la lettre d’engagement : 01/03/2027\n",
        "  13. Modèle des codes de documents : LAB-{type}-{numero:02}, par exemple LAB-PRO-01\n",
        "  14. Façon d’approuver les documents : Accord par courriel\n",
    ):
        assert line in said


def test_a_number_of_the_recap_asks_again(smq: Runner, tmp_path: Path) -> None:
    """Only that question; other words ask for a number; «<» on the way leaves the answer."""
    typed = dialogue(nom="Plateforme de RNM", sigle="RMN")
    changes = "non\n99\n1\nPlateforme de RMN\n2\n<\nok\n"

    said = smq("init", "demo", typed=typed.removesuffix("\n") + changes)

    assert said.code == 0
    assert said.err.count("Type a number from 1 to 15, or Enter.") == 2
    written = settings(tmp_path / "demo")
    assert "nom: Plateforme de RMN\n" in written
    assert "sigle: RMN\n" in written


def test_nothing_is_created_before_the_recap_is_agreed_to(smq: Runner, tmp_path: Path) -> None:
    """The input ends at the recap: answers are kept, and the same command shows them again."""
    first = smq("init", "demo", typed=dialogue(nom="Plateforme de RMN").removesuffix("\n"))

    assert first.code == 130
    assert files_of(tmp_path) == {}

    second = smq("init", "demo", typed="1\nPlateforme laser\n\n")

    assert second.code == 0
    assert "nom: Plateforme laser\n" in settings(tmp_path / "demo")


def test_back_proposes_the_answer_given(smq: Runner, tmp_path: Path) -> None:
    """Enter keeps what stands in brackets, as far back as one goes."""
    typed = "Plateforme de RMN\nRMN\n<\n<\n\n\n" + "-\n" * 13 + "\n"

    said = smq("init", "demo", typed=typed)

    assert "[RMN] > " in said.err
    assert "[Plateforme de RMN] > " in said.err
    written = settings(tmp_path / "demo")
    assert "nom: Plateforme de RMN\n" in written
    assert "sigle: RMN\n" in written


def test_back_reaches_answers_kept(smq: Runner, tmp_path: Path) -> None:
    """After a stop, «<» goes to what was answered before it, with the proposal."""
    smq("init", "demo", typed="Plateforme de RMN\nRNM\n")

    said = smq("init", "demo", typed="<\nRMN\n" + "-\n" * 13 + "\n")

    assert "[RNM] > " in said.err
    assert "sigle: RMN\n" in settings(tmp_path / "demo")


def test_rows_given_before_are_there_again(smq: Runner, tmp_path: Path) -> None:
    """Back at a list of rows, the rows stand; one more may follow, Enter ends."""
    typed = dialogue(unites="Chimie\n", responsable="<\nPhysique\n\n")

    said = smq("init", "demo", typed=typed)

    assert "  1 [Chimie]\n" in said.err
    assert "unites:\n  - nom: Chimie\n  - nom: Physique\n" in settings(tmp_path / "demo")


@pytest.mark.parametrize("word", ["non", "Aucun", "personne."])
def test_no_rows(smq: Runner, tmp_path: Path, word: str) -> None:
    """«Non» to «who else?» is nobody; it ends the list and names no person."""
    typed = dialogue(responsable="Hugo Marchal").split("\n")
    typed[6] = word

    assert smq("init", "demo", typed="\n".join(typed)).code == 0
    assert settings(tmp_path / "demo").count("nom: Hugo Marchal") == 1
    assert word not in settings(tmp_path / "demo")


def test_yes_is_nobody_s_name(smq: Runner, tmp_path: Path) -> None:
    """«Oui» to «who else?» asks for the names, with an example."""
    typed = dialogue(personnes="oui\noui je pense\nInès Vautrin\n")

    said = smq("init", "demo", typed=typed)

    assert "«oui je pense» is no full name of a person." in said.err
    assert "nom: Inès Vautrin\n" in settings(tmp_path / "demo")
    assert "nom: oui" not in settings(tmp_path / "demo")


def test_choices_are_shown_by_number_and_label(smq: Runner) -> None:
    """An error at the screen never names what only files hold."""
    said = smq("init", "demo", typed=dialogue(activites="bricolage\n1"), env=FRENCH)

    assert said.code == 0
    assert "1 Prestations et contrats, 2 Mise à disposition" in said.err
    assert "mise_a_disposition" not in said.err


def test_the_pattern_stands_beside_an_example(smq: Runner) -> None:
    """Nobody needs to read a pattern: the proposal shows a code."""
    said = smq("init", "demo", typed=dialogue())

    assert "[{processus}-{type}-{numero:03}, for example PRE-PRO-001] > " in said.err


PATTERN = "{plateforme}-{type}-{numero:02}"


def test_a_pattern_that_needs_the_short_name_asks_for_it_at_once(
    smq: Runner, tmp_path: Path
) -> None:
    """Before the recap: the short name is asked, then the pattern again, which Enter keeps."""
    typed = dialogue(sigle="-", motif=f"{PATTERN}\nR-N\n\nRMN\n")

    said = smq("init", "demo", typed=typed)

    assert said.code == 0
    before, recap, _after = said.err.partition("── Your answers ──")
    assert recap
    sentence = f"  The pattern «{PATTERN}» needs the short name of the platform.\n"
    assert before.count(sentence) == 2, "a dash cannot stand in a part of a code"
    assert f"motif: '{PATTERN}'\n" in settings(tmp_path / "demo")
    assert list((tmp_path / "demo/documents").rglob("RMN-PRO-01-*.md"))


def test_a_pattern_that_needs_the_short_name_may_be_changed(smq: Runner, tmp_path: Path) -> None:
    """Who has no short name leaves the question, and types another pattern."""
    typed = dialogue(sigle="-", motif=f"{PATTERN}\n-\nLAB-PRO-07")

    said = smq("init", "demo", typed=typed)

    assert said.code == 0
    assert list((tmp_path / "demo/documents").rglob("LAB-PRO-01-*.md"))


def test_the_short_name_taken_away_at_the_recap_is_asked_again(smq: Runner, tmp_path: Path) -> None:
    """A change made at the recap is met in the same way, and the recap comes back."""
    typed = dialogue(sigle="RMN", motif=PATTERN).removesuffix("\n") + "2\n-\nNMR\n\n\n"

    said = smq("init", "demo", typed=typed)

    assert said.code == 0
    assert "needs the short name of the platform." in said.err
    assert list((tmp_path / "demo/documents").rglob("NMR-PRO-01-*.md"))


def test_yes_uses_the_answers_kept(smq: Runner, tmp_path: Path) -> None:
    """After a stop, `--yes` asks nothing more and loses nothing; `--set` wins."""
    smq("init", "demo", typed="Plateforme de RMN\nRMN\nCNRS\n")

    said = smq("init", "demo", "--yes", "--set", "sigle=NMR")

    assert said.code == 0
    assert "The answers kept from earlier questions are used: nom, tutelles.\n" in said.err
    written = settings(tmp_path / "demo")
    assert "nom: Plateforme de RMN\n  sigle: NMR\n" in written
    assert "tutelles:\n  - CNRS\n" in written
    assert not (tmp_path / "demo" / PROGRESS).exists()


def test_a_file_of_answers_takes_over_from_the_answers_kept(smq: Runner, tmp_path: Path) -> None:
    """`--answers` says everything itself; that the answers kept are left out is said."""
    smq("init", "demo", typed="Plateforme de RMN\nRMN\n")
    (tmp_path / "a.yaml").write_text("nom: Plateforme laser\n", encoding="utf-8")

    said = smq("init", "demo", "--answers", "a.yaml")

    assert said.code == 0
    assert "earlier questions are not used: a.yaml takes over." in said.err
    assert "RMN" not in settings(tmp_path / "demo")


def test_an_e_mail_typed_with_a_name(smq: Runner, tmp_path: Path) -> None:
    """It goes under `git` of that person and nowhere else, which is said when it is typed."""
    typed = dialogue(responsable="Hugo MARCHAL, hugo@example.org")

    said = smq("init", "demo", typed=typed)

    assert "    nom: Hugo MARCHAL\n" in settings(tmp_path / "demo")
    assert "    git:\n      - hugo@example.org\n" in settings(tmp_path / "demo")
    assert said.err.count("The e-mail is kept apart from the name") == 1
    written = [p for p in (tmp_path / "demo").rglob("*") if p.is_file() and ".git" not in p.parts]
    holding = [p.name for p in written if b"hugo@example.org" in p.read_bytes()]
    assert holding == ["smq.yaml"]


def test_an_e_mail_is_not_written_where_names_are_not(smq: Runner, tmp_path: Path) -> None:
    """With identifiers only, an e-mail would give the name away."""
    typed = dialogue(personnes="Hugo MARCHAL ; hugo@example.org\n", identifiants="identifiants")

    smq("init", "demo", typed=typed)

    assert "P01" in settings(tmp_path / "demo")
    written = [p for p in (tmp_path / "demo").rglob("*") if p.is_file()]
    assert [p.name for p in written if b"hugo@example.org" in p.read_bytes()] == []
