"""The last page of a draft: which values nobody confirmed, and what is not set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.lines import listed
from pst_standards.documents.compose.naming import ARROW, Names, place_name, term_of
from pst_standards.documents.compose.open_points import OpenPoints, groups
from pst_standards.documents.compose.phrases import bare
from pst_standards.documents.outline import Block, Column, Heading, PageBreak, Paragraph, Table
from pst_standards.documents.passages import strung
from pst_standards.findings import Location, Pointer
from pst_standards.model.definition import Definition
from pst_standards.model.provenance import StatedValue

_LONGEST = 300


def draft_page(points: OpenPoints, title: str, composition: Composition, level: int) -> list[Block]:
    """Return the page that says why a document is a draft; nothing for one that is none.

    What stands in the part that the whole document is about is named without that part. ``level``
    is that of its heading: the first, below a letter that has no title.
    """
    if not points.draft:
        return []
    say = composition.say
    blocks: list[Block] = [PageBreak(), Heading(level=level, text=say("draft.title"))]
    if points.reason:
        blocks.append(Paragraph(text=points.reason))
    if not points.adopted:
        blocks.append(Paragraph(text=say("draft.stage")))
    if points.gaps:
        names = (_place(one, title, composition) for one in points.gaps)
        blocks += [Heading(level=level + 1, text=say("draft.gaps")), *listed(dict.fromkeys(names))]
    if points.values:
        blocks += [
            Heading(level=level + 1, text=say("draft.values")),
            Paragraph(text=say("draft.how")),
            _table(points.values, title, composition),
        ]
    return blocks


def _table(values: tuple[StatedValue, ...], title: str, composition: Composition) -> Table:
    say = composition.say
    located = composition.original.origin is not None
    columns = [
        Column(title=say("column.part"), share=24, heads_row=True),
        Column(title=say("column.content"), share=28),
        Column(title=say("column.confidence"), share=17),
        Column(title=say("column.source"), share=16),
        Column(title=say("column.place"), share=21),
    ]
    names = Names(composition.original, composition.lang)
    rows = [
        (_place(part, title, composition), *_row(together, names, composition))
        for part, together in groups(values)
    ]
    kept = len(columns) if located else len(columns) - 1
    return Table(columns=tuple(columns[:kept]), rows=tuple(row[:kept] for row in rows))


def _place(part: Pointer, title: str, composition: Composition) -> str:
    name = place_name(composition.original, part, composition.lang)
    return name.removeprefix(f"{title}{ARROW}") or composition.say("draft.whole")


def _row(values: Sequence[StatedValue], names: Names, composition: Composition) -> tuple[str, ...]:
    first = values[0]
    contents = strung("\n", (_content(value, names, composition) for value in values))
    confidence = first.confidence.value if first.confidence else "verified"
    return (
        contents,
        composition.say(f"confidence.{confidence}"),
        bare(first.source or ""),
        _where(composition.original, [value.pointer for value in values]),
    )


def _content(value: StatedValue, names: Names, composition: Composition) -> str:
    key = str(value.pointer[-1])
    shown = names.shown(value.owner, key, value.value)
    if len(shown) > _LONGEST:
        shown = shown[:_LONGEST].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    label = term_of(value.owner, key, composition.lang)
    return composition.say("pair", label=label, value=shown) if shown else label


def locate(definition: Definition, pointer: Pointer) -> Location:
    """Return where a value stands in its file; nowhere for a definition built in Python."""
    if definition.origin is None:
        return Location()
    found: Location = definition.origin.locate(pointer)
    return found


def _where(definition: Definition, pointers: Sequence[Pointer]) -> str:
    """Return layer, file and line of the first of these values that has one, or the cell.

    Not the whole path, and of the office's own files not the folder: the same definition gives the
    same document wherever its folder stands and whatever it is called.
    """
    places = (locate(definition, pointer) for pointer in pointers)
    first = next((place for place in places if place.file), Location())
    if first.reference and first.file:
        return f"{PurePosixPath(first.file).name}\n{first.reference}"
    name = ":".join(str(part) for part in first[:2] if part).rpartition("/")[2]
    if not first.layer or name.startswith(f"{first.layer}.") or _is_own(first, definition):
        return name
    # Broken after the layer, as otherwise the column would break the line number.
    return f"{first.layer}/\n{name}"


def _is_own(place: Location, definition: Definition) -> bool:
    """Tell whether a file is one of the topmost layer, which is named after its folder."""
    top = definition.origin.layers[-1]
    return place.file in {content.name for content in (*top.files.values(), top.main) if content}
