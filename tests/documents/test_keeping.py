"""What stays on the page of what follows it."""

from __future__ import annotations

import pytest

from pst_standards.documents.keeping import kept_parts
from pst_standards.documents.outline import (
    Block,
    Column,
    Heading,
    ItemList,
    KeyValues,
    PageBreak,
    Panel,
    Panels,
    Paragraph,
    ParagraphStyle,
    Signature,
    Table,
)

SIGNED = Signature(place="", date="", title="Kepala", name="Nama Contoh")
LONG = "Kami sanggup memberi pelayanan menurut standar. " * 3
SHORT = Paragraph(text="Kami sanggup.")
COLUMNS = (Column(title="No."), Column(title="Uraian", share=3))


@pytest.mark.parametrize(
    ("signed", "kept"),
    [
        ([Paragraph(text=LONG), Paragraph(text=LONG)], [0, 1]),
        ([Paragraph(text=LONG), SHORT, SHORT], [0, 1, 1]),
        ([Paragraph(text=LONG), Heading(level=1, text="Janji"), SHORT], [1, 1, 1]),
        ([SHORT, ItemList(items=["satu"])], [1, 1]),
        ([ItemList(items=["satu", (Paragraph(text="dua"),), "tiga"])], [2]),
        ([ItemList(items=["satu", "dua", LONG])], [1]),
        ([ItemList(items=["satu", (SHORT, SHORT)])], [1]),
        ([KeyValues(pairs=[("a", "satu"), ("b", "dua"), ("c", "tiga")])], [2]),
        ([Table(columns=COLUMNS, rows=[["1.", "satu"], ["2.", "dua"], ["3.", "tiga"]])], [2]),
        ([Table(columns=COLUMNS, rows=[["1.", "satu"], ["2.", LONG]])], [1]),
        ([Panels(columns=[[Panel(blocks=(SHORT,))]])], [1]),
        ([SHORT, PageBreak(), SHORT], [0, 0, 1]),
        ([SHORT, SHORT, SIGNED], [1, 1, 1]),
        ([], []),
    ],
)
def test_two_lines_of_what_is_signed_stay_with_the_signature(
    signed: list[Block], kept: list[int]
) -> None:
    assert kept_parts([*signed, SIGNED]) == [*kept, 0]


def test_a_remark_keeps_what_it_is_on_and_a_colon_its_list() -> None:
    remark = Paragraph(text="Dasar: UU 25/2009.", style=ParagraphStyle.SMALL)
    items = ItemList(items=["satu", "dua"])
    announced = Paragraph(text="Syaratnya: ")
    assert kept_parts([SHORT, items, remark, announced, items, announced]) == [0, 1, 0, 1, 0, 0]
    assert kept_parts([]) == []
