"""Holding the lines of one component against those that are expected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from attrs import define, field

from pst_standards.exchange.sippn.channels import is_group
from pst_standards.exchange.sippn.drift import Kind
from pst_standards.exchange.sippn.entries import goes_on, run_together, split_mark
from pst_standards.exchange.sippn.likeness import (
    flat_key,
    has_lost_signs,
    heads_group,
    is_filler,
    key_of,
    repaired,
    tokens_of,
)
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.meaning import bare_step, in_own_words, names_kind, names_steps
from pst_standards.exchange.sippn.placing import placed

_FEW: Final = 2
_MOST: Final = 2000
"""Lines that are compared one with another; no page of an office has as many."""
_LABEL_WORDS: Final = 6
_MOST_OF: Final = 0.6
"""How much of a line must be points of a list for it to be that list in one line."""


class Drift(NamedTuple):
    """A difference in the lines of a component; a line of 0 stands nowhere."""

    kind: Kind
    expected: str
    found: str
    line: int = 0


@define
class Items:
    """What is left of two lists when all that agrees is taken away."""

    drifts: list[Drift] = field(factory=list)
    missing: list[str] = field(factory=list)
    extra: list[Line] = field(factory=list)
    agree: int = 0
    groups: list[list[str]] = field(factory=list)
    """The headings of channels, each with its points, of which nothing is there."""


def held(
    expected: Sequence[Line],
    found: Sequence[Line],
    elsewhere: Iterable[Line] = (),
    component: str = "",
) -> Items:
    """Hold the lines of a component against the expected ones.

    ``elsewhere`` are lines expected in other components, which may have moved here; the key of
    the ``component`` tells which lines mean the same in other words.

    >>> one, two = [Line(1, "1. Datang"), Line(2, "2. Antre")], [Line(1, "1. Datang 2. Antre")]
    >>> [drift.kind.value for drift in held(one, two).drifts]
    ['flattened_list']
    """
    return _Holding(expected, elsewhere, component).hold(found)


class _Holding:
    def __init__(self, expected: Sequence[Line], elsewhere: Iterable[Line], component: str) -> None:
        self._expected = expected
        self._component = component
        self._texts = [line.text for line in expected]
        self._keys = [key_of(text) for text in self._texts]
        self._flat = [flat_key(text) for text in self._texts]
        self._written = dict(zip(self._keys, self._texts, strict=True))
        if names_steps(component):
            self._written = {bare_step(text): text for text in self._texts} | self._written
        self._elsewhere = [key_of(line.text) for line in elsewhere]
        self._items = Items()

    def hold(self, found: Sequence[Line]) -> Items:
        lines = self._unwrapped(self._readable(found))
        lines = [piece for line in lines for piece in self._pieces(line)]
        shown = _by_number(lines)
        lines = self._once(in_own_words(self._component, self._expected, lines))
        keys = [key_of(line.text) for line in lines]
        places = placed(keys, self._keys)
        left = [line for line, place in zip(lines, places, strict=True) if place is None]
        common = [line for line, place in zip(lines, places, strict=True) if place is not None]
        self._items.extra = [line for line in left if not _is_label(line.text)]
        gone = set(range(len(self._keys))) - set(places)
        missing = self._without_lost_groups(gone, found, common)
        self._items.missing = [text for text in missing if not _is_label(text)]
        self._items.agree = len(common)
        self._order(common, set(range(len(self._keys))) - gone, _as_shown(common, shown))
        self._words(lines)
        if keys == self._keys:
            self._nesting(found)
        return self._items

    def _tell(self, kind: Kind, expected: str, found: str, line: int) -> None:
        self._items.drifts.append(Drift(kind, expected, found, line))

    def _readable(self, found: Iterable[Line]) -> list[Line]:
        """Repair garbled signs, and tell of each line that has some of its own."""
        known = set(self._texts)
        lines = []
        for line in found:
            right = line.text if line.text in known else repaired(line.text)
            if right != line.text:
                expected = self._written.get(key_of(right), right)
                self._tell(Kind.ENCODING_DAMAGE, expected, line.text, line.number)
            lines.append(line._replace(text=right))
        return lines

    def _unwrapped(self, lines: list[Line]) -> list[Line]:
        """Join lines that are one expected line, broken to the width of a page."""
        wanted, joined, place = set(self._written), list[Line](), 0
        longest = max(map(len, wanted), default=0)
        while place < len(lines):
            end = place + 1
            if key_of(lines[place].text) not in wanted:
                end = _end_of_wrapped(lines, place, wanted, longest)
                if end == place + 1:
                    end = _end_of_sentence(lines, place, wanted)
            words = " ".join(line.text for line in lines[place:end])
            joined.append(lines[place]._replace(text=words))
            place = end
        return joined

    def _pieces(self, line: Line) -> list[Line]:
        """Part a line that several expected ones have run into."""
        if key_of(line.text) in self._written:
            return [line]
        taken = self._run_into(flat_key(line.text))
        if len(taken) < _FEW:
            return self._marked_pieces(line)
        self._tell(Kind.FLATTENED_LIST, "\n".join(taken), line.text, line.number)
        return [line._replace(text=text) for text in taken]

    def _marked_pieces(self, line: Line) -> list[Line]:
        """Part a line at the numbers inside it, where that shows two expected ones or more."""
        pieces = run_together(split_mark(line.text)[1])
        if len(pieces) < _FEW:
            pieces = run_together(line.text)
        known = [self._written[key] for key in map(key_of, pieces) if key in self._written]
        if len(known) < _FEW:
            return [line]
        self._tell(Kind.FLATTENED_LIST, "\n".join(known), line.text, line.number)
        return [line._replace(text=piece) for piece in pieces]

    def _run_into(self, key: str) -> list[str]:
        """Return the expected lines that a line consists of, one after the other."""
        best: list[str] = []
        for start, first in enumerate(self._flat):
            if not first or not key.startswith(first):
                continue
            end, size = start, 0
            while end < len(self._flat) and key.startswith(self._flat[end], size):
                size += len(self._flat[end])
                end += 1
            if size >= _MOST_OF * len(key) and end - start > len(best):
                best = self._texts[start:end]
        return best

    def _once(self, lines: list[Line]) -> list[Line]:
        """Leave out and tell of lines that stand there more often than they should."""
        keys = [key_of(line.text) for line in lines]
        again = _repeated(keys, self._keys, Counter(self._elsewhere))
        for place in sorted(again):
            self._tell(Kind.DUPLICATE_ITEM, "", lines[place].text, lines[place].number)
        return [line for place, line in enumerate(lines) if place not in again]

    def _without_lost_groups(
        self, missing: set[int], found: Sequence[Line], common: Sequence[Line]
    ) -> list[str]:
        """Tell of headings that were lost above points that are there; return what is missing."""
        lost = [place for place in sorted(missing) if self._has_points(place, missing)]
        self._items.groups = [
            [self._texts[at] for at in self._group(place) if not _is_label(self._texts[at])]
            for place in sorted(missing - set(lost))
            if heads_group(self._texts[place])
        ]
        if lost:
            headings = "\n".join(self._texts[place] for place in lost)
            whole = "\n".join(line.text for line in found)
            self._tell(Kind.FLATTENED_LIST, headings, whole, common[0].number)
            # A point of two channels stands but once in a list that has become one.
            there = {key_of(line.text) for line in common}
            missing = {place for place in missing if self._keys[place] not in there}
        return [self._texts[place] for place in sorted(missing - set(lost))]

    def _has_points(self, place: int, missing: set[int]) -> bool:
        """Whether a line heads a group of which a point is on the page."""
        heads = heads_group(self._texts[place])
        return heads and any(below not in missing for below in self._group(place)[1:])

    def _group(self, place: int) -> range:
        """Return the places of a heading and of what stands below it."""
        end = place + 1
        while end < len(self._texts) and not heads_group(self._texts[end]):
            end += 1
        return range(place, end)

    def _order(self, common: list[Line], places: Iterable[int], shown: Sequence[str]) -> None:
        there = [key_of(line.text) for line in common]
        wanted = [self._keys[place] for place in sorted(places)]
        if there == wanted:
            self._numbers(common, shown)
            return
        first = next(
            place
            for place, (one, other) in enumerate(zip(there, wanted, strict=True))
            if one != other
        )
        self._tell(
            Kind.REORDERED,
            "\n".join(self._written[key] for key in wanted),
            "\n".join(shown),
            common[first].number,
        )

    def _numbers(self, found: Sequence[Line], shown: Sequence[str]) -> None:
        """Tell of numbers that go back without beginning a list anew."""
        if _goes_back(self._texts) is not None:
            return
        place = _goes_back([line.text for line in found])
        if place is not None:
            whole = "\n".join(shown)
            self._tell(Kind.REORDERED, "\n".join(self._texts), whole, found[place].number)

    def _words(self, lines: Iterable[Line]) -> None:
        """Tell of lines in which blanks between words were lost."""
        for line in lines:
            expected = self._written.get(key_of(line.text))
            if expected is None or line.text == expected or heads_group(line.text):
                continue
            lost = [
                word
                for word in tokens_of(line.text)
                if word.isalpha() and word not in tokens_of(expected)
            ]
            if lost and len(tokens_of(line.text)) < len(tokens_of(expected)):
                self._tell(Kind.WORDS_RUN_TOGETHER, expected, line.text, line.number)

    def _nesting(self, found: Sequence[Line]) -> None:
        """Tell of nested points that have become points of the list: all marks of one style."""
        wanted, there = _depths(self._texts), _depths([line.text for line in found])
        marked = [split_mark(text)[0] is not None for text in self._texts]
        kept = [split_mark(line.text)[0] is not None for line in found]
        if max(wanted, default=0) > max(there, default=0) and marked == kept:
            place = next(
                i for i, (one, other) in enumerate(zip(wanted, there, strict=True)) if one > other
            )
            whole = "\n".join(line.text for line in found)
            self._tell(Kind.FLATTENED_LIST, "\n".join(self._texts), whole, found[place].number)


def _by_number(lines: Iterable[Line]) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = {}
    for line in lines:
        texts.setdefault(line.number, []).append(line.text)
    return texts


def _as_shown(lines: Sequence[Line], by_number: Mapping[int, Sequence[str]]) -> list[str]:
    """Return lines as the page has them, also those that were given the expected words."""
    shown: list[str] = []
    last = 0
    for line in lines:
        texts = by_number.get(line.number, ())
        if len(texts) != 1:
            shown.append(line.text)
        elif line.number != last:
            shown.append(texts[0])
        last = line.number
    return shown


def _end_of_wrapped(lines: list[Line], place: int, wanted: set[str], longest: int) -> int:
    """Return where lines end that are one expected line together, else the next place."""
    key = key_of(lines[place].text)
    for end in range(place + 1, len(lines)):
        mark, _ = split_mark(lines[end].text)
        key += "".join(tokens_of(lines[end].text))
        if mark is not None or len(key) > longest:
            break
        if key in wanted:
            return end + 1
    return place + 1


def _end_of_sentence(lines: list[Line], place: int, wanted: set[str]) -> int:
    """Return where lines end that go on in small letters and are no expected ones."""
    end = place + 1
    while end < len(lines):
        text = lines[end].text
        marked = split_mark(text)[0] is not None or key_of(text) in wanted
        if marked or not goes_on(lines[end - 1].text, text) or is_filler(text):
            break
        end += 1
    return end


def _repeated(keys: Sequence[str], wanted: Sequence[str], moved: Counter[str]) -> set[int]:
    """Return the places of lines that stand there more often than they should."""
    allowed, counts = Counter(wanted) + moved, Counter(keys)
    over = {
        key: count - max(allowed[key], 1)
        for key, count in counts.items()
        if count > max(allowed[key], 1) and any(sign.isalnum() for sign in key)
    }
    if not over:
        return set()
    # Of several lists with the same point, the one that it was added to is meant.
    order = list(range(len(keys) - 1, -1, -1))
    if len(keys) <= _MOST:
        steps = SequenceMatcher(None, wanted, keys, autojunk=False).get_opcodes()
        added = {at for step in steps if step[0] != "equal" for at in range(step[3], step[4])}
        order.sort(key=lambda place: place not in added)
    found = set()
    for place in order:
        if over.get(keys[place], 0) > 0:
            over[keys[place]] -= 1
            found.add(place)
    return found


def _goes_back(texts: Sequence[str]) -> int | None:
    """Return the first line whose number is lower than the one before in a list of its style."""
    last: dict[str, int] = {}
    for place, text in enumerate(texts):
        mark, _ = split_mark(text)
        if mark is None or heads_group(text):
            last.clear()
        elif mark.place is not None:
            if 1 < mark.place < last.get(mark.style, 0):
                return place
            last[mark.style] = mark.place
    return None


def _is_label(text: str) -> bool:
    """Whether a line only heads a list and names no channel: a portal has no place for those."""
    if names_kind(text):
        return True
    bare = text.endswith(":") and split_mark(text)[0] is None and not is_group(text)
    return bare and len(text.split()) <= _LABEL_WORDS


def _depths(texts: Sequence[str]) -> list[int]:
    """Return how deep each line is nested, by the styles of the marks above it."""
    styles: list[str] = []
    depths = []
    for text in texts:
        mark, body = split_mark(text)
        if mark is None:
            if is_group(body) or body.endswith(":"):
                styles = []
            depths.append(len(styles))
            continue
        if mark.style in styles:
            styles = styles[: styles.index(mark.style) + 1]
        else:
            styles.append(mark.style)
        depths.append(len(styles))
    return depths


def is_damaged(text: str) -> bool:
    """Whether signs of a text were lost for good."""
    return has_lost_signs(text)


def only_filler(lines: Sequence[Line]) -> bool:
    """Whether nothing but filler stands there."""
    return bool(lines) and all(is_filler(line.text) for line in lines)
