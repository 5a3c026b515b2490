"""Where in a definition a line of a document comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from pst_standards.documents.compose.naming import Names
from pst_standards.documents.outline import Lang
from pst_standards.documents.verifying.lines import compared_by
from pst_standards.findings import Pointer
from pst_standards.model.definition import Definition

_SHORTEST: Final = 3
"""Letters below which a value says nothing of where a longer line comes from."""

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
        self, definition: Definition, read: Iterable[Pointer], lang: Lang, root: Pointer
    ) -> None:
        self._root = root
        self._values = [
            (shown, pointer)
            for pointer, shown in _shown(definition, sorted(read, key=_in_order), lang)
            if len(shown) >= _SHORTEST
        ]

    def of(self, expected: str, found: str) -> tuple[Pointer, ...]:
        """Return the pointers of the values that a line shows and what is in its place does not.

        Of values at one place in the line it is the longest, then one of the part that the document
        is about, then the one nearest to the root.
        Where every value is still there, something was added to the longest; without any value,
        and for a line that is gone, one pointer says where.
        """
        line, other = (compared_by(text).casefold() for text in (expected, found))
        shown = [(value, pointer) for value, pointer in self._values if value in line]
        root = self._root
        shown.sort(key=lambda one: (-len(one[0]), one[1][: len(root)] != root, len(one[1])))
        gone = [one for one in shown if one[0] not in other]
        lost = tuple(_apart(line, gone)) if other else ()
        nearest = tuple(pointer for _, pointer in shown[:1])
        return lost or nearest or (self._root,)


def _apart(line: str, shown: Sequence[tuple[str, Pointer]]) -> Iterator[Pointer]:
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
