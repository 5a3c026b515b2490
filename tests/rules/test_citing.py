from __future__ import annotations

import pytest

from pst_standards.model.base import Text
from pst_standards.rules import citing
from pst_standards.rules.citing import MOST_READ, cited_in, keys_in


def found(*texts: str) -> list[tuple[str, int, list[str]]]:
    told = citing.citing((text, (None, place)) for place, text in enumerate(texts))
    return [
        (one.saying.words[:20], len(one.words), sorted(map(str, one.cited.keys))) for one in told
    ]


@pytest.mark.parametrize(
    "words",
    [
        "UU 25/2009",
        "UU 16/1997",
        "Pasal 22",
        "article 22",
        "Article 22",
        "PASAL 22",
        "ARTICLE 22",
    ],
)
def test_every_spelling_of_a_citation_is_looked_at(words: str) -> None:
    assert [whole for whole, *_ in found(words)] == [words]


@pytest.mark.parametrize("words", ["Buku tamu", "Lantai 3", "", "Tahun 1845"])
def test_what_cites_nothing_is_left_out(words: str) -> None:
    assert found(words) == []


def test_a_year_alone_is_no_citation() -> None:
    assert found("Disusun pada 2026") == []


def test_places_that_do_not_exist_are_named() -> None:
    assert cited_in("UU 25/2009 Pasal 99 huruf z").nowhere == ("UU 25/2009 Pasal 99 huruf z",)
    assert cited_in("UU 25/2009 Pasal 21 huruf a").nowhere == ()


def test_short_and_long_texts_are_read_alike() -> None:
    for length in (980, 990, 1000, 1100):
        words = "UU 25/2009 " + "x" * (length - 11)
        assert len(words) == length
        assert sorted(map(str, cited_in(words).keys)) == ["UU 25/2009"]
    assert cited_in("UU 25/2009") is cited_in("UU 25/2009")
    long = "UU 25/2009 " + "x" * 2000
    assert cited_in(long) is not cited_in(long)


def test_texts_are_read_up_to_a_limit_for_all_of_them() -> None:
    filler = "UU 25/2009 " + "x" * (MOST_READ - 11)
    assert [size for _, size, _ in found(filler)] == [MOST_READ]
    told = found(filler, "UU 16/1997 dan")
    assert [size for _, size, _ in told] == [MOST_READ, 0]
    assert told[1][2] == []


def test_a_text_that_is_cut_is_cut_between_words() -> None:
    told = found("UU 25/2009 " + "kata " * MOST_READ)
    ((_, size, keys),) = told
    assert size <= MOST_READ
    assert keys == ["UU 25/2009"]
    _, (_, left, nothing) = found("UU 25/2009 " + "kata " * MOST_READ, "UU 16/1997")
    assert left < len("UU 16/1997")
    assert nothing == []


def test_regulations_of_both_languages_are_found() -> None:
    texts = (Text("UU 25/2009", "PP 96/2012"), "UU 16/1997", None, Text("Buku tamu"))
    assert sorted(map(str, keys_in(texts))) == ["PP 96/2012", "UU 16/1997", "UU 25/2009"]
    assert keys_in(()) == frozenset()
    assert keys_in(("x" * 1001 + " UU 25/2009",)) == frozenset()
