"""Names of regions: a screen reader lists them, so no two of a page are the same."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_NAMED: Final = re.compile(r'(role="region" aria-label=")([^"]*)')


def distinct(page: str) -> str:
    """Return markup of this program in which a number follows a name that was there before.

    >>> distinct(2 * '<div role="region" aria-label="Tabel">')
    '<div role="region" aria-label="Tabel"><div role="region" aria-label="Tabel (2)">'
    """
    seen: Counter[str] = Counter()

    def numbered(found: re.Match[str]) -> str:
        name = found[2]
        seen[name] += 1
        return f"{found[1]}{name} ({seen[name]})" if seen[name] > 1 else found[0]

    return _NAMED.sub(numbered, page)
