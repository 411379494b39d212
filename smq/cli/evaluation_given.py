"""What a person said of an evaluation so far, by options and answers, as a command that says it."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

COMMAND = "smq evaluation record"


@dataclass(frozen=True)
class Given:
    """What is known: see the options of `smq.cli.evaluation`; None is asked for."""

    kind: str | None = None
    on: str | None = None
    decision: str | None = None
    report: str | None = None
    gaps: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    dues: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    milestone: str | None = None
    version: str | None = None

    @property
    def typed(self) -> str:
        """Return the command that says all of it."""
        return shlex.join((*COMMAND.split(), *self._words()))

    def _words(self) -> Iterator[str]:
        for option, said in (
            ("--type", (self.kind,)),
            ("--on", (self.on,)),
            ("--decision", (self.decision,)),
            ("--report", (self.report,)),
            ("--gap", self.gaps),
            ("--owner", self.owners),
            ("--due", self.dues),
            ("--process", self.processes),
            ("--milestone", (self.milestone,)),
            ("--version", (self.version,)),
        ):
            for word in said:
                if word:
                    yield option
                    yield word
