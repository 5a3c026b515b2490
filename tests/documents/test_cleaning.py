from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.documents.cleaning import _UNWANTED, clean, safe_address

anything = st.text(st.characters(exclude_categories=()))


@given(anything)
def test_no_control_character_is_left_but_tab_and_newline(text: str) -> None:
    left = set(clean(text)) - {"\t", "\n"}
    assert not [char for char in left if unicodedata.category(char) in {"Cc", "Cs"}]
    assert clean(text).encode("utf-8").decode("utf-8") == clean(clean(text))


@pytest.mark.parametrize("text", ["Jln. Dr. Sutomo 6-8", "é ñ 漢字 🙂", "\ttab\nbaris", "Rp10.000"])
def test_ordinary_text_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"


def test_marks_that_turn_the_direction_of_writing_are_dropped() -> None:
    assert clean("akta\u202efdp.exe\u2066") == "aktafdp.exe"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://contoh.go.id/a?b=1&c=d#e", "https://contoh.go.id/a?b=1&c=d#e"),
        ("HTTPS://contoh.go.id", "HTTPS://contoh.go.id"),
        (" https://contoh.go.id/ñ ", "https://contoh.go.id/%C3%B1"),
        ("mailto:ppid@contoh.go.id", "mailto:ppid@contoh.go.id"),
        ("tel:+62298000000", "tel:+62298000000"),
        ('https://contoh.go.id/"><script>', "https://contoh.go.id/%22%3E%3Cscript%3E"),
    ],
)
def test_good_addresses_stay_followable(address: str, shown: str) -> None:
    assert safe_address(address) == shown


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "//contoh.go.id",
        "contoh.go.id",
        "https://",
        "https:contoh",
        "mailto:",
        "https://contoh.go.id:port/",
        "https://contoh.go.id:0/",
        "https://[::1",
        "",
    ],
)
def test_other_addresses_are_left_out(address: str) -> None:
    assert safe_address(address) == ""


@given(anything)
def test_an_address_is_plain_ascii_of_a_known_scheme_or_nothing(address: str) -> None:
    for tried in (address, f"https://{address}", f"mailto:{address}"):
        shown = safe_address(tried)
        assert shown.isascii()
        assert not set(shown) & set('"<>\\^`{|} \n\t')
        assert not shown or urlsplit(shown).scheme in {"http", "https", "mailto", "tel"}


@pytest.mark.unmeasured
def test_what_can_be_printed_is_never_taken_away() -> None:
    printed = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    assert _UNWANTED.search(printed) is None, "clean looks no further where all can be printed"
