"""Where in a definition a line of a document comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, Final, TypeAlias

from pst_standards.documents.compose.naming import Names
from pst_standards.documents.outline import Lang, Letterhead
from pst_standards.documents.verifying.lines import compared_by
from pst_standards.findings import Pointer
from pst_standards.model.base import Choice
from pst_standards.model.definition import Definition

_SHORTEST: Final = 3
"""Letters below which a value says nothing of where a longer line comes from."""
_AROUND: Final = ".,;:()"
_Values: TypeAlias = Sequence[tuple[str, Pointer]]

PARTS: Final = {
    "maklumat": "maklumat",
    "maklumat-landscape": "maklumat",
    "maklumat-bilingual": "maklumat",
    "complaint-procedure": "complaints",
    "complaint-rights": "complaints",
    "compensation-announcement": "compensation",
    "compensation-claim-form": "compensation",
    "compensation-register": "compensation",
    "survey-sheet": "survey",
    "discussion-minutes": "standards",
    "comment-table": "standards",
    "decree": "standards",
    "executors": "staff",
    "special-needs": "facilities",
}
"""The part of a definition that a kind of document is about."""


class Places:
    """Finds the value that a line shows, among those that were read for its document."""

    def __init__(
        self,
        definition: Definition,
        read: Iterable[Pointer],
        lang: Lang,
        root: Pointer,
        head: Letterhead | None = None,
    ) -> None:
        self._root = root
        lines = (*head.names, head.address, head.contact) if head else ()
        self._head = {compared_by(line).casefold() for line in lines}
        self._values: list[tuple[str, Pointer]] = []
        self._common: list[tuple[str, Pointer]] = []
        for pointer, shown, common in _shown(definition, sorted(read, key=_in_order), lang):
            if shown:
                (self._common if common else self._values).append((shown, pointer))

    def of(self, expected: str, found: str) -> tuple[Pointer, ...]:
        """Return the pointers of the values that a line shows and what is in its place does not.

        Of values at one place in the line it is the longest, then the one whose neighbours stand in
        the line too, then one of the part that the document is about, then the one nearest to the
        root. A line of the letterhead comes from the office.

        A number or a unit is one of many, and names a line only beside another value of its part.
        Where every value is still there, something was added to the one at that place. A sentence
        that merely mentions a value is not of it: the part that the document is about says where.
        """
        line, other = (compared_by(text).casefold() for text in (expected, found))
        values: _Values = self._values
        if line in self._head:
            values = [one for one in values if one[1][0] == "office"]
            if around := [pointer for value, pointer in values if line in value]:
                return (min(around, key=len),)
        shown = self._sorted([one for one in values if one[0] in line])
        gone = [one for one in shown if one[0] not in other]
        lost = tuple(_apart(line, gone)) if other else ()
        short = tuple(self._changed(line, other, shown)) if not lost else ()
        near = tuple(pointer for value, pointer in shown if _is_about(line, other, value))
        return lost or short or near[:1] or (self._root,)

    def _sorted(self, shown: _Values) -> _Values:
        root, often = self._root, Counter(value for value, _ in shown)
        # Only values that read alike are told apart by what stands beside them.
        near = {
            one: max(_shared(one, other) for other in shown) if often[one[0]] > 1 else 0
            for one in shown
        }

        def rank(one: tuple[str, Pointer]) -> tuple[object, ...]:
            return -len(one[0]), -near[one], one[1][: len(root)] != root, len(one[1])

        return sorted(shown, key=rank)

    def _changed(self, line: str, other: str, shown: _Values) -> Iterator[Pointer]:
        """Yield numbers and units that were words of the line, where their neighbours are."""
        said = f" {' '.join(_words(line))} "
        common = [one for one in self._common if f" {one[0]} " in said]
        for word in dict.fromkeys(_lost_words(line, other)):
            near = [
                (max((_shared(one, each) for each in (*shown, *common)), default=0), one[1])
                for one in common
                if word in one[0].split()
            ]
            best = max(near, key=lambda one: one[0], default=(0, self._root))
            if best[0] >= _part(best[1]) or (near and word == said.strip()):
                yield best[1]


def _part(pointer: Pointer) -> int:
    """Return with how many steps a pointer leads to a part: of a standard, to a component."""
    return 3 if pointer[:1] == ("standards",) else 2


def _shared(one: tuple[str, Pointer], other: tuple[str, Pointer]) -> int:
    """Return how many steps two values have in common.

    Equal ones say nothing of each other, and that two numbers stand in a sentence is chance.
    """
    if one[0] == other[0] or not any(map(str.isalpha, one[0] + other[0])):
        return 0
    steps = zip(one[1], other[1], strict=False)
    return next((place for place, (a, b) in enumerate(steps) if a != b), 0)


def _words(line: str) -> list[str]:
    return [word.strip(_AROUND) for word in line.split()]


def _edits(line: str, other: str) -> list[tuple[int, int]]:
    """Return which words of a line are others now; an empty stretch is where some were added."""
    left, right = line.split(), other.split()
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [(start, end) for kind, start, end, *_ in steps if kind != "equal"]


def _lost_words(line: str, other: str) -> Iterator[str]:
    """Yield the words of a line that what stands in its place has not at that place."""
    for start, end in _edits(line, other):
        yield from _words(line)[start:end]


def _is_about(line: str, other: str, value: str) -> bool:
    """Tell whether a line is a value and little more, or words were put in or beside the value."""
    if 2 * len(value) >= len(line):
        return True
    before = line.partition(value)[0]
    first, last = len(before.split()), len(before.split()) + len(value.split())
    added = [start for start, end in _edits(line, other) if start == end]
    return any(first <= place <= last for place in added)


def _apart(line: str, shown: _Values) -> Iterator[Pointer]:
    """Yield the pointers of values that stand beside each other, in the order of the line."""
    left, found = line, list[tuple[int, Pointer]]()
    for value, pointer in shown:
        place = left.find(value)
        if place >= 0:
            found.append((place, pointer))
            left = left.replace(value, "\0" * len(value))
    yield from (pointer for _, pointer in sorted(found, key=lambda one: one[0]))


def _in_order(pointer: Pointer) -> list[tuple[int, str, int]]:
    return [(0, "", step) if isinstance(step, int) else (1, step, 0) for step in pointer]


def _shown(
    definition: Definition, read: Iterable[Pointer], lang: Lang
) -> Iterator[tuple[Pointer, str, bool]]:
    """Yield each value as it is shown, and whether it is too common to tell where it stands."""
    names = Names(definition, lang)
    for pointer in read:
        owner: Any = definition
        for step in pointer[:-1]:
            owner = owner[step] if isinstance(step, int) else getattr(owner, step)
        key = str(pointer[-1])
        value = getattr(owner, key, None)
        if value is not None:
            shown = compared_by(names.shown(type(owner), key, value)).casefold()
            yield pointer, shown, isinstance(value, int | Choice) or len(shown) < _SHORTEST
