from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from pst_standards.messages import LANGUAGES
from pst_standards.model.sale import (
    Buyer,
    BuyerKind,
    PaymentPath,
    Sale,
    SaleKind,
    SaleLine,
    ZeroRupiahRequest,
)
from pst_standards.tariffs import PriceClass, Quotation, TariffError, quotation

DAY = dt.date(2020, 1, 2)
BOOK = SaleLine(kind=SaleKind.PUBLICATION, pages=66, quantity=2)
DATA = SaleLine(kind=SaleKind.MICRODATA, megabytes=60)
OPEN = SaleLine(kind=SaleKind.TABULATION, megabytes=60)
ENTITLED = ZeroRupiahRequest(commercial=False, first_time=True, granted=True)
SCHOOL = Buyer(kind=BuyerKind.EDUCATION)


def offer(*lines: SaleLine, on: dt.date = DAY, **facts: Any) -> Quotation:
    return quotation(Sale(date=on, lines=lines, **facts))


def test_lines_are_added_up() -> None:
    found = offer(BOOK, DATA)
    assert [line.amount for line in found.lines] == [40_000, 5_500_000]
    assert (found.subtotal, found.total, found.reason) == (5_540_000, 5_540_000, None)
    assert found.instruments == ("PP 7/2015",)


def test_stated_costs_are_added_and_the_others_are_named() -> None:
    found = offer(BOOK, shipping=18_000)
    assert (found.subtotal, found.total) == (40_000, 58_000)
    assert [cost.said.key for cost in found.not_included] == ["cost.bank_fee"]
    both = offer(BOOK, shipping=18_000, bank_fee=0)
    assert (both.total, both.not_included) == (58_000, ())


def test_without_one_price_there_is_no_total() -> None:
    found = offer(BOOK, OPEN, shipping=18_000)
    assert (found.subtotal, found.total) == (None, None)
    assert found.reason is not None
    assert found.reason.text("id") == (
        "Jumlahnya tidak diketahui karena harga baris 2 tidak diketahui."
    )
    assert found.to_dict()["total"] is None


@given(st.lists(st.sampled_from([BOOK, DATA, OPEN]), min_size=1), st.integers(0, 10**6))
def test_a_total_is_all_lines_or_nothing(lines: list[SaleLine], shipping: int) -> None:
    found = offer(*lines, shipping=shipping)
    if OPEN in lines:
        assert found.total is None
    else:
        known = {id(BOOK): 40_000, id(DATA): 5_500_000}
        assert found.total == sum(known[id(line)] for line in lines) + shipping


@pytest.mark.parametrize(
    ("buyer", "ways"),
    [
        (None, ["payment.billing_code", "payment.transfer_abroad"]),
        (Buyer(), ["payment.billing_code", "payment.transfer_abroad"]),
        (Buyer(abroad=False), ["payment.billing_code"]),
        (Buyer(abroad=True), ["payment.transfer_abroad"]),
    ],
)
def test_the_way_to_pay_is_that_of_the_buyer(buyer: Buyer | None, ways: list[str]) -> None:
    assert [one.key for one in offer(BOOK, buyer=buyer).payment] == ways


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PaymentPath)
def test_a_stated_way_to_pay_is_told(path: PaymentPath, lang: str) -> None:
    (way,) = offer(BOOK, payment=path, buyer=Buyer(abroad=True)).payment
    assert way.key == f"payment.{path.value}"
    assert way.text(lang)


@pytest.mark.parametrize(
    ("on", "cite"),
    [
        (DAY, "PP 7/2015 Pasal 9"),
        (dt.date(2025, 6, 1), "UU 9/2018 Pasal 29"),
        (dt.date(2024, 3, 14), "UU 9/2018 Pasal 29"),
    ],
)
def test_the_money_goes_to_the_treasury(on: dt.date, cite: str) -> None:
    found = offer(BOOK, on=on)
    assert found.treasury.cite == cite
    assert cite in found.citations


def test_a_granted_request_of_who_is_entitled_costs_nothing() -> None:
    found = offer(BOOK, DATA, buyer=SCHOOL, zero_rupiah=ENTITLED, shipping=18_000)
    assert (found.subtotal, found.total) == (0, 18_000)
    assert {line.price_class for line in found.lines} == {PriceClass.ZERO_RUPIAH}
    assert found.lines[0].steps[-1].said.text("id") == (
        "Dikenai tarif nol rupiah menurut PP 7/2015 Pasal 8."
    )
    assert [cost.said.key for cost in found.not_included] == ["cost.bank_fee"]


