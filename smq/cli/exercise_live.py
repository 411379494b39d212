"""Walks the dossiers of an exercise live: each link is shown by a person, and timed."""

from collections.abc import Iterator, Sequence

from smq.cli import asking
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model.exercise import Exercise, Found, links_of
from smq.model.trail import Step, Trail

_YES = frozenset({"o", "oui", "y", "yes", "ok"})
_NO = frozenset({"n", "non", "no"})


def walked_live(exercise: Exercise, session: Session) -> tuple[Found, ...]:
    """Return what was found of each link, there and back; Enter is yes, «n» no.

    What else is typed is the proof that was seen.

    Raises:
        SmqError: the input ends before the last link.
    """
    try:
        return _walk(exercise, session)
    except EOFError as end:
        asking.write("")
        raise SmqError(
            _("The walk stopped before its last link: nothing is kept of it."),
            _("Walk again; links noted on paper are kept with --record, --found and --seconds."),
        ) from end


def _walk(exercise: Exercise, session: Session) -> tuple[Found, ...]:
    translate = session.translate
    asking.write(
        translate(
            _("Press Enter when the link was shown; type n if it was not; or what proves it.")
        )
    )
    found: list[Found] = []
    for trail in exercise.trails:
        links = links_of(trail)
        found += _walked(trail, links, session, back=False)
        found += _walked(trail, links[::-1], session, back=True)
    _sum_up(found, translate)
    return tuple(found)


def _walked(
    trail: Trail, links: Sequence[Step], session: Session, *, back: bool
) -> Iterator[Found]:
    translate = session.translate
    way = translate(_("backward") if back else _("forward"))
    asking.write(f"\n{trail.label} – {way}")
    for step in links:
        begun = session.ticks()
        typed = asking.read(f"  {step.title} > ")
        seconds = max(0, round(session.ticks() - begun))
        word = typed.casefold().rstrip(" .!")
        # A yes or a no answers; only other words are the proof.
        proof = "" if word in _YES | _NO else typed
        yield Found(trail.label, step, back, word not in _NO, seconds, proof)


def _sum_up(found: Sequence[Found], translate: Translator) -> None:
    seen, seconds = sum(link.found for link in found), sum(link.seconds for link in found)
    sentence = _("{seen} links shown of {count}, in {seconds} s.")
    asking.write("")
    asking.write(translate(sentence, seen=seen, count=len(found), seconds=seconds))
