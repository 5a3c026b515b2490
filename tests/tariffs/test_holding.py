from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from pst_standards.findings import Confidence
from pst_standards.law import PartialDate, Register, RegulationKey, default_register
from pst_standards.model.sale import SaleKind, SaleLine
from pst_standards.tariffs import TariffError, price, tariff_on

BOOK = SaleLine(kind=SaleKind.PUBLICATION, pages=27)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def name_on(text: str) -> str | None:
    found = tariff_on(day(text))
    return None if found.tariff is None else str(found.tariff.instrument)


def law(name: str, since: str | None, sure: Confidence = Confidence.VERIFIED) -> Register:
    register = default_register()
    known = register.get(RegulationKey.parse(name))
    assert known is not None
    begins = None if since is None else PartialDate.parse(since)
    changed = evolve(known, in_force_from=begins, doubtful={"in_force_from": sure})
    return register.with_regulations(changed)


@pytest.mark.parametrize(
    ("on", "held"),
    [
        ("2009-08-31", None),
        ("2009-09-01", "PP 54/2009"),
        ("2015-03-24", "PP 54/2009"),
        *((f"2015-03-{number}", None) for number in (25, 26)),
        ("2015-03-27", "PP 7/2015"),
        ("2024-03-12", "PP 7/2015"),
        *((f"2024-03-{number}", None) for number in (13, 14)),
        ("2024-03-15", "PP 13/2024"),
        ("2025-06-01", "PP 13/2024"),
    ],
)
def test_the_tariff_of_a_day(on: str, held: str | None) -> None:
    assert name_on(on) == held


def test_a_day_that_may_belong_to_either_tariff_gets_no_price() -> None:
    found = price(BOOK, day("2024-03-14"))
    assert (found.amount, found.instrument) == (None, "")
    assert found.reason is not None
    assert found.reason.key == "reason.boundary"
    assert "14 Maret 2024" in found.reason.text("id")
    assert found.citations == ("PP 7/2015", "PP 13/2024")


def test_before_the_oldest_tariff_the_reason_says_so() -> None:
    found = price(BOOK, day("2005-01-01"))
    assert found.amount is None
    assert found.reason is not None
    assert found.reason.text("en") == (
        "The tariff of 1 January 2005 is not known; the oldest one known holds since"
        " 1 September 2009."
    )


@pytest.mark.parametrize("on", ["2010-01-01", "2025-06-01"])
def test_a_tariff_whose_annex_was_not_read_gives_no_price(on: str) -> None:
    found = price(BOOK, day(on))
    assert found.amount is None
    assert found.reason is not None
    assert found.reason.key == "reason.unread"
    assert found.instrument in found.reason.text("id")
    assert found.steps == ()


def test_a_verified_day_leaves_no_doubt() -> None:
    sure = law("PP 13/2024", "2024-03-14")
    held = [tariff_on(day(f"2024-03-{number}"), law=sure).tariff for number in (13, 14)]
    assert [str(one.instrument) for one in held if one] == ["PP 7/2015", "PP 13/2024"]
    assert price(BOOK, day("2024-03-13"), law=sure).amount == 20_000


@pytest.mark.parametrize(
    ("since", "sure"),
    [
        ("2024", Confidence.VERIFIED),
        (None, Confidence.VERIFIED),
        ("2024-03", Confidence.UNVERIFIED),
    ],
)
def test_a_day_known_less_well_leaves_more_doubt(since: str | None, sure: Confidence) -> None:
    doubtful = law("PP 13/2024", since, sure)
    assert tariff_on(day("2024-06-01"), law=doubtful).tariff is None
    unsure_at_all = since is None or sure is Confidence.UNVERIFIED
    assert (tariff_on(day("2020-01-02"), law=doubtful).tariff is None) is unsure_at_all


def test_a_month_of_a_secondary_source_is_widened_by_a_day() -> None:
    monthly = law("PP 13/2024", "2024-03", Confidence.SECONDARY)
    doubts = [
        text
        for text in ("2024-02-28", "2024-02-29", "2024-03-31", "2024-04-01")
        if tariff_on(day(text), law=monthly).tariff is None
    ]
    assert doubts == ["2024-02-29", "2024-03-31"]


def test_doubt_about_the_first_tariff_is_told() -> None:
    found = tariff_on(day("2009-06-01"), law=law("PP 54/2009", "2009"))
    assert found.reason is not None
    assert found.reason.key == "reason.first"
    assert "PP 54/2009" in found.reason.text("id")


def test_a_register_without_the_tariff_leaves_all_open() -> None:
    empty = Register(as_of=day("2026-01-01"), regulations=())
    assert tariff_on(day("2020-01-02"), law=empty).tariff is None


def test_the_last_tariff_may_have_ended() -> None:
    register = default_register()
    known = register.get(RegulationKey.parse("PP 13/2024"))
    assert known is not None
    ended = register.with_regulations(
        evolve(known, in_force_until=PartialDate.parse("2027-01-01"), doubtful={})
    )
    assert tariff_on(day("2026-12-31"), law=ended).tariff is not None
    found = tariff_on(day("2027-01-01"), law=ended)
    assert found.tariff is None
    assert found.reason is not None
    assert found.reason.key == "reason.ended"


def test_a_request_before_the_tariff_keeps_the_old_one() -> None:
    found = price(BOOK, day("2015-05-04"), requested=day("2015-03-02"))
    assert (found.amount, found.instrument) == (None, "PP 54/2009")
    assert "PP 7/2015 Pasal 10" in found.citations


def test_services_of_the_annex_have_no_transition() -> None:
    line = SaleLine(kind=SaleKind.SERVICE, item="college-graduation")
    found = price(line, day("2015-05-04"), requested=day("2015-03-02"))
    assert found.amount == 1_350_000


def test_a_request_in_the_days_of_doubt_stays_in_doubt() -> None:
    found = price(BOOK, day("2015-05-04"), requested=day("2015-03-26"))
    assert found.reason is not None
    assert found.reason.key == "reason.boundary"


def test_the_transition_to_the_present_tariff_was_not_read() -> None:
    found = price(BOOK, day("2024-05-02"), requested=day("2024-02-01"))
    assert found.reason is not None
    assert found.reason.key == "reason.transition"
    assert (found.amount, found.instrument) == (None, "")


@pytest.mark.parametrize("requested", ["2020-01-02", "2019-12-01"])
def test_a_request_under_the_same_tariff_changes_nothing(requested: str) -> None:
    assert price(BOOK, day("2020-01-02"), requested=day(requested)).amount == 20_000


def test_a_request_after_the_sale_is_refused() -> None:
    with pytest.raises(TariffError, match="sesudah tanggal transaksi"):
        tariff_on(day("2020-01-02"), requested=day("2020-01-03"))


@pytest.mark.parametrize("on", [dt.date.min, dt.date.max])
def test_the_ends_of_the_calendar_are_days_like_others(on: dt.date) -> None:
    assert price(BOOK, on).amount is None
