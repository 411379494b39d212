"""A line of output with styled parts; the terminal decides how a style looks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Parts are (text, style); a style is a severity, `title`, `hint` or nothing."""

    parts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, text: str = "", style: str = "") -> "Line":
        """Return a line of one part."""
        return cls(((text, style),))

    @property
    def text(self) -> str:
        """Return the line without styles."""
        return "".join(part for part, _style in self.parts)
