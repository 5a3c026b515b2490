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
        shown = [
            (shown, pointer)
            for pointer, shown in _shown(definition, sorted(read, key=_in_order), lang)
            if shown
        ]
        self._values = [one for one in shown if len(one[0]) >= _SHORTEST]
        self._short = [one for one in shown if len(one[0]) < _SHORTEST]

    def of(self, expected: str, found: str) -> tuple[Pointer, ...]:
        """Return the pointers of the values that a line shows and what is in its place does not.

        Of values at one place in the line it is the longest, then the one whose neighbours stand in
        the line too, then one of the part that the document is about, then the one nearest to the
        root. A line of the letterhead comes from the office.
        Where every value is still there, it is a short one, as a number, that stood where the line
        differs; else something was added to the longest. Without any value, and for a line that is
        gone, one pointer says where.
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
        short = tuple(self._changed(line, other, shown)) if other and not lost else ()
        nearest = tuple(pointer for _, pointer in shown[:1])
        return lost or short or nearest or (self._root,)

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
        """Yield short values that were words of the line, each where most of its neighbours are."""
        for word in dict.fromkeys(_lost_words(line, other)):
            near = [
                (max((_shared((word, pointer), one) for one in shown), default=0), pointer)
                for value, pointer in self._short
                if value == word
            ]
            best = max((many for many, _ in near), default=0)
            nearest = [pointer for many, pointer in near if many == best]
            # A number that stands in several parts alike says of none that it is the one.
            if best > len(self._root) or len(nearest) == 1:
                yield nearest[0]


def _shared(one: tuple[str, Pointer], other: tuple[str, Pointer]) -> int:
    """Return how many steps two values have in common; equal ones say nothing of each other."""
    if one[0] == other[0]:
        return 0
    steps = zip(one[1], other[1], strict=False)
    return next((place for place, (a, b) in enumerate(steps) if a != b), 0)


def _lost_words(line: str, other: str) -> Iterator[str]:
    """Yield the words of a line that what stands in its place has not at that place."""
    left, right = line.split(), other.split()
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for kind, start, end, *_ in steps:
        if kind in {"replace", "delete"}:
            yield from (word.strip(_AROUND) for word in left[start:end])


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
) -> Iterator[tuple[Pointer, str]]:
    names = Names(definition, lang)
    for pointer in read:
        owner: Any = definition
        for step in pointer[:-1]:
            owner = owner[step] if isinstance(step, int) else getattr(owner, step)
        key = str(pointer[-1])
        value = getattr(owner, key, None)
        if value is not None:
            yield pointer, compared_by(names.shown(type(owner), key, value)).casefold()
