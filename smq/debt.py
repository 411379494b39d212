"""Today's debt: findings that a baseline accepts; new ones are refused (`contracts.md` §8)."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Finding, QualitySystem

Entry = tuple[str, str, str]
"""Rule, document (its id, else its path) and key of the finding's values."""

_FORMAT = 1


def entries(findings: Iterable[Finding], system: QualitySystem) -> Iterator[Entry]:
    """Yield what each finding is known by while lines and files move."""
    ids = {document.path: document.id for document in system.documents if document.id}
    for finding in findings:
        path = finding.location.path
        yield finding.rule, ids.get(path, path), key(finding)


def key(finding: Finding) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of what fills a finding's sentence."""
    values = {name: str(value) for name, value in finding.values.items()}
    written = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def counted(findings: Iterable[Finding], system: QualitySystem) -> Counter[Entry]:
    """Return how many findings each entry stands for."""
    return Counter(entries(findings, system))


def accepted(raw: bytes, path: str) -> Counter[Entry]:
    """Return what a baseline accepts.

    Args:
        raw: its bytes.
        path: named in what stops the command.

    Raises:
        SmqError: it is no baseline of smq.
    """
    try:
        content = json.loads(raw.decode("utf-8-sig"))
        if content["format"] != _FORMAT:
            raise ValueError
        found = Counter[Entry]()
        for one in content["findings"]:
            found[(str(one["rule"]), str(one["document"]), str(one["key"]))] += int(one["count"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SmqError(
            _("{path} is no baseline that smq wrote."),
            _("Write it again: smq check --write-baseline {path}"),
            path=path,
        ) from error
    return found


def beyond(
    findings: Sequence[Finding], system: QualitySystem, debt: Mapping[Entry, int]
) -> tuple[Finding, ...]:
    """Return the findings that a baseline does not accept, in their order."""
    left = Counter(debt)
    kept: list[Finding] = []
    for finding, known in zip(findings, entries(findings, system), strict=True):
        if left[known] > 0:
            left[known] -= 1
        else:
            kept.append(finding)
    return tuple(kept)


def written(debt: Mapping[Entry, int]) -> bytes:
    """Return a baseline as a file: one finding a line, sorted, so that git merges it well."""
    lines = [
        json.dumps(
            {"rule": rule, "document": document, "key": mark, "count": count}, ensure_ascii=False
        )
        for (rule, document, mark), count in sorted(debt.items())
        if count > 0
    ]
    body = ",\n    ".join(lines)
    inner = f"\n    {body}\n  " if lines else ""
    return f'{{\n  "format": {_FORMAT},\n  "findings": [{inner}]\n}}\n'.encode()


def shrunk(before: Mapping[Entry, int], now: Mapping[Entry, int]) -> Counter[Entry]:
    """Return what is left of a debt: nothing new enters it."""
    return Counter({known: min(count, now.get(known, 0)) for known, count in before.items()})
