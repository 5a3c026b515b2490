"""Which expected line each line of a page is, where the same words stand under two channels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

_GROUP: Final = "\N{SECTION SIGN}"


def placed(keys: Sequence[str], wanted: Sequence[str]) -> list[int | None]:
    """Return for each key the place of the one that it is; ``None`` where none is left.

    The one below the same heading comes first.

    >>> placed(["§online", "surel"], ["§in_person", "surel", "§online", "surel"])
    [2, 3]
    """
    below = list(_below(wanted))
    found: list[int | None] = [None] * len(keys)
    for same_group in (True, False):
        free = _free(below, found, same_group=same_group)
        for at, (group, key) in enumerate(_below(keys)):
            known = free.get((group if same_group else "", key), [])
            if found[at] is None and known:
                found[at] = known.pop(0)
    return found


def _below(keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each key with the heading of the group that it stands below."""
    group = ""
    for key in keys:
        group = key if key.startswith(_GROUP) else group
        yield group, key


def _free(
    wanted: Sequence[tuple[str, str]], found: Sequence[int | None], *, same_group: bool
) -> dict[tuple[str, str], list[int]]:
    """Return the places that no line has yet, by group and key."""
    taken = set(found)
    free: dict[tuple[str, str], list[int]] = {}
    for place, (group, key) in enumerate(wanted):
        if place not in taken:
            free.setdefault((group if same_group else "", key), []).append(place)
    return free
