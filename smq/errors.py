"""What stops a command: one sentence and what to do about it."""


class SmqError(Exception):
    """A command cannot go on. Shown as one line and a hint; exit code 2.

    Attributes:
        message: English sentence (a msgid), with `{name}` placeholders.
        hint: English sentence saying what to do, or None.
        values: what fills the placeholders of both.
    """

    def __init__(self, message: str, hint: str | None = None, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.hint = hint
        self.values = values
