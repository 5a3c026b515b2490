from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from pst_standards.findings import Confidence
from pst_standards.law import default_register
from pst_standards.law.key import RegulationKey
from pst_standards.surveys import (
    Element,
    Instrument,
    Scale,
    SurveyError,
    Term,
    adapted,
    instrument,
    instruments,
    regimes_on,
)

NINE = (
    *("requirements", "procedure", "time_limit", "fee", "product", "competence", "conduct"),
    *("complaint_handling", "facilities"),
)
BY_MAP = {
    # The questions on which the two maps in use disagree, and where each puts them.
    "skm-16-online-a": {"q8": "conduct", "q9": "conduct", "q12": "competence", "q14": "conduct"},
    "skm-16-offline-a": {"q8": "conduct", "q9": "conduct", "q12": "conduct", "q14": "conduct"},
    "skm-16-online-b": {"q8": "fee", "q9": "fee", "q12": "conduct", "q14": "complaint_handling"},
    "skm-16-offline-b": {"q8": "fee", "q9": "fee", "q12": "conduct", "q14": "complaint_handling"},
    "skm-16-hybrid-a": {"q12a": "conduct", "q12b": "competence", "q11b": "competence"},
    "skm-16-hybrid-b": {"q12a": "conduct", "q12b": "conduct", "q16b": "facilities"},
}


def test_the_list_and_the_form_number_two_elements_the_other_way_round() -> None:
    skm = instrument("skm-2017")
    assert skm.keys == NINE
    by = {way: {one.numbers[way]: one.key for one in skm.elements} for way in skm.numberings}
    assert (by["list"][8], by["list"][9]) == ("complaint_handling", "facilities")
    assert (by["form"][8], by["form"][9]) == ("facilities", "complaint_handling")
    assert all(by["list"][n] == by["form"][n] for n in range(1, 8))
    assert all(len(one.options) == 4 for one in skm.elements)
    assert skm.element("fee").options[3] == "gratis"


def test_the_regime_of_2014_has_a_pledge_and_no_facilities() -> None:
    old = instrument("skm-2014")
    assert len(old.elements) == 9
    assert set(old.keys) - set(NINE) == {"pledge"}
    assert set(NINE) - set(old.keys) == {"facilities"}
    assert [one.numbers["list"] for one in old.elements] == list(range(1, 10))
    assert old.confidence_of("printed_weight") is Confidence.UNVERIFIED
    assert old.confidence_of("elements") is Confidence.SECONDARY


def test_the_regime_of_2004_has_fourteen_elements() -> None:
    first = instrument("skm-2004")
    assert [one.numbers["list"] for one in first.elements] == list(range(1, 15))
    assert first.printed_weight == "0.071"


@pytest.mark.parametrize("one", instruments(), ids=lambda one: one.id)
def test_an_instrument_is_whole(one: Instrument) -> None:
    assert len(set(one.keys)) == len(one.keys) > 0
    assert one.source
    assert all(element.term.id and element.term.en for element in one.elements)
    for way in one.numberings if not one.items else ():
        assert len({element.numbers[way] for element in one.elements}) == len(one.elements)
    if one.regulation:
        regulation = default_register().get(RegulationKey.parse(one.regulation))
        assert regulation is not None
        assert regulation.in_force_from is not None
        assert regulation.in_force_from.year == one.since
    assert {one.element_of(item.key) for item in one.items} == (
        set(one.keys) if one.items else set()
    )


@pytest.mark.parametrize("name", BY_MAP)
def test_the_maps_of_the_sixteen_questions_disagree_where_they_are_known_to(name: str) -> None:
    form = instrument(name)
    assert {key: form.element_of(key) for key in BY_MAP[name]} == BY_MAP[name]
    assert len(form.items) == (19 if "hybrid" in name else 16)
    assert form.confidence is Confidence.UNVERIFIED


