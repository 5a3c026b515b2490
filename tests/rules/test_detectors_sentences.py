from __future__ import annotations

import pytest

from pst_standards.rules.detectors.sentences import is_denied, sentences


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ()),
        (" . ; ", ()),
        ("Satu. Dua! Tiga? Empat; lima", ("satu", "dua", "tiga", "empat", "lima")),
        ("Satu\nDua", ("satu", "dua")),
        ("Tarif Rp10.000,- per judul.", ("tarif rp10.000,- per judul",)),
        ("Maks. 10 menit, min. 5, No. 3, Rp. 500", ("maks. 10 menit, min. 5, no. 3, rp. 500",)),
        ("Pasal\u00a021\u2013 22", ("pasal 21- 22",)),
        ("dan\u2010atau \u2014 ya", ("dan-atau - ya",)),
        ("tamaks. selesai", ("tamaks", "selesai")),
    ],
)
def test_a_text_is_cut_into_sentences(words: str, expected: tuple[str, ...]) -> None:
    assert sentences(words) == expected


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        ("tidak ", True),
        ("tanpa ", True),
        ("does not ", True),
        ("tidak" + " " * 35, True),
        ("tidak" + " " * 36, False),
        ("setidaknya ", False),
        ("", False),
    ],
)
def test_a_denial_stands_before(before: str, *, denied: bool) -> None:
    assert is_denied(f"{before}menghapus hak", len(before)) is denied


def test_a_denial_stands_inside() -> None:
    said = "pengaduan tidak dianggap selesai"
    assert is_denied(said, 0, len(said))
    assert not is_denied(said, 0)
    assert not is_denied(said, 0, 9)
