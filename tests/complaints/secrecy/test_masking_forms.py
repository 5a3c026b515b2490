"""Usual ways of writing a number or an address, each of which is masked."""

from __future__ import annotations

import pytest

from pst_standards.complaints.secrecy.masking import masked


@pytest.mark.parametrize(
    "words",
    [
        "+62 (812) 3456-7890",
        "+62 (0812) 3456-7890",
        "+62(0)812 3456 7890",
        "0(812) 3456 7890",
        "0812\u00ad3456\u00ad7890",
    ],
)
def test_a_number_with_brackets_or_soft_hyphens_is_masked(words: str) -> None:
    assert masked(f"Hubungi {words} ya") == "Hubungi [nomor telepon disamarkan] ya"


@pytest.mark.parametrize(
    "words",
    ["siti[at]contoh[dot]id", "siti@contoh\u2024id", "siti (at) contoh (dot) id"],
)
def test_an_address_with_a_dot_in_words_is_masked(words: str) -> None:
    assert masked(f"Tulis ke {words}, ya") == "Tulis ke [surel disamarkan], ya"


@pytest.mark.parametrize("words", ["(telp 081234567890)", "jam 08 (8 orang)", "62 (8 orang)"])
def test_a_bracket_around_it_stays(words: str) -> None:
    assert masked(words).endswith(")")
