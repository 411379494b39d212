"""What `smq acknowledge --pending` shows: who has still to read what."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from smq.cli import choosing, console
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.lifecycle import whole_version
from smq.load.names import with_names
from smq.operations.people import known_person
from smq.readings import Pending, pending


def show_pending(session: Session, codes: Sequence[str], typed: str | None) -> None:
    """Show the readings that are asked and not acknowledged, document after document.

    Args:
        session: of the command.
        codes: only these documents; none: all.
        typed: only this person, None for everybody.

    Raises:
        SmqError: a code or the person is not known.
    """
    translate = session.translate
    system = with_names(session.root, session.system(evidence=True))
    paths = {document.path for document in choosing.several(system, codes)}
    person = known_person(system.settings, "--for", typed) if typed else None
    found = [
        one
        for one in pending(system)
        if (not paths or one.document.path in paths) and (person in (None, one.person))
    ]
    if not system.settings.readers:
        sentence = _("smq.yaml asks nobody to read; for example: {example}")
        console.aside(translate(sentence, example="lectures: {PRO: [operateur]}"))
        return
    for _path, group in groupby(found, key=lambda one: one.document.path):
        for line in _lines(tuple(group), translate):
            console.product(line)
    if not found:
        console.aside(translate(_("Nothing waits to be read.")))
        return
    console.aside(
        translate.plural(
            _("{count} reading to acknowledge: smq acknowledge CODE"),
            _("{count} readings to acknowledge: smq acknowledge CODE"),
            len(found),
        )
    )


def _lines(group: Sequence[Pending], translate: Translator) -> Iterator[str]:
    first = group[0]
    yield translate(
        _("{code} {title}, version {version} in force since {since}"),
        code=first.document.label,
        title=first.document.title,
        version=whole_version(first.document.version),
        since=first.since or "…",
    )
    for one in group:
        name = f"  {one.person.id}  {one.person.spoken_name}"
        said = translate(_("read version {version}"), version=one.read) if one.read else ""
        yield f"{name}  ({said})" if said else name
