"""What changed in a platform's folder, in words: one line a thing, or one line for all."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from smq.i18n import Translator, _, plural
from smq.merging.changed import Changed, Sort, What

_DOCUMENT = {
    What.NEW: _("{document}: new"),
    What.CHANGED: _("{document}: changed"),
    What.MOVED: _("{document}: moved, was {before}"),
    What.REMOVED: _("{document}: removed"),
}
_SHORT = {
    What.NEW: plural(_("{count} new document"), _("{count} new documents")),
    What.CHANGED: plural(_("{count} document changed"), _("{count} documents changed")),
    What.MOVED: plural(_("{count} document moved"), _("{count} documents moved")),
    What.REMOVED: plural(_("{count} document removed"), _("{count} documents removed")),
}
_ROWS = (
    plural(_("{count} row added"), _("{count} rows added")),
    plural(_("{count} row changed"), _("{count} rows changed")),
    plural(_("{count} row removed"), _("{count} rows removed")),
)
_FEW = 2
_OF_FILES = {
    Sort.RECORD: plural(_("{count} file of records"), _("{count} files of records")),
    Sort.REFERENTIAL: plural(
        _("{count} file of the referential"), _("{count} files of the referential")
    ),
    Sort.OTHER: plural(_("{count} other file"), _("{count} other files")),
}
_LONGEST = 72
_LISTED = 5
_LISTED_APART = 15


def work_lines(
    changed: Sequence[Changed],
    translate: Translator,
    people: Callable[[Changed], str] = lambda _change: "",
) -> Iterator[str]:
    """Yield what changed: a line a document and a register, a line for what is alike.

    Args:
        changed: what did.
        translate: language of the lines.
        people: who changed a document or a register, nothing when it goes without saying.
    """
    apart = _too_many(changed)
    yield from _counted(apart, translate)
    for change in changed:
        names = people(change)
        by = f" ({names})" if names else ""
        if (change.sort, change.what) in apart:
            continue
        if change.sort is Sort.DOCUMENT:
            yield _document(change, translate) + by
        elif change.sort is Sort.REGISTER:
            yield _register(change, translate) + by
        elif change.sort is Sort.SETTINGS:
            yield translate(_("settings (smq.yaml)"))
        elif change.sort is Sort.ANSWERS:
            yield translate(_("answers to criteria (evaluation.yaml)"))
    for sort, (one, many) in _OF_FILES.items():
        paths = [change.path for change in changed if change.sort is sort]
        if paths:
            more = ", …" if len(paths) > _LISTED else ""
            count = translate.plural(one, many, len(paths))
            yield translate(
                _("{count}: {paths}"), count=count, paths=", ".join(paths[:_LISTED]) + more
            )


def _too_many(changed: Sequence[Changed]) -> Counter[tuple[Sort, What]]:
    """Return what is too much to be listed: a first version, a kit taken over."""
    found = Counter((c.sort, c.what) for c in changed if c.sort in (Sort.DOCUMENT, Sort.REGISTER))
    return Counter({key: count for key, count in found.items() if count > _LISTED_APART})


def _counted(many: Counter[tuple[Sort, What]], translate: Translator) -> Iterator[str]:
    for (sort, what), count in many.items():
        if sort is Sort.DOCUMENT:
            yield translate.plural(*_SHORT[what], count)
        else:
            yield translate(_("{count} registers"), count=count)


def work_title(changed: Sequence[Changed], translate: Translator) -> str:
    """Return a line that says what changed: what a version is called when nobody named it."""
    documents = [change for change in changed if change.sort is Sort.DOCUMENT]
    parts = [_document(change, translate, titled=False) for change in documents]
    if len(documents) > _FEW:
        parts = [
            translate.plural(one, many, count)
            for what, (one, many) in _SHORT.items()
            if (count := sum(1 for change in documents if change.what is what))
        ]
    registers = [change for change in changed if change.sort is Sort.REGISTER]
    if len(registers) <= _FEW:
        parts += [_register(change, translate) for change in registers]
    else:
        parts.append(translate(_("{count} registers"), count=len(registers)))
    if any(change.sort is Sort.SETTINGS for change in changed):
        parts.append(translate(_("settings")))
    if any(change.sort is Sort.ANSWERS for change in changed):
        parts.append(translate(_("answers to criteria")))
    for sort, (one, many) in _OF_FILES.items():
        count = sum(1 for change in changed if change.sort is sort)
        if count:
            parts.append(translate.plural(one, many, count))
    whole = " ; ".join(parts)
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"


def _document(change: Changed, translate: Translator, *, titled: bool = True) -> str:
    document = f"{change.name} {change.title}".strip() if titled else change.name
    return translate(_DOCUMENT[change.what], document=document, before=change.before)


def _register(change: Changed, translate: Translator) -> str:
    counted = [
        translate.plural(one, many, count)
        for (one, many), count in zip(_ROWS, change.rows, strict=True)
        if count
    ]
    if change.what is What.REMOVED:
        return translate(_("register {name}: removed"), name=change.name)
    if change.what is What.NEW:
        counted = [translate(_("new table")), *counted]
    said = ", ".join(counted) or translate(_("form changed, no row"))
    return translate(_("register {name}: {said}"), name=change.name, said=said)
