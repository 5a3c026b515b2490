"""The outlines in the shipped font, and the pixels that they cover."""

from __future__ import annotations

import math
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.documents.filling import MOST, Coverage, filled, merged
from pst_standards.documents.glyphs import OutlinePoint, letter_coverage, outlines, words_coverage
from pst_standards.documents.letters import width
from pst_standards.documents.shipped_font import font_file

SIZE = 28
Square = list[tuple[int, int]]


def outlines_of(letter: str) -> list[list[OutlinePoint]]:
    return outlines(font_file().glyphs[ord(letter)])


def ink(coverage: Coverage) -> float:
    """Return how many pixels are covered."""
    return math.fsum(share for row in coverage.rows for share in row) / MOST


def square(start: int, size: int, *, backwards: bool = False) -> Square:
    end = start + size
    corners = [(start, start), (end, start), (end, end), (start, end)]
    return corners[::-1] if backwards else corners


def test_every_glyph_fills_the_box_that_its_head_tells() -> None:
    font = font_file()
    (count,) = font.read(">H", "maxp", 4)
    for number in range(count):
        # Between one or two points there is no ink.
        inked = (outline for outline in outlines(number) if len(outline) > 2)
        points = [(x, y) for outline in inked for x, y, _ in outline]
        if not points:
            continue
        (start,) = font.read(">L", "loca", 4 * number)
        told = font.read(">4h", "glyf", start + 2)
        corners = (*map(min, zip(*points, strict=True)), *map(max, zip(*points, strict=True)))
        assert corners == told, number


def test_a_letter_without_curves_is_a_box() -> None:
    (outline,) = outlines_of("l")
    assert len(outline) == 4
    assert all(on_curve for _, _, on_curve in outline)
    shown = letter_coverage("l", SIZE)
    assert (len(shown.rows), len(set(shown.rows[1:]))) == (21, 1)
    (high, wide) = (max(y for _, y, _ in outline), max(x for x, _, _ in outline) - outline[0][0])
    assert abs(ink(shown) - high * abs(wide) * (SIZE / 2048) ** 2) < 1


def test_a_round_letter_has_a_hole() -> None:
    shown = letter_coverage("o", SIZE)
    middle = shown.rows[len(shown.rows) // 2]
    assert middle[len(middle) // 2] == 0
    assert max(middle[:5]) == max(middle[-5:]) == MOST
    assert len(outlines_of("o")) == 2


def test_a_letter_with_a_mark_is_the_letter_and_its_mark() -> None:
    bare, marked = outlines_of("e"), outlines_of("\N{LATIN SMALL LETTER E WITH ACUTE}")
    assert marked[: len(bare)] == bare
    assert len(marked) == len(bare) + 1
    assert min(y for _, y, _ in marked[-1]) > max(y for _, y, _ in bare[0])


def test_a_blank_covers_nothing_and_what_is_lacking_is_a_box() -> None:
    assert letter_coverage(" ", SIZE).rows == ()
    lacking = letter_coverage("\N{GRINNING FACE}", SIZE)
    assert lacking == letter_coverage("\N{CJK UNIFIED IDEOGRAPH-65E5}", SIZE)
    assert lacking.rows[10][1] > MOST // 2
    assert lacking.rows[10][len(lacking.rows[10]) // 2] == 0


@pytest.mark.parametrize(("backwards", "covered"), [(True, 12), (False, 16)])
def test_only_an_outline_that_runs_the_other_way_leaves_a_hole(
    backwards: bool, covered: int
) -> None:
    assert ink(filled([square(0, 256), square(64, 128, backwards=backwards)])) == covered


def test_a_pixel_that_is_covered_in_part_is_told_so() -> None:
    (row,) = filled([[(32, 0), (128, 0), (128, 32), (32, 32)]]).rows
    assert row[0] in {MOST // 4, MOST // 4 + 1}
    assert row[1] in {MOST // 2, MOST // 2 + 1}
    assert filled([]) == filled([[(5, 5)]]) == Coverage(0, 0, ())


def test_letters_that_touch_cover_a_pixel_together() -> None:
    both = merged([Coverage(0, 0, (bytes([15, 6]),)), Coverage(1, -1, (b"\1", bytes([12])))])
    assert both == Coverage(0, -1, (bytes([0, 1]), bytes([15, 15])))


@settings(max_examples=50)
@given(st.text(st.characters(max_codepoint=0x2FF), max_size=10), st.integers(8, 60))
def test_any_words_stand_in_the_room_of_the_font(words: str, size: int) -> None:
    font = font_file()
    left, low, right, high = (one * size / font.units for one in font.read(">4h", "head", 36))
    shown = words_coverage(words, 100.0, size)
    if not shown.rows:
        assert all(unicodedata.category(one)[0] in "ZC" for one in words)
        return
    assert {len(row) for row in shown.rows} == {len(shown.rows[0])}
    assert 99 + left <= shown.left
    assert shown.left + len(shown.rows[0]) <= 102 + width(words) * size + right
    assert -high - 1 <= shown.top
    assert shown.top + len(shown.rows) <= 1 - low
    assert max(map(max, shown.rows)) <= MOST
