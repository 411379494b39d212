"""Says which errors `smq check` would newly show; recording goes on all the same."""

from smq import check as engine
from smq.cli import console
from smq.cli.session import with_standing
from smq.cli.shared_work import Work
from smq.i18n import _
from smq.load import load
from smq.model import Finding, QualitySystem, Severity
from smq.report.sentence import message
from smq.root import FILE_NAME
from smq.vcs.past import folder_at

_SHOWN = 5


def say_new_errors(work: Work) -> None:
    """Warn of the errors that the last version did not have."""
    errors = _errors(work.system)
    if not errors:
        return
    before = set() if work.unsaved.first else _before(work)
    new = [finding for finding in errors if _key(finding) not in before]
    if not new:
        return
    say = work.session.translate
    console.aside(
        say.plural(
            _("Warning: {count} error that the last version did not have:"),
            _("Warning: {count} errors that the last version did not have:"),
            len(new),
        )
    )
    for finding in new[:_SHOWN]:
        console.aside(f"  {finding.location} {finding.rule} {message(finding, say)}")
    console.aside(say(_("  All of them: smq check")))


def _errors(system: QualitySystem) -> list[Finding]:
    return [finding for finding in engine.run(system) if finding.severity is Severity.ERROR]


def _before(work: Work) -> set[tuple[object, ...]]:
    session = work.session
    with folder_at(session.root, "HEAD") as folder:
        if not (folder / FILE_NAME).is_file():
            return set()
        read = load(
            folder,
            today=session.today,
            history=work.system.history,
            use_cache=False,
            registers=True,
        )
        past = with_standing(read, folder, session.root)
        return {_key(finding) for finding in _errors(past)}


def _key(finding: Finding) -> tuple[object, ...]:
    """Return what an error is known by: lines move when others are written above."""
    values = tuple(sorted((name, str(value)) for name, value in finding.values.items()))
    return finding.rule, finding.location.path, finding.message, values
