from __future__ import annotations

import datetime as dt
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from pst_standards import compensation
from pst_standards.calendar import YearError, ZoneError
from pst_standards.compensation import (
    CompensationError,
    Entitlement,
    EventError,
    PolicyError,
    entitlement,
)
from pst_standards.definitions import DefinitionError
from pst_standards.model.definition import Definition
from pst_standards.model.service_event import Circumstance, ServiceEvent

Answer = Callable[..., Entitlement]
Data = dict[str, Any]
NAIVE = dt.datetime(2026, 10, 5, 9)  # noqa: DTZ001 - a time without zone is what is refused


@pytest.mark.parametrize(
    ("changes", "key", "params"),
    [
        ({"service": None}, "service.missing", {"known": "library"}),
        ({"service": "archive"}, "service.unknown", {"service": "archive", "known": "library"}),
        ({"claim_channel": "radio"}, "channel.unknown", {"channel": "radio", "known": "box"}),
        ({"requested_at": None}, "time.missing", {"field": "requested_at"}),
    ],
)
def test_what_is_missing_or_unknown_is_told_by_key(
    changes: Data, key: str, params: Data, answer: Answer
) -> None:
    with pytest.raises(EventError) as caught:
        answer(**changes)
    assert (caught.value.key, caught.value.params) == (key, params)


def test_an_event_says_what_happened(answer: Answer) -> None:
    with pytest.raises(EventError, match="wrong_product") as caught:
        answer(triggers=[])
    assert caught.value.key == "trigger.missing"


def test_an_unknown_trigger_and_a_naive_time_are_no_record(answer: Answer) -> None:
    for changes in ({"triggers": ["slow"]}, {"finished_at": "2026-10-05T10:30"}):
        with pytest.raises(DefinitionError):
            answer(**changes)


@pytest.mark.parametrize(
    ("changes", "first", "later"),
    [
        ({"finished_at": "2026-10-05T08:59+07:00"}, "requested_at", "finished_at"),
        ({"served_at": "2026-10-05T08:59+07:00"}, "requested_at", "served_at"),
        ({"complete_at": "2026-10-04T09:00+07:00"}, "requested_at", "complete_at"),
        ({"claimed_at": "2026-10-04T09:00+07:00"}, "requested_at", "claimed_at"),
        ({"served_at": "2026-10-05T11:00+07:00"}, "served_at", "finished_at"),
        ({"complete_at": "2026-10-05T11:00+07:00"}, "complete_at", "finished_at"),
        (
            {
                "claimed_at": "2026-10-06T09:00+07:00",
                "verified_at": "2026-10-05T12:00+07:00",
            },
            "claimed_at",
            "verified_at",
        ),
        (
            {
                "circumstances": [
                    {
                        "kind": "force_majeure",
                        "begins_at": "2026-10-05T10:00+07:00",
                        "ends_at": "2026-10-05T09:00+07:00",
                    }
                ]
            },
            "begins_at",
            "ends_at",
        ),
        ({"on": dt.date(2026, 10, 4)}, "requested_at", "on"),
    ],
)
def test_nothing_happens_before_what_it_follows(
    changes: Data, first: str, later: str, answer: Answer
) -> None:
    with pytest.raises(EventError) as caught:
        answer(**changes)
    assert caught.value.key == "time.order"
    assert (caught.value.params["first"], caught.value.params["later"]) == (first, later)


@pytest.mark.parametrize("field", ["requested_at", "finished_at", "claimed_at"])
def test_a_time_without_zone_is_refused_by_its_field(
    field: str, make_office: Callable[..., Definition], make_event: Callable[..., ServiceEvent]
) -> None:
    event = evolve_node(make_event(), **{field: NAIVE})
    with pytest.raises(EventError) as caught:
        entitlement(make_office(), event)
    assert caught.value.key == "time.naive"
    assert caught.value.params["field"] == field


def evolve_node(event: ServiceEvent, **changes: Any) -> ServiceEvent:
    return ServiceEvent(**{**dict(event.stated()), **changes})


def test_a_circumstance_and_a_day_of_asking_without_zone_are_refused(
    make_office: Callable[..., Definition], make_event: Callable[..., ServiceEvent]
) -> None:
    event = evolve_node(make_event(), circumstances=(Circumstance(ends_at=NAIVE),))
    with pytest.raises(EventError, match="ends_at"):
        entitlement(make_office(), event)
    with pytest.raises(EventError) as caught:
        entitlement(make_office(), make_event(), on=NAIVE)
    assert caught.value.params["field"] == "on"


