from __future__ import annotations

import pytest

from pst_standards.documents.outline import (
    Column,
    Document,
    Heading,
    ItemList,
    Marker,
    PageBreak,
    Paper,
    Table,
)


def test_lists_become_tuples_so_that_a_document_cannot_change() -> None:
    table = Table(columns=[Column(title="Hari"), Column(title="Buka")], rows=[["Senin", "08.00"]])
    assert table.rows == (("Senin", "08.00"),)
    document = Document(title="Standar", blocks=[table], keywords=["satu"])
    assert document.blocks == (table,)
    assert hash(document) == hash(Document(title="Standar", blocks=(table,), keywords=("satu",)))


def test_a_row_of_another_width_is_refused() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells, the table 2 columns"):
        Table(columns=[Column(title="a"), Column(title="b")], rows=[["1", "2"], ["3"]])


@pytest.mark.parametrize("levels", [(2,), (1, 3), (1, 2, 1, 3)])
def test_a_heading_that_skips_a_level_is_refused(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="heading of level"):
        Document(title="x", blocks=[Heading(level=level, text="x") for level in levels])


def test_headings_may_go_back_any_number_of_levels() -> None:
    headings = [Heading(level=level, text="x") for level in (1, 2, 3, 1, 2, 2)]
    assert Document(title="x", blocks=[*headings, PageBreak()]).blocks


def test_a_document_has_a_title_and_a_known_language() -> None:
    with pytest.raises(ValueError, match="title"):
        Document(title="", blocks=())
    with pytest.raises(ValueError, match="lang"):
        Document(title="x", blocks=(), lang="jv")  # type: ignore[arg-type]


def test_only_bullets_and_boxes_are_without_order() -> None:
    assert {marker for marker in Marker if not ItemList(items=(), marker=marker).ordered} == {
        Marker.BULLET,
        Marker.BOX,
    }


def test_folio_is_215_by_330() -> None:
    assert Paper.F4.value == (215, 330)
