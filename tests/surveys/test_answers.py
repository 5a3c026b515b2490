from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.surveys import AnswerRules, Mark, Refused, Scale, SurveyError, instrument
from pst_standards.surveys.answers import rules_for

PLAIN = AnswerRules(scale=Scale(1, 4))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        *(("0", "zero"), (0, "zero"), (0.0, "zero"), ("5", "outside"), (5, "outside")),
        *((-1, "outside"), ("99999999999999999999", "outside"), ("2.5", "fraction")),
        *(
            ("2,5", "fraction"),
            (2.5, "fraction"),
            ("4.0", "decimals"),
            ("3,00", "decimals"),
            ("-1", "text"),
        ),
        *(("4 ", "spaces"), (" 4", "spaces"), (" ", "spaces"), ("4\u00a0", "spaces")),
        *(("-1", "text"), ("TS", "text"), ("04", "text"), ("\u0664", "text"), ("\uff14", "text")),
        *(("#N/A", "text"), ("+3.0", "decimals")),
        *((True, "kind"), (b"4", "kind"), (math.inf, "text"), (Decimal("Infinity"), "text")),
        *((Decimal("0.0"), "zero"), (Decimal("2.5"), "fraction"), (Decimal("1E+99999999"), "text")),
    ],
)
def test_what_is_no_answer_is_refused_with_the_reason(cell: object, reason: str) -> None:
    assert PLAIN.read(cell) == Refused(reason, str(cell))


@pytest.mark.parametrize("cell", ["4", 4, 4.0, Decimal("4.00")])
def test_a_whole_number_of_the_scale_is_an_answer(cell: object) -> None:
    assert PLAIN.read(cell) == 4


@pytest.mark.parametrize("cell", ["", None, math.nan, Decimal("NaN"), Decimal("sNaN")])
def test_an_empty_cell_is_blank_and_no_zero(cell: object) -> None:
    assert PLAIN.read(cell) is Mark.BLANK


def test_only_a_rule_gives_another_text_a_meaning() -> None:
    rules = AnswerRules(
        scale=Scale(1, 4),
        mapping={"0": Mark.BLANK, "TS": 1, "-": Mark.NOT_APPLICABLE},
        by_item={"fee": {"gratis": 4, "TS": 2}},
        strip=True,
    )
    assert rules.read("0") is Mark.BLANK
    assert rules.read("-") is Mark.NOT_APPLICABLE
    assert rules.read(" TS ") == 1
    assert rules.read("TS", "fee") == 2
    assert rules.read("gratis", "fee") == 4
    assert rules.read("gratis") == Refused("text", "gratis")
    assert rules.read("  ") is Mark.BLANK


def test_noughts_after_the_comma_mean_nothing_where_a_rule_says_so() -> None:
    rules = AnswerRules(scale=Scale(1, 4), decimals=True, strip=True, mapping={"0": Mark.BLANK})
    assert [rules.read(cell) for cell in ("3,00", "3.0", " 4,0 ", "0,00")] == [3, 3, 4, Mark.BLANK]
    for cell, reason in (("9.0", "outside"), ("2,50", "fraction"), ("03.0", "text")):
        found = rules.read(cell)
        assert isinstance(found, Refused)
        assert found.reason == reason


def test_a_rule_cannot_lead_out_of_the_scale() -> None:
    for rules in ({"mapping": {"TS": 0}}, {"by_item": {"fee": {"x": 5}}}):
        with pytest.raises(SurveyError) as raised:
            AnswerRules(scale=Scale(1, 4), **rules)
        assert raised.value.kind == "rule"


def test_the_words_of_the_options_count_when_asked_for() -> None:
    skm = instrument("skm-2017")
    rules = rules_for(skm, option_texts=True)
    for element in skm.elements:
        assert [rules.read(words, element.key) for words in element.options] == [1, 2, 3, 4]
        for written in ("{} {}", "{}. {}", "{} ({})"):
            cells = [written.format(n, one.title()) for n, one in enumerate(element.options, 1)]
            assert [rules.read(cell, element.key) for cell in cells] == [1, 2, 3, 4]
    assert rules.read("1. Gratis", "fee") == Refused("text", "1. Gratis")
    assert rules_for(skm).read("gratis", "fee") == Refused("text", "gratis")
    form = rules_for(instrument("skm-16-online-a"), option_texts=True)
    assert form.read("Sangat tidak setuju", "q8") == 1


@given(st.one_of(st.text(max_size=6), st.integers(), st.floats(), st.none(), st.booleans()))
def test_every_cell_is_read_as_something_and_never_outside_the_scale(cell: object) -> None:
    found = PLAIN.read(cell)
    assert isinstance(found, Mark | Refused) or found in range(1, 5)
    if isinstance(found, int):
        assert Fraction(str(cell)) == found
