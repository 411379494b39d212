"""What comes due as a calendar (.ics), the same bytes each time; the only module with icalendar."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from smq.agenda.naming import kind_words, written_in
from smq.i18n import Translator, _
from smq.model.due import Due
from smq.report.agenda import title

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_ADDRESS = re.compile(r"[^\s<>()]+@[^\s<>()]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar(
    dates: Sequence[Due],
    platform: str,
    day: date,
    translate: Translator,
    titles: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return a calendar of all-day events, each with its alarms; nobody's address is in it.

    An event keeps its identifier when its date or its words change: a calendar that takes the file
    again moves it instead of showing it twice.

    Args:
        dates: what comes due.
        platform: its name, which is that of the calendar.
        day: the date at which everything is judged; the stamp of every event.
        translate: the language.
        titles: of the registers, by name.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", f"-//smq//agenda//{translate.language.upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", platform)
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    met: Counter[tuple[str, str]] = Counter()
    for one in dates:
        event = _event(one, day, titles, translate)
        event.add("uid", _identifier(one, platform, met[one.kind, one.ref]))
        event.add("dtstamp", stamp)
        met[one.kind, one.ref] += 1
        made.add_component(event)
    return bytes(made.to_ical())


def _event(one: Due, day: date, titles: Mapping[str, str], translate: Translator) -> "Event":
    from icalendar import Event

    summary = _plain(title(one, translate))
    who = translate(_("Seen to by: {name}"), name=one.name) if one.name else ""
    said = (summary, who, written_in(one, titles, translate))
    event = Event()
    event.add("dtstart", one.date)
    event.add("summary", summary)
    event.add("description", "\n".join(_plain(part) for part in said if part))
    event.add("categories", [_plain(kind_words(one.kind, translate))])
    # A date to remember does not make anybody busy.
    event.add("transp", "TRANSPARENT")
    # An alarm of a past day would ring as soon as the file is taken in.
    for days in one.warnings if one.date >= day else ():
        event.add_component(_alarm(days, summary))
    return event


def _alarm(days: int, summary: str) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _identifier(one: Due, platform: str, rank: int) -> str:
    """Return what an event is known by; `rank` tells apart two dates of one thing."""
    parts = [platform, one.kind, one.ref, *([str(rank)] if rank else [])]
    digest = sha256("\n".join(parts).encode()).hexdigest()
    return f"{digest[:32]}@smq"


def _plain(text: str) -> str:
    """Return a text without addresses, which would leave the platform, and control characters."""
    return _ADDRESS.sub("…", _CONTROL.sub("", text))
