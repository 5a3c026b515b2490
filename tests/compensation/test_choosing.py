from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from pst_standards.compensation import Entitlement, EventError, PolicyError
from pst_standards.compensation.naming import in_words
from pst_standards.compensation.outcome import Outcome
from pst_standards.compensation.telling import told
from pst_standards.model.base import Text
from pst_standards.model.compensation import Remedy

Answer = Callable[..., Entitlement]
Data = dict[str, Any]
VISIT = {"id": "visit", "value": 60, "unit": "minute", "channels": ["in_person"]}
ONLINE = {"id": "online", "value": 2, "unit": "working_day", "channels": ["online"]}


def keys(answer: Entitlement) -> list[str]:
    return [one.key for one in answer.reasons]


def rule(name: str, *kinds: str, **more: Any) -> Data:
    remedies = [{"kind": kind} for kind in kinds]
    return {
        "id": name,
        "trigger": "late",
        "clock": "beyond_standard",
        "unit": "minute",
        "tiers": [{"lower": 0, "remedies": remedies}],
        **more,
    }


def name_of(answer: Entitlement) -> str | None:
    return None if answer.rule is None else answer.rule.id


def test_a_rule_for_other_services_is_left_out(answer: Answer) -> None:
    office = {"services": [{"id": "library"}, {"id": "sales"}]}
    found = answer(
        rule("sales", "souvenir", services=["sales"]),
        rule("library", "drink", services=["library"]),
        office=office,
    )
    assert name_of(found) == "library"


@pytest.mark.parametrize(
    ("channel", "finished", "expected"),
    [
        ("in_person", "2026-10-05T11:00+07:00", "minutes"),
        ("online", "2026-10-09T09:00+07:00", "days"),
    ],
)
def test_a_visit_is_measured_in_minutes_and_an_application_in_days(
    channel: str, finished: str, expected: str, answer: Answer
) -> None:
    found = answer(
        rule("days", "souvenir", unit="working_day"),
        rule("minutes", "drink"),
        office={"limits": (VISIT, ONLINE)},
        channel=channel,
        finished_at=finished,
    )
    assert name_of(found) == expected


def test_a_rule_that_counts_another_kind_of_time_serves_where_no_other_does(answer: Answer) -> None:
    found = answer(rule("days", "souvenir", unit="working_day"), office={"limits": (VISIT,)})
    assert name_of(found) == "days"


@pytest.mark.parametrize(
    ("first", "second", "best"),
    [
        (("drink",), ("souvenir",), "b"),
        (("souvenir",), ("drink",), "a"),
        (("souvenir",), ("souvenir",), "a"),
        (("souvenir", "assistance"), ("drink",), "a"),
    ],
)
def test_of_several_rules_the_best_for_the_user_counts(
    first: tuple[str, ...], second: tuple[str, ...], best: str, answer: Answer
) -> None:
    found = answer(rule("a", *first), rule("b", *second))
    assert name_of(found) == best
    assert "best" in keys(found)
    assert found.also == ()


def test_a_rule_under_which_nothing_is_owed_never_wins(answer: Answer) -> None:
    found = answer(rule("a", "souvenir", needs_complaint=True), rule("b", "drink"))
    assert name_of(found) == "b"


def test_where_no_rule_gives_anything_the_one_nearest_to_it_tells_why(answer: Answer) -> None:
    found = answer(
        rule("far", "souvenir", needs_complaint=True, fault_required=True),
        rule("near", "drink", needs_complaint=True),
    )
    assert name_of(found) == "near"
    assert [one.key for one in found.causes] == ["complaint-needed"]


@pytest.mark.parametrize(
    ("once", "beside"), [(True, []), (False, ["manners"]), (None, ["manners"])]
)
def test_each_trigger_has_its_own_compensation_unless_one_is_all(
    once: bool | None, beside: list[str], answer: Answer
) -> None:
    manners = {"id": "manners", "trigger": "conduct", "tiers": [{"remedies": [{"kind": "drink"}]}]}
    found = answer(
        rule("late", "souvenir", "assistance"),
        manners,
        rule("late-too", "drink"),
        office={"policy": {} if once is None else {"once_per_event": once}},
        triggers=["late", "conduct"],
    )
    assert name_of(found) == "late"
    assert [one.rule.id for one in found.also] == beside
    assert [one["rule"] for one in found.to_dict()["also"]] == beside
    assert ("best-once" in keys(found)) is (once is True)


@pytest.mark.parametrize("once", [True, False])
@pytest.mark.parametrize(
    ("first", "second", "best", "other"),
    [
        (("souvenir",), ("no_queue",), "a", "b"),
        (("souvenir",), ("no_queue", "assistance"), "b", "a"),
    ],
)
def test_of_promises_that_do_not_compare_the_user_chooses(
    first: tuple[str, ...],
    second: tuple[str, ...],
    best: str,
    other: str,
    once: bool,
    answer: Answer,
) -> None:
    found = answer(
        rule("a", *first), rule("b", *second), office={"policy": {"once_per_event": once}}
    )
    assert name_of(found) == best
    assert [one.rule.id for one in found.alternatives] == [other]
    assert [one["rule"] for one in found.to_dict()["alternatives"]] == [other]
    assert "best-open" in keys(found)
    assert not {"best", "best-once"} & set(keys(found))
    assert f"menurut ketentuan {other}:" in told(found, "id")


