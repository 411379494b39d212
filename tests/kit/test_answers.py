"""What people answer to the questions of `init`, and what it becomes."""

from datetime import date

import pytest

from smq.errors import SmqError
from smq.i18n import Translator
from smq.kit import Answer, Kit, Question, read_kit, typed_date, understand
from smq.kit.answers import (
    Answers,
    asked,
    code_words,
    completed,
    from_file,
    from_pair,
    question,
    text_names,
)
from smq.kit.choices import near_suggestion


@pytest.fixture(scope="module")
def kit() -> Kit:
    """Return the INFRA+ kit."""
    return read_kit("infra-plus")


def said(kit: Kit, key: str, typed: object) -> Answer:
    """Return what an answer typed to a question becomes."""
    return understand(question(kit, key), typed)


def refusal(kit: Kit, key: str, typed: object) -> SmqError:
    """Return why an answer is not taken."""
    with pytest.raises(SmqError) as refused:
        said(kit, key, typed)
    return refused.value


@pytest.mark.parametrize(
    "typed",
    [
        *("15/01/2027", "15/1/2027", "15-01-2027", "15.01.2027", "2027-01-15", " 15/01/2027 "),
        *("15/01/27", "15 janvier 2027", "15 JANV. 2027", "15 janvier 27", "15 January 2027"),
    ],
)
def test_dates_as_people_write_them(typed: str) -> None:
    """Day first as in France, in figures or with the month in words, or ISO."""
    assert typed_date(typed) == date(2027, 1, 15)


@pytest.mark.parametrize("typed", ["1er mars 2027", "1 mars 2027", "1er mars 27", "01/03/27."])
def test_the_first_of_a_month(typed: str) -> None:
    """The first day has its own word in French."""
    assert typed_date(typed) == date(2027, 3, 1)


@pytest.mark.parametrize("typed", ["15 jui 2027", "30 février 2027", "1er brumaire 2027"])
def test_months_that_are_none(typed: str) -> None:
    """A beginning of two months, a day that the month has not, a month of another calendar."""
    with pytest.raises(SmqError, match="is no date"):
        typed_date(typed)


@pytest.mark.parametrize(
    "typed", ["31/02/2027", "32/01/2027", "15/13/2027", "15/01/7", "2027", "demain", "2027-13-01"]
)
def test_dates_that_are_none(typed: str) -> None:
    """The calendar decides; the word is quoted and the form shown."""
    with pytest.raises(SmqError) as refused:
        typed_date(typed)

    assert refused.value.values == {"text": typed}
    assert "20/02/2027" in (refused.value.hint or "")


@pytest.mark.parametrize(
    "typed", ["courriel", "Courriel", "2", "accord par courriel", "Agreement by e-mail"]
)
def test_a_choice_by_word_number_or_label(kit: Kit, typed: str) -> None:
    """What stands on the screen may be typed in any way."""
    assert said(kit, "visas", typed) == "courriel"


def test_a_wrong_choice_names_the_nearest(kit: Kit) -> None:
    """A slip gets the nearest word, nonsense all of them; 0 and 9 are no numbers of the list."""
    assert refusal(kit, "visas", "couriel").values["near"] == "Accord par courriel"
    for typed in ("0", "9", "xyz"):
        assert refusal(kit, "visas", typed).hint == "Choices: {values}."
    choices = str(refusal(kit, "risques", "xyz").values["values"])
    assert choices.startswith(
        "1 Zone à régime restrictif (ZRR), 2 Rayonnements ionisants, 3 Lasers"
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("prestation, formation", ("prestation", "formation")),
        ("1,2", ("prestation", "mise_a_disposition")),
        ("Mise à disposition", ("mise_a_disposition",)),
        ("prestation, 1, Prestation", ("prestation",)),
        ("1, 2 et 4", ("prestation", "mise_a_disposition", "formation")),
        ("1;2", ("prestation", "mise_a_disposition")),
        ("1 2", ("prestation", "mise_a_disposition")),
        ("1 2 et 4.", ("prestation", "mise_a_disposition", "formation")),
        ("Prestations et FORMATION", ("prestation", "formation")),
        ("les prestations, recherche et développement", ("prestation", "rd")),
        ("R&D", ("rd",)),
        ("prestations, formation et R&D", ("prestation", "formation", "rd")),
        ("formation & prestations, R & D", ("formation", "prestation", "rd")),
        ("prestations&formation", ("prestation", "formation")),
        ("Training: lab classes, courses, continuing education", ("formation",)),
        ("toutes", ("prestation", "mise_a_disposition", "rd", "formation")),
        ("aucune", ()),
        (["prestation", "rd"], ("prestation", "rd")),
        ("", ()),
        ([], ()),
        (None, None),
    ],
)
def test_several_choices(kit: Kit, typed: object, expected: Answer) -> None:
    """Commas or a list; each once; nothing typed is none, null is not known yet."""
    assert said(kit, "activites", typed) == expected


