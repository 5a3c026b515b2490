"""From an offset into a text to line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

LINE_END: Final = re.compile(r"\r\n|\r|\n")
"""CR, LF and CRLF each end one line."""


class Lines:
    r"""Where the lines of a text begin; CR, LF and CRLF each end one line.

    >>> Lines("a: 1\r\nb: 2").place(9)
    (2, 4)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