FREE: Data = {"remedies": [{"kind": "drink"}, {"text": "Diskusi dengan ahli"}]}


@pytest.mark.parametrize(
    "worded",
    [
        {"tiers": [{"lower": 0, **FREE}]},
        {"tiers": [{"lower": 0, "remedies": []}], "text": "Menurut penilaian tim"},
    ],
)
def test_a_promise_in_words_never_ranks_below_another(worded: Data, answer: Answer) -> None:
    found = answer(
        rule("kinds", "souvenir", "assistance", "delivery"),
        {**rule("words"), **worded},
        office={"policy": {"once_per_event": True}},
    )
    assert {name_of(found), *(one.rule.id for one in found.alternatives)} == {"kinds", "words"}


def test_promises_that_top_each_other_are_both_open(answer: Answer) -> None:
    found = answer(
        rule("a", "spoken_apology", "apology_of_head"),
        rule("b", "written_apology", "apology_of_head"),
    )
    assert (name_of(found), [one.rule.id for one in found.alternatives]) == ("a", ["b"])


OVERCHARGED: Data = {
    "id": "money",
    "trigger": "overcharged",
    "tiers": [{"remedies": [{"text": "Pengembalian menurut ketentuan PNBP"}]}],
}
PAID: Data = {"amount_due": 20000, "amount_charged": 25000}


@pytest.mark.parametrize("once", [True, False])
def test_money_charged_too_much_is_given_back_beside_any_compensation(
    once: bool, answer: Answer
) -> None:
    found = answer(
        OVERCHARGED,
        rule("late", "souvenir", "assistance"),
        office={"policy": {"once_per_event": once}},
        triggers=["late", "overcharged"],
        **PAID,
    )
    assert (name_of(found), [one.rule.id for one in found.also]) == ("late", ["money"])
    assert found.alternatives == ()
    assert ("refund-beside" in keys(found)) is once
    assert "overcharge" in keys(found)
    assert "Rp5.000" in told(found, "id")


def test_money_charged_too_much_can_be_asked_back_where_nothing_is_owed(answer: Answer) -> None:
    found = answer(finished_at="2026-10-05T09:30+07:00", **PAID)
    assert not found.eligible
    assert found.rights.steps()[0].key == "right.refund"
    assert "UU 9/2018 Pasal 63" in found.citations
    waiting = answer(finished_at=None, on=dt.date(2026, 10, 5), **PAID)
    assert waiting.rights.steps()[0].key == "right.refund"
    for due, charged in ((20000, 20000), (20000, None), (None, 20000)):
        kept = answer(amount_due=due, amount_charged=charged)
        assert kept.rights.overcharge == 0


# -- the limit ----------------------------------------------------------------------------------


def test_a_limit_for_one_kind_of_request_holds_where_that_was_asked_for(answer: Answer) -> None:
    maps = {"id": "maps", "value": 30, "unit": "minute", "case": {"id": "Peta", "en": "Maps"}}
    office = {"limits": (VISIT, maps)}
    found = answer(office=office, case="peta")
    assert found.chosen is not None
    assert found.chosen.delay == 60
    assert answer(office=office).chosen == answer(office={"limits": (VISIT,)}).chosen


def test_an_event_must_say_which_of_several_limits_it_means(answer: Answer) -> None:
    with pytest.raises(EventError) as caught:
        answer(office={"limits": (VISIT, ONLINE)})
    assert caught.value.key == "limit.choose"
    assert "visit" in str(caught.value.params["known"])


def test_a_limit_for_certain_requests_is_told_with_them(answer: Answer) -> None:
    maps = {**VISIT, "case": {"en": "Maps"}}
    with pytest.raises(EventError) as caught:
        answer(office={"limits": (maps,)})
    assert "limit visit" in caught.value.message("en")
    assert "berlaku untuk Maps; bila itu yang diminta, tulis limit: visit" in str(caught.value)
    with pytest.raises(EventError) as several:
        answer(office={"limits": (maps, {**VISIT, "id": "books", "case": "Publikasi"})})
    assert "visit (Maps), books (Publikasi)" in str(several.value)


def test_a_limit_that_is_named_must_be_there_and_be_whole(answer: Answer) -> None:
    with pytest.raises(EventError) as unknown:
        answer(limit="other")
    assert unknown.value.key == "limit.unknown"
    with pytest.raises(PolicyError) as bare:
        answer(office={"limits": ({"id": "open", "unit": "minute"},)}, limit="open")
    assert bare.value.key == "limit.incomplete"


