from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.law import RegulationKey, RegulationKind
from pst_standards.law.key import natural

keys = st.from_type(RegulationKey)


@given(keys)
def test_writing_and_reading_are_inverse(key: RegulationKey) -> None:
    assert RegulationKey.parse(str(key)) == key


@given(st.lists(keys, max_size=6))
def test_keys_order_by_rank_then_year_then_number(written: list[RegulationKey]) -> None:
    for first, second in pairwise(sorted(written)):
        assert (first.kind.rank, first.year) <= (second.kind.rank, second.year)
        assert first <= second
        assert not second < first


def test_an_act_stands_before_what_carries_it_out() -> None:
    written = ["Perka BPS 78/2020", "PP 96/2012", "PermenPANRB 15/2014", "UU 25/2009", "UU 8/2016"]
    assert [str(key) for key in sorted(map(RegulationKey.parse, written))] == [
        "UU 25/2009",
        "UU 8/2016",
        "PP 96/2012",
        "PermenPANRB 15/2014",
        "Perka BPS 78/2020",
    ]


def test_number_nine_stands_before_number_ten() -> None:
    assert RegulationKey.parse("PP 9/2012") < RegulationKey.parse("PP 10/2012")


def test_a_leading_zero_names_the_same_regulation() -> None:
    assert RegulationKey.parse("PP 07/2015") == RegulationKey.parse("PP 7/2015")


def test_a_key_compares_only_with_keys() -> None:
    with pytest.raises(TypeError):
        _ = RegulationKey.parse("UU 25/2009") < "UU 25/2009"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "UU",
        "UU 25",
        "UU 25/09",
        "UU /2009",
        "Perda 3/2010",
        "UU 25/2009/",
        "UU x/2009",
        "UU 25/2300",
    ],
)
def test_a_text_that_is_no_short_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        RegulationKey.parse(text)


@pytest.mark.parametrize(
    "number", ["", "25/", "/25", "2 5", "25//1", "RB/1", "1" * 41, "25\n", "25;--"]
)
def test_a_number_of_another_form_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        RegulationKey(kind=RegulationKind.LAW, number=number, year=2009)


def test_the_long_form_keeps_a_composed_number_whole() -> None:
    key = RegulationKey.parse("Kep. Inspektur Utama BPS B146/BPS/8000/10/2019")
    assert key.long() == (
        "Keputusan Inspektur Utama Badan Pusat Statistik Nomor B146/BPS/8000/10/2019"
    )
    assert key.long("en").endswith("Number B146/BPS/8000/10/2019")


def test_every_kind_has_its_names_and_its_issuer() -> None:
    for rank, kind in enumerate(RegulationKind):
        assert kind.rank == rank
        assert kind.official()
        assert kind.official("en")
        assert kind.issuer


def test_no_spelling_belongs_to_two_kinds() -> None:
    written = [
        spelling.lower() for kind in RegulationKind for spelling in dict.fromkeys(kind.spellings)
    ]
    assert sorted(written) == sorted(set(written))


def test_natural_order_of_texts() -> None:
    assert natural(None) == natural("") == (0, "")
    assert natural("18A") == (18, "A")
    assert natural("a") == (0, "a")
