from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.model.base import Text
from pst_standards.rules.detectors.reading import (
    all_words,
    comparable,
    either,
    first_words,
    places,
    repeats,
)

LONG = "a" * 20_001


@pytest.mark.parametrize(
    ("text", "first", "whole"),
    [
        (None, "", ""),
        ("Buku tamu", "Buku tamu", "Buku tamu"),
        (Text("Buku tamu"), "Buku tamu", "Buku tamu"),
        (Text("Buku tamu", ""), "Buku tamu", "Buku tamu"),
        (Text(None, "Guest book"), "Guest book", "Guest book"),
        (Text("", "Guest book"), "Guest book", "Guest book"),
        (Text("Buku tamu", "Guest book"), "Buku tamu", "Buku tamu\nGuest book"),
        (Text(), "", ""),
        (LONG, LONG[:-1], LONG[:-1]),
        (Text(LONG), LONG[:-1], LONG[:-1]),
        (Text(None, LONG), LONG[:-1], LONG[:-1]),
        (Text(LONG, LONG), LONG[:-1], f"{LONG[:-1]}\n{LONG[:-1]}"),
    ],
)
def test_the_words_of_a_text_are_those_of_its_languages(
    text: Text | str | None, first: str, whole: str
) -> None:
    assert first_words(text) == first
    assert all_words(text) == whole


def test_a_detector_looks_into_all_texts_and_into_no_empty_one() -> None:
    looked: list[str] = []

    def finds(words: str) -> bool:
        looked.append(words)
        return words == "dua"

    assert either(finds, None, "satu", Text(), "dua", "tiga")
    assert looked == ["satu", "dua"]
    assert not either(finds, "satu")


def test_the_places_of_what_is_found_are_told() -> None:
    assert places(str.isupper, ("A", "b", "", "C")) == (0, 3)
    assert places(str.isspace, ("", "a")) == ()


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("1. Mengisi  Buku-Tamu.", "mengisibukutamu"),
        ("(12) Datang", "datang"),
        ("a. Datang", "datang"),
        ("B) Datang", "datang"),
        ("- Datang", "datang"),
        ("\N{BULLET} Datang", "datang"),
        ("10.000 rupiah", "10000rupiah"),
        ("2 rangkap", "2rangkap"),
        ("di.kirim", "dikirim"),
        ("Snake_case", "snakecase"),
        ("Stra\N{LATIN SMALL LETTER SHARP S}e", "strasse"),
        ("...", ""),
        ("", ""),
    ],
)
def test_texts_are_held_together_without_case_and_signs(words: str, plain: str) -> None:
    assert comparable(words) == plain


def test_only_the_beginning_of_a_long_text_is_held_together() -> None:
    assert comparable(LONG) == LONG[:-1]


@given(st.text(max_size=30))
def test_case_and_spaces_make_no_difference(words: str) -> None:
    assert comparable(words.casefold()) == comparable(f"{words.casefold()}  .")


def test_repeated_texts_are_told_with_the_nearest_before() -> None:
    assert repeats(("Datang", "Antre", "datang", "ANTRE", "1. Datang")) == (
        (2, (0,)),
        (3, (1,)),
        (4, (2, 0)),
    )
    assert repeats(("Datang", "Antre")) == repeats(()) == ()
    assert repeats(("Datang\nArrives", "Datang\nComes")) == ((1, (0,)),)


def test_of_many_equal_texts_only_the_nearest_are_told() -> None:
    found = repeats(("Antre",) * 12)
    assert found[0] == (1, (0,))
    assert found[7] == (8, (7, 6, 5, 4, 3, 2, 1, 0))
    assert found[8] == (9, (8, 7, 6, 5, 4, 3, 2, 1))
    assert len(found) == 11