@pytest.mark.parametrize("typed", ["oui", "Oui", "o", "yes", "y", "true", "1"])
def test_yes(kit: Kit, typed: str) -> None:
    """In both languages, in short and in full."""
    assert said(kit, "accompagnement", typed) is True


@pytest.mark.parametrize("typed", ["non", "NON", "n", "no", "false", "0"])
def test_no(kit: Kit, typed: str) -> None:
    """In both languages, in short and in full."""
    assert said(kit, "accompagnement", typed) is False


def test_neither_yes_nor_no(kit: Kit) -> None:
    """The word is quoted."""
    assert refusal(kit, "accompagnement", "bof").values == {"text": "bof"}


def test_a_list_of_texts(kit: Kit) -> None:
    """Commas separate; other words than the suggestions are welcome."""
    assert said(kit, "tutelles", "CNRS,  Région  Grand Est ,") == ("CNRS", "Région Grand Est")


@pytest.mark.parametrize(
    "typed", ["1, 2 et 3", "1 2 3", "1;2;3", "université de lorraine, 2, INRAE"]
)
def test_suggestions_by_number_or_name(kit: Kit, typed: str) -> None:
    """The numbers on the screen, or the names in any case."""
    assert said(kit, "tutelles", typed) == ("Université de Lorraine", "CNRS", "INRAE")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("CNRS et Inria", ("CNRS", "Inria")),
        ("1 et inria", ("Université de Lorraine", "Inria")),
        ("Inria et univ lorraine", ("Inria", "univ lorraine")),
        ("Arts et Métiers", ("Arts et Métiers",)),
        ("CNRS et Région Grand Est", ("CNRS et Région Grand Est",)),
        ("1, 2 et Région Grand Est", ("Université de Lorraine", "CNRS", "Région Grand Est")),
        ("Région Grand Est et 2", ("Région Grand Est", "CNRS")),
        ("1 2 et Inria", ("Université de Lorraine", "CNRS", "Inria")),
        ("Paris 1 et 2", ("Paris 1 et 2",)),
    ],
)
def test_suggestions_joined_by_and(kit: Kit, typed: str, expected: Answer) -> None:
    """«et» separates suggestions and numbers, and stays inside any other name."""
    assert said(kit, "tutelles", typed) == expected


@pytest.mark.parametrize("typed", ["12", "0", "CNRS, 9", "9 et Région Grand Est"])
def test_a_number_out_of_the_list(kit: Kit, typed: str) -> None:
    """It is a slip, never the name of an institution."""
    assert refusal(kit, "tutelles", typed).values["count"] == 8


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("univ lorraine", "Université de Lorraine"),
        ("UL", None),
        ("Univ. de Loraine", "Université de Lorraine"),
        ("CHU Nancy", "CHRU de Nancy"),
        ("Région Grand Est", None),
        ("Dupont SA", None),
    ],
)
def test_names_near_a_suggestion(kit: Kit, typed: str, near: str | None) -> None:
    """Beginnings of its words or a slip; another institution is left alone."""
    assert near_suggestion(question(kit, "tutelles"), typed) == near


