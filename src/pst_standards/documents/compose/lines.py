"""Lines of text as blocks: lists without their empty items, labels, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import inner, sentence
from pst_standards.documents.outline import Block, Content, Inline, ItemList, Marker, Paragraph, Run
from pst_standards.documents.passages import strung
from pst_standards.model.base import Text


def listed(lines: Iterable[Inline], marker: Marker = Marker.BULLET) -> list[Block]:
    """Return lines as one list, empty ones left out; no list when none is left."""
    items = [content(line) for line in lines if line]
    return [ItemList(items=tuple(items), marker=marker)] if items else []


def content(line: Inline) -> Content:
    """Return a line as what an item or a cell holds."""
    return line if isinstance(line, str) else (Paragraph(text=line),)


def said(wording: Text | None, composition: Composition) -> list[Block]:
    """Return a text of the definition as a paragraph, or nothing."""
    shown = sentence(composition.words(wording))
    return [Paragraph(text=shown)] if shown else []


def noted(note: Text | None, composition: Composition) -> list[Block]:
    """Return a note of the definition, named as one."""
    shown = sentence(composition.words(note))
    # A note that was read from a page may have kept the label that stood before it there.
    label = composition.say("note", text="").strip()
    text = shown if shown.startswith(label) else composition.say("note", text=shown)
    return [Paragraph(text=text)] if shown else []


def labelled(label: str, blocks: Sequence[Block], composition: Composition) -> list[Block]:
    """Return blocks under a label, or nothing when there are none."""
    if not blocks:
        return []
    name = composition.say("label", label=label)
    return [Paragraph(text=(Run(text=name, emphasis=True),)), *blocks]


def pair(label: str, value: str, composition: Composition) -> str:
    """Return ``label: value``, or the one of them that there is."""
    return composition.say("pair", label=label, value=value) if label and value else label or value


def case_of(case: Text | None, composition: Composition) -> str:
    """Return the case that a line holds for, as a remark to it."""
    shown = inner(composition.words(case))
    return composition.say("for-case", case=shown) if shown else ""


def qualified(line: str, remarks: Iterable[str]) -> str:
    """Return a line with all remarks to it in one pair of brackets.

    >>> qualified("Menyerahkan surat", ["khusus instansi", ""])
    'Menyerahkan surat (khusus instansi)'
    """
    shown = strung("; ", (remark for remark in remarks if remark))
    return strung("", (line, " (", shown, ")")) if line and shown else line
