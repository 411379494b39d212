"""`smq session`: list, plan, brief, new, close."""

from io import BytesIO

import docx

from tests.cli.runner import Runner
from tests.coaching.conftest import REMARQUES, expect, road
from tests.coverage.trial import Trial

__all__ = ["road"]
CRITERIA = """
- {id: A-1, chapitre: essai, titre: Nom, etapes: [label], preuve: {fait: nom}}
- id: A-2
  chapitre: essai
  titre: Décrit
  niveau: prioritaire
  etapes: [label]
  preuve: {document: {modele: pre}}
- {id: A-3, chapitre: essai, titre: Site, etapes: [label], preuve: {fait: site_web}}
"""


def rows(trial: Trial, table: str) -> list[dict[str, str]]:
    """Return the rows of a table as written."""
    register = trial.repo.system().registers[table]
    return [{c.name: row.text(c.name) for c in register.schema.columns} for row in register.rows]


def test_the_list(road: Trial, smq: Runner) -> None:
    """Number, day, kind, held or not, and how much of what was expected is done."""
    expect(road, "JAL-003;tache;Écrire;;;;;", "JAL-003;tache;Dire;;;;;2027-02-20")

    said = smq("session")

    assert said.out.splitlines() == [
        "JAL-002  2027-02-01  working session  held",
        "JAL-003  2027-03-15  mock exercise  to come  1 of 2 done",
    ]
    assert said.err == "2 sessions\n"


def test_the_plan(road: Trial, smq: Runner) -> None:
    """What is missing, spread; written only when asked for, and then not planned twice."""
    road.criteria(CRITERIA)
    road.repo.settings({"label": {"engagement": "2026-01-15"}})
    road.document("pre", "PRE-PRO-001", statut="projet", titre="Traiter")

    said = smq("session", "plan")

    assert said.out.splitlines() == [
        "2027-03-15  JAL-003 (date set)",
        "  – PRE-PRO-001 – Traiter\u00a0: en vigueur (Hugo Marchal) [A-2]",
        "      → smq set PRE-PRO-001 statut=en_verification",
        "2027-04-12  new",
        "  – smq.yaml\u00a0: il manque «site_web». (Inès Vautrin) [A-3]",
        "      → smq explain A-3",
        "2 things to deliver until 2027-07-15.",
    ]
    assert rows(road, "attendus") == []

    shown = smq("session", "plan", "--write", "--dry-run")
    assert "creates registres/attendus.csv" in shown.out
    assert rows(road, "attendus") == []
    assert smq("session", "plan", "--write").code == 0
    found = [(r["id"], r["session"], r["nature"], r["document"]) for r in rows(road, "attendus")]
    assert found == [
        ("ATD-001", "JAL-003", "document", "PRE-PRO-001"),
        ("ATD-002", "JAL-004", "critere", ""),
    ]
    assert [(r["id"], r["date_prevue"]) for r in rows(road, "jalons")][-1] == (
        "JAL-004",
        "2027-04-12",
    )
    again = smq("session", "plan")
    assert again.out.splitlines()[-1] == "0 things to deliver until 2027-07-15."
    assert again.err == ""


def test_a_session_is_set(road: Trial, smq: Runner) -> None:
    """A date set by people never moves; a day that is none and a kind that is none are said."""
    assert smq("session", "new", "--on", "12/04/2027", "--kind", "formation").out == "JAL-004\n"
    row = rows(road, "jalons")[-1]
    assert (row["date_prevue"], row["fixee"], row["genre"]) == ("2027-04-12", "oui", "formation")

    assert smq("session", "new").code == 2
    assert smq("session", "new", "--on", "31/02/2027").code == 2
    wrong = smq("session", "new", "--on", "12/04/2027", "--kind", "formations")
    assert (wrong.code, "Nearest: formation." in wrong.err) == (2, True)
    assert "Nearest: smq session plan" in smq("session", "plans").err


