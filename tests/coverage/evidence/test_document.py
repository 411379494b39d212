"""`document`: in force and filled in, or it proves nothing."""

from datetime import date

import pytest

from tests.coverage.trial import PARTIAL, SATISFIED, UNSATISFIED, Trial, lacks, proofs

POLICY = "{document: {modele: pol}}"


def test_a_document_in_force(trial: Trial) -> None:
    """It is named by the platform's own code, with its file."""
    path = trial.document("pol", "PIL-POL-004")

    found = trial.judge(POLICY)

    assert found.verdict is SATISFIED
    assert [(p.kind, p.ref, p.path) for p in found.proofs] == [("document", "PIL-POL-004", path)]


def test_no_document(trial: Trial) -> None:
    """Without document, the model asked for is said."""
    found = trial.judge(POLICY)

    assert (found.verdict, found.proofs) == (UNSATISFIED, ())
    assert lacks(found) == ["No document made from the model «pol»."]


@pytest.mark.parametrize(
    ("header", "body", "said"),
    [
        ({"statut": "projet"}, "Texte.\n", "is not in force"),
        ({"approbations": []}, "Texte.\n", "is not in force"),
        ({"statut": "retire"}, "Texte.\n", "No document made from the model"),
        ({}, "[À compléter : engagements]\n", "not filled in: 1 place is left"),
        ({"objet": "[À compléter : objet]"}, "Texte.\n", "not filled in: 1 place is left"),
    ],
)
def test_what_does_not_count(trial: Trial, header: dict[str, object], body: str, said: str) -> None:
    """A draft, an unapproved version, the end of a code, a place left open."""
    trial.document("pol", "PIL-POL-001", body, **header)

    found = trial.judge(POLICY)

    assert (found.verdict, found.proofs) == (UNSATISFIED, ())
    assert said in " ".join(lacks(found))


@pytest.mark.parametrize("body", ["Texte.\n", "## Objet\n\n## Suite\n\nTexte.\n"])
def test_an_obligatory_section(trial: Trial, body: str) -> None:
    """A section that is absent or holds nothing is named; filled, the document counts."""
    trial.document("pro", "PRE-PRO-001", body)
    asked = "{document: {modele: pro}}"

    assert lacks(trial.judge(asked)) == ["PRE-PRO-001: the section «Objet» holds nothing."]

    trial.document("pro", "PRE-PRO-001", "## Objet\n\nTexte.\n")
    assert trial.judge(asked).verdict is SATISFIED


def test_the_date_decides(trial: Trial) -> None:
    """An approved document counts from the day on which it applies."""
    trial.document("pol", "PIL-POL-001", statut="approuve", date_application=date(2027, 3, 10))

    assert trial.judge(POLICY, date(2027, 3, 9)).verdict is UNSATISFIED
    assert trial.judge(POLICY, date(2027, 3, 10)).verdict is SATISFIED


def test_a_review_that_is_due(trial: Trial) -> None:
    """`a_jour` asks that the review is not overdue on the date judged at."""
    trial.document("pol", "PIL-POL-001", prochaine_revue=date(2027, 3, 1))
    asked = "{document: {modele: pol, a_jour: true}}"

    assert trial.judge(asked, date(2027, 3, 1)).verdict is SATISFIED
    late = trial.judge(asked, date(2027, 3, 2))
    assert late.verdict is UNSATISFIED
    assert lacks(late) == ["PIL-POL-001: its review was due on 2027-03-01."]


def test_fields_and_audience(trial: Trial) -> None:
    """`remplis` and `diffusion` look at the header."""
    trial.document("pol", "PIL-POL-001", diffusion="interne", pilote="")
    asked = "{document: {modele: pol, diffusion: publique, remplis: [pilote]}}"

    assert lacks(trial.judge(asked)) == [
        "PIL-POL-001: the field «pilote» holds nothing.",
        "PIL-POL-001 is for «interne»; «publique» is asked.",
    ]

    trial.document("pol", "PIL-POL-001", diffusion="publique", pilote="P02")
    assert trial.judge(asked).verdict is SATISFIED


def test_either_of_two(trial: Trial) -> None:
    """Two documents of one model: the verdict falls only without both."""
    trial.document("pol", "PIL-POL-001")
    second = trial.document("pol", "PIL-POL-002")

    found = trial.judge(POLICY)
    assert [(p.ref, p.path) for p in found.proofs] == [("PIL-POL-001 | PIL-POL-002", None)]

    (trial.repo.root / second).unlink()
    assert proofs(trial.judge(POLICY)) == ["PIL-POL-001"]


def test_one_of_a_type(trial: Trial) -> None:
    """`type` asks for any document of that type, whatever its model."""
    trial.document("x", "MAD-FOR-001")

    assert proofs(trial.judge("{document: {type: FOR}}")) == ["MAD-FOR-001"]
    assert lacks(trial.judge("{document: {type: POL}}")) == ["No document of type POL."]