def test_a_map_and_a_form_have_to_be_named() -> None:
    for name, item_map, form in (
        ("skm-16", "", ""),
        ("skm-16", "c", "online"),
        ("skm-16-a", "", ""),
    ):
        with pytest.raises(SurveyError) as raised:
            instrument(name, item_map=item_map, form=form)
        assert raised.value.kind == "instrument.map"
        assert "skm-16-hybrid-b" in str(raised.value)


def test_the_survey_of_data_needs_has_another_scale_and_two_parts() -> None:
    skd = instrument("skd-2025")
    assert skd.scale == Scale(1, 10)
    assert len(skd.elements) == 16
    assert skd.importance
    assert [len(skd.parts[name]) for name in ("ipkp", "ipak")] == [11, 5]
    assert (*skd.parts["ipkp"], *skd.parts["ipak"]) == skd.keys
    assert instrument("ipak").keys == skd.parts["ipak"]
    assert instrument("skd-2024").keys == skd.keys
    later = instrument("skd-2026")
    assert not later.importance
    assert later.confidence is Confidence.UNVERIFIED
    assert [one.key for one in skd.elements if one.optional] == ["complaint_handling"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("skd-2021", "instrument.incomplete"), ("skm-2018", "instrument.unknown")],
)
def test_an_instrument_that_cannot_be_scored_is_told(name: str, kind: str) -> None:
    with pytest.raises(SurveyError) as raised:
        instrument(name)
    assert raised.value.kind == kind
    assert name in raised.value.message("en")


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (dt.date(2003, 12, 31), []),
        (dt.date(2004, 6, 1), ["skm-2004"]),
        (dt.date(2013, 12, 31), ["skm-2004"]),
        (dt.date(2014, 1, 1), ["skm-2014", "skm-2004"]),
        (dt.date(2016, 1, 1), ["skm-2014"]),
        (dt.date(2017, 1, 1), ["skm-2017", "skm-2014"]),
        (dt.date(2018, 1, 1), ["skm-2017"]),
        (dt.date(2026, 1, 1), ["skm-2017"]),
    ],
)
def test_the_regime_follows_from_the_day(day: dt.date, ids: list[str]) -> None:
    assert [one.id for one in regimes_on(day)] == ids


def own(key: str) -> Element:
    return Element(key=key, term=Term(f"Unsur {key}"))


def test_an_office_adds_replaces_and_drops_elements() -> None:
    skm = instrument("skm-2017")
    one = adapted(
        skm, add=[own("parking")], replace={"complaint_handling": own("levy")}, drop=["fee"]
    )
    assert len(one.elements) == 9
    assert one.element("levy").numbers == {"list": 8, "form": 9}
    assert one.element("parking").numbers == {"list": 10, "form": 10}
    assert "fee" not in one.keys
    assert one.id == "skm-2017-own" == adapted(one, drop=["levy"]).id
    assert adapted(instrument("ipak"), scale=Scale(1, 6)).scale.high == 6


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"add": [own("fee")]}, "element.twice"),
        ({"drop": ["parking"]}, "element.unknown"),
        ({"replace": {"parking": own("x")}}, "element.unknown"),
        ({"drop": NINE}, "element.none"),
    ],
)
def test_a_change_that_cannot_be_is_refused(changes: dict[str, object], kind: str) -> None:
    with pytest.raises(SurveyError) as raised:
        adapted(instrument("skm-2017"), **changes)  # type: ignore[arg-type]
    assert raised.value.kind == kind
    assert raised.value.message("id") != raised.value.message("en")


def test_a_question_within_an_element_is_called_by_it() -> None:
    skm = instrument("skm-2017")
    assert skm.element_of("time_limit.2") == "time_limit"
    with pytest.raises(SurveyError):
        skm.element_of("parking.1")


def test_the_lowest_index_follows_the_scale() -> None:
    assert [Scale(1, high).lowest_index for high in (4, 10, 5, 6)] == [25, 10, 20, Fraction(50, 3)]
    assert Scale(1, 4).index_of(Fraction(7, 2)) == Fraction(175, 2)