@pytest.mark.parametrize(
    ("buyer", "changes", "possible", "subtotal"),
    [
        (SCHOOL, {}, True, 0),
        (SCHOOL, {"granted": None}, True, 40_000),
        (SCHOOL, {"granted": False}, True, 40_000),
        (SCHOOL, {"commercial": True}, False, 40_000),
        (SCHOOL, {"first_time": False}, False, 40_000),
        (SCHOOL, {"first_time": None}, None, 0),
        (Buyer(kind=BuyerKind.INDIVIDUAL), {}, False, 40_000),
        (Buyer(), {}, None, 0),
        (None, {"granted": None}, None, 40_000),
    ],
)
def test_zero_rupiah_needs_its_conditions_and_the_decision(
    buyer: Buyer | None, changes: dict[str, Any], possible: bool | None, subtotal: int
) -> None:
    found = offer(BOOK, buyer=buyer, zero_rupiah=evolve(ENTITLED, **changes))
    assert found.zero_rupiah is not None
    assert found.zero_rupiah.possible is possible
    assert found.subtotal == subtotal


def test_services_are_not_given_at_zero() -> None:
    service = SaleLine(kind=SaleKind.SERVICE, item="college-graduation")
    found = offer(service, buyer=SCHOOL, zero_rupiah=ENTITLED)
    assert found.subtotal == 1_350_000
    assert found.zero_rupiah is not None
    assert [one.met for one in found.zero_rupiah.conditions] == [True, True, True, False]


def test_what_has_to_be_shown_depends_on_what_is_asked_for() -> None:
    request = ZeroRupiahRequest(letter=True, official_mail=False)
    book, data = (offer(line, zero_rupiah=request).zero_rupiah for line in (BOOK, DATA))
    assert book is not None
    assert data is not None
    assert [(one.said.key, one.there) for one in book.to_show] == [
        ("zero.letter", True),
        ("zero.mail", False),
    ]
    assert [one.said.key for one in data.to_show[2:]] == ["zero.agreement", "zero.abstract"]


def test_under_the_present_tariff_conditions_are_not_claimed() -> None:
    on = dt.date(2025, 6, 1)
    asked = offer(BOOK, on=on, buyer=SCHOOL, zero_rupiah=evolve(ENTITLED, granted=None))
    assert asked.zero_rupiah is not None
    assert (asked.zero_rupiah.possible, asked.zero_rupiah.conditions) == (None, ())
    assert "zero.unread" in [note.key for note in asked.zero_rupiah.notes]
    assert asked.total is None
    granted = offer(BOOK, on=on, buyer=SCHOOL, zero_rupiah=ENTITLED)
    assert granted.total == 0
    assert "PP 13/2024 Pasal 4" in granted.citations


def test_where_no_tariff_can_be_named_nothing_is_given_at_zero() -> None:
    found = offer(BOOK, on=dt.date(2024, 3, 14), buyer=SCHOOL, zero_rupiah=ENTITLED)
    assert found.zero_rupiah is not None
    assert (found.total, found.zero_rupiah.applies, found.zero_rupiah.cite) == (None, False, "")


def test_without_a_request_nothing_is_said_of_zero() -> None:
    assert offer(BOOK).zero_rupiah is None
    assert "zero_rupiah" not in offer(BOOK).to_dict()


def test_another_day_can_be_asked_about() -> None:
    sale = Sale(date=DAY, lines=(BOOK,))
    assert quotation(sale, on=dt.date(2025, 6, 1)).total is None


def test_a_sale_without_day_or_lines_is_refused() -> None:
    for sale, key in ((Sale(lines=(BOOK,)), "date-missing"), (Sale(date=DAY), "lines-missing")):
        with pytest.raises(TariffError) as raised:
            quotation(sale)
        assert raised.value.key == key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_that_cannot_be_priced_is_named(lang: str) -> None:
    with pytest.raises(TariffError) as raised:
        offer(BOOK, SaleLine(kind=SaleKind.PUBLICATION, pages=0))
    assert raised.value.key == "pages"
    assert raised.value.message(lang).startswith({"id": "Baris 2: ", "en": "Line 2: "}[lang])


def test_the_quotation_is_plain_data() -> None:
    data = offer(BOOK, requested_on=DAY, buyer=SCHOOL, zero_rupiah=ENTITLED, id="q-1").to_dict()
    assert (data["id"], data["on"], data["requested_on"]) == ("q-1", "2020-01-02", "2020-01-02")
    assert data["lines"][0]["amount"] == 0
    assert data["zero_rupiah"]["applies"] is True
    assert data["payment"][0]["key"] == "payment.billing_code"
    assert data["zero_rupiah"]["conditions"][0]["met"] is True
    assert len(data["citations"]) == len(set(data["citations"]))
