"""What a person has to look at once the work of colleagues is in."""

from smq import check as engine
from smq.check import Choice
from smq.cli import console
from smq.cli.session import Session
from smq.cli.sync_words import Words
from smq.i18n import _
from smq.merging.tree import Joined
from smq.model import Status
from smq.report.sentence import message

_TWICE = ("code-twice", "id-twice")
_CHANGED = "changed-since-approval"


def say_after(session: Session, words: Words, joined: Joined, *, dry_run: bool) -> None:
    """Say what was joined and what it asks for: copies, numbers given twice, broken approvals."""
    prefix = words.meeting.prefix
    say = session.translate
    both = [path.removeprefix(prefix) for path in joined.twice]
    for path in joined.twice:
        if path not in joined.copies:
            console.product(say(_("Joined: {document}"), document=words.document(path)))
    for path, copy in joined.copies.items():
        sentence = _(
            "{path} was changed on both sides and cannot be joined: the shared one keeps its name,"
            " yours lies beside it as «{copy}»."
        )
        name = copy.rpartition("/")[2]
        console.product(say(sentence, path=path.removeprefix(prefix), copy=name))
        console.aside(say(_("  Take over what is missing, then remove the copy.")))
    if not dry_run:
        _say_faults(session, both)


def _say_faults(session: Session, both: list[str]) -> None:
    say = session.translate
    system = session.system()
    twice = engine.run(system, Choice(select=_TWICE))
    for finding in twice:
        console.aside(f"{finding.location} {finding.rule} {message(finding, say)}")
    if twice:
        console.aside(
            say(_("Two people took one number. To give one of them the next: smq renumber --auto"))
        )
    for finding in (
        engine.run(system, Choice(select=(_CHANGED,), paths=tuple(both))) if both else ()
    ):
        console.aside(f"{finding.location} {finding.rule} {message(finding, say)}")
        console.aside(
            say(
                _(
                    "  What was approved is not what stands there now: read it together, then have"
                    " it approved again."
                )
            )
        )
    for document in system.documents:
        if document.path in both and document.status is Status.WITHDRAWN:
            sentence = _("{code} was withdrawn on one side while the other changed it: read it.")
            console.aside(say(sentence, code=document.label))