def test_one_in_each_process(trial: Trial) -> None:
    """`par: processus` names each process that has none; partial while some have one."""
    trial.document("x", "PIL-FOR-001")
    asked = "{document: {type: FOR, par: processus}}"

    found = trial.judge(asked)
    assert (found.verdict, proofs(found)) == (PARTIAL, ["PIL-FOR-001"])
    assert lacks(found)[0] == "The process PRE has no document of type FOR."

    for process in ("PRE", "MAD", "EQU", "DOC"):
        trial.document("x", f"{process}-FOR-001")
    whole = trial.judge(asked)
    assert whole.verdict is SATISFIED
    assert len(whole.proofs) == 5


@pytest.mark.parametrize(
    "broken",
    [
        "{document: {titre: Politique}}",
        "{document: {type: POM}}",
        "{document: {type: FOR, par: unites}}",
        "{document: {modele: pol, par: processus}}",
        "{document: {modele: pol, a_jour: demain}}",
        "{document: [pol]}",
        "{document: pol}",
    ],
)
def test_options_that_mean_nothing(trial: Trial, broken: str) -> None:
    """What is not understood proves nothing, and says where to look."""
    trial.document("pol", "PIL-POL-001")

    found = trial.judge(broken)

    assert found.verdict is UNSATISFIED
    assert lacks(found) == ["«document»: this evidence cannot be judged; smq check says why."]


def test_all_of_a_type(trial: Trial) -> None:
    """`tous` asks that each counts: one draft makes it partial, and only without any it falls."""
    asked = "{document: {type: FOR, tous: true, remplis: [processus]}}"
    assert lacks(trial.judge(asked)) == ["No document of type FOR."]

    trial.document("x", "MAD-FOR-001")
    trial.document("y", "PRE-FOR-001", statut="projet")
    some = trial.judge(asked)
    assert (some.verdict, proofs(some)) == (PARTIAL, ["MAD-FOR-001"])
    assert lacks(some) == ["PRE-FOR-001 is not in force."]

    trial.document("y", "PRE-FOR-001", processus="")
    assert lacks(trial.judge(asked)) == ["PRE-FOR-001: the field «processus» holds nothing."]

    trial.document("y", "PRE-FOR-001")
    whole = trial.judge(asked)
    assert (whole.verdict, proofs(whole)) == (SATISFIED, ["MAD-FOR-001 | PRE-FOR-001"])


def test_all_in_each_process(trial: Trial) -> None:
    """With `par: processus`, each process needs one at least, and all its own count."""
    for process in ("PIL", "PRE", "MAD", "EQU", "DOC"):
        trial.document("x", f"{process}-FOR-001")
    trial.document("y", "DOC-FOR-002", statut="projet")

    assert trial.judge("{document: {type: FOR, par: processus}}").verdict is SATISFIED
    some = trial.judge("{document: {type: FOR, par: processus, tous: true}}")
    assert (some.verdict, lacks(some)) == (PARTIAL, ["DOC-FOR-002 is not in force."])


def test_places_are_counted(trial: Trial) -> None:
    """One place left and two are said each in its own grammar."""
    trial.document("pol", "PIL-POL-001", "[À compléter : a]\n\n[À compléter : b]\n")

    assert lacks(trial.judge(POLICY)) == [
        "PIL-POL-001 is there but not filled in: 2 places are left."
    ]


@pytest.mark.parametrize(
    ("asked", "command"),
    [
        (
            "{document: {modele: pil-pol-politique-qualite}}",
            "smq new POL --process PIL --model pil-pol-politique-qualite",
        ),
        (
            "{section: {modele: mad-pro-acces, titre: Objet}}",
            "smq new PRO --process PROCESSUS --model mad-pro-acces",
        ),
        (
            "{fichier: lettre}",
            "smq new TYPE --process PROCESSUS --model lettre",
        ),
        ("{document: {type: POL}}", "smq new POL --process PROCESSUS --title TITRE"),
        (
            "{document: {type: POL, par: processus}}",
            "smq new POL --process PIL --title \"Piloter 'tout'\"",
        ),
    ],
)
def test_what_brings_an_absent_document(trial: Trial, asked: str, command: str) -> None:
    """The command says all that the model says; what it does not is left to the person."""
    pilot = {"code": "PIL", "titre": 'Piloter "tout"', "famille": "management"}
    trial.repo.settings({"processus": [pilot]})

    assert [lack.command for lack in trial.judge(asked).lacks] == [command]


def test_what_is_not_asked(trial: Trial) -> None:
    """Audience and review are looked at where they are asked; no review is never late."""
    trial.document("pol", "PIL-POL-001", diffusion="interne", prochaine_revue=date(2027, 2, 1))
    assert trial.judge(POLICY).verdict is SATISFIED

    trial.document("pol", "PIL-POL-001")
    assert trial.judge("{document: {modele: pol, a_jour: true}}").verdict is SATISFIED


def test_none_of_all(trial: Trial) -> None:
    """With `tous`, drafts alone begin nothing; a platform without types may ask for any."""
    trial.document("x", "MAD-FOR-001", statut="projet")

    assert trial.judge("{document: {type: FOR, tous: true}}").verdict is UNSATISFIED

    for file in (trial.repo.root / "referentiel/types").iterdir():
        file.unlink()
    assert lacks(trial.judge("{document: {type: ZZZ}}")) == ["No document of type ZZZ."]
