"""The short way through a workbook gives what whole XML gives, or steps aside."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.exchange.office_form.cell_values import CellValues, Found, text_of
from pst_standards.exchange.office_form.regular import (
    IrregularError,
    regular,
    shared_texts,
    sheet_parts,
    sheet_rows,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
VALUES = CellValues((Found("satu"), Found("dua")), frozenset({1}), dt.datetime(1899, 12, 30))  # noqa: DTZ001 - a workbook has no zone
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_shared_texts_are_those_of_the_whole_xml(said: list[str]) -> None:
    items = "".join(f'<si><t xml:space="preserve">{escape(one)}</t></si>' for one in said)
    part = f'<sst xmlns="{MAIN}">{items}</sst>'
    assert shared_texts(regular(part.encode())) == [
        Found(text_of(item))
        for item in ET.fromstring(part)  # noqa: S314 - written here
    ]


def test_rich_texts_and_quotes_are_read() -> None:
    rich = "<si><r><t>BPS </t></r><rPh><t>x</t></rPh><r><t>Kota</t></r></si>"
    assert shared_texts(f"{rich}<si><t>&quot;a&quot; &amp;lt;</t></si>") == [
        Found("BPS Kota"),
        Found('"a" &lt;'),
    ]


def test_rows_tell_values_formulas_and_what_is_hidden() -> None:
    rows = (
        '<row r="1" hidden="1"><c r="A1" s="1" t="s"><v>1</v></c><c r="B1" s="2"/></row>'
        '<row r="2"/>'
        '<row spans="1:3" r="3"><c r="A3" s="1"><v>46027</v></c><c r="AB3"><f>1+1</f></c>'
        '<c r="C3" t="str"><f>A1</f><v>a &amp; b</v></c><c r="D3"><v></v></c></row>'
    )
    assert list(sheet_rows(rows, VALUES)) == [
        (1, {1: Found("dua")}, True),
        (
            3,
            {
                1: Found(dt.date(2026, 1, 5)),
                28: Found(None, "unreckoned"),
                3: Found("a & b", "formula"),
            },
            False,
        ),
    ]


@pytest.mark.parametrize(
    "part",
    [
        f'<?xml version="1.0" encoding="UTF-16"?><sst xmlns="{MAIN}"/>'.encode(),
        f'<sst xmlns="{MAIN}">\xe9</sst>'.encode("latin-1"),
        f'<x:sst xmlns:x="{MAIN}"/>'.encode(),
        f'<sst xmlns="{MAIN}"><!-- x --></sst>'.encode(),
    ],
)
def test_a_part_in_another_way_is_left_to_the_reader_of_whole_xml(part: bytes) -> None:
    with pytest.raises(IrregularError):
        regular(part)


def rows_of(text: str) -> object:
    return list(sheet_rows(text, VALUES))


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (shared_texts, "<si/><si><t>a</t></si>"),
        (shared_texts, "<si><t>a&#x10;b</t></si>"),
        (shared_texts, "<si><r><t>a</r></si>"),
        (sheet_parts, "<sheetData/>"),
        (sheet_parts, '<sheetData></sheetData><mergeCells><mergeCell x="1" ref="A1:B1"/>'),
        (rows_of, "<x/>"),
        (rows_of, '<row><c r="A1"><v>1</v></c></row>'),
        (rows_of, '<row r="1"><c><v>1</v></c></row>'),
        (
            lambda text: list(sheet_rows(text, VALUES)),
            '<row r="1"><c t="s" r="A1"><v>1</v></c></row>',
        ),
    ],
)
def test_what_is_not_regular_is_never_guessed(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(IrregularError):
        read(text)


def test_texts_in_the_cells_themselves_are_read_the_short_way() -> None:
    said = "<is><t>a &#8250;&#10;b &amp;#8250;_x000A_</t></is>"
    row = f'<row r="1"><c r="A1" s="1" t="inlineStr">{said}</c><c r="B1" t="n"></c></row>'
    assert list(sheet_rows(row, VALUES)) == [(1, {1: Found("a \u203a\nb &#8250;\n")}, False)]
    with pytest.raises(IrregularError):
        list(sheet_rows(row.replace("8250", "7"), VALUES))