@pytest.mark.parametrize("limits", [(), ({"id": "open", "unit": "minute"},), (ONLINE,)])
def test_without_a_limit_that_fits_a_delay_cannot_be_measured(
    limits: tuple[Data, ...], answer: Answer
) -> None:
    with pytest.raises(PolicyError) as caught:
        answer(office={"limits": limits}, channel="in_person")
    assert caught.value.key == "limit.none"


def starting(words: str) -> Data:
    return {"limits": ({**VISIT, "start": words},)}


@pytest.mark.parametrize(
    ("words", "more", "key", "delay"),
    [
        ("permohonan diterima lengkap", {}, "from.requested_at", 30),
        (
            "permohonan diterima lengkap",
            {"complete_at": "2026-10-05T09:10+07:00"},
            "from.complete_at",
            20,
        ),
        ("pengguna mulai dilayani", {"served_at": "2026-10-05T09:20+07:00"}, "from.served_at", 10),
        (
            "pengguna mulai dilayani",
            {
                "served_at": "2026-10-05T09:05+07:00",
                "complete_at": "2026-10-05T09:15+07:00",
            },
            "from.complete_at",
            15,
        ),
        (
            "nomor sebelumnya selesai",
            {"clock_started_at": "2026-10-05T09:25+07:00"},
            "from.clock_started_at",
            5,
        ),
    ],
)
def test_a_limit_begins_with_what_its_wording_says(
    words: str, more: Data, key: str, delay: int, answer: Answer
) -> None:
    found = answer(office=starting(words), **more)
    assert found.chosen is not None
    assert found.chosen.delay == delay
    assert key in keys(found)


@pytest.mark.parametrize(
    ("words", "field"),
    [("pengguna mulai dilayani", "served_at"), ("nomor sebelumnya selesai", "clock_started_at")],
)
def test_a_moment_that_the_limit_begins_with_must_be_there(
    words: str, field: str, answer: Answer
) -> None:
    with pytest.raises(EventError) as caught:
        answer(office=starting(words))
    assert caught.value.params == {"field": field}


SERVED: Data = {**VISIT, "start": "pengguna mulai dilayani"}
QUEUE: Data = {"id": "queue", "value": 10, "unit": "minute", "scope": "waiting"}


def test_who_is_still_waiting_is_late_by_the_limit_on_waiting(answer: Answer) -> None:
    on = dt.datetime.fromisoformat("2026-10-05T09:25+07:00")
    found = answer(office={"limits": (SERVED, QUEUE)}, finished_at=None, on=on)
    assert found.chosen is not None
    assert (found.chosen.delay, "promise-waiting" in keys(found)) == (15, True)


def test_who_is_still_waiting_is_told_what_is_missing(answer: Answer) -> None:
    with pytest.raises(EventError) as unasked:
        answer(office={"limits": (SERVED, QUEUE)}, finished_at=None)
    assert (unasked.value.key, unasked.value.params["field"]) == ("time.unfinished", "served_at")
    assert "--on" in str(unasked.value)
    with pytest.raises(EventError) as unlimited:
        answer(office={"limits": (SERVED,)}, finished_at=None, on=dt.date(2026, 10, 5))
    assert unlimited.value.key == "time.unserved"


def test_of_an_event_that_waited_and_was_late_a_limit_is_for_one_of_both(answer: Answer) -> None:
    queue = {"id": "queue", "value": 10, "unit": "minute", "scope": "waiting"}
    wait = rule("wait", "no_queue", trigger="waiting_without_information")
    found = answer(
        rule("late", "souvenir", "assistance"),
        wait,
        office={"limits": (VISIT, queue)},
        limit="visit",
        triggers=["late", "waiting_without_information"],
        served_at="2026-10-05T09:25+07:00",
    )
    assert found.chosen is not None
    assert (found.chosen.delay, [one.delay for one in found.also]) == (30, [15])


def test_rules_are_told_by_what_they_are_about_and_give_not_by_their_ids(answer: Answer) -> None:
    office = {"policy": {"once_per_event": True}}
    found = answer(rule("r-a", "souvenir"), rule("r-b", "no_queue"), office=office)
    [sentence] = [one for one in found.reasons if one.key == "best-open"]
    assert sentence.text("id") == (
        "Ketentuan tentang pelayanan terlambat (suvenir) tidak dapat dibandingkan dengan"
        " ketentuan tentang pelayanan terlambat (bebas antrean); pengguna yang memilih salah"
        " satunya."
    )
    worded = {"tiers": [{"lower": 0, "remedies": [{"text": {"id": "Segelas teh."}}]}]}
    found = answer(rule("r-a", "souvenir", "assistance"), rule("r-b", **worded), office=office)
    assert not any("r-a" in one.text("id") for one in found.reasons)


def test_a_rule_that_says_nothing_is_told_by_its_id() -> None:
    out = SimpleNamespace(rule=SimpleNamespace(id="r-a", trigger=None), remedies=())
    assert in_words(cast("Outcome", out)).get("id") == "r-a"
    out.remedies = (Remedy(text=Text("Segelas teh.", "A cup of tea.")), Remedy())
    assert in_words(cast("Outcome", out)).get("en") == "A cup of tea"