def test_rows_in_several_parts(kit: Kit) -> None:
    """`;` between the parts, `|` or line ends between rows, mappings in a file."""
    expected = (("Chimie", "Claire Fontaine"), ("Physique",))
    assert said(kit, "unites", "Chimie ; Claire  Fontaine | Physique") == expected
    assert said(kit, "unites", "Chimie;Claire Fontaine\nPhysique\n") == expected
    assert said(kit, "unites", [{"nom": "Chimie", "directeur": "Claire Fontaine"}]) == (
        ("Chimie", "Claire Fontaine"),
    )


def test_roles_as_people_write_them(kit: Kit) -> None:
    """Accents and capitals do not matter; an unknown role names the nearest."""
    assert said(kit, "personnes", "Inès V. ; ingénieure ; Qualité, OPERATEUR, qualite") == (
        ("Inès V.", "ingénieure", "qualite, operateur"),
    )
    assert said(kit, "personnes", [{"nom": "Inès Vautrin", "roles": ["qualite", "direction"]}]) == (
        ("Inès Vautrin", "", "qualite, direction"),
    )
    assert refusal(kit, "personnes", "I. Vautrin;;respnsable").values["near"] == "responsable"


@pytest.mark.parametrize("typed", [["a", "b"], {"a": "b"}])
def test_one_text_is_no_list(kit: Kit, typed: object) -> None:
    """A list under a name of the file of answers is a slip, never the text of a list."""
    assert refusal(kit, "nom", typed).values == {"key": "nom"}


@pytest.mark.parametrize(
    "typed", ["{type}-{numero}", "LAB-{processus}-{type}-{numero:03}", "{plateforme}_{numero:02}"]
)
def test_patterns_of_codes(kit: Kit, typed: str) -> None:
    """A pattern counts, and its letters may stand in a file name."""
    assert said(kit, "motif", typed) == typed


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        ("LAB-PRO-07", "LAB-{type}-{numero:02}"),
        ("PRE-PRO-001", "{processus}-{type}-{numero:03}"),
        ("pro_7", "{type}_{numero}"),
        ("PRO012", "{type}{numero:03}"),
        ("SPE.PRE.FOR.01", "{plateforme}.{processus}.{type}.{numero:02}"),
    ],
)
def test_a_code_in_use_says_the_pattern(kit: Kit, typed: str, pattern: str) -> None:
    """One example is enough: types, processes and the short name are known, other letters stay."""
    codes = code_words(kit, {"sigle": "SPE"})

    assert understand(question(kit, "motif"), typed, codes=codes) == pattern
    assert codes.platform == "SPE"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("LAB-SOP-07", "no part of it is a type of document"),
        ("PRO-FOR-07", "a part of it can mean two things"),
        ("LAB-2026-PRO-07", "it holds several numbers"),
    ],
)
def test_a_code_that_can_be_read_in_several_ways(kit: Kit, typed: str, reason: str) -> None:
    """Nothing is guessed: the sentence says why, and how a pattern is written."""
    with pytest.raises(SmqError) as refused:
        understand(question(kit, "motif"), typed, codes=code_words(kit, {}))

    assert refused.value.values["reason"] == reason
    assert "LAB-{{type}}" in (refused.value.hint or "")


def test_the_short_name_counts_wherever_it_stands(kit: Kit) -> None:
    """In a file and in pairs, an example of a code holds the short name given before or after."""
    pattern = "{plateforme}-{type}-{numero:02}"

    assert from_file(b"motif: LAB-PRO-07\nsigle: LAB\n", kit)["motif"] == pattern
    assert from_pair("motif=LAB-PRO-07", kit, given={"sigle": "LAB"}) == ("motif", pattern)


