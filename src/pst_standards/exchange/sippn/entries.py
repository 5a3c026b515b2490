"""The points of a list as people write them: numbered, lettered, with bullets, wrapped, nested."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from attrs import define, field

_MARK: Final = re.compile(
    r"(?:(?P<open>\()?(?:(?P<number>[0-9]{1,3})|(?P<letter>[a-zA-Z]))(?P<close>[.)])"
    r"(?![0-9])(?(letter)(?=\s|\Z|[A-Z(]))"
    r"|(?P<bullet>[•●○▪▫■□◦‣\u2043∙·➢➤✓✔\u2013\u2014-](?![-\u2013\u2014])|[*+o](?=\s)))\s*"
)
_INNER: Final = re.compile(
    r"(?<!\S)(?P<open>\()?(?:(?P<number>[0-9]{1,3})|(?P<letter>[a-z]))(?P<close>[.)])"
    r"(?![0-9])(?=\s{0,3}[^\s0-9.,;)])|(?<!\S)(?P<bullet>[•●○▪■])(?=\s{0,3}\S)"
)
_HANGS: Final = re.compile(r"(?:[,/(&-]|\b(?:dan|atau|yang|di|ke|dari|untuk|dengan|pada))\Z")
_FEW: Final = 2


class Mark(NamedTuple):
    """The sign before a point: its style, which of its style it is, and how it is written."""

    style: str
    place: int | None
    written: str

    @property
    def begins(self) -> bool:
        """Whether a list of this style may begin with it."""
        return self.place in {None, 1}


@define
class Entry:
    """A point: its lines of text, its mark, channels and kind, and the points nested in it."""

    parts: list[str]
    line: int
    mark: Mark | None = None
    channels: tuple[str, ...] = ()
    kind: str = ""
    lines: list[int] = field(factory=list)
    children: list[Entry] = field(factory=list)

    @property
    def text(self) -> str:
        """Its own words, as one line."""
        return " ".join(self.parts)

    @property
    def words(self) -> str:
        """Its words with those of the points nested in it, as one line."""
        nested = (f"{child.mark.written} {child.text}" for child in self.children if child.mark)
        return " ".join([*self.parts, *nested])

    @property
    def end(self) -> str:
        """The line that it ends with so far."""
        return self.children[-1].parts[-1] if self.children else self.parts[-1]

    def goes_on(self, text: str, line: int) -> None:
        """Add the next line of a wrapped point."""
        self.lines.append(line)
        (self.children[-1] if self.children else self).parts.append(text)


def split_mark(text: str) -> tuple[Mark | None, str]:
    """Part the mark of a point from its words.

    >>> split_mark("3) Petugas memeriksa")
    (Mark(style='1)', place=3, written='3)'), 'Petugas memeriksa')
    >>> split_mark("10.000 rupiah")[0] is None
    True
    """
    found = _MARK.match(text)
    if found is None:
        return None, text
    return _mark(found), text[found.end() :]


def _mark(found: re.Match[str]) -> Mark:
    if found["bullet"]:
        return Mark(found["bullet"], None, found["bullet"])
    written = f"{found['open'] or ''}{found['number'] or found['letter']}{found['close']}"
    if found["number"]:
        return Mark(f"{found['open'] or ''}1{found['close']}", int(found["number"]), written)
    letter = found["letter"]
    first = "a" if letter.islower() else "A"
    place = ord(letter) - ord(first) + 1
    return Mark(f"{found['open'] or ''}{first}{found['close']}", place, written)


def run_together(text: str) -> list[str]:
    """Cut a line that holds several points of one list.

    A point with points of another style inside stays whole.

    >>> run_together("1. Datang 2. Mengisi buku tamu 3. Selesai")
    ['1. Datang', '2. Mengisi buku tamu', '3. Selesai']
    >>> run_together("1. 1) Datang 2) Selesai"), run_together("Pasal 4. Ayat 2. tentang biaya")
    (['1. 1) Datang 2) Selesai'], ['Pasal 4. Ayat 2. tentang biaya'])
    """
    own, _ = split_mark(text)
    cuts: list[int] = []
    last = own
    for found in _INNER.finditer(text, 1 if own else 0):
        mark = _mark(found)
        if follows(mark, last):
            last = mark
            cuts.append(found.start())
    if len(cuts) + bool(own) < _FEW:
        return [text]
    edges = sorted({0, *cuts})
    return [text[a:b].strip() for a, b in zip(edges, [*edges[1:], None], strict=True)]


def follows(mark: Mark, last: Mark | None) -> bool:
    """Tell whether a mark may be the next of the list that ``last`` stands in.

    >>> follows(split_mark("3. Tiga")[0], split_mark("2. Dua")[0])
    True
    """
    if last is None:
        return mark.begins
    if mark.style != last.style:
        return False
    # A list that begins anew is one whose numbers are out of order, or that of another channel.
    return mark.place is None or mark.begins or mark.place == (last.place or 0) + 1


def goes_on(before: str, text: str) -> bool:
    """Tell whether a line without a mark is the rest of the line before it.

    >>> goes_on("Menyerahkan kartu identitas dan", "KTP"), goes_on("Datang ke unit", "Mengisi buku")
    (True, False)
    """
    return text[:1].islower() or text[:1] in "),;." or _HANGS.search(before) is not None
