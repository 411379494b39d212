"""`smq verify` and `smq approve`: who signs, how, and what is written of it."""

import hashlib

import pytest

from tests.cli.life import FILE, OTHER, SCAN, Life

DIGEST = hashlib.sha256(SCAN).hexdigest()
HUGO = {
    "GIT_AUTHOR_NAME": "Hugo Marchal",
    "GIT_AUTHOR_EMAIL": "Hugo@example.org",
    "GIT_COMMITTER_NAME": "Hugo Marchal",
    "GIT_COMMITTER_EMAIL": "Hugo@example.org",
}


def submitted(life: Life, *codes: str) -> None:
    """Hand drafts over."""
    life.does("submit", *(codes or ("PRE-PRO-001",)))


def on_paper(life: Life, *more: str) -> tuple[str, ...]:
    """Return the words of a visa of the director on paper."""
    return ("--by", "P01", "--mode", "papier", "--proof", life.proof(), *more)


def test_an_approval_on_paper(life: Life) -> None:
    """Its line says who, how, when, with which proof and for which content; the scan is kept."""
    submitted(life)
    before = life.text()

    said = life.does("approve", "PRE-PRO-001", *on_paper(life, "--on", "20/02/2027"))

    lines = life.text().splitlines()
    row = next(line for line in lines if line.startswith("  - {version:"))
    start, mark, _end = row.rpartition('empreinte: "sha256:')
    assert start == (
        '  - {version: "1", par: P01, role: approbateur, date: 2027-02-20, mode: papier, '
        f"preuve: enregistrements/visas/signe_{DIGEST[:8]}.pdf, "
        f'empreinte_preuve: "sha256:{DIGEST}", saisie_par: P03, '
    )
    assert mark
    kept = [line for line in lines if line not in (row, "approbations:")]
    assert [line.split(" #")[0].rstrip() for line in kept] == [
        line.split(" #")[0].rstrip()
        for line in before.replace('version: ""', 'version: "1"')
        .replace("en_verification", "approuve")
        .splitlines()
    ]
    assert (life.root / f"enregistrements/visas/signe_{DIGEST[:8]}.pdf").read_bytes() == SCAN
    assert said.out == "PRE-PRO-001: version 1 approved by Claire Fontaine.\n"
    assert said.err.startswith("Next: put it in force – smq publish PRE-PRO-001\n")


def test_the_fingerprint_is_that_of_what_is_read_back(life: Life) -> None:
    """What was written holds when the folder is read again."""
    life.approved()

    document = life.repo.system().documents[1]

    assert document.code_text == "PRE-PRO-001"
    assert document.approvals[0].fingerprint == document.fingerprint
    assert not document.altered


def test_one_slip_for_several_documents(life: Life) -> None:
    """A scan that shows several visas is kept once; all documents, or none."""
    life.write("verificateur: P02\n", "", OTHER)
    submitted(life, "PRE-PRO-001")

    said = life.refused("approve", "PRE-PRO-001", "PRE-MOP-001", *on_paper(life))

    assert "PRE-MOP-001 is «Draft»." in said
    assert "First hand it over: smq submit PRE-MOP-001" in said
    submitted(life, "PRE-MOP-001")
    life.does("approve", "PRE-PRO-001", "PRE-MOP-001", *on_paper(life))
    assert [f.name for f in (life.root / "enregistrements/visas").iterdir()] == [
        f"signe_{DIGEST[:8]}.pdf"
    ]


def test_a_proof_that_lies_in_the_folder_stays_there(life: Life) -> None:
    """A scan filed by hand is named where it is; one in a folder made again is kept elsewhere."""
    life.repo.write("enregistrements/PRE/visa.pdf", SCAN)
    life.repo.write("livrables/scan.pdf", b"%PDF-1.4 other")
    submitted(life)
    life.does(
        "approve", "PRE-PRO-001", *on_paper(life)[:4], "--proof", "enregistrements/PRE/visa.pdf"
    )

    assert "preuve: enregistrements/PRE/visa.pdf," in life.text()
    assert not (life.root / "enregistrements/visas").exists()
    submitted(life, "PRE-MOP-001")
    words = ("verify", "PRE-MOP-001", "--by", "hugo", "--mode", "courriel")
    life.does(*words, "--proof", "livrables/scan.pdf")
    assert "preuve: enregistrements/visas/scan_" in life.text(OTHER)


def test_an_address_is_a_proof(life: Life) -> None:
    """A signature in the university's own tool has an address and no file."""
    submitted(life)

    life.does(
        "approve", "PRE-PRO-001", "--by", "P01", "--mode", "Parapheur",
        "--proof", "https://parapheur.example.org/x/12",
    )  # fmt: skip

    assert 'mode: parapheur, preuve: "https://parapheur.example.org/x/12", saisie' in life.text()


