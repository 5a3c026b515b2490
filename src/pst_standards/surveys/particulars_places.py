"""Where a field of a TOML text stands, as its parser tells no lines of what it has read."""

from __future__ import annotations

import re
from typing import Final

_HEADER: Final = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[\w.\- ]+?)\s*\]\]?\s*(?:#.*)?")
_KEY: Final = re.compile(r"\s*(?P<name>[\w\-]+)\s*(?:\.[\w\-.]+\s*)?=")


def line_of(text: str, field: str) -> int | None:
    r"""Return the line of a field such as ``plan.2.time``, or of the nearest part it is in.

    ``None`` where nothing of it is found. Tables within a line are taken as one.

    >>> text = 'format = "x"\n[[plan]]\ntime = 1\n[[plan]]\nelement = "U1"\ntime = 2\n'
    >>> line_of(text, "plan.2.time"), line_of(text, "plan.2.programme"), line_of(text, "signing")
    (6, 4, None)
    """
    wanted = field.split(".")
    seen: dict[str, int] = {}
    here: list[str] = []
    best: tuple[int, int] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            here = _place(header, seen)
            found = here
        elif key := _KEY.match(line):
            found = [*here, key["name"]]
        else:
            continue
        if found == wanted[: len(found)] and (best is None or len(found) > best[0]):
            best = (len(found), number)
    return best[1] if best else None


def _place(header: re.Match[str], seen: dict[str, int]) -> list[str]:
    """Return where a table stands; those of a list are counted from 1."""
    name = header["name"].replace(" ", "")
    if header["open"] == "[":
        return name.split(".")
    seen[name] = seen.get(name, 0) + 1
    return [*name.split("."), str(seen[name])]
