from __future__ import annotations

import pytest

from pst_standards.rules.formats.cleaning import clean, one_line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb\r\rc", "a\nb\n\nc"),
        ("a\n\tb", "a\n\tb"),
        ("a\x00\x1b\x7f\x9fb", "a\ufffd\ufffd\ufffd\ufffdb"),
        ("\u202eterbalik\u2069", "\ufffdterbalik\ufffd"),
        ("\ud800\uffff", "\ufffd\ufffd"),
        ("統計 é", "統計 é"),
    ],
)
def test_what_no_reader_should_see_is_replaced(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_line_has_no_ends_and_single_spaces() -> None:
    assert one_line(" a\r\n\n b\tc\x1b ") == "a b c\ufffd"