@pytest.mark.parametrize("typed", ["P01", "claire", "Mme FONTAINE Claire", "fontaine"])
def test_a_person_is_named_as_people_do(life: Life, typed: str) -> None:
    """Identifier, part of a name, capitals, the name first."""
    submitted(life)

    life.does("approve", "PRE-PRO-001", "--by", typed, "--mode", "papier")

    assert 'version: "1", par: P01, role: approbateur' in life.text()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Inès Vautrin may not approve PRE-PRO-001: a PRO is approved by direction."),
        (("--by", "P01"), "How Claire Fontaine gave the visa is not said."),
        (("--by", "P01", "--mode", "git"), "git knows Inès Vautrin here."),
        (("--by", "Clara", "--mode", "papier"), "--by: «Clara» is nobody in smq.yaml."),
        (("--by", "P01", "--mode", "fax"), "--mode: «fax» is not known."),
        (("--by", "P01", "--mode", "papier", "--proof", "scan.pdf"), "scan.pdf does not exist."),
        (("--by", "P01", "--mode", "papier", "--on", "30/02/2027"), "«30/02/2027» is no date."),
        (("--by", "P01", "--mode", "papier", "--on", "02/03/2027"), "2027-03-02 has not come yet"),
        (("--mode", "git", "--proof", "smq.yaml"), "A visa in git needs no proof"),
        (("--by", "P02", "--mode", "papier"), "Who may: P01 (Claire Fontaine)."),
        (("--by", "P01", "--mode", "papier", "--entered-by", "x"), "--entered-by: «x» is nobody"),
    ],
)
def test_a_visa_that_is_not_one(life: Life, words: tuple[str, ...], sentence: str) -> None:
    """Who, how, when: one sentence names what does not hold; nothing is written."""
    submitted(life)

    assert sentence in life.refused("approve", "PRE-PRO-001", *words)


def test_an_empty_scan_proves_nothing(life: Life) -> None:
    """A scanner that failed leaves a file with nothing in it."""
    submitted(life)
    words = ("--by", "P01", "--mode", "papier", "--proof", life.proof("vide.pdf", b""))

    assert "vide.pdf» is empty." in life.refused("approve", "PRE-PRO-001", *words)


def test_a_visa_in_git_is_the_persons_own(life: Life) -> None:
    """The address that git has here is looked up in smq.yaml, whatever its case."""
    life.repo.settings({"personnes": {**life.repo.values["personnes"], "P02": {
        "nom": "Hugo Marchal", "fonction": "Responsable", "roles": ["responsable"],
        "git": ["hugo@EXAMPLE.org"]}}})  # fmt: skip
    submitted(life, "PRE-MOP-001")

    said = life.smq("verify", "PRE-MOP-001", env=HUGO)

    assert said.out == "PRE-MOP-001: version 1 verified by Hugo Marchal.\n"
    assert 'par: P02, role: verificateur, date: 2027-03-01, mode: git, empreinte: "' in life.text(
        OTHER
    )


def test_without_git_a_visa_needs_words(life: Life) -> None:
    """Where git knows nobody, nobody signs by being there."""
    life.forget()
    submitted(life)

    assert "Who gives the visa is not said" in life.refused("approve", "PRE-PRO-001")
    words = ("--by", "claire", "--mode", "pv", "--entered-by", "ines")
    life.does("approve", "PRE-PRO-001", *words)
    assert "mode: pv, saisie_par: P03, empreinte" in life.text()


def test_first_verified_then_approved(life: Life) -> None:
    """Where a reviewer is named, the text is read twice; a change between asks for it again."""
    submitted(life, "PRE-MOP-001")
    approve = ("approve", "PRE-MOP-001", *on_paper(life))
    verify = ("verify", "PRE-MOP-001", "--by", "hugo", "--mode", "courriel")

    assert "PRE-MOP-001 is still to be verified, as it reads now." in life.refused(*approve)
    said = life.does(*verify)
    assert said.err.startswith("Next: smq approve PRE-MOP-001\n")
    life.write("Une balance.", "Une balance étalonnée.", OTHER)
    assert "is still to be verified" in life.refused(*approve)
    life.does(*verify)
    life.does(*approve)

    document = life.repo.system().documents[0]
    assert [(r.by, r.role) for r in document.approvals] == [
        ("P02", "verificateur"),
        ("P01", "approbateur"),
    ]


def test_another_reviewer_takes_the_place_of_the_one_named(life: Life) -> None:
    """Who really read it stands in the header afterwards."""
    life.repo.settings({"roles": {}})
    submitted(life, "PRE-MOP-001")

    said = life.does("verify", "PRE-MOP-001")

    assert "\nverificateur: P03\n" in life.text(OTHER)
    assert "Warning: Inès Vautrin wrote PRE-MOP-001 too" in said.err


