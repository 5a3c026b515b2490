"""Letters that are drawn as strokes, for formats that take no vectors."""

from __future__ import annotations

import unicodedata

from pst_standards.documents.drawing import Canvas, text_width

_BLACK = (0, 0, 0)


def drawn(words: str) -> bytes:
    sheet = Canvas(60, 60)
    sheet.text(words, 30, 20, 20, _BLACK)
    return sheet.png()


BLANK = drawn("")
BOX = drawn("\N{CJK UNIFIED IDEOGRAPH-65E5}")


def latin() -> list[str]:
    """Return the small and large letters of the languages that write with Latin letters."""
    every = (chr(number) for number in (*range(0x21, 0x7F), *range(0xC0, 0x180)))
    odd = "\u0138\u0149\u017f"
    return [one for one in every if unicodedata.category(one)[0] == "L" and one not in odd]


def test_every_latin_letter_is_drawn_with_its_marks() -> None:
    for letter in latin():
        shown, apart = drawn(letter), unicodedata.normalize("NFD", letter)
        assert shown not in (BLANK, BOX), letter
        assert shown == drawn(apart)
        if apart != letter:
            assert shown != drawn(apart[0]), letter


def test_signs_of_sentences_are_drawn() -> None:
    for sign in ";:,.!?'\"&()[]/%+-=_#@*\u2018\u2019\u201c\u201d\u2013\u2014\u2026":
        assert drawn(sign) not in (BLANK, BOX), sign


def test_what_has_no_strokes_is_seen_to_be_missing() -> None:
    assert BOX != BLANK
    assert drawn("\N{GRINNING FACE}") == BOX
    for nothing in (" ", "\N{NO-BREAK SPACE}", "\x07", "\N{COMBINING ACUTE ACCENT}"):
        assert drawn(nothing) == BLANK
    assert text_width("A\N{GRINNING FACE}", 6) > text_width("A", 6)
