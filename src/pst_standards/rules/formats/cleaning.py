"""Text of others, fit for any file: without what no format allows and no reader should obey."""

from __future__ import annotations

import re
from typing import Final

# Control characters but for tab and line feed, halves of characters, what is no character, and
# what turns the direction of writing around.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean(text: str) -> str:
    r"""Return a text with a replacement character for each that XML or a terminal must not see.

    Line ends become line feeds.

    >>> clean("a\x1bb\r\nc").replace(chr(0xFFFD), "?")
    'a?b\nc'
    """
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return a text without line ends, each run of spaces as one.

    >>> one_line("a  b" + chr(10) + "c")
    'a b c'
    """
    return " ".join(clean(text).split())
