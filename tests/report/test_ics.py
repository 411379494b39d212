"""The calendar: read back as written, the same bytes, nobody's address."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from smq.i18n import Translator
from smq.model import Location
from smq.model.due import Due
from smq.report.ics import calendar

DAY = date(2027, 3, 1)
PLACE = Location("registres/visites.csv", 3, 1)
ENGLISH = Translator("en")


def made(*dates: Due, day: date = DAY) -> bytes:
    """Return the calendar of some dates."""
    return calendar(dates, "Plateforme de spectroscopie", day, ENGLISH, {"visites": "Visites"})


def events(content: bytes) -> list[Component]:
    """Return the events that icalendar reads in a calendar."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def visit(title: str = "Visite", day: date = date(2027, 5, 12), ref: str = "visites:V1") -> Due:
    """Return a visit that is due."""
    return Due(day, "visite", title, ref, PLACE, name="Hugo Marchal", warnings=(60, 7))


def test_an_event_lasts_a_day_and_warns() -> None:
    """An all-day event, stamped by the date judged at, with an alarm for each warning."""
    (event,) = events(made(visit()))

    assert event.decoded("dtstart") == date(2027, 5, 12)
    assert event.decoded("dtstamp").date() == DAY
    assert event["summary"] == "Visite"
    assert event["description"] == ("Visite\nSeen to by: Hugo Marchal\nRegister «Visites», V1")
    assert event["categories"].to_ical() == b"visite"
    assert event["transp"] == "TRANSPARENT"
    alarms = event.walk("VALARM")
    triggers = [alarm.decoded("trigger") for alarm in alarms]
    assert triggers == [timedelta(days=-60), timedelta(days=-7)]


def test_what_is_overdue_rings_no_more() -> None:
    """Its event is there, without alarms that would all ring at once."""
    (event,) = events(made(visit(day=date(2027, 2, 28))))

    assert event.walk("VALARM") == []


def test_an_event_keeps_its_identifier() -> None:
    """Another day or other words move it; another thing or platform is another event."""

    def uid(*dates: Due) -> list[str]:
        return [str(event["uid"]) for event in events(made(*dates))]

    (first,) = uid(visit())
    assert uid(visit("Visite annuelle", date(2028, 1, 1))) == [first]
    assert uid(visit(ref="visites:V2")) != [first]
    assert len(set(uid(visit(), visit("Visite, seconde")))) == 2
    (elsewhere,) = events(calendar([visit()], "Autre plateforme", DAY, ENGLISH))
    assert str(elsewhere["uid"]) != first


def test_addresses_stay_at_home() -> None:
    """A calendar is handed to others: an address in a cell is left out."""
    content = made(visit("Visite de Léa (lea.m@example.org), mailto:a@b.fr"))

    assert b"example.org" not in content
    assert b"a@b.fr" not in content
    assert b"ATTENDEE" not in content
    assert events(content)[0]["summary"] == "Visite de Léa (…), …"


@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
def test_whatever_is_due_is_read_back(titles: list[str]) -> None:
    """Lines of 75 bytes at most, signs of the format escaped, the same bytes each time."""
    dates = [
        Due(DAY, "visite", "{said}", f"visites:{number}", PLACE, {"said": said})
        for number, said in enumerate(titles)
    ]

    content = made(*dates)

    assert content == made(*dates)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert len(events(content)) == len(titles)


def test_signs_of_the_format_are_words_in_a_title() -> None:
    """Semicolon, comma, backslash, line break and accents come back as they were."""
    said = "Étalonnage ; filtres, lampes \\ dessiccant\nEND:VEVENT " + "é" * 80

    (event,) = events(made(visit(said)))

    assert event["summary"] == said