@pytest.mark.parametrize(
    "typed", ["LAB", "{type}", "{numero:3x}", "{site}-{numero}", "a/{numero}", "É{numero}"]
)
def test_patterns_that_are_none(kit: Kit, typed: str) -> None:
    """No number, an unknown word, a sign that no file name may hold."""
    assert refusal(kit, "motif", typed).values == {"text": typed}


def test_an_unknown_key_names_the_nearest(kit: Kit) -> None:
    """In a file and in `--set` alike."""
    with pytest.raises(SmqError) as in_file:
        from_file(b"tuteles: CNRS\n", kit)
    with pytest.raises(SmqError) as in_pair:
        from_pair("tuteles=CNRS", kit)

    assert in_file.value.values["near"] == in_pair.value.values["near"] == "tutelles"


def test_a_value_may_hold_an_equals_sign(kit: Kit) -> None:
    """The first sign separates."""
    assert from_pair("nom = Plateforme E=mc²", kit) == ("nom", "Plateforme E=mc²")


def test_yaml_words_stay_text(kit: Kit) -> None:
    """`non` is no, and a name that looks like a number stays as written."""
    found = from_file(b"accompagnement: non\nnom: 1e3\nsigle: on\n", kit)

    assert found == {"accompagnement": False, "nom": "1e3", "sigle": "on"}


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        *(("nom", "007"), ("nom", "X"), ("nom", "oui"), ("sigle", "?!"), ("tutelles", "CNRS, 1/2")),
        *(("unites", "1,2"), ("unites", "bof"), ("plateaux", "oui je pense"), ("plateaux", "B")),
        *(("unites", "Chimie; oui"), ("responsable", "Hugo"), ("responsable", "oui je pense")),
        *(("personnes", "oui"), ("personnes", "non je crois"), ("personnes", [{"nom": "12"}])),
    ],
)
def test_what_names_nothing(kit: Kit, key: str, typed: object) -> None:
    """Digits, signs, one letter, a yes or a no: the question's own example is shown."""
    refused = refusal(kit, key, typed)

    assert "name" in refused.message
    assert "par exemple" in str(refused.values["help"])


@pytest.mark.parametrize("typed", ["SPE", "3M", "CC-3M", "Éclair", "ABCDEFGHIJ"])
def test_short_names(kit: Kit, typed: str) -> None:
    """Two to ten letters or digits, dashes included."""
    assert said(kit, "sigle", typed) == typed


@pytest.mark.parametrize(
    "typed", ["S", "3", "ABCDEFGHIJK", "SPE 2", "«SPE»", "SPE*", "S/P", "-SPE", "Un nom bien long"]
)
def test_short_names_that_are_none(kit: Kit, typed: str) -> None:
    """What the question announces is what it takes: it is shown again, with its example."""
    refused = refusal(kit, "sigle", typed)

    assert refused.message == "«{text}» is no short name."
    assert "par exemple SPECTRO" in str(refused.values["help"])


@pytest.mark.parametrize("typed", ["Hugo Marchal", "H. Marchal", "Anne-Lise D.", "No\u00ebl Oui"])
def test_names_of_people(kit: Kit, typed: str) -> None:
    """Two words, one of which may be an initial."""
    assert said(kit, "responsable", typed) == typed


@pytest.mark.parametrize(
    "typed",
    [
        *("je ne sais pas", "JE NE SAIS PAS.", "je sais pas", "ne sais pas", "Aucune idée !"),
        *("je ne sais pas du tout", "pas encore signée", "J’en sais rien", "-", "JSP"),
    ],
)
@pytest.mark.parametrize("key", ["sigle", "tutelles", "unites", "activites", "engagement", "motif"])
def test_not_known_anywhere(kit: Kit, key: str, typed: str) -> None:
    """However it is said, to whatever question, in a file too."""
    assert said(kit, key, typed) is None


@pytest.mark.parametrize(
    ("key", "none"), [("sigle", None), ("personnes", ()), ("plateaux", ()), ("engagement", None)]
)
def test_there_is_none(kit: Kit, key: str, none: Answer) -> None:
    """«Non» answers «Is there…?»: there is none."""
    assert said(kit, key, "Non.") == none


