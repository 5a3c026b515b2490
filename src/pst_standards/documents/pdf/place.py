"""Where text stands on the sheet: how much room it has, in letters of which size."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve, frozen

from pst_standards.documents.cleaning import clean, safe_address
from pst_standards.documents.letters import broken, width
from pst_standards.documents.outline import Inline, Run
from pst_standards.documents.passages import Passage, parts_of

BODY: Final = 11.0
TABLE: Final = 10.0
DENSE: Final = 8.5
INDENT: Final = 20.0
"""How far the items of a list stand in, in points."""

TALLEST_MM: Final = 230.0
POINTS_PER_MM: Final = 72 / 25.4

_LONGEST_ADDRESS: Final = 2000
_SCHEME: Final = "://"
# A line may end within the path of a web address, not behind what it begins with.
_HOST: Final = re.compile(r"(https?://[^\s/,;]+)")
_TAB: Final = "\N{EM SPACE}"


@frozen(kw_only=True)
class Place:
    """Room in points, size of the letters, and how many lists stand around.

    Where letters are drawn larger by ``scale``, so is the point in which all is told. ``tallest``
    is the height in millimetres above which a picture would not fit a page. On a ``wall`` titles
    are larger.
    """

    room: float
    size: float = BODY
    strong: bool = False
    in_table: bool = False
    in_panel: bool = False
    wall: bool = False
    scale: float = 1.0
    depth: int = 0
    tallest: float = TALLEST_MM

    @property
    def page(self) -> float:
        """How high a page is for what stands on it, in points as large as the letters.

        >>> round(Place(room=467, scale=2).page)
        326
        """
        return self.tallest * POINTS_PER_MM / self.scale

    def in_item(self) -> Place:
        """Return the place inside an item of a list."""
        return evolve(self, room=max(self.room - INDENT, self.size), depth=self.depth + 1)

    def text(self, text: str) -> object:
        r"""Return a text as data: itself, or its lines with ``None`` where one ends.

        A part in the other language is a mapping, as a run is.

        >>> Place(room=100).text("satu\ndua")
        ['satu', None, 'dua']
        """
        if isinstance(text, Passage):
            return self._run(Run(text=text))
        shown = self._broken(text, strong=self.strong)
        return _lines(shown, self.room / self.size) if "\n" in shown or _SCHEME in shown else shown

    def inline(self, text: Inline) -> object:
        """Return one line's worth of text as data; a run is a mapping.

        >>> Place(room=100).inline((Run(text="Pasal 21", strong=True), Run(text=" huruf a")))
        [{'t': ['Pasal 21'], 'b': True}, ' huruf a']
        """
        if isinstance(text, str):
            return self.text(text)
        return [part for run in text for part in self._run(run)]

    def _run(self, run: Run) -> list[object]:
        looks: dict[str, object] = {"b": True} if run.strong else {}
        if run.emphasis:
            looks["i"] = True
        address = safe_address(run.link) if run.link else ""
        if address and len(address) <= _LONGEST_ADDRESS:
            looks["u"] = address
        parts: list[object] = []
        for part, lang in parts_of(run.text):
            whole = self._broken(part, strong=run.strong or self.strong)
            shown = _lines(whole, self.room / self.size)
            own = {**looks, "l": lang} if lang else looks
            parts += [{"t": shown, **own}] if own and part.strip() else shown
        return parts

    def _broken(self, text: str, *, strong: bool) -> str:
        shown = clean(text).replace("\t", _TAB)
        return broken(shown, self.room / self.size, strong=strong)


def plain(text: Inline) -> str:
    """Return the letters of one line's worth of text."""
    return clean(text if isinstance(text, str) else "".join(run.text for run in text))


def one_line(text: str) -> str:
    """Return a text without line ends, for what holds one line only."""
    return " ".join(clean(text).split())


def _lines(text: str, room: float) -> list[object]:
    """Return the lines of a text with ``None`` between them, and what stays whole as a mapping.

    >>> _lines("lihat https://contoh.go.id/data", 30)
    ['lihat ', {'whole': 'https://contoh.go.id'}, '/data']
    """
    if _SCHEME not in text:
        first, *rest = text.split("\n")
        return [first, *(part for line in rest for part in (None, line))]
    parts = [part for line in text.split("\n") for part in (None, *_pieces(line, room))]
    return parts[1:]


def _pieces(line: str, room: float) -> list[object]:
    """Return a line in pieces, of which those that begin a web address do not break."""
    pieces = enumerate(_HOST.split(line))
    return [
        {"whole": one} if place % 2 and width(one, strong=True) <= room else one
        for place, one in pieces
        if one
    ] or [""]
