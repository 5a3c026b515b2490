from __future__ import annotations

import pytest

from pst_standards.messages import choose_language, filled, has_text, text


def test_a_missing_sentence_is_a_fault_of_the_library() -> None:
    with pytest.raises(LookupError, match=r"definition: no-such \(en\)"):
        text("definition", "no-such", "en")

    assert not has_text("definition", "no-such")
    assert has_text("definition", "DEF-016", "en")


def test_a_users_value_is_quoted_cut_short_and_made_visible() -> None:
    said = text("definition", "DEF-029", "id", {"found": "<b>\u202e" + "x" * 200})

    assert "\u201c<b>\ufffd" in said
    assert "\N{HORIZONTAL ELLIPSIS}\u201d" in said
    assert "\u202e" not in said


def test_a_key_stands_beside_its_term() -> None:
    params = {"key": ("fee", "x"), "expected": ("array", "null"), "found": "string"}

    said = text("definition", "DEF-016", "id", params, {"fee": "Biaya/tarif"})

    assert said == (
        "Biaya/tarif (fee), x berisi teks, padahal seharusnya daftar dengan tanda -, kosong."
    )


@pytest.mark.parametrize(
    ("lang", "said"),
    [("id", "1.146, Rp20.000, Rp0, -Rp1.500"), ("en", "1,146, Rp20,000, Rp0, -Rp1,500")],
)
def test_numbers_and_money_are_written_as_people_write_them(lang: str, said: str) -> None:
    params = {"pages": 1146, "amounts": (20_000, 0, -1_500)}
    assert filled("{pages:number}, {amounts:rupiah}", lang, params) == said


@pytest.mark.parametrize(
    ("asked", "definition", "environment", "chosen"),
    [
        ("en", "id", {"LANG": "id_ID"}, "en"),
        (None, "en", {"LANG": "id_ID"}, "en"),
        (None, None, {"LC_ALL": "en_US.UTF-8", "LANG": "id_ID"}, "en"),
        (None, None, {"LC_ALL": "", "LC_MESSAGES": "en_US"}, "en"),
        ("fr", "de", {"LANG": "ms_MY"}, "id"),
        (None, None, {}, "id"),
    ],
)
def test_the_language_is_what_was_asked_then_the_definition_then_the_locale(
    asked: str | None, definition: str | None, environment: dict[str, str], chosen: str
) -> None:
    assert chosen == choose_language(asked, definition, environment)


def test_a_language_that_there_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="lang: expected one of id, en, found 'fr'"):
        text("rules", "STD-001", "fr")


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2026-03-05", "5 Maret 2026", "5 March 2026"),
        ("2026-12-24T09:05:00+07:00", "24 Desember 2026 pukul 09.05", "24 December 2026, 09:05"),
        ("kemarin", "kemarin", "kemarin"),
        ("2026-99-01", "1 99 2026", "1 99 2026"),
    ],
)
def test_days_are_written_out(value: str, indonesian: str, english: str) -> None:
    assert filled("{day:date}", "id", {"day": value}) == indonesian
    assert filled("{day:date}", "en", {"day": value}) == english


def test_the_end_of_a_long_place_is_shown() -> None:
    place = "C:/" + "Pelayanan Statistik Terpadu/" * 9 + "rekap.xlsx"
    said = text("cli", "refusal.report-template-there", "id", {"file": place})
    assert "\u201c\u2026" in said
    assert "Terpadu/rekap.xlsx\u201d" in said
    assert "\u201crekap.xlsx\u201d" in text(
        "cli", "refusal.report-template-there", "id", {"file": "rekap.xlsx"}
    )