@pytest.mark.parametrize("year", ["2023", "2028"])
def test_a_year_without_data_is_refused(year: str, answer: Answer) -> None:
    moments = {"requested_at": f"{year}-10-05T09:00+07:00", "finished_at": None}
    with pytest.raises(YearError):
        answer(**moments, on=dt.date(int(year), 10, 6))


@pytest.mark.parametrize(
    "part",
    [
        {"fulfil_within": {"value": 20, "unit": "working_day"}},
        {"claim_within": {"value": 20, "unit": "working_day"}},
    ],
)
def test_a_date_that_needs_a_year_without_data_is_refused(
    part: Data, answer: Answer, late: Data
) -> None:
    at = {"requested_at": "2027-12-20T09:00+07:00", "finished_at": "2027-12-20T11:30+07:00"}
    with pytest.raises(YearError) as caught:
        answer({**late, **part}, **at)
    assert caught.value.params == {"year": 2028}


def test_lateness_that_needs_a_year_without_data_is_refused(answer: Answer, late: Data) -> None:
    limit = {"id": "whole", "value": 20, "unit": "working_day", "scope": "whole_process"}
    at = {"requested_at": "2027-12-20T09:00+07:00", "finished_at": "2027-12-20T11:30+07:00"}
    with pytest.raises(YearError):
        answer(late, office={"limits": (limit,)}, **at)


def test_a_moment_of_asking_is_taken_as_it_is(answer: Answer) -> None:
    at = dt.datetime.fromisoformat("2026-10-05T10:15+07:00")
    found = answer(finished_at=None, on=at)
    assert found.chosen is not None
    assert found.chosen.delay == 15


def test_an_office_without_a_zone_takes_that_of_the_event(answer: Answer) -> None:
    found = answer(
        office={"office": {}},
        requested_at="2026-10-05T09:00+08:00",
        finished_at="2026-10-05T10:30+08:00",
    )
    assert found.reasons[0].text("id").endswith("WITA.")
    with pytest.raises(ZoneError):
        answer(office={"office": {}}, requested_at="2026-10-05T02:00Z")


def test_a_moment_of_another_zone_is_brought_to_the_clocks_of_the_office(answer: Answer) -> None:
    here = answer()
    there = answer(requested_at="2026-10-05T02:00Z", finished_at="2026-10-05T12:30+09:00")
    assert there.to_dict()["delay"] == here.to_dict()["delay"]
    assert there.reasons[0].text("en") == here.reasons[0].text("en")


@pytest.mark.parametrize(
    ("tiers", "key"),
    [
        ([{"lower": 60, "upper": 30}], "tiers.inverted"),
        ([{"lower": 0, "upper": 30}, {"lower": 60, "upper": 60}], "tiers.inverted"),
        ([{"lower": 0, "upper": 30}, {"lower": 31}], "tiers.gap"),
        ([{"lower": 0, "upper": 31}, {"lower": 30}], "tiers.overlap"),
        ([{"lower": 0}, {"lower": 20}], "tiers.overlap"),
        ([], "tiers.missing"),
        ([{"remedies": [{"kind": "drink"}]}], "tiers.missing"),
    ],
)
def test_tiers_that_clash_at_the_delay_are_refused(
    tiers: list[Data], key: str, answer: Answer, late: Data
) -> None:
    with pytest.raises(PolicyError) as caught:
        answer({**late, "tiers": tiers})
    assert caught.value.key == key
    for lang in ("id", "en"):
        assert "late" in caught.value.message(lang)


def test_tiers_that_clash_elsewhere_do_not_stop_an_answer(answer: Answer, late: Data) -> None:
    tiers = [{"lower": 0, "upper": 40}, {"lower": 61}, {"lower": 100}]
    assert answer({**late, "tiers": tiers}).eligible


def test_tiers_listed_in_any_order_that_join_are_answered(answer: Answer, late: Data) -> None:
    assert answer({**late, "tiers": late["tiers"][::-1]}).to_dict()["tier"]["lower"] == 30


def test_an_error_survives_a_pickle_and_speaks_both_languages() -> None:
    error = EventError("time.missing", field="served_at")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made just now
    assert (type(again), again.key, again.params) == (EventError, error.key, error.params)
    assert str(again) == error.message("id") != error.message("en")
    assert issubclass(PolicyError, CompensationError)


def test_the_room_tells_its_names() -> None:
    for name in dir(compensation):
        assert getattr(compensation, name) is not None
    with pytest.raises(AttributeError, match="entitle"):
        getattr(compensation, "entitle" + "d")


def test_an_answer_is_frozen(answer: Answer) -> None:
    found = answer()
    assert evolve(found, also=()) == found
