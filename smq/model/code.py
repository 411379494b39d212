"""Codes: the pattern of a platform, and what a code says (`contracts.md` §5)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from sys import intern

DEFAULT_PATTERN = "{processus}-{type}-{numero:03}"
_PLACEHOLDER = re.compile(r"\{(plateforme|processus|type|numero)(?::0(\d))?\}")
_BEFORE = r"(?<![A-Za-z0-9_\-/.])"
_AFTER = r"(?![A-Za-z0-9_]|-[0-9A-Za-z])"
_AFTER_START = re.compile(r"[\s\-–—_.]|$")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as written.

    Attributes:
        text: as written, `PRE-PRO-001`.
        stem: the pattern with everything filled but the number, `PRE-PRO-{}`.
        number: the value of the number; `PR-4` and `PR-04` are one code.
        width: how many digits were written.
        type: the type word in the code, as the platform writes it.
        process: the process word, or None when the pattern has none.
    """

    text: str
    stem: str
    number: int
    width: int
    type: str
    process: str | None = None

    @property
    def identity(self) -> tuple[str, int]:
        """Return what makes two writings the same code."""
        return self.stem, self.number


@dataclass(frozen=True)
class Codification:
    """The code pattern of a platform with its declared words.

    Attributes:
        pattern: literals and `{plateforme} {processus} {type} {numero[:0N]}`.
        types: type words allowed in a code.
        processes: process words allowed in a code.
        platform: the platform's short name, for `{plateforme}`.
        kinds: type word in a code → our type (`SOP` → `PRO`); absent = itself.
        fault: the pattern as written, when it is none; no number is given then, and `pattern` is
            the one that was most likely meant.
    """

    pattern: str = DEFAULT_PATTERN
    types: tuple[str, ...] = ()
    processes: tuple[str, ...] = ()
    platform: str | None = None
    kinds: tuple[tuple[str, str], ...] = ()
    fault: str | None = None

    @cached_property
    def least_width(self) -> int:
        """Return the least number of digits to write."""
        for match in _PLACEHOLDER.finditer(self.pattern):
            if match[1] == "numero":
                return int(match[2] or 1)
        return 1

    @property
    def has_process(self) -> bool:
        """Return whether codes carry a process."""
        return "{processus}" in self.pattern

    @cached_property
    def _regex_text(self) -> str | None:
        words = {
            "plateforme": (self.platform,) if self.platform else (),
            "processus": self.processes,
            "type": self.types,
        }
        parts: list[str] = []
        seen: set[str] = set()
        last = 0
        for match in _PLACEHOLDER.finditer(self.pattern):
            parts.append(re.escape(self.pattern[last : match.start()]))
            last = match.end()
            name = match[1]
            if name in seen:
                parts.append(f"(?P={name})")
                continue
            seen.add(name)
            if name == "numero":
                parts.append(r"(?P<numero>[0-9]{1,18})")
            elif not words[name]:
                return None
            else:
                choices = "|".join(re.escape(w) for w in sorted(words[name], key=_longest))
                parts.append(f"(?P<{name}>{choices})")
        parts.append(re.escape(self.pattern[last:]))
        return "".join(parts) if "numero" in seen else None

    @cached_property
    def _whole(self) -> re.Pattern[str] | None:
        return re.compile(self._regex_text) if self._regex_text else None

    @cached_property
    def mention(self) -> re.Pattern[str] | None:
        """Return the pattern that finds codes in text, None when no word is declared."""
        return re.compile(f"{_BEFORE}{self._regex_text}{_AFTER}") if self._regex_text else None

    @cached_property
    def loose_mention(self) -> re.Pattern[str] | None:
        """Return the same without regard to case."""
        if not self._regex_text:
            return None
        return re.compile(f"{_BEFORE}{self._regex_text}{_AFTER}", re.IGNORECASE)

    def parse(self, text: str) -> Code | None:
        """Return the code that the whole text is, or None."""
        match = self._whole.fullmatch(text) if self._whole else None
        return self._code(match) if match else None

    def parse_start(self, text: str) -> Code | None:
        """Return the code that the text starts with, before a space, a dash, a dot or the end."""
        match = self._whole.match(text) if self._whole else None
        if match and _AFTER_START.match(text, match.end()):
            return self._code(match)
        return None

    def right_case(self, text: str) -> Code | None:
        """Return the code that a text in the wrong case stands for, or None."""
        match = self.loose_mention.fullmatch(text) if self.loose_mention else None
        if not match:
            return None
        groups = match.groupdict()
        fixed = self.format(
            _declared(groups.get("type"), self.types) or "",
            _declared(groups.get("processus"), self.processes),
            int(groups["numero"]),
            len(groups["numero"]),
        )
        return self.parse(fixed)

    def find(self, text: str) -> Iterator[tuple[int, int, Code]]:
        """Yield (start, end, code) for each code in the text."""
        if self.mention:
            for match in self.mention.finditer(text):
                yield match.start(), match.end(), self._code(match)

    def format(self, type_: str, process: str | None, number: int, width: int = 0) -> str:
        """Return the code with these parts and `width` digits, never under the least."""
        digits = str(number).zfill(max(width, self.least_width))
        values = {
            "plateforme": self.platform or "",
            "processus": process or "",
            "type": type_,
            "numero": digits,
        }
        return _PLACEHOLDER.sub(lambda match: values[match[1]], self.pattern)

    def stem(self, type_: str, process: str | None) -> str:
        """Return the identity prefix of the codes of that type and process."""
        values = {
            "plateforme": self.platform or "",
            "processus": process or "",
            "type": type_,
            "numero": "{}",
        }
        return _PLACEHOLDER.sub(lambda match: values[match[1]], self.pattern)

    def kind(self, code: Code) -> str:
        """Return our type for a code."""
        return dict(self.kinds).get(code.type, code.type)

    def word_for(self, type_: str) -> str:
        """Return the word that codes use for our type."""
        return next((word for word, kind in self.kinds if kind == type_), type_)

    @cached_property
    def _stems(self) -> dict[tuple[str, str | None], str]:
        """Stems already made: a platform has few, and a code is read at every mention."""
        return {}

    def _code(self, match: re.Match[str]) -> Code:
        groups = match.groupdict()
        type_, process, digits = groups.get("type") or "", groups.get("processus"), groups["numero"]
        stem = self._stems.get((type_, process))
        if stem is None:
            stem = self._stems[type_, process] = self.stem(type_, process)
        return Code(
            # A code is cited again and again: its text is one value in memory.
            text=intern(match[0]),
            stem=stem,
            number=int(digits),
            width=len(digits),
            type=type_,
            process=process,
        )


def is_pattern(text: str) -> bool:
    """Return whether a text can be a platform's code pattern.

    It says where the number stands, and holds no other word between braces than ours.
    """
    literals = _PLACEHOLDER.sub("", text)
    numbered = any(match[1] == "numero" for match in _PLACEHOLDER.finditer(text))
    return numbered and "{" not in literals and "}" not in literals


def _longest(word: str) -> tuple[int, str]:
    return -len(word), word


def _declared(word: str | None, words: tuple[str, ...]) -> str | None:
    if word is None:
        return None
    return next((w for w in words if w.casefold() == word.casefold()), word)
