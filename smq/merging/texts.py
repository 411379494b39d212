"""Joins two writings of a file of text: documents, YAML, anything made of lines."""

from collections.abc import Callable, Sequence

from smq.load import text
from smq.load.text import Decoded
from smq.merging.lines import Clash, joined_lines, lines_of
from smq.merging.passage import Passage, Settling, Side, Sort
from smq.merging.yaml_join import YamlJoin

_END = "\n"


def joined_document(
    path: str, base: bytes | None, mine: bytes, theirs: bytes, settling: Settling
) -> bytes | None:
    """Return a document whose header is joined field by field, and whose text line by line.

    Args:
        path: of the file here.
        base: as both knew it, None when it did not exist.
        mine: as it is here; its line ends and its byte-order mark stay.
        theirs: as the others have it.
        settling: chooses where both changed one place.

    Returns:
        None when one of them is no text.
    """
    return _joined(path, base, mine, theirs, settling, _document)


def joined_yaml(
    path: str, base: bytes | None, mine: bytes, theirs: bytes, settling: Settling
) -> bytes | None:
    """Return a YAML file joined key by key, as `joined_document` does with a header."""
    return _joined(path, base, mine, theirs, settling, _yaml)


def joined_text(
    path: str, base: bytes | None, mine: bytes, theirs: bytes, settling: Settling
) -> bytes | None:
    """Return a file joined line by line, as `joined_document` does with a text."""
    return _joined(path, base, mine, theirs, settling, _lines)


Join = Callable[[str, str, str, str, Settling], str]


def _joined(
    path: str, base: bytes | None, mine: bytes, theirs: bytes, settling: Settling, join: Join
) -> bytes | None:
    read = [text.decode(raw or b"") for raw in (base, mine, theirs)]
    old, here, there = read
    if old is None or here is None or there is None:
        return None
    whole = join(path, old.text, here.text, there.text, settling)
    followed = there if base is not None and _form(here) == _form(old) else here
    if followed.newline == "\r\n":
        whole = whole.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if followed.bom else b"") + whole.encode()


def _form(decoded: Decoded) -> tuple[str, bool]:
    return decoded.newline, decoded.bom


def _document(path: str, base: str, mine: str, theirs: str, settling: Settling) -> str:
    old, here, there = (text.split(whole) for whole in (base, mine, theirs))
    if here.header is None or there.header is None or not (here.closed and there.closed):
        return _lines(path, base, mine, theirs, settling)
    header = YamlJoin(path, settling).joined(old.header or "", here.header, there.header)
    if header is None:
        return _lines(path, base, mine, theirs, settling)
    body = _lines(path, old.body, here.body, there.body, settling)
    return f"---\n{header}---\n{body}"


def _yaml(path: str, base: str, mine: str, theirs: str, settling: Settling) -> str:
    whole = YamlJoin(path, settling).joined(base, mine, theirs)
    return _lines(path, base, mine, theirs, settling) if whole is None else whole


def _lines(path: str, base: str, mine: str, theirs: str, settling: Settling) -> str:
    old, here, there = (_whole_lines(whole) for whole in (base, mine, theirs))

    def settle(clash: Clash) -> Sequence[str]:
        passage = Passage(
            path,
            Sort.TEXT,
            _title_above(here, clash.at),
            "".join(clash.mine),
            "".join(clash.theirs),
            "".join(clash.base),
        )
        side = settling.side(passage)
        if side is Side.BOTH:
            return (*clash.mine, *_apart(clash), *clash.theirs)
        return clash.theirs if side is Side.THEIRS else clash.mine

    return "".join(joined_lines(old, here, there, settle))


def _whole_lines(written: str) -> list[str]:
    """Return lines of which each has its end: the last one too."""
    return [f"{line.removesuffix(_END)}{_END}" for line in lines_of(written)]


def _apart(clash: Clash) -> tuple[str, ...]:
    """Return the blank line that keeps two paragraphs from becoming one."""
    prose = bool(clash.mine and clash.theirs) and not clash.mine[-1].lstrip().startswith(_ROWS)
    return ("\n",) if prose and clash.mine[-1].strip() and clash.theirs[0].strip() else ()


_ROWS = ("|", "-", "*", "+", "1")


def _title_above(lines: Sequence[str], at: int) -> tuple[str, ...]:
    for line in reversed(lines[: at + 1]):
        if line.startswith("#"):
            return (line.lstrip("#").strip(),)
    return ()
