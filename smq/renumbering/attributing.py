"""Which document a mention means, when its code was borne by several (`contracts.md` §10)."""

from smq.renumbering.past import Identity, Past


def meant(past: Past, commit: str, identity: Identity) -> str | None:
    """Return the key of the document that a code meant where its line was written.

    The one that bore the code in that commit. When none did yet, the one that the line first stood
    beside, on every way to now. When several did, the one that a merge brought together with the
    commit, when the others were there otherwise.

    Args:
        past: history.
        commit: that wrote the line.
        identity: of the code.

    Returns:
        None when it cannot be decided: written where several bore the code, not recorded yet, or
        squashed into the commit that brought the document itself.
    """
    seen = _first_seen(past, commit, identity)
    if len(seen) == 1:
        return next(iter(seen))
    place = past.entry.get(commit)
    if place is None or commit == past.line[place]:
        return None
    came = {key for key in seen if past.arrival(key, identity) == place}
    return next(iter(came)) if len(came) == 1 else None


def _first_seen(past: Past, commit: str, identity: Identity) -> frozenset[str]:
    """Return who bore a code in a commit, else in the first ones after it that knew the code."""
    found: set[str] = set()
    waiting, done = [commit], set()
    while waiting:
        name = waiting.pop()
        if name in done or name not in past.known:
            continue
        done.add(name)
        bearers = past.bearers(name, identity)
        found |= bearers
        if not bearers:
            waiting += past.children.get(name, ())
    return frozenset(found)
