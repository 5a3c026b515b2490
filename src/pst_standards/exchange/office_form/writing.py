"""Writing the form: what is national is shaded and protected, what is open is for the office."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from pst_standards.definitions import Bases
from pst_standards.definitions.forms import MAGIC
from pst_standards.definitions.workbooks import column_letters
from pst_standards.exchange.office_form.filling import Row, Steps, leaf_table, part_at
from pst_standards.exchange.office_form.guide import list_sheets, open_guide
from pst_standards.exchange.office_form.layers import base_data, in_cells, shown
from pst_standards.exchange.office_form.layout import STAR, USUAL, Keys, Leaf, Part, parts
from pst_standards.exchange.office_form.notes import leaf_title, note, row_note, say
from pst_standards.exchange.office_form.pen import Pen
from pst_standards.exchange.office_form.sheets import (
    ASIDE_SHEET,
    FIRST,
    FIRST_ROW,
    HEAD_ROW,
    JSON,
    KEY,
    NATIONAL_SHEET,
    PARENT,
    SECOND,
    joined,
    sheet_key,
)
from pst_standards.exchange.office_form.values import LONGEST
from pst_standards.rules.formats.workbook import workbook

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SPARE: Final = 500
"""Rows behind the filled ones that offer choices."""
_LONGEST_COMMENT: Final = 1000
_LONGEST_LIST: Final = 255
"""Letters of a list of choices that a cell itself holds."""
_CREATED: Final = dt.date(2026, 1, 1)
"""Equal definitions give equal bytes, so that no workbook tells when it was made."""


def write_form(
    data: Mapping[str, Any], *, bases: Bases | None = None, lang: str = "id", title: str = ""
) -> bytes:
    """Return the form of what an office states: plain data, with ``extends`` where it has a base.

    Raises ``DefinitionError`` for a base that is not there, ``MissingExtraError`` without the
    extra ``office``.

    >>> write_form({"services": [{"id": "library", "name": "Perpustakaan"}]})[:2]
    b'PK'
    """
    base = base_data(data.get("extends"), bases)
    stands = shown(data, base, lang)
    target = io.BytesIO()
    with workbook(target, title=title or say("title", lang), created=_CREATED) as book:
        pen = Pen(book, lang, stands)
        guide = open_guide(title or say("title", lang), pen)
        for part in parts():
            rows = stands.sheets.rows.get(part.keys, [])
            if not part.listed or rows or part.keys in USUAL:
                _sheet(part, rows, pen)
        _aside(pen)
        _national(in_cells(base), pen)
        list_sheets(guide, pen)
        pen.finish()
    return target.getvalue()


def _title(part: Part, lang: str) -> str:
    return part.title(lang) if part.keys else say("sheet.head", lang)


def _sheet(part: Part, rows: list[Row], pen: Pen) -> None:
    title = _title(part, pen.lang)
    if title.casefold() in pen.names:
        title = f"{title} - {part.around(pen.lang)}"
    sheet = pen.sheet(title)
    if part.blocks:
        pen.told(sheet, "fields")
        _blocks(sheet, part, rows or [Row(part.keys)], pen)
    else:
        pen.told(sheet, "items" if rows else "empty")
        _table(sheet, part, rows, pen)


# -- a row for each field ------------------------------------------------------------------------


def _blocks(sheet: Worksheet, part: Part, rows: list[Row], pen: Pen) -> None:
    pen.keys(sheet, (sheet_key(part.keys), "", FIRST, SECOND, "", KEY), kept=2)
    heads = ("part", "field", "value", "english", "note", "key")
    widths = (32, 44, 60, 30, 50, 8)
    for column, (head, width) in enumerate(zip(heads, widths, strict=True), 1):
        # The only part of a sheet need not be named in every row.
        unseen = head == "key" or (head == "part" and not part.listed)
        pen.width(sheet, column, width, hidden=unseen)
        pen.write(sheet, (HEAD_ROW, column), say(f"head.{head}", pen.lang), "head")
    number = FIRST_ROW
    for row in rows:
        for leaf in (one for one in part.leaves if one.asked or one.keys in row.cells):
            _field(sheet, number, (part, leaf, row), pen)
            number += 1
    sheet.autofilter(HEAD_ROW - 1, 0, number - 2, 4)
    pen.pages(sheet, len(heads))
    if part.listed:
        _name(part, [row.steps[-1] for row in rows], pen)


def _name(part: Part, names: list[str], pen: Pen) -> None:
    """Remember names that other rows may refer to, where a list of them is short enough."""
    if sum(map(len, names)) + len(names) < _LONGEST_LIST and not any("," in one for one in names):
        pen.named[part.keys] = names


def _field(sheet: Worksheet, number: int, about: tuple[Part, Leaf, Row], pen: Pen) -> None:
    part, leaf, row = about
    steps, pair = (*row.steps, *leaf.keys), row.cells.get(leaf.keys)
    kind = pen.kind(steps, pair)
    pen.write(sheet, (number, 1), _called(part, row, pen), "label")
    pen.write(sheet, (number, 2), leaf_title(part, leaf, pen.lang), "label")
    pen.write(sheet, (number, 3), pair.first if pair else None, kind, shape=leaf.number_format)
    if leaf.bilingual:
        pen.write(sheet, (number, 4), pair.second if pair else None, kind)
    pen.write(sheet, (number, 5), note(part, leaf, pen.lang), "note")
    pen.write(sheet, (number, 6), joined(steps), "label")
    pen.offer(sheet, leaf, (number - 1, 2, number - 1, 2))


def _called(part: Part, row: Row, pen: Pen) -> str:
    """Return what people call the item of a row: by its service, where there is one."""
    if not part.listed:
        return _title(part, pen.lang)
    service, name = row.cells.get(("service",)), row.steps[-1]
    for one in pen.shown.sheets.rows.get(("services",), ()):
        said = one.cells.get(("name",))
        if service and said and one.steps[-1] == service.first:
            english = said.second if pen.lang == "en" else None
            return str(english or said.first or name)
    return name


# -- a row for each item -------------------------------------------------------------------------


def _table(sheet: Worksheet, part: Part, rows: list[Row], pen: Pen) -> None:
    columns = list(_columns(part, rows))
    keys = [sheet_key(part.keys), *(f"{PARENT}{place}" for place in range(part.parents))]
    kept = part.parents + 1 + (("id",) in leaf_table(part))
    pen.keys(sheet, (*keys, *(_column_key(leaf, second) for leaf, second in columns)), kept=kept)
    _heads(sheet, part, columns, pen)
    for number, row in enumerate(rows, FIRST_ROW):
        _item(sheet, number, (part, columns, row), pen)
    last = FIRST_ROW + len(rows) + _SPARE - 2
    for place in range(part.parents):
        around = (FIRST_ROW - 1, place + 1, last, place + 1)
        pen.offer_names(sheet, part_at(part.around_at(place)), around)
    for place, (leaf, second) in enumerate(columns, part.parents + 1):
        if not second:
            pen.offer(sheet, leaf, (FIRST_ROW - 1, place, last, place))
        if leaf.keys == ("id",):
            letter = column_letters(place)
            cells = f"${letter}${FIRST_ROW}:${letter}${last + 1}"
            pen.named[part.keys] = f"='{sheet.get_name()}'!{cells}"
    sheet.autofilter(
        HEAD_ROW - 1, 0, FIRST_ROW + max(len(rows), 1) - 2, part.parents + len(columns)
    )
    pen.pages(sheet, part.parents + 1 + len(columns))


def _columns(part: Part, rows: list[Row]) -> Iterator[tuple[Leaf, bool]]:
    """Yield each column with whether it is the English one, which only stands where it is used."""
    for leaf in part.leaves:
        pairs = [row.cells.get(leaf.keys) for row in rows]
        if not (leaf.asked or any(pairs)):
            continue
        yield leaf, False
        if leaf.bilingual and any(pair and pair.second for pair in pairs):
            yield leaf, True


def _column_key(leaf: Leaf, second: bool) -> str:  # noqa: FBT001 - a column and which of the two
    return joined(leaf.keys) + (SECOND if second else "")


def _heads(sheet: Worksheet, part: Part, columns: Sequence[tuple[Leaf, bool]], pen: Pen) -> None:
    parents = [part_at(part.around_at(place)) for place in range(part.parents)]
    around = [one.title(pen.lang) for one in parents]
    for column, title in enumerate((say("head.row", pen.lang), *around), 1):
        # A whole column is open, so that rows may be added without end. Where items have names,
        # nobody needs their numbers.
        unseen = column == 1 and ("id",) in leaf_table(part)
        wide = 18 if column > 1 else 7
        pen.width(sheet, column, wide, pen.style("open"), hidden=unseen)
        pen.write(sheet, (HEAD_ROW, column), title, "head")
        comment = "" if unseen else row_note(part, column - 2, pen.lang)
        if comment:
            sheet.write_comment(HEAD_ROW - 1, column - 1, comment, {"x_scale": 2, "y_scale": 2})
    for column, (leaf, second) in enumerate(columns, part.parents + 2):
        title = leaf_title(part, leaf, pen.lang)
        said = say("in-english", pen.lang, title=title) if second else title
        wide = 44 if leaf.bilingual else 20
        pen.width(sheet, column, wide, pen.style("open", shape=leaf.number_format))
        pen.write(sheet, (HEAD_ROW, column), said, "head")
        comment = note(part, leaf, pen.lang)[:_LONGEST_COMMENT]
        if comment and not second:
            sheet.write_comment(HEAD_ROW - 1, column - 1, comment, {"x_scale": 2, "y_scale": 2})


def _item(
    sheet: Worksheet, number: int, about: tuple[Part, Sequence[tuple[Leaf, bool]], Row], pen: Pen
) -> None:
    part, columns, row = about
    name = row.steps[-1]
    known = any((*row.steps, *keys) in pen.shown.national for keys in row.cells)
    colour = "national" if known else "open"
    if name.startswith("#"):
        pen.write(sheet, (number, 1), name, colour)
    for column, parent in enumerate(parent_names(part.keys, row.steps), 2):
        pen.write(sheet, (number, column), parent, colour)
    for column, (leaf, second) in enumerate(columns, part.parents + 2):
        pair = row.cells.get(leaf.keys)
        if pair and pair[second] is not None:
            kind = pen.kind((*row.steps, *leaf.keys), pair)
            pen.write(sheet, (number, column), pair[second], kind, shape=leaf.number_format)


def parent_names(keys: Keys, steps: Steps) -> list[str]:
    """Return the names of the items that an item of a part lies in."""
    named = (step for key, step in zip(keys, steps, strict=False) if key == STAR)
    return [step.removeprefix("#") for step in named]


# -- what has no cell ----------------------------------------------------------------------------


def _aside(pen: Pen) -> None:
    sheet = pen.sheet(say("sheet.aside", pen.lang))
    pieces = {steps: list(_pieces(value)) for steps, value in pen.shown.aside.items()}
    most = max(map(len, pieces.values()), default=1)
    pen.keys(sheet, (f"{MAGIC} {ASIDE_SHEET}", *[JSON] * most))
    pen.write(sheet, (HEAD_ROW, 1), say("head.key", pen.lang), "head")
    pen.write(sheet, (HEAD_ROW, 2), say("head.value", pen.lang), "head")
    for column in (1, 2):
        pen.width(sheet, column, 60, pen.style("open"))
    for number, (steps, texts) in enumerate(sorted(pieces.items()), FIRST_ROW):
        pen.write(sheet, (number, 1), joined(steps), "open")
        for column, piece in enumerate(texts, 2):
            pen.write(sheet, (number, column), piece, "open")


def _national(shown_of_base: Mapping[str, Any], pen: Pen) -> None:
    """Keep what is national in this form, so that a base may change after it was written."""
    sheet = pen.sheet(say("sheet.national", pen.lang))
    pen.keys(sheet, (f"{MAGIC} {NATIONAL_SHEET}", *_pieces(shown_of_base)))
    sheet.hide()


def _pieces(value: Any) -> Iterator[str]:
    """Yield a value as JSON, in pieces that a cell can hold; a space ends none of them."""
    whole = json.dumps(value, ensure_ascii=True)
    for start in range(0, len(whole), LONGEST):
        yield whole[start : start + LONGEST]
