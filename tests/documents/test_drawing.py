"""What is drawn as pixels, for formats that take no vectors: words, boxes and outlines."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.documents.drawing import Canvas, shown, text_width
from pst_standards.documents.filling import FINE, circle, stroke
from pst_standards.documents.glyphs import words_coverage
from pst_standards.documents.plots import DARK, LIGHT, PAPER, RED, Anchor, Plot
from tests.documents.picture_pixels import pixels


def drawn(words: str) -> tuple[bytes, ...]:
    return words_coverage(shown(words), 0, 16).rows


BLANK = drawn("")
BOX = drawn("\N{CJK UNIFIED IDEOGRAPH-65E5}")


def latin() -> list[str]:
    """Return the small and large letters of the languages that write with Latin letters."""
    every = (chr(number) for number in (*range(0x21, 0x7F), *range(0xC0, 0x180)))
    return [one for one in every if unicodedata.category(one)[0] == "L"]


def test_every_latin_letter_is_drawn_with_its_marks() -> None:
    for letter in latin():
        picture, apart = drawn(letter), unicodedata.normalize("NFD", letter)
        assert picture not in (BLANK, BOX), letter
        assert picture == drawn(apart)
        if apart != letter:
            assert picture != drawn(apart[0]), letter


def test_small_letters_are_drawn_as_such() -> None:
    assert all(drawn(one) != drawn(one.upper()) for one in latin() if one != one.upper())


def test_signs_of_sentences_are_drawn() -> None:
    for sign in ";:,.!?'\"&()[]/%+-=_#@*\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2192\u2264":
        assert drawn(sign) not in (BLANK, BOX), sign


def test_what_the_font_lacks_is_seen_to_be_missing() -> None:
    assert BOX != BLANK
    assert drawn("\N{GRINNING FACE}") == BOX
    for nothing in (" ", "\N{NO-BREAK SPACE}", "\x07", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}"):
        assert drawn(nothing) == BLANK
    assert text_width("A\N{GRINNING FACE}", 6) > text_width("A", 6)


@pytest.mark.parametrize("anchor", Anchor)
@pytest.mark.parametrize("words", ["Nilai Halim", "i", "Paling lama 14 hari", "MEI"])
def test_words_stand_in_pixels_where_they_stand_in_vectors(words: str, anchor: Anchor) -> None:
    plot = Plot("t", "d", height=60, width=900)
    plot.words(words, 450, 20, high=20, anchor=anchor)
    inked = [x for row in pixels(plot.png()) for x, colour in enumerate(row) if colour != PAPER]
    wide = text_width(words, 20)
    start = {Anchor.START: 450.0, Anchor.MIDDLE: 450 - wide / 2, Anchor.END: 450 - wide}[anchor]
    # A letter does not begin at the very edge of its room.
    assert start <= min(inked) <= start + 5
    assert start + wide - 5 <= max(inked) <= start + wide
    assert f'x="450" y="40" font-size="28" text-anchor="{anchor}"' in plot.svg()
    assert "'Liberation Sans'" in plot.svg()


def test_the_edges_of_letters_are_mixed_with_what_is_under_them() -> None:
    plot = Plot("t", "d", height=40, width=60)
    plot.box(0, 0, 30, 40, LIGHT)
    plot.words("oo", 16, 8, high=20, colour=RED)
    left, right = ({c for row in pixels(plot.png()) for c in row[h : h + 30]} for h in (0, 30))
    for ground, colours in ((LIGHT, left), (PAPER, right)):
        assert {ground, RED} < colours
        for mixed in colours:
            ends = zip(mixed, ground, RED, strict=True)
            assert all(min(a, b) <= part <= max(a, b) for part, a, b in ends)
    assert PAPER not in left


def test_what_leaves_the_sheet_is_cut_off() -> None:
    canvas = Canvas(10, 10)
    canvas.fill(stroke((-5, -5), (20, 20), 2), DARK)
    canvas.text("W", -10, 6, 17, DARK)
    canvas.text("W", 8, 15, 17, DARK)
    canvas.text("W", 50, 80, 17, DARK)
    canvas.box(-5, 8, 50, 50, RED)
    drawn = pixels(canvas.png())
    assert [len(row) for row in drawn] == [10] * 10
    assert drawn[5][5] == DARK
    assert drawn[9] == [RED] * 10


def test_more_colours_than_a_picture_can_list_are_shown_by_the_nearest() -> None:
    canvas = Canvas(400, 1)
    for place in range(400):
        canvas.box(place, 0, 1, 1, (place % 256, place // 256, 0))
    (row,) = pixels(canvas.png())
    # White is one of them.
    assert len(set(row)) == 255
    assert row[200] == (200, 0, 0)
    assert row[300] == (44, 0, 0)


def test_a_dot_and_a_stroke_have_the_size_they_should() -> None:
    canvas = Canvas(60, 60)
    canvas.fill(circle(20, 20, 10), DARK)
    canvas.fill(stroke((40, 10), (50, 50), 4), RED)
    drawn = [colour for row in pixels(canvas.png()) for colour in row]
    black = sum(1 - (c[0] - DARK[0]) / (255 - DARK[0]) for c in drawn if c[0] < c[2] or c == DARK)
    assert abs(black - 314.2) < 3
    red = sum((255 - c[1]) / (255 - RED[1]) for c in drawn if c[0] > c[2])
    assert abs(red - 4 * (10**2 + 40**2) ** 0.5) < 2
    assert stroke((3, 3), (3, 3), 4) == [(3 * FINE, 3 * FINE)] * 4


@settings(max_examples=50)
@given(st.text(max_size=12), st.integers(6, 40), st.sampled_from(list(Anchor)))
def test_any_words_can_be_drawn(words: str, high: int, anchor: Anchor) -> None:
    plot = Plot(words, words, height=30, width=40)
    plot.words(words, 20, 5, high=high, anchor=anchor)
    assert [len(row) for row in pixels(plot.png())] == [40] * 30
    assert plot.svg().encode()