def test_a_session_is_closed(road: Trial, smq: Runner) -> None:
    """Minutes filed, row filled in, remarks kept, what is not done goes on to the next."""
    road.document("pre", "PRE-PRO-001", statut="projet")
    expect(
        road,
        "JAL-003;document;Procédure;PRE-PRO-001;applicable;;;",
        "JAL-003;tache;Dit;;;;;2027-02-20",
    )

    said = smq(
        "session", "close", "JAL-003", "--on", "2027-03-01", "--hours", "2,5",
        "--present", "P01", "--done", "Relu", "--question", "Qui ?|Quand ?",
        "--remark", "PRE-PRO-001: trop long", "--remark", "Rien: à dire",
        "--training", "Écrire", "--next", "2027-03-29",
    )  # fmt: skip

    assert (said.code, said.out) == (
        0,
        "JAL-003 enregistrements/jalons/JAL-003_compte-rendu.docx\n",
    )
    assert said.err == "What is not done goes on to JAL-004.\n"
    row = next(r for r in rows(road, "jalons") if r["id"] == "JAL-003")
    assert (row["date_reelle"], row["duree"], row["faits"]) == ("2027-03-01", "2,5", "Relu")
    assert (row["questions"], row["formation"]) == ("Qui signe ?|Qui ?/Quand ?", "Écrire")
    assert (row["prochaine"], row["piece"]) == (
        "2027-03-29",
        "enregistrements/jalons/JAL-003_compte-rendu.docx",
    )
    assert [(r["document"], r["remarque"]) for r in rows(road, "remarques")] == [
        ("PRE-PRO-001", "trop long"),
        ("", "Rien: à dire"),
    ]
    carried = [r for r in rows(road, "attendus") if r["session"] == "JAL-004"]
    assert [(r["document"], r["reporte_de"]) for r in carried] == [("PRE-PRO-001", "ATD-001")]
    minutes = docx.Document(BytesIO((road.repo.root / row["piece"]).read_bytes()))
    cells = [c.text for table in minutes.tables for r in table.rows for c in r.cells]
    assert "PRE-PRO-001 – Procédure" in cells
    assert "partial" in cells

    again = smq("session", "close", "JAL-003")
    assert (again.code, "JAL-003 is closed already" in again.err) == (2, True)


def test_what_cannot_be_closed(road: Trial, smq: Runner) -> None:
    """A day to come, a next session before this one, a number that is none."""
    assert "has not come yet" in smq("session", "close", "JAL-003", "--on", "2027-03-15").err
    early = smq("session", "close", "JAL-003", "--on", "2027-03-01", "--next", "2027-02-01")
    assert "The next session comes after this one" in early.err
    assert "Nearest: JAL-003." in smq("session", "close", "JAL-03").err
    assert (
        "creates enregistrements" in smq("session", "close", "--on", "2027-03-01", "--dry-run").out
    )
    assert rows(road, "jalons")[-1]["date_reelle"] == ""


