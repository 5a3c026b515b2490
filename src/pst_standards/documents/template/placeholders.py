"""Finding placeholders such as ``{{judul}}``, also where Word has cut one into several runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from pst_standards.documents.template.finding import TemplateFinding, finding
from pst_standards.documents.template.tree import Element, Slot
from pst_standards.documents.template.vocabulary import BODY, NAMES, known_name

_PLACEHOLDER: Final = re.compile(r"\{\{([^{}]{0,60})\}\}")
_BRACES: Final = re.compile(r"\{\{|\}\}|\{ \{|\} \}")
_AROUND: Final = 20


def fill_in(root: Element, part: str, used: set[str]) -> Iterator[TemplateFinding]:
    """Put slots in the place of the placeholders of a part; yield what is wrong with them.

    The names of those found are added to ``used``. The one for the body is dealt with elsewhere.
    """
    for one in [*root.walk()]:
        if one.name == "w:p":
            yield from _paragraph(_texts(one), part, used)


def body_paragraphs(root: Element) -> list[Element]:
    """Return the paragraphs that hold the placeholder of the body and nothing else."""
    return [one for one in root.elements("w:p") if is_body(one)]


def is_body(paragraph: Element) -> bool:
    """Tell whether a paragraph is the placeholder of the body."""
    found = _PLACEHOLDER.fullmatch("".join(map(_text, _texts(paragraph))).strip())
    return found is not None and known_name(found[1]) == BODY


def _texts(paragraph: Element) -> list[Element]:
    """Return the texts of a paragraph, not those of a box that hangs on it."""
    found: list[Element] = []
    waiting = paragraph.elements()[::-1]
    while waiting:
        one = waiting.pop()
        if one.name == "w:t":
            found.append(one)
        elif one.name not in {"w:p", "w:txbxContent"}:
            waiting += one.elements()[::-1]
    return found


def _text(one: Element) -> str:
    return "".join(text for text in one.children if isinstance(text, str))


def _paragraph(texts: list[Element], part: str, used: set[str]) -> Iterator[TemplateFinding]:
    whole = "".join(map(_text, texts))
    marks: list[tuple[int, int, str]] = []
    for found in _PLACEHOLDER.finditer(whole):
        name = known_name(found[1])
        if not name:
            yield _unknown(found[1], found[0], part)
        elif name == BODY:
            yield finding("E", "placeholder-place", part, found[0])
        else:
            marks.append((found.start(), found.end(), name))
            used.add(name)
    broken = _BRACES.search(_PLACEHOLDER.sub("", whole))
    if broken is not None:
        place = whole.find(broken[0])
        shown = whole[max(place - _AROUND, 0) : place + _AROUND].strip()
        yield finding("W", "placeholder-broken", part, shown)
    if marks:
        _cut(texts, marks)


def _unknown(name: str, shown: str, part: str) -> TemplateFinding:
    every = [*NAMES, *NAMES.values()]
    choices = ", ".join(NAMES)
    close = get_close_matches(name.strip().lower(), every, n=1)
    if not close:
        return finding("E", "placeholder-foreign", part, shown, choices=choices)
    return finding("E", "placeholder-unknown", part, shown, choices=choices, meant=close[0])


def _cut(texts: list[Element], marks: list[tuple[int, int, str]]) -> None:
    """Give each text what it keeps; a slot stands where its first brace stood."""
    start = past = 0
    for one in texts:
        own = _text(one)
        end, position = start + len(own), start
        kept: list[str | Slot | Element] = []
        # Both lists are in their order: what ended before this text is not looked at again.
        while past < len(marks) and marks[past][1] <= start:
            past += 1
        for number in range(past, len(marks)):
            first, last, name = marks[number]
            if first >= end:
                break
            kept += [own[position - start : max(first, start) - start]]
            if first >= start:
                kept.append(Slot(name))
            position = min(last, end)
        kept.append(own[position - start :])
        one.children[:] = [each for each in kept if each]
        one.attributes["xml:space"] = "preserve"
        start = end
