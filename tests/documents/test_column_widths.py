"""Columns of tables: no word of a title is wider than its column, on any paper of any kind."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from lxml import etree

from pst_standards.cli import main
from pst_standards.documents.column_widths import (
    DENSE,
    PADDING,
    in_fitting_letters,
    with_room_for_words,
)
from pst_standards.documents.letters import width
from pst_standards.documents.outline import Column, Table
from pst_standards.documents.pdf.place import Place
from pst_standards.documents.pdf.tables import table

EXAMPLES: Final = Path(__file__).resolve().parents[2] / "examples"
GIVEN: Final = {
    "--events": "events",
    "--register": "recaps/2025.yaml",
    "--answers": "survey/skm-2024.csv",
}
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NARROW: Final = Table(
    columns=[Column(title="Tanggal pengajuan"), Column(title="No."), Column(title="Isi", share=9)],
    rows=[["30 September 2026", "1.", "perpustakaan"]],
    dense=True,
)


def words(title: str) -> list[str]:
    return re.findall(r"[^ \n-]+-?", title)


def titles(file: zipfile.ZipFile) -> Iterator[tuple[str, float, float]]:
    """Yield each word of a title with its width and that of its column, in points."""
    styles = etree.fromstring(file.read("word/styles.xml"))
    sizes = {
        style.get(f"{W}styleId"): size.get(f"{W}val", "")
        for style in styles.iter(f"{W}style")
        if (size := style.find(f"{W}rPr/{W}sz")) is not None
    }
    for shown in etree.fromstring(file.read("word/document.xml")).iter(f"{W}tbl"):
        head = shown.find(f"{W}tr")
        if head is None or head.find(f"{W}trPr/{W}tblHeader") is None:
            continue
        grid = [int(one.get(f"{W}w", "")) for one in shown.iterfind(f"{W}tblGrid/{W}gridCol")]
        for cell, wide in zip(head.iterfind(f"{W}tc"), grid, strict=True):
            style = cell.find(f"{W}p/{W}pPr/{W}pStyle")
            dense = style is not None and "Dense" in style.get(f"{W}val", "")
            own = cell.find(f".//{W}r/{W}rPr/{W}sz")
            usual = sizes["TableDenseHeading" if dense else "TableText"]
            points = int(usual if own is None else own.get(f"{W}val", "")) / 2
            for word in words("".join(one.text or "" for one in cell.iter(f"{W}t"))):
                yield word, width(word, strong=True) * points, wide / 20 - PADDING


@pytest.mark.unmeasured
@pytest.mark.parametrize("lang", ["id", "en"])
def test_no_word_of_a_title_is_wider_than_its_column(tmp_path: Path, lang: str) -> None:
    options = ["--format", "docx", "--quiet", "--lang", lang, "--out", str(tmp_path)]
    for option, given in GIVEN.items():
        options += [option, str(EXAMPLES / given)]
    assert main(["build", str(EXAMPLES / "kabupaten-semarang"), *options]) == 0
    found = 0
    for path in sorted(tmp_path.glob("*.docx")):
        with zipfile.ZipFile(path) as file:
            for word, asked, room in titles(file):
                assert asked <= room, (path.name, word)
                found += 1
    assert found > 500


def test_a_column_takes_from_those_that_have_more_than_their_words_need() -> None:
    found = with_room_for_words(NARROW, 200).columns
    total = sum(one.share for one in found)
    for column, told in zip(found, ("pengajuan", "No.", "perpustakaan"), strict=True):
        room = 200 * column.share / total - PADDING
        assert width(told, strong=column.title != "Isi") * DENSE <= room


def test_a_table_with_room_for_its_words_stays_as_it_is() -> None:
    assert with_room_for_words(NARROW, 900) is NARROW


def test_letters_of_an_office_become_smaller_before_a_word_breaks() -> None:
    same, scale = in_fitting_letters(NARROW, 200, 1.2)
    assert scale == 1
    fitted, scale = in_fitting_letters(NARROW, 150, 1.4)
    assert 0.7 < scale < 1
    total = sum(one.share for one in fitted.columns)
    widths = [150 * one.share / total - PADDING for one in fitted.columns]
    assert width("pengajuan", strong=True) * DENSE * 1.4 * scale <= widths[0]
    assert width("perpustakaan") * DENSE * 1.4 * scale <= widths[2]
    assert same.rows == fitted.rows


def test_the_words_of_titles_come_before_those_of_rows() -> None:
    told = "pertanggungjawaban-".replace("-", "")
    long = Table(columns=NARROW.columns[:2], rows=[[told, told]], dense=True)
    fitted, scale = in_fitting_letters(long, 100, 1.2)
    assert scale == 1
    assert fitted.columns[0].share > fitted.columns[1].share


def test_titles_in_a_pdf_are_not_broken() -> None:
    shown = table(NARROW, Place(room=200), lambda content, place: place.text(str(content)))
    assert shown["head"] == ["Tanggal pengajuan", "No.", "Isi"]
