"""What a reader of a file sees, line by line, whatever program saved it last."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final, get_args

from attrs import frozen

from pst_standards.documents.codes import code_words
from pst_standards.documents.identity import FOOT
from pst_standards.documents.outline import Lang

_SPACES: Final = re.compile(r"\s+")
# What office suites put in the place of plain signs while somebody types, and signs nobody sees.
# Nothing here is a digit, and no digit comes nearer to another: a changed number stays changed.
_SAME: Final = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011", "-"),
        "\u2026": "...",
        # Between the parts of a letterhead a new line stands for it, where the paper is narrower.
        "\u00b7": " ",
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
    }
)
# The last page of a draft says in which line of which file an open value stands; lines move when
# somebody writes a comment above them, and no document says anything else for that.
_PLACE: Final = re.compile(r"(?:[\w./-]+/ )?(?:[\w.-]+\.(?:ya?ml|json)|-):\d+")


@frozen
class Line:
    """A paragraph, cell or item: its text, what it is compared by, and the row it stands in."""

    text: str
    key: str
    anchor: str = ""


@frozen(kw_only=True)
class Contents:
    """What was read from a file: its lines without its own hash, and what it says of itself.

    ``recorded`` is the hash in its properties, or the beginning of it that stands in the foot.
    """

    format: str
    lines: tuple[Line, ...]
    facts: Mapping[str, str]
    recorded: str


def spaced(text: str) -> str:
    r"""Return a text with one space where there are several, of any kind, and none at its ends.

    >>> spaced(" paling\xa0 lama\n15 menit ")
    'paling lama 15 menit'
    """
    return _SPACES.sub(" ", text).strip()


def compared_by(text: str) -> str:
    r"""Return what a text is compared by: without what an office suite changes by itself.

    A place in a file of the definition, as the last page of a draft has it, is not compared.

    >>> compared_by("\N{LEFT DOUBLE QUOTATION MARK}Satu\N{RIGHT DOUBLE QUOTATION MARK}\xa02 ")
    '"Satu" 2'
    >>> compared_by("Rp10.000") == compared_by("Rp1.0000")
    False
    """
    shown = spaced(unicodedata.normalize("NFC", text).translate(_SAME))
    return "" if _PLACE.fullmatch(shown) else shown


def contents(format: str, lines: Iterable[tuple[str, str]], facts: Mapping[str, str]) -> Contents:  # noqa: A002 - as in json tools
    """Return what was read, from texts with their anchors; what is not compared is left out."""
    kept: list[Line] = []
    recorded = facts.get("pst-definition-sha256", "")
    # A code may be switched off, and says nothing that does not stand beside it.
    codes = {code_words(lang) for lang in get_args(Lang)}
    for text, anchor in lines:
        shown = spaced(text)
        foot = FOOT.fullmatch(shown)
        recorded = recorded or (foot[1] if foot else "")
        # A hash on the paper that is another than that in the file was written by somebody else.
        if foot and recorded.startswith(foot[1]):
            continue
        if shown not in codes and (key := compared_by(shown)):
            kept.append(Line(shown, key, anchor))
    return Contents(format=format, lines=tuple(kept), facts=facts, recorded=recorded)
