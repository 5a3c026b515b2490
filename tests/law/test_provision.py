from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.law import Provision


@pytest.mark.parametrize(
    ("provision", "indonesian", "english"),
    [
        (Provision(), "", ""),
        (Provision(article="21", letter="c"), "Pasal 21 huruf c", "Article 21 letter c"),
        (Provision(article="1", number="7"), "Pasal 1 angka 7", "Article 1 number 7"),
        (
            Provision(article="37", paragraph="3", letter="j"),
            "Pasal 37 ayat (3) huruf j",
            "Article 37 paragraph (3) letter j",
        ),
        (Provision(annex=""), "Lampiran", "Annex"),
        (Provision(annex="III", letter="a"), "Lampiran III huruf a", "Annex III letter a"),
    ],
)
def test_a_place_is_written_in_both_languages(
    provision: Provision, indonesian: str, english: str
) -> None:
    assert provision.place() == str(provision) == indonesian
    assert provision.place("en") == english


def test_an_elucidation_says_so() -> None:
    assert str(Provision(article="21", elucidation=True)) == "penjelasan Pasal 21"
    assert str(Provision(elucidation=True)) == "penjelasan"


@pytest.mark.parametrize(
    "parts",
    [
        {"article": "0"},
        {"article": "21a"},
        {"article": "21", "letter": "C"},
        {"article": "21", "letter": "ab"},
        {"article": "21", "paragraph": "(1)"},
        {"article": "21", "paragraph": "0"},
        {"article": "21", "annex": "I"},
        {"annex": "first"},
        {"annex": "I", "paragraph": "1"},
        {"paragraph": "1"},
        {"letter": "a"},
        {"number": "1"},
        {"article": "21\n"},
    ],
)
def test_a_part_of_another_form_or_without_its_whole_is_refused(parts: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"."):
        Provision(**parts)  # type: ignore[arg-type]


def test_only_a_place_that_names_none_is_the_whole() -> None:
    assert Provision().is_whole
    assert not Provision(article="1").is_whole
    assert not Provision(annex="").is_whole


def test_places_order_as_the_law_is_read() -> None:
    written = [
        Provision(),
        Provision(article="I"),
        Provision(article="2"),
        Provision(article="9"),
        Provision(article="10"),
        Provision(article="10", paragraph="1"),
        Provision(article="10", paragraph="2"),
        Provision(article="10A"),
        Provision(annex="I"),
        Provision(annex="II"),
        Provision(article="1", elucidation=True),
    ]
    backwards = written[::-1]
    assert sorted(backwards) == written


@given(st.lists(st.from_type(Provision), max_size=6))
def test_the_order_of_places_is_total(written: list[Provision]) -> None:
    for first, second in pairwise(sorted(written)):
        assert first <= second


def test_a_place_compares_only_with_places() -> None:
    with pytest.raises(TypeError):
        _ = Provision() < 1