def test_a_part_that_is_not_known(kit: Kit) -> None:
    """The director of a unit may be named later."""
    assert said(kit, "unites", "Chimie ; je ne sais pas") == (("Chimie", ""),)


@pytest.mark.parametrize("raw", [b"- nom\n", b"nom\n", b"", b"nom: [\n", b"\x00\x01"])
def test_a_file_that_holds_no_answers(kit: Kit, raw: bytes) -> None:
    """A list, a word, nothing, broken YAML, a binary file: one sentence."""
    with pytest.raises(SmqError):
        from_file(raw, kit)


def test_what_is_given_is_not_asked(kit: Kit) -> None:
    """A question answered, even by «not known yet», is not asked again."""
    keys = [q.key for q in asked(kit, {"nom": "X", "sigle": None})]

    assert "nom" not in keys
    assert "sigle" not in keys
    assert keys[0] == "tutelles"


def test_what_is_not_known_is_a_visible_placeholder(kit: Kit) -> None:
    """Every name that texts may use says what is missing; nobody is invented."""
    names = text_names(kit, completed(kit, {}))

    for key in ("nom", "sigle", "responsable", "referent_qualite", "engagement"):
        assert str(names[key]).startswith("[À compléter : ")
    assert names["tutelles"] == ["[À compléter : tutelles de la plateforme]"]
    assert names["personnes"] == names["unites"] == []


TEAM: dict[str, Answer] = {
    "responsable": "Hugo Marchal",
    "referent_qualite": "hugo marchal",
    "personnes": (("Inès Vautrin", "ingénieure", "qualite"), ("HUGO MARCHAL", "chef", "operateur")),
    "unites": (("Chimie", "Inès Vautrin"), ("Physique", "Claire Fontaine"), ("Bio",)),
}


def test_a_person_of_several_roles_is_one_person(kit: Kit) -> None:
    """The head is quality officer too, and a member directs a unit: three people, roles joined."""
    people = [(m.id, m.name, m.roles) for m in completed(kit, TEAM).members]

    assert people == [
        ("P01", "Hugo Marchal", ("responsable", "qualite", "operateur")),
        ("P02", "Inès Vautrin", ("qualite", "direction")),
        ("P03", "Claire Fontaine", ("direction",)),
    ]


def test_a_function_typed_wins_over_the_one_of_a_question(kit: Kit) -> None:
    """«Responsable de plateforme» stands only where nobody wrote what the person really is."""
    functions = {m.name: m.function for m in completed(kit, TEAM).members}

    assert functions == {
        "Hugo Marchal": "chef",
        "Inès Vautrin": "ingénieure",
        "Claire Fontaine": "Direction d’unité",
    }
    alone = completed(kit, {"responsable": "Zoé Petit", "personnes": (("Zoé Petit", "", ""),)})
    assert [m.function for m in alone.members] == ["Responsable de plateforme"]


@pytest.mark.parametrize("key", ["tutelles", "unites", "personnes", "risques"])
def test_saying_nothing_is_not_saying_none(kit: Kit, key: str) -> None:
    """No answer stays «not known yet»; «aucun» is an answer, and so is an empty list in a file."""
    assert completed(kit, {}).values[key] is None
    assert said(kit, key, "aucun") == ()
    assert said(kit, key, []) == ()


def test_a_platform_may_have_no_units_of_its_own(kit: Kit) -> None:
    """Enter at the technical units says that there are none: everything is in one place."""
    assert completed(kit, {}).values["plateaux"] == ()


def test_identifiers_replace_names_in_texts(kit: Kit) -> None:
    """With `identifiants`, no text is given a name, directors included."""
    names = text_names(kit, completed(kit, {**TEAM, "identifiants": "identifiants"}))

    shown = repr(names)
    for name in ("Hugo", "Marchal", "Vautrin", "Fontaine"):
        assert name.casefold() not in shown.casefold()
    assert names["unites"] == [
        {"nom": "Chimie", "directeur": "P02"},
        {"nom": "Physique", "directeur": "P03"},
        {"nom": "Bio", "directeur": "[À compléter : nom de la direction de l’unité]"},
    ]


