"""`smq refuse`: back to the author, with the reason; what readers have does not change."""

import pytest

from tests.cli.life import OTHER, Life


def test_a_refusal_is_kept_with_its_reason(life: Life) -> None:
    """The state and one line change; the reason stands in one line, whatever was typed."""
    life.does("submit", "PRE-PRO-001")
    before = life.text()

    said = life.does("refuse", "PRE-PRO-001", "--reason", "délai :\n à  revoir", "--by", "claire")

    row = '  - {version: "1", date: 2027-03-01, par: P01, motif: "délai : à revoir"}\n'
    assert life.text() == before.replace(
        "statut: en_verification", "statut: projet         "
    ).replace("liens:", f"refus:\n{row}liens:")
    assert said.out == "PRE-PRO-001: version 1 refused by Claire Fontaine: délai : à revoir\n"
    assert "Next: Inès Vautrin completes it, then smq submit PRE-PRO-001" in said.err
    life.does("check")


def test_visas_of_the_refused_version_go(life: Life) -> None:
    """Who verified it reads it again; the next refusal is another line."""
    life.does("submit", "PRE-MOP-001")
    life.does("verify", "PRE-MOP-001", "--by", "hugo", "--mode", "papier")

    life.does("refuse", "PRE-MOP-001", "--reason", "non", "--by", "claire")

    assert "approbations" not in life.text(OTHER)
    life.does("submit", "PRE-MOP-001")
    life.does("refuse", "PRE-MOP-001", "--reason", "toujours pas")
    assert '  - {version: "1", date: 2027-03-01, par: P03, motif: toujours pas}\n' in life.text(
        OTHER
    )
    assert len(life.repo.system().documents[0].refusals) == 2


def test_a_version_approved_for_a_day_to_come(life: Life) -> None:
    """It is stopped in time: version, day and review of the one in force stand there again."""
    life.in_force()
    before = life.text()
    life.does("revise", "PRE-PRO-001")
    life.write("5 jours", "8 jours")
    life.approved()
    life.does("publish", "PRE-PRO-001", "--change", "Huit jours", "--on", "2027-04-01")

    said = life.does("refuse", "PRE-PRO-001", "--reason", "trop long", "--by", "claire")

    assert said.out.startswith("PRE-PRO-001: version 2 refused by Claire Fontaine")
    for line in ('version: "1"', "date_application: 2027-03-01", "prochaine_revue: 2029-03-01"):
        assert f"\n{line}\n" in before
        assert f"\n{line}\n" in life.text()
    found = life.for_readers()
    assert found is not None
    assert found.version == "1"
    life.does("check")
    life.write("8 jours", "6 jours")
    life.approved()
    life.does("publish", "PRE-PRO-001")
    assert life.text().count("objet: Huit jours") == 1
    life.does("check")


@pytest.mark.parametrize("reason", [(), ("--reason", "  ")])
def test_a_refusal_says_why(life: Life, reason: tuple[str, ...]) -> None:
    """The author must know what to do."""
    life.does("submit", "PRE-PRO-001")

    said = life.refused("refuse", "PRE-PRO-001", *reason)

    assert "PRE-PRO-001: a refusal says why." in said
    assert "smq refuse PRE-PRO-001 --reason …" in said


def test_only_what_is_under_way(life: Life) -> None:
    """A draft, and what is in force, are named as what they are."""
    assert "is «Draft»" in life.refused("refuse", "PRE-PRO-001", "--reason", "x")
    life.in_force()
    said = life.refused("refuse", "PRE-PRO-001", "--reason", "x")
    assert "is «In force»" in said
    assert "Only what is in review, or approved and not yet in force, is refused." in said


def test_who_refuses_is_known(life: Life) -> None:
    """Without git somebody is named; a name of nobody is told."""
    life.does("submit", "PRE-PRO-001")
    life.forget()

    words = ("refuse", "PRE-PRO-001", "--reason", "x")
    assert "Who decides it is not said" in life.refused(*words)
    assert "--by: «Zoé» is nobody in smq.yaml." in life.refused(*words, "--by", "Zoé")
