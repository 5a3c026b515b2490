"""Text made plain for looking something up in it: small letters, no hyphens, one space.

People write ``Front-office``, ``FRONT OFFICE`` and ``laki\N{EN DASH}laki``; the patterns of the
detectors are written for the plain form alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from pst_standards.model.base import Text

_MOST_READ: Final = 60_000
_TABLE: Final = str.maketrans(
    dict.fromkeys("-_\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}", " ")
    | dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "'")
    | {"\n": " ; ", "\r": " ", "\N{NO-BREAK SPACE}": " "}
)
# "tanpa AC", "belum ada kursi roda": what a clause denies is not there.
_DENIED: Final = re.compile(
    r"\b(?:(?:tidak|belum|tak) (?:ada|tersedia|memiliki|mempunyai|punya|dilengkapi|disediakan)"
    r"|tanpa|without|no(?= )|not available)\b[^;.,]*"
)
_NONE: Final = re.compile(
    r"\W*(?:tidak|belum|tak|bukan|nihil|none|no(?!\.)|not|never|nobody)\b"
    r"(?! (?:lebih|kurang|hanya|only))"
)


def _plain(words: str) -> str:
    r"""Return a text in small letters, hyphens as blanks, a new line as a semicolon.

    >>> plain("Ruang  Tunggu\nLAKI-LAKI")
    'ruang tunggu ; laki laki'
    """
    return " ".join(words[:_MOST_READ].translate(_TABLE).lower().split())


plain = lru_cache(maxsize=4096)(_plain)


def spoken(*texts: Text | None) -> Iterator[str]:
    """Yield the words of texts one by one, in each language that they have.

    >>> list(spoken(Text("Buku tamu", "Guest book"), None))
    ['Buku tamu', 'Guest book']
    """
    for text in texts:
        if text is not None:
            if text.id:
                yield text.id
            if text.en:
                yield text.en


def affirmed(words: str) -> str:
    """Return a plain text without the clauses that say what is not there.

    >>> affirmed("kursi, tanpa ac, kipas angin")
    'kursi, , kipas angin'
    """
    return _DENIED.sub("", words)


def denies(words: str) -> bool:
    """Tell whether a text as a whole says no: ``Tidak ada``, ``Belum ada pengganti``.

    >>> [denies(words) for words in ("Tidak ada", "Belum ada pengganti", "Loket 2", "No. 3")]
    [True, True, False, False]
    """
    return _NONE.match(plain(words)) is not None
