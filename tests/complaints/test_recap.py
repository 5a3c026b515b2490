"""Recaps: sums that agree for any register; figures kept elsewhere that are left as they are."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.complaints.recap import (
    KINDS,
    Month,
    Recap,
    Row,
    branches,
    channel_name,
    end_name,
    over_months,
)
from pst_standards.complaints.recap_lines import ACT, kind_of, recap_of
from pst_standards.complaints.recap_period import Period, RecapError
from pst_standards.complaints.recap_records import recap_in
from pst_standards.complaints.recap_sums import mismatches, not_carried_over, unbalanced
from pst_standards.complaints.registers.lines import Line
from pst_standards.complaints.states import (
    ComplaintChannelKind,
    ComplaintClass,
    IdentityMode,
    Outcome,
    State,
)
from pst_standards.definitions.records import load_record
from pst_standards.findings import Confidence
from pst_standards.messages import LANGUAGES
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaint_recap import ComplaintRecap, RecapKind

FIRST = dt.date(2025, 10, 1)
AT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
DAYS = st.integers(0, 470).map(lambda days: FIRST + dt.timedelta(days=days))
SOME = st.integers(0, 90)


def line(**told: Any) -> Line:
    plain: dict[str, Any] = {
        "number": "PGD-2026-7K3M9Q2T",
        "events": 1,
        "state": State.FOLLOWED_UP,
        "channel": ComplaintChannelKind.EMAIL,
        "identity": IdentityMode.OPEN,
        "filed_on": dt.date(2026, 3, 10),
        "last_at": AT,
        "profile": "SP4N_2025",
    }
    return Line(**{**plain, **told})


@st.composite
def lines(draw: st.DrawFn) -> Line:
    filed = draw(DAYS)
    settled = draw(st.none() | SOME.map(lambda days: filed + dt.timedelta(days=days)))
    ended = draw(st.none() | SOME.map(lambda days: (settled or filed) + dt.timedelta(days=days)))
    return line(
        number=f"P-{draw(st.integers(0, 9))}",
        channel=draw(st.sampled_from(ComplaintChannelKind)),
        complaint_class=draw(st.none() | st.sampled_from(ComplaintClass)),
        service=draw(st.sampled_from(("", "library"))),
        filed_on=filed,
        profile=draw(st.sampled_from(("SP4N_2018", "SP4N_2025"))),
        settle_by=draw(st.none() | SOME.map(lambda days: filed + dt.timedelta(days=days))),
        settled_on=settled,
        decide_by=draw(st.none() | SOME.map(lambda days: filed + dt.timedelta(days=days))),
        decided_on=settled,
        ended_on=ended,
        state=State.CLOSED if ended else State.FOLLOWED_UP,
        outcome=draw(st.none() | st.sampled_from(Outcome)) if ended else None,
        reopened=draw(st.integers(0, 2)),
        escalated=draw(st.booleans()),
    )


REGISTERS = st.lists(lines(), max_size=40)


@pytest.mark.unmeasured
@given(REGISTERS)
def test_all_sums_of_a_recap_agree(register: list[Line]) -> None:
    recap = recap_of(register, year=2026)
    assert list(mismatches(recap)) == []
    assert list(unbalanced(recap.months)) == []
    assert list(not_carried_over(recap.months)) == []
    received = [one for one in register if one.filed_on.year == 2026]
    assert recap.total == len(received) == recap.whole.received
    assert sum(sum(row.counts) for row in branches(recap.rows)) == len(received)
    assert sum(row.total for row in branches(over_months(recap.rows))) == len(received)
    assert sum(count for _, count in recap.ends) == recap.whole.closed
    whole = recap.whole
    assert None not in {whole.start, whole.closed, whole.end}
    assert (whole.start or 0) + len(received) - (whole.closed or 0) == whole.end


@given(REGISTERS, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(register: list[Line], random: Any) -> None:
    shuffled = list(register)
    random.shuffle(shuffled)
    assert recap_of(shuffled, year=2026) == recap_of(register, year=2026)


def _counts(recap: Recap) -> Counter[tuple[int | None, str, str]]:
    return Counter(
        {
            (row.month, row.channel, kind.value): count
            for row in recap.rows
            for kind, count in zip(KINDS, row.counts, strict=True)
            if count
        }
    )


def _judged(recap: Recap) -> Counter[tuple[str, str]]:
    told: Counter[tuple[str, str]] = Counter()
    for one in recap.timeliness:
        told[one.profile, "judged"] += one.judged
        told[one.profile, "on time"] += one.on_time
    return told


@pytest.mark.unmeasured
@given(REGISTERS)
def test_periods_that_follow_each_other_add_up(register: list[Line]) -> None:
    year = recap_of(register, year=2026)
    for parts in (
        [recap_of(register, year=2026, half=half) for half in (1, 2)],
        [recap_of(register, year=2026, month=month) for month in range(1, 13)],
    ):
        assert sum(map(_counts, parts), Counter()) == _counts(year)
        assert +sum(map(_judged, parts), Counter()) == +_judged(year)
        assert tuple(month for part in parts for month in part.months) == year.months
        ends: Counter[str] = Counter()
        for part in parts:
            ends.update(dict(part.ends))
        assert ends == Counter(dict(year.ends))
        assert sum(part.reopened or 0 for part in parts) == year.reopened
        assert sum(part.escalated or 0 for part in parts) == year.escalated


@pytest.mark.unmeasured
@given(REGISTERS, REGISTERS)
def test_two_registers_together_add_up(one: list[Line], other: list[Line]) -> None:
    both = recap_of([*one, *other], year=2026)
    parts = (recap_of(one, year=2026), recap_of(other, year=2026))
    assert _counts(parts[0]) + _counts(parts[1]) == _counts(both)
    assert +(_judged(parts[0]) + _judged(parts[1])) == +_judged(both)


def test_nothing_came_in_is_said_of_every_month_and_has_no_rate() -> None:
    recap = recap_of([], year=2026)
    assert recap.is_nil
    assert [one.nil for one in recap.months] == [True] * 12
    assert [one.share for one in recap.timeliness] == [None]
    assert recap.median_days is None


def test_months_to_come_are_not_called_nil() -> None:
    recap = recap_of([line()], year=2026, on=dt.date(2026, 4, 2))
    assert [(one.month, one.nil) for one in recap.months] == [
        (1, True),
        (2, True),
        (3, False),
        (4, True),
    ]


def test_a_limit_counts_on_the_day_on_which_it_is_kept_or_missed() -> None:
    due = dt.date(2026, 3, 31)
    for settled, ended, month, kept in (
        (dt.date(2026, 3, 31), None, 3, (1, 1)),
        (dt.date(2026, 4, 1), None, 3, (0, 0)),
        (dt.date(2026, 4, 1), None, 4, (1, 0)),
        (None, None, 4, (1, 0)),
        (None, dt.date(2026, 3, 20), 3, (0, 0)),
        (None, dt.date(2026, 4, 20), 4, (1, 0)),
    ):
        one = line(settle_by=due, settled_on=settled, ended_on=ended)
        recap = recap_of([one], year=2026, month=month)
        told = {each.profile: (each.judged, each.on_time) for each in recap.timeliness}
        assert told.get("SP4N_2025", (0, 0)) == kept
    waiting = line(settle_by=due)
    assert len(recap_of([waiting], year=2026, on=due).timeliness) == 1


def test_a_share_states_its_limits_the_kind_of_day_and_how_sure_they_are() -> None:
    one = line(settle_by=dt.date(2026, 3, 20), decide_by=dt.date(2026, 5, 9))
    practice, act = recap_of([one], year=2026).timeliness
    assert (practice.profile, practice.days) == ("SP4N_2025", TimeUnit.WORKING_DAY)
    assert practice.confidence is Confidence.UNVERIFIED
    assert (act.profile, act.days, act.share) == (ACT, TimeUnit.DAY, Fraction(0))


def test_days_to_settlement_are_those_of_the_settled_ones() -> None:
    told = [line(settled_on=dt.date(2026, 3, 10) + dt.timedelta(days=days)) for days in (3, 8)]
    assert recap_of([*told, line()], year=2026).median_days == Fraction(11, 2)


def test_each_complaint_is_in_one_column() -> None:
    for told, kind in (
        ({"complaint_class": ComplaintClass.ORDINARY, "service": "x"}, RecapKind.PST_COMPLAINT),
        ({"complaint_class": ComplaintClass.SUPERVISORY}, RecapKind.OTHER_COMPLAINT),
        ({"complaint_class": ComplaintClass.ASPIRATION}, RecapKind.ASPIRATION),
        ({"complaint_class": ComplaintClass.INFORMATION}, RecapKind.INFORMATION),
        ({"service": "x"}, RecapKind.UNCLASSIFIED),
    ):
        assert kind_of(line(**told)) is kind


def test_the_row_of_a_branch_is_the_whole_of_it() -> None:
    told = [line(channel=ComplaintChannelKind(one)) for one in ("instagram", "social_media")]
    recap = recap_of(told, year=2026)
    assert {row.channel: row.total for row in recap.rows} == {"social_media": 2, "instagram": 1}
    assert recap.total == 2


def test_branches_of_months_that_are_told_differently_are_added() -> None:
    rows = (
        Row(month=1, channel="instagram", counts=(2, 0)),
        Row(month=1, channel="whatsapp", counts=(1, 0)),
        Row(month=2, channel="social_media", counts=(4, 1), stated=5),
    )
    whole = over_months(rows)
    assert {row.channel: row.counts for row in whole} == {
        "social_media": (7, 1),
        "instagram": (2, 0),
        "whatsapp": (1, 0),
    }
    assert sum(row.total for row in branches(whole)) == 8


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ({"year": 20260}, "recap.year"),
        ({"year": 2026, "month": 13}, "recap.part"),
        ({"year": 2026, "half": 3}, "recap.part"),
        ({"year": 2026, "half": 1, "month": 3}, "recap.both"),
    ],
)
def test_a_period_that_is_none_is_refused(told: dict[str, int], key: str) -> None:
    with pytest.raises(RecapError) as refused:
        Period(**told)
    assert refused.value.key == key
    assert all(refused.value.message(lang) for lang in LANGUAGES)


def test_a_period_knows_its_days() -> None:
    half = Period(year=2026, half=1)
    assert (half.first, half.last) == (dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert Period(year=2026).stem == "2026"
    assert half.holds(half.last)
    assert not half.holds(half.after)
    assert not half.holds(None)


def test_figures_kept_elsewhere_stay_as_they_are() -> None:
    record = load_record(
        {
            "year": 2025,
            "source": " Buku agenda ",
            "total": 9,
            "counts": [
                {"month": 2, "channel": "email", "pst_complaint": 4, "total": 5},
                {"month": 1, "channel": "Papan aspirasi", "aspiration": 3},
                {"month": 3, "channel": "letter"},
            ],
            "months": [{"month": 2, "received": 6}, {"month": 1, "nil": True}, {}],
            "timeliness": [{"profile": "SP4N_2018", "days": "working_day", "judged": 4}],
            "outcomes": [{"name": "proven", "count": 2}],
            "median_days": 5,
        },
        ComplaintRecap,
    )
    recap = recap_in(record)
    assert [(row.channel, row.total, row.sum) for row in recap.rows] == [
        ("Papan aspirasi", 3, 3),
        ("email", 5, 4),
    ]
    assert recap.months == (Month(month=1, received=0, nil=True), Month(month=2, received=6))
    assert (recap.total, recap.source, recap.median_days) == (9, "Buku agenda", Fraction(5))
    assert recap.ends == (("proven", 2),)
    assert evolve(recap, stated=None).total == 8
    assert not recap.is_nil


def test_that_nobody_counted_does_not_say_that_nothing_came_in() -> None:
    for record, key in (
        (ComplaintRecap(), "recap.year"),
        (ComplaintRecap(year=2026), "recap.empty"),
    ):
        with pytest.raises(RecapError) as refused:
            recap_in(record)
        assert refused.value.key == key
    unknown = Recap(period=Period(year=2026), months=(Month(month=1, closed=2),))
    assert not unknown.is_nil
    assert unknown.whole.closed == 2


def test_names_are_those_of_the_tree_or_as_they_were_written() -> None:
    assert channel_name("letter", "en") == "Letter"
    assert end_name("withdrawn", "id") == "Dicabut"
    assert end_name("Selesai", "id") == "Selesai"
