"""Every provision on the standard and the maklumat is cited by a rule, or listed with a reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any, Final

import pytest

from pst_standards.findings import Verdict
from pst_standards.law import Citation, exists
from pst_standards.rules.articles import unruled
from pst_standards.rules.rows import catalogue

COVERED: Final = {"UU 25/2009": range(20, 23), "PP 96/2012": range(22, 34)}


def letters(count: int) -> Iterator[str]:
    return (chr(ord("a") + place) for place in range(count))


def places(article: Mapping[str, Any]) -> Iterator[str]:
    """Yield the paragraphs and letters of an article; an article without any is one place."""
    if not article:
        yield ""
    yield from (f" huruf {letter}" for letter in letters(article.get("letters", 0)))
    for number, count in enumerate(article.get("paragraphs", ()), start=1):
        yield f" ayat ({number})"
        yield from (f" ayat ({number}) huruf {letter}" for letter in letters(count))


def provisions() -> Iterator[Citation]:
    file = resources.files("pst_standards.law") / "data" / "structure.json"
    structure = json.loads(file.read_text(encoding="utf-8"))
    for law, articles in COVERED.items():
        for number in articles:
            for place in places(structure[law][str(number)]):
                yield Citation.parse(f"{law} Pasal {number}{place}")


PROVISIONS: Final = tuple(provisions())


def steps(citation: Citation) -> tuple[str, ...]:
    """Return law, article, paragraph and letter as far as they are named; elucidations count."""
    parts = (citation.article, citation.paragraph, citation.letter)
    return (str(citation.regulation), *(part for part in parts if part is not None))


def cited_places() -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield each place that a rule cites, and whether it stands for all that is in it."""
    for row in catalogue().law():
        cited = (Citation.parse(one.cite) for one in row.citations)
        # A rule of quality leans on an article without asking for all that stands there.
        whole = row.verdict is not Verdict.QUALITY
        yield from ((steps(one), whole) for one in cited if one.article is not None)


CITED: Final = frozenset(cited_places())


def is_cited(provision: Citation) -> bool:
    """Whether a rule cites a provision, a part of it, or what stands around it."""
    wanted = steps(provision)
    exactly = any(place[: len(wanted)] == wanted for place, _ in CITED)
    return exactly or any(whole and wanted[: len(place)] == place for place, whole in CITED)


def test_the_provisions_are_all_there() -> None:
    named = [str(one) for one in PROVISIONS]
    assert len(named) == len(set(named)) == 70
    assert "UU 25/2009 Pasal 21 huruf n" in named
    assert "PP 96/2012 Pasal 26 ayat (2) huruf c" in named
    assert "PP 96/2012 Pasal 31" in named
    assert all(exists(one) for one in PROVISIONS)


@pytest.mark.parametrize("provision", PROVISIONS, ids=str)
def test_a_provision_has_a_rule_or_a_reason(provision: Citation) -> None:
    listed = provision in {one.citation for one in unruled()}
    assert is_cited(provision) is not listed


def test_what_is_listed_is_a_provision_listed_once() -> None:
    listed = [one.citation for one in unruled()]
    assert len(listed) == len(set(listed))
    assert set(listed) <= set(PROVISIONS)


def test_a_reason_is_given_in_both_languages() -> None:
    for one in unruled():
        assert one.reason.id
        assert one.reason.en
        assert one.reason.id != one.reason.en


@pytest.mark.parametrize(
    ("provision", "cited"),
    [
        ("UU 25/2009 Pasal 21 huruf n", True),  # by the whole article
        ("UU 25/2009 Pasal 22 ayat (1)", True),  # exactly
        ("UU 25/2009 Pasal 20 ayat (5)", False),
        ("UU 25/2009 Pasal 63", False),
    ],
)
def test_a_provision_is_cited_with_what_stands_around_it(provision: str, *, cited: bool) -> None:
    assert is_cited(Citation.parse(provision)) is cited