def test_a_question_without_a_kit() -> None:
    """A kind that smq does not know is a text; a condition of its kit is kept."""
    odd = Question("x", "couleur", (), (), (), None)

    assert understand(odd, " bleu  ciel ") == "bleu ciel"
    assert Answers({"x": "bleu"}).text("x") == "bleu"


@pytest.mark.parametrize(
    "typed",
    [
        *("Hugo MARCHAL, hugo@example.org", "Hugo MARCHAL <hugo@example.org>"),
        *("Hugo  MARCHAL (hugo@example.org)", "hugo@example.org – Hugo MARCHAL"),
        *("Hugo MARCHAL hugo@example.org.", "Hugo MARCHAL ; courriel : hugo@example.org"),
        *("Hugo MARCHAL (mél : hugo@example.org)", "Hugo MARCHAL, mailto:hugo@example.org"),
    ],
)
def test_an_e_mail_is_no_part_of_a_name(kit: Kit, typed: str) -> None:
    """Typed with the name, it stays apart from it, whatever stands between; twice says the same."""
    answer = said(kit, "responsable", typed.removesuffix("."))

    assert answer == "Hugo MARCHAL <hugo@example.org>"
    assert said(kit, "responsable", answer) == answer
    (member,) = Answers({"responsable": answer}).members
    assert (member.name, member.addresses) == ("Hugo MARCHAL", ("hugo@example.org",))


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        *(("responsable", t) for t in ("hugo.marchal@example.org", "Hugo MARCHAL, hugo@example")),
        *(("unites", t) for t in ("LRGP, lrgp@example.org", "LRGP ; claire@example.org")),
        *(("nom", "RMN, rmn@example.org"), ("personnes", "ines@example.org ; chef d’équipe")),
    ],
)
def test_a_name_that_holds_a_sign_of_e_mails_is_asked_again(kit: Kit, key: str, typed: str) -> None:
    """An e-mail alone, one that is not whole, or one beside the name of a thing is refused."""
    assert "e-mail" in str(refusal(kit, key, typed).message)


def test_e_mails_in_rows(kit: Kit) -> None:
    """Wherever an e-mail stands in a row, it goes with the person: a function is printed too."""
    rows = said(kit, "personnes", "Inès V ; ines@example.org ; ingénieure ; qualite | Al B;a@b.fr")

    assert rows == (("Inès V <ines@example.org>", "ingénieure", "qualite"), ("Al B <a@b.fr>",))
    unit = said(kit, "unites", "LRGP ; Claire Fontaine ; claire@example.org")
    assert unit == (("LRGP", "Claire Fontaine <claire@example.org>"),)


def test_one_person_with_two_e_mails(kit: Kit) -> None:
    """Named in several answers, with an e-mail or without, somebody is one person."""
    given: dict[str, Answer] = {
        "unites": said(kit, "unites", "LRGP ; hugo marchal <h@cnrs.example.org>"),
        "responsable": "Hugo Marchal",
        "referent_qualite": said(kit, "referent_qualite", "Hugo Marchal, hugo@example.org"),
    }
    answers = completed(kit, given)

    (member,) = answers.members
    assert member.addresses == ("hugo@example.org", "h@cnrs.example.org")
    assert member.roles == ("responsable", "qualite", "direction")
    unites = text_names(kit, answers)["unites"]
    assert unites == [{"nom": "LRGP", "directeur": "Hugo Marchal"}]


def test_the_example_of_a_pair_can_be_copied(kit: Kit) -> None:
    """No translator turns the quotes of a command line into those of a sentence."""
    with pytest.raises(SmqError) as refused:
        from_pair("nom", kit)

    shown = Translator("fr")(refused.value.hint or "", **refused.value.values)
    assert shown.endswith('--set "nom=Plateforme de spectroscopie"')
