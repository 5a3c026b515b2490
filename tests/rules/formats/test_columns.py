from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.rules.formats.columns import width, window, wrapped

LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Zl", "Zp")), max_size=120
).map(lambda text: text.replace("\n", " ").replace("\r", " "))
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=9)


@given(st.lists(WORDS, max_size=30), st.integers(25, 100))
def test_no_line_is_wider_and_no_word_is_lost(words: list[str], columns: int) -> None:
    lines = list(wrapped(" ".join(words), columns, "- "))
    assert " ".join(lines).split() == ["-", *" ".join(words).split()]
    assert all(width(line) <= columns for line in lines)


def test_a_word_that_is_too_long_stays_whole() -> None:
    path = "a/" * 30
    assert list(wrapped(f"lihat {path} ini", 20)) == ["lihat", path, "ini"]


def test_an_empty_text_is_one_line() -> None:
    assert list(wrapped("", 20, "> ")) == [">"]


@given(LINES, st.integers(1, 130), st.integers(12, 100))
def test_a_window_fits_and_the_caret_stands_below_its_sign(
    line: str, column: int, columns: int
) -> None:
    shown, before = window(line, column, columns)
    assert width(shown) <= columns
    assert 0 <= before <= columns
    assert "\t" not in shown
    assert shown.replace("\u200c", "").replace("\u200d", "").isprintable()


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("fee: gratis", 6, "fee: gratis", 5),
        ("fee: gratis", 99, "fee: gratis", 11),
        ("\t\tfee: gratis", 3, "        fee: gratis", 8),
        ("統計: x", 5, "統計: x", 6),
        ("e\u0301: x", 4, "e\u0301: x", 2),
        ("a\x1b[2Jb", 6, "a\ufffd[2Jb", 5),
        ("\u202eterbalik", 2, "\ufffdterbalik", 1),
        ("", 1, "", 0),
    ],
)
def test_tabs_wide_signs_and_marks_are_counted_as_a_terminal_does(
    line: str, column: int, shown: str, before: int
) -> None:
    assert window(line, column, 40) == (shown, before)


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 300 + "SINI" + "y" * 300
    shown, before = window(line, 301, 60)
    assert shown[before:].startswith("SINI")
    assert (shown[0], shown[-1]) == ("…", "…")
    assert window(line, 1, 20)[0] == "x" * 18 + "…"
    assert window(line, 604, 20)[0].endswith("y")


def test_wide_letters_take_two_columns() -> None:
    assert (width("\uff21\uff22"), width("AB")) == (4, 2)


@pytest.mark.parametrize(
    ("columns", "shown", "before"),
    [
        (20, "…xxxxxxxxxSINIyyyyy…", 10),
        (21, "…xxxxxxxxxSINIyyyyyy…", 10),
        (40, "x" * 15 + "SINI" + "y" * 15, 15),
        (34, "x" * 15 + "SINI" + "y" * 15, 15),
        (33, "xxxxxxxxxxxxxxxSINIyyyyyyyyyyyy…", 15),
    ],
)
def test_half_of_the_room_lies_before_the_place(columns: int, shown: str, before: int) -> None:
    assert window("x" * 15 + "SINI" + "y" * 15, 16, columns) == (shown, before)