def test_the_author_does_not_approve_alone(life: Life) -> None:
    """A derogation with its reason is the way out, and it is said each time."""
    life.repo.settings({"roles": {"approbateur": {"*": ["qualite"]}}})
    submitted(life)

    assert "Inès Vautrin wrote PRE-PRO-001, and cannot approve it alone." in life.refused(
        "approve", "PRE-PRO-001"
    )
    rule = {"regle": "approbateur_distinct", "types": ["PRO"], "motif": "équipe de deux"}
    life.repo.settings({"derogations": [{**rule, "par": "P01", "date": "2027-01-01"}]})
    said = life.does("approve", "PRE-PRO-001")
    assert "a derogation allows it (équipe de deux)." in said.err
    assert "\napprobateur: P03\n" in life.text()
    life.does("publish", "PRE-PRO-001")
    life.does("check")


def test_a_derogation_that_has_ended_allows_nothing(life: Life) -> None:
    """The way out closes on its day."""
    life.repo.settings({"roles": {"approbateur": {"*": ["qualite"]}}})
    rule = {"regle": "approbateur_distinct", "motif": "x", "par": "P01", "date": "2027-01-01"}
    life.repo.settings({"derogations": [{**rule, "fin": "2027-02-28"}]})
    submitted(life)

    assert "cannot approve it alone" in life.refused("approve", "PRE-PRO-001")


def test_what_is_wrong_in_the_text_stops_the_visa(life: Life) -> None:
    """Nobody approves a document that cites what does not exist."""
    submitted(life)
    life.write("sous 5 jours", "sous 5 jours, voir PRE-PRO-099")

    said = life.refused("approve", "PRE-PRO-001", *on_paper(life), code=1)

    assert f"{FILE}:32:49 LNK001 «PRE-PRO-099» is cited" in said


def test_a_name_that_may_be_two_documents(life: Life) -> None:
    """Two documents with one code: what the text says cannot be told."""
    submitted(life)
    life.repo.document("PRE-MOP-001")

    said = life.refused("approve", "PRE-PRO-001", *on_paper(life))

    assert "PRE-PRO-001 names «PRE-MOP-001», which may be several documents." in said


def test_an_external_text_is_only_verified(life: Life) -> None:
    """Nobody here wrote it: who checked its edition answers for it."""
    fields = {"origine": "CNRS", "edition": "2026", "lieu": "intranet"}
    life.repo.document("PRE-EXT-001", **fields, derniere_verification="2027-02-01")
    assert 'smq set PRE-EXT-001 "verificateur=…"' in life.refused("submit", "PRE-EXT-001")
    life.does("set", "PRE-EXT-001", "verificateur=hugo")
    submitted(life, "PRE-EXT-001")

    said = life.does("verify", "PRE-EXT-001", "--by", "hugo", "--mode", "courriel")

    assert said.err.startswith("Next: put it in force – smq publish PRE-EXT-001\n")
    life.does("publish", "PRE-EXT-001")
    life.does("check")


def test_a_register_is_approved_for_its_structure(life: Life) -> None:
    """The reviewer's visa is enough, but not from whoever wrote it."""
    sections = "## Objet\n\nA.\n\n## Tenue du registre\n\nB.\n\n## Conservation\n\n5 ans.\n"
    life.repo.document(
        "PRE-REG-001", sections, tables=["t"], redacteur="P02", verificateur="P02",
        diffusion="interne",
    )  # fmt: skip
    life.repo.write("referentiel/registres/t.yaml", "nom: t\ncolonnes: [{nom: id}]\n")
    life.repo.write("registres/t.csv", "id\n")
    submitted(life, "PRE-REG-001")
    verify = ("verify", "PRE-REG-001", "--mode", "papier", "--by")

    assert "Hugo Marchal wrote PRE-REG-001, and cannot approve it alone." in life.refused(
        *verify, "hugo"
    )
    life.does("set", "PRE-REG-001", "redacteur=ines")
    life.does(*verify, "hugo")
    life.does("publish", "PRE-REG-001")
    life.does("check")
    life.repo.write("registres/t.csv", "id\nA\n")
    assert not any(d.altered for d in life.repo.system().documents)


def test_a_type_without_reviewer(life: Life) -> None:
    """What nobody verifies is approved at once."""
    types = life.root / "referentiel/types/MOP.yaml"
    text = types.read_text(encoding="utf-8")
    types.write_text(text.replace("verificateur: facultatif", "verificateur: aucun"), "utf-8")
    submitted(life, "PRE-MOP-001")

    said = life.refused("verify", "PRE-MOP-001", "--by", "hugo", "--mode", "papier")

    assert "A MOP is approved without a reviewer." in said