def test_the_brief(road: Trial, smq: Runner) -> None:
    """Text, Word and a page for a browser say the same; a script in a cell stays text."""
    road.criteria(CRITERIA)
    expect(road, "JAL-003;tache;<b>Écrire</b>;;;;;")

    text = smq("session", "brief").out
    assert text.splitlines()[:2] == [
        "Session of 2027-03-15 (JAL-003, mock exercise)",
        "Criteria satisfied: 1 of 3. Sessions planned until 2028-09-01: 1.",
    ]
    assert "  ✗ not done : <b>Écrire</b> – not done" in text.splitlines()

    page = smq("session", "brief", "--format", "html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "&lt;b&gt;Écrire&lt;/b&gt;" in page
    assert "<script" not in page
    smq("session", "brief", "--out", "brief.docx")
    word = docx.Document(str(road.repo.root / "brief.docx"))
    cells = [c.text for table in word.tables for r in table.rows for c in r.cells]
    assert "<b>Écrire</b>" in cells


def test_check_says_what_is_due(road: Trial, smq: Runner) -> None:
    """First of all, when a session comes within a month."""
    expect(road, "JAL-003;tache;Écrire;;;;;")

    said = smq("check").out.splitlines()

    assert said[:2] == [
        "Due for the session of 2027-03-15: 1 not done",
        "  ✗ not done : Écrire – not done",
    ]
    assert "Due for the session" not in smq("--date", "2027-02-05", "check").out


def test_without_registers(smq: Runner, road: Trial) -> None:
    """A platform that keeps no milestones is told; one without referential has nothing to plan."""
    assert "no referential" in smq("session", "plan").err
    (road.repo.root / "referentiel/registres/jalons.yaml").unlink()

    said = smq("session", "new", "--on", "2027-04-12")
    assert (said.code, "has no register «jalons»" in said.err) == (2, True)


def test_closing_keeps_what_was_prepared(road: Trial, smq: Runner) -> None:
    """Hours, questions and people written in the row beforehand stay when no option says others."""
    path = road.repo.root / "registres/jalons.csv"
    text = path.read_text(encoding="utf-8")
    prepared = "2027-03-15;oui;;P01;;;Qui relit ?;;3;Métrologie;;"
    path.write_bytes(text.replace("2027-03-15;oui;;;;;;", prepared).encode())
    before = next(r for r in rows(road, "jalons") if r["id"] == "JAL-003")
    assert before["questions"] == "Qui relit ?"

    assert smq("session", "close", "JAL-003", "--on", "2027-03-01", "--done", "Lu").code == 0

    row = next(r for r in rows(road, "jalons") if r["id"] == "JAL-003")
    kept = ("participants", "duree", "formation")
    assert {name: row[name] for name in kept} == {name: before[name] for name in kept}
    assert "Qui relit ?" in row["questions"].split("|")
    assert row["faits"] == "Lu"
    minutes = docx.Document(str(road.repo.root / row["piece"]))
    assert "Métrologie" in [c.text for table in minutes.tables for r in table.rows for c in r.cells]


def test_rows_without_number_or_day(road: Trial, smq: Runner) -> None:
    """They are listed; nothing is closed, planned or carried over under a number that is none."""
    path = road.repo.root / "registres/jalons.csv"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(f"{text};session;travail;2027-03-08\nJAL-009;session;travail;\n".encode())
    expect(road, "JAL-003;tache;Écrire;;;;;")

    assert smq("session").err == "4 sessions\n"
    assert smq("session").out.splitlines()[-1] == "JAL-009  –  working session  to come"
    brief = smq("session", "brief", "JAL-009").out
    assert brief.startswith("Session of – (JAL-009, working session)\n")
    said = smq("session", "close", "JAL-003", "--on", "2027-03-01")
    assert "smq session new --on DATE" in said.err
    assert [r["session"] for r in rows(road, "attendus")] == ["JAL-003"]


def test_a_day_that_has_a_session_already(road: Trial, smq: Runner) -> None:
    """Two sessions on one day are a slip."""
    said = smq("session", "new", "--on", "15/03/2027")

    assert (said.code, "JAL-003 is planned on 2027-03-15 already." in said.err) == (2, True)


def test_a_session_to_come_is_not_closed_by_accident(road: Trial, smq: Runner) -> None:
    """Its day is asked for; hours that are no number are refused before anything is written."""
    said = smq("session", "close")
    assert (
        said.code,
        "JAL-003 is not closed: nothing, or not all, was said of it." in said.err,
    ) == (
        2,
        True,
    )
    said = smq("session", "close", "--hours", "2")
    assert (said.code, "say on which day it was held" in said.err) == (2, True)
    wrong = smq("session", "close", "--on", "2027-03-01", "--hours", "deux")
    assert (wrong.code, "«deux» is not a number" in wrong.err) == (2, True)
    assert rows(road, "jalons")[-1]["date_reelle"] == ""


def test_questions_stay_until_answered(road: Trial, smq: Runner) -> None:
    """The questions of the session before go on, but those that are answered."""
    closed = ("session", "close", "JAL-003", "--on", "2027-03-01")
    assert smq(*closed, "--question", "Quand ?", "--answered", "qui signe ?").code == 0

    assert next(r for r in rows(road, "jalons") if r["id"] == "JAL-003")["questions"] == "Quand ?"


def test_a_session_put_off(road: Trial, smq: Runner) -> None:
    """A past day with a result was put off; without one it was not held. Neither is to come."""
    road.repo.write(
        "registres/jalons.csv",
        "id;type;date_prevue;date_reelle;resultat\nJAL-001;session;2027-01-25;;Reporté\n"
        "JAL-002;session;2027-02-01;;\nJAL-003;session;2027-03-15;;\n",
    )

    assert [line.rpartition("  ")[2] for line in smq("session").out.splitlines()] == [
        "put off",
        "not held",
        "to come",
    ]


def test_a_remark_is_answered(road: Trial, smq: Runner) -> None:
    """Its answer and day are written, and the brief shows it no more; another number is said."""
    road.repo.write(
        "registres/remarques.csv",
        "id;session;document;remarque;auteur;reponse;date_reponse\n"
        "REM-001;JAL-002;;Nommer un suppléant;coach;;\n",
    )
    assert "Nommer un suppléant" in smq("session", "brief").out

    assert smq("session", "answer", "rem-001", "--text", "P02 ; voir la fiche").code == 0

    (row,) = rows(road, "remarques")
    assert (row["reponse"], row["date_reponse"]) == ("P02 ; voir la fiche", "2027-03-01")
    assert "Nommer un suppléant" not in smq("session", "brief").out
    assert "Nearest: REM-001." in smq("session", "answer", "REM-01", "--text", "x").err
    assert smq("session", "answer", "REM-001").code == 2


AUDITS = (
    "{nom: id, motif: 'AUD-{annee}-{numero:03}'}, {nom: type}, {nom: date_prevue, type: date},"
    " {nom: date, type: date}, {nom: processus, type: liste}"
)


def test_without_support(road: Trial, smq: Runner) -> None:
    """The plan begins at the self-assessment and writes it; the brief and check tell of it."""
    road.criteria(CRITERIA)
    road.table("audits", AUDITS)
    road.repo.settings({"label": {"accompagnement": False}})
    road.document("pre", "PRE-PRO-001", statut="projet", titre="Traiter")

    said = smq("session", "plan")

    lines = said.out.splitlines()
    assert lines[0] == "2027-03-15  JAL-003 (date set)"
    assert "2027-03-29  new  self-assessment of the team" in lines
    assert lines[-1].startswith("No evaluation is planned: agree on its day with the programme")
    assert "the road starts at the self-assessment of the team" in said.err
    assert smq("session", "plan", "--write").code == 0
    (audit,) = rows(road, "audits")
    assert (audit["id"], audit["type"], audit["date_prevue"]) == (
        "AUD-2027-001",
        "autoeval",
        "2027-03-29",
    )
    assert audit["processus"].startswith("PIL|")
    assert "2027-03-29  AUD-2027-001  self-assessment" in smq("session", "plan").out

    told = "Self-assessment planned on 2027-03-29 (AUD-2027-001): the road starts there."
    brief = smq("session", "brief").out
    assert told in brief.splitlines()
    assert "Work dates planned until" in brief
    check = smq("check").out.splitlines()
    assert check[0] == told
    assert any(line.startswith("Due for the work date of 2027-03-15") for line in check)


def test_without_support_nobody_is_a_coach(road: Trial, smq: Runner) -> None:
    """Remarks come from the self-assessment, in the register and in the minutes."""
    road.repo.settings({"label": {"accompagnement": False}})

    said = smq("session", "close", "JAL-003", "--on", "2027-03-01", "--remark", "À dire")

    assert said.code == 0
    assert [r["auteur"] for r in rows(road, "remarques")] == ["self-assessment"]
    content = (road.repo.root / said.out.split()[1]).read_bytes()
    text = "\n".join(p.text for p in docx.Document(BytesIO(content)).paragraphs)
    assert "coach" not in text


def test_each_action_has_its_help(road: Trial, smq: Runner) -> None:
    """Its own options and examples, not those of the others; without action, the list of all."""
    plan = smq("session", "plan", "--help").out
    assert "--every" in plan
    assert "--hours" not in plan
    assert "smq session plan --every 21 --write" in plan
    every = smq("session", "--help").out
    assert "answer" in every
    assert "--every" not in every


def test_an_option_of_another_action(road: Trial, smq: Runner) -> None:
    """What an action does not read is refused, never ignored."""
    said = smq("session", "plan", "--hours", "2")
    assert (said.code, "--hours is not for «smq session plan»." in said.err) == (2, True)
    said = smq("session", "list", "JAL-003")
    assert (said.code, "It is for: brief, close, answer." in said.err) == (2, True)


def test_a_session_of_a_day_that_is_past(road: Trial, smq: Runner) -> None:
    """It may be entered, and how to note that it took place is said; one held then is not twice."""
    said = smq("session", "new", "--on", "15/02/2027")
    assert (said.code, said.out) == (0, "JAL-004\n")
    assert "note it: smq session close JAL-004 --on 2027-02-15" in said.err

    twice = smq("session", "new", "--on", "01/02/2027")
    assert (twice.code, "JAL-002 was held on 2027-02-01 already." in twice.err) == (2, True)


def test_a_kind_as_people_write_it(road: Trial, smq: Runner) -> None:
    """With its accents, or by its label."""
    smq("session", "new", "--on", "12/04/2027", "--kind", "Rédaction")
    smq("--lang", "fr", "session", "new", "13/04/2027", "--kind", "exercice blanc")

    assert [r["genre"] for r in rows(road, "jalons")][-2:] == ["redaction", "exercice_blanc"]


def test_what_a_session_was_is_asked(road: Trial, smq: Runner) -> None:
    """Typed alone, closing asks; an answer that is none is asked again, and none is lost."""
    typed = (
        "31/02/2027\n01/03/2027\ndeux\n2h30\nP01\nP03\n\nRelu\n\n\nQui rit ?\nQui signe ?\n\n"
        "PRE-PRO-999: x\nTrop long\n\n"
    )
    stopped = smq("session", "close", "JAL-003", typed=typed)
    assert stopped.code == 2
    assert "«31/02/2027» is no date." in stopped.err
    assert "«deux» is not a number" in stopped.err
    assert "«Qui rit ?» is no open question (--answered)." in stopped.err
    assert "No document carries the code PRE-PRO-999 (--remark)." in stopped.err
    command = (
        "smq session close JAL-003 --on 01/03/2027 --hours 2h30 --present P01 --present P03"
        " --done Relu --answered 'Qui signe ?' --remark 'Trop long'"
    )
    assert f"  {command}\n" in stopped.err
    assert rows(road, "jalons")[-1]["date_reelle"] == ""

    assert smq("session", "close", "JAL-003", typed=f"{typed}\n\n").code == 0
    row = rows(road, "jalons")[-1]
    assert (row["date_reelle"], row["duree"], row["participants"]) == (
        "2027-03-01",
        "2,5",
        "P01|P03",
    )
    assert (row["faits"], row["questions"]) == ("Relu", "")


def test_a_closed_session_is_completed(road: Trial, smq: Runner) -> None:
    """What was forgotten is added to the row, the remarks and the minutes; the day stays."""
    closed = ("session", "close", "JAL-003", "--on", "2027-02-20", "--done", "Lu")
    assert smq(*closed, "--remark", "Un").code == 0

    added = ("session", "close", "JAL-003", "--add")
    said = smq(*added, "--done", "Relu", "--question", "Quand ?", "--remark", "Deux")

    assert (said.code, said.err) == (0, "JAL-003 is completed.\n")
    row = next(r for r in rows(road, "jalons") if r["id"] == "JAL-003")
    assert (row["date_reelle"], row["faits"]) == ("2027-02-20", "Lu|Relu")
    assert row["questions"] == "Qui signe ?|Quand ?"
    assert [r["remarque"] for r in rows(road, "remarques")] == ["Un", "Deux"]
    text = "\n".join(p.text for p in docx.Document(str(road.repo.root / row["piece"])).paragraphs)
    assert all(word in text for word in ("Lu", "Relu", "Un", "Deux"))
    assert smq(*added).code == 2
    again = smq(*closed)
    assert "To add to it: smq session close JAL-003 --add" in again.err


def test_what_was_never_asked_is_not_answered(road: Trial, smq: Runner) -> None:
    """A slip in a question, or in a code before a remark, is said and nothing is closed."""
    closed = ("session", "close", "JAL-003", "--on", "2027-03-01")

    asked = smq(*closed, "--answered", "Jamais posée ?")
    assert (asked.code, "The open ones are: Qui signe ?." in asked.err) == (2, True)
    coded = smq(*closed, "--remark", "MAD-PRO-999: x")
    assert (coded.code, "No document carries the code MAD-PRO-999" in coded.err) == (2, True)
    assert rows(road, "jalons")[-1]["date_reelle"] == ""


def test_the_answer_to_a_remark_is_not_overwritten(road: Trial, smq: Runner) -> None:
    """It is asked, without a person refused; the former one is kept beside."""
    columns = REMARQUES + ", {nom: corrections}"
    head = "id;session;document;remarque;auteur;reponse;date_reponse;corrections\n"
    road.table("remarques", columns, head + "REM-001;JAL-002;;Dire;coach;P02;2027-01-22;\n")
    answer = ("session", "answer", "REM-001", "--text", "P03")

    alone = smq(*answer)
    assert (alone.code, "REM-001 was answered on 2027-01-22: P02" in alone.err) == (2, True)
    assert smq(*answer, typed="\n").code == 0
    assert rows(road, "remarques")[0]["reponse"] == "P02"

    said = smq(*answer, typed="yes\n")
    assert (said.code, "REM-001 is answered: Dire" in said.err) == (0, True)
    (row,) = rows(road, "remarques")
    assert (row["reponse"], row["date_reponse"]) == ("P03", "2027-03-01")
    assert row["corrections"].endswith(": P02")


def test_minutes_name_people(road: Trial, smq: Runner) -> None:
    """An identifier means nothing to a coach."""
    assert smq("session", "close", "JAL-003", "--on", "2027-03-01", "--present", "P01").code == 0

    piece = rows(road, "jalons")[-1]["piece"]
    minutes = docx.Document(str(road.repo.root / piece))
    assert "Claire Fontaine" in [c.text for t in minutes.tables for r in t.rows for c in r.cells]


def test_a_session_on_a_day_that_does_not_exist(road: Trial, smq: Runner) -> None:
    """It never vanishes: the list, the plan, the brief and the agenda say where it stands."""
    path = road.repo.root / "registres/jalons.csv"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("2027-03-15;oui", "31/02/2027;oui").encode())
    line = "unreadable date: registres/jalons.csv:4 (JAL-003, date_prevue): «31/02/2027»"

    assert f"Warning: {line}\n" in smq("session").err
    assert f"  – {line}" in smq("session", "brief").out.splitlines()
    assert f"  {line}" in smq("agenda").out.splitlines()
    assert f"Warning: {line}\n" in smq("agenda", "--format", "json").err


def test_an_expectation_that_leads_nowhere_is_said_when_added(road: Trial, smq: Runner) -> None:
    """The row is written, and what it names is told of at once; the check finds it too."""
    added = smq("register", "add", "attendus", "session=JAL-003", "document=PRE-PRO-999")

    assert added.code == 0
    assert "Warning: ATD-001: «PRE-PRO-999» is the code of no document." in added.err
    assert "«PRE-PRO-999» is the code of no document" in smq("register", "check", "attendus").out


def test_hours_and_days_between(road: Trial, smq: Runner) -> None:
    """2h30 is understood; a number out of bounds is told with both bounds."""
    assert smq("session", "close", "JAL-003", "--on", "2027-03-01", "--hours", "2h30").code == 0
    assert rows(road, "jalons")[-1]["duree"] == "2,5"
    far = smq("session", "plan", "--every", "400").err
    assert "--every needs a whole number from 7 to 90, not «400»." in far
