"""Reading the list of one part: its points, grouped by channel, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from attrs import define, field

from pst_standards.exchange.sippn.channels import (
    BOTH,
    Channels,
    channels_of,
    is_bare,
    is_group,
    is_slip,
    outside_brackets,
)
from pst_standards.exchange.sippn.entries import (
    Entry,
    Mark,
    goes_on,
    run_together,
    split_mark,
)
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.prefixes import kind_in
from pst_standards.model.channel import Channel

_FEW: Final = 2
MOST_ENTRIES: Final = 5000
"""Points of one part that are kept: no standard has as many, and the draft must stay readable."""
_LABEL: Final = re.compile(r"(?P<label>[^:]{3,80}:)\s*(?P<rest>\S.*)", re.DOTALL)
_NAMES_SERVICE: Final = re.compile(
    r"(?:layanan|pelayanan|secara|melalui|untuk|permintaan|permohonan)\b", re.IGNORECASE
)
# In small letters and without a colon it is a word of the point: "1. Datang langsung 1. Selesai".
_TAIL: Final = re.compile(
    r"\s(?P<group>(?:(?:Layanan|Pelayanan|Secara|Melalui|Kunjungan|Untuk) (?:dengan cara |secara"
    r" |kunjungan |media )?)?(?:(?:Tidak [Ll]angsung|Langsung|Online|Offline|Daring|Luring)\s?:?"
    r"|(?i:(?:secara )?(?:tidak langsung|langsung|online|offline|daring|luring))\s?:))\Z"
)
_ENDS_SENTENCE: Final = re.compile(r"[.:;!?)]\Z")
_TERMS: Final = frozenset(channel.term("id") for channel in Channel)
_OWN_BRACKETS: Final = frozenset({"(tatap muka)", "(daring)"})
"""How the names of channels go on in this project: "Langsung (tatap muka)"."""


@define
class Listing:
    """What a list holds: its points, and lines before or behind it that are none."""

    entries: list[Entry] = field(factory=list)
    notes: list[Line] = field(factory=list)

    @property
    def note(self) -> str:
        """The lines that are no points, as one text."""
        return "\n".join(line.text for line in self.notes)

    @property
    def noted(self) -> dict[str, Any]:
        """The note as a component keeps it."""
        return {"note": self.note} if self.notes else {}


def listing_of(lines: Iterable[Line], ledger: Ledger, *, kinds: bool = False) -> Listing:
    """Read the lines of a part as a list; with ``kinds`` its points may stand under kinds."""
    return _Lister(list(_pieces(lines, ledger)), ledger, kinds=kinds).read()


def _pieces(lines: Iterable[Line], ledger: Ledger) -> Iterator[Line]:
    """Yield each point, and each heading of a group, as a line of its own."""
    for line in lines:
        for labelled in _labelled(line.text):
            points = run_together(labelled)
            if len(points) > 1:
                ledger.tell("run-together", line.number, labelled)
            for place, text in enumerate(_grouped(points)):
                yield Line(line.number, text, line.after_gap and not place)


def _labelled(text: str) -> list[str]:
    """Part the name of a channel from the list that runs on behind it."""
    found = _LABEL.fullmatch(text)
    if found is None or not is_group(found["label"]) or split_mark(found["rest"])[0] is None:
        return [text]
    return [found["label"], found["rest"]]


def _grouped(points: list[str]) -> Iterator[str]:
    """Part the name of a channel from the end of a point before a list that begins anew."""
    for place, point in enumerate(points):
        following = split_mark(points[place + 1])[0] if place + 1 < len(points) else None
        tail = _TAIL.search(point) if following and following.begins else None
        if tail is None:
            yield point
        else:
            yield point[: tail.start()]
            yield tail["group"].rstrip(" :") + ":"


def _says_channel_only(words: str) -> bool:
    """Whether words are a channel, with no more in brackets than another word for it."""
    outside = outside_brackets(words)
    behind = words.removeprefix(outside.rstrip()).strip()
    return outside == words or (behind in _OWN_BRACKETS and channels_of(outside) != BOTH)


class _Lister:
    def __init__(self, pieces: list[Line], ledger: Ledger, *, kinds: bool) -> None:
        self._pieces = pieces
        self._kinds = kinds
        self._kind = ""
        self._ledger = ledger
        self._found = Listing()
        self._group: Channels = ()
        self._group_mark: Mark | None = None
        self._group_starts = 0
        self._styles: list[str] = []

    def read(self) -> Listing:
        pending: Line | None = None
        for place, line in enumerate(self._pieces):
            mark, body = split_mark(line.text)
            if pending is not None:
                mark, body = split_mark(pending.text)[0], line.text
                self._ledger.shape(pending.number, pending.text)
                pending = None
            elif mark is not None and not body:
                pending = line
                continue
            self._take(mark, Line(line.number, body, line.after_gap), place)
        if pending is not None and not self._found.entries:
            self._found.entries.append(
                Entry([pending.text], pending.number, lines=[pending.number])
            )
        return self._found

    def _take(self, mark: Mark | None, line: Line, place: int) -> None:
        if mark is not None:
            self._ledger.shape(line.number, mark.written)
        if is_group(line.text) and self._heads(mark, line.text, place):
            self._start_group(mark, line)
        elif self._names_kind(mark, line, place):
            self._kind = kind_in(line.text)
            self._ledger.shape(line.number, line.text)
        elif mark is not None:
            self._add_marked(mark, line)
        else:
            self._add_unmarked(line, place)

    def _next(self, place: int) -> tuple[Mark | None, str]:
        after = self._pieces[place + 1].text if place + 1 < len(self._pieces) else ""
        if self._kinds and kind_in(after) and place + _FEW < len(self._pieces):
            after = self._pieces[place + _FEW].text
        return split_mark(after)

    def _names_kind(self, mark: Mark | None, line: Line, place: int) -> bool:
        """Whether a line without a mark names the kind of the points that begin below it."""
        named = self._kinds and mark is None and kind_in(line.text)
        return bool(named) and self._next(place)[0] is not None

    def _heads(self, mark: Mark | None, text: str, place: int) -> bool:
        """Whether the name of a channel heads a list, and is no point of one."""
        following, after = self._next(place)
        is_last = place + 1 == len(self._pieces)
        if text.endswith(":") or is_last:
            return not is_last
        if following is not None:
            # Numbers may go on from one channel to the next: "Tidak langsung (daring)", "6. Masuk".
            named = mark is None and text in _TERMS
            return named or (following.begins and (mark is None or following.style != mark.style))
        if goes_on(text, after):
            return False
        return (mark is None and is_bare(text)) or _NAMES_SERVICE.match(text) is not None

    def _start_group(self, mark: Mark | None, line: Line) -> None:
        if _says_channel_only(line.text):
            self._ledger.shape(line.number, line.text)
        else:
            self._found.notes.append(line)
        if is_slip(line.text):
            self._ledger.tell("channel-guessed", line.number, line.text)
        self._group = channels_of(line.text)
        self._group_mark = mark
        self._group_starts = len(self._found.entries)
        self._styles = []
        self._kind = ""

    def _add_marked(self, mark: Mark, line: Line) -> None:
        if self._group_mark is not None and self._leaves_group(mark):
            self._group, self._group_mark, self._styles = (), None, []
        if not self._styles:
            self._styles = [mark.style]
        elif mark.style in self._styles:
            self._styles = self._styles[: self._styles.index(mark.style) + 1]
        elif mark.begins and self._has_entry:
            self._styles.append(mark.style)
        else:
            self._styles = [mark.style]
        if len(self._styles) == 1 or not self._has_entry:
            self._add(self._entry(line, mark), line)
        else:
            parent = self._found.entries[-1]
            parent.lines.append(line.number)
            parent.children.append(Entry([line.text], line.number, mark))

    def _leaves_group(self, mark: Mark) -> bool:
        """Whether a point has the style of the headings of groups, and not that of their points."""
        same = self._group_mark is not None and mark.style == self._group_mark.style
        return same and bool(self._styles) and mark.style not in self._styles

    @property
    def _has_entry(self) -> bool:
        return len(self._found.entries) > self._group_starts

    def _add_unmarked(self, line: Line, place: int) -> None:
        if self._has_entry and self._belongs(line):
            self._found.entries[-1].goes_on(line.text, line.number)
        elif self._styles or (not self._has_entry and self._list_begins(place)):
            self._found.notes.append(line)
        else:
            self._add(self._entry(line, None), line)

    def _entry(self, line: Line, mark: Mark | None) -> Entry:
        return Entry([line.text], line.number, mark, self._group, self._kind, [line.number])

    def _list_begins(self, place: int) -> bool:
        """Whether the first point of a list stands on the next line."""
        following, after = self._next(place)
        return following is not None and following.begins and not is_group(after)

    def _belongs(self, line: Line) -> bool:
        """Whether a line without a mark is the rest of the point above it."""
        before = self._found.entries[-1].end
        if not self._styles:
            return goes_on(before, line.text)
        new = line.after_gap and not line.text[:1].islower()
        return not (new and _ENDS_SENTENCE.search(before))

    def _add(self, entry: Entry, line: Line) -> None:
        if len(self._found.entries) < MOST_ENTRIES:
            self._found.entries.append(entry)
        else:
            self._ledger.tell("too-many", line.number, line.text)
