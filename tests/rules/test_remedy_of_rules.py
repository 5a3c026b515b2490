from __future__ import annotations

from attrs import evolve

from pst_standards.messages import LANGUAGES, sketch
from pst_standards.model.base import Text
from pst_standards.rules import catalogue
from pst_standards.rules.remedies import remedy


def sketched(domain: str, key: str) -> Text:
    return Text(*(sketch(domain, f"{key}.hint", lang) for lang in LANGUAGES))


def test_the_remedy_of_a_row_comes_before_that_of_its_findings() -> None:
    own = Text("Tulis.", "Write.")
    assert remedy(evolve(catalogue()["STD-007"], remedy=own)) == own
    assert remedy(catalogue()["STD-007"]) == sketched("rules", "STD-007")


def test_rules_of_shape_have_theirs_among_the_words_of_the_reader() -> None:
    assert remedy(catalogue()["DEF-004"]) == sketched("definition", "DEF-004")


def test_where_only_a_variant_has_words_they_stand_for_the_rule() -> None:
    assert remedy(catalogue()["STD-034"]) == sketched("rules", "STD-034.none")


def test_a_rule_without_words_has_no_remedy() -> None:
    assert remedy(evolve(catalogue()["STD-007"], id="TST-900")) is None
