from __future__ import annotations

import datetime as dt
import random
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pst_standards.model.sale import PublicationForm, SaleKind, SaleLine
from pst_standards.tariffs import Price, PriceClass, price

DAY = dt.date(2020, 1, 2)


def book(pages: int, **facts: object) -> Price:
    line = SaleLine(kind=SaleKind.PUBLICATION, pages=pages, **facts)  # type: ignore[arg-type]
    return price(line, DAY)


def block_by_block(pages: int) -> int:
    """Rp10.000 for the first 26 pages, and again for each block of 40 that is begun."""
    amount, reached = 10_000, 26
    while reached < pages and amount < 300_000:
        amount, reached = amount + 10_000, reached + 40
    return amount


def test_the_price_is_that_of_the_blocks_begun() -> None:
    dice = random.Random(7)  # noqa: S311 - the same cases each time, no secret
    cases = (*range(1, 1300), *(dice.randint(1, 10**9) for _ in range(8_700)))
    assert [pages for pages in cases if book(pages).amount != block_by_block(pages)] == []


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 10**6))
def test_more_pages_never_cost_less(pages: int, more: int) -> None:
    fewer, many = book(pages).amount, book(pages + more).amount
    assert fewer is not None
    assert many is not None
    assert fewer <= many <= 300_000


@pytest.mark.parametrize(
    ("pages", "amount"),
    [
        *((1, 10_000), (26, 10_000), (27, 20_000), (66, 20_000), (67, 30_000)),
        *((1106, 280_000), (1107, 290_000), (1146, 290_000), (1147, 300_000), (10_000, 300_000)),
    ],
)
def test_the_bounds_of_the_annex(pages: int, amount: int) -> None:
    assert book(pages).amount == amount
    formula = 10_000 if pages <= 26 else 10_000 * (1 + ceil((pages - 26) / 40))
    assert amount == (300_000 if pages > 1146 else formula)


def test_the_form_names_its_part_of_the_annex() -> None:
    cited = {form: book(27, form=form).citations for form in PublicationForm}
    assert cited == {
        PublicationForm.PRINT: ("PP 7/2015 Lampiran I huruf b",),
        PublicationForm.ELECTRONIC: ("PP 7/2015 Lampiran II huruf b",),
    }
    assert len({book(27, form=form).amount for form in PublicationForm}) == 1


def test_copies_are_counted_in_a_step_of_their_own() -> None:
    found = book(27, quantity=3)
    assert found.amount == 60_000
    assert [step.amount for step in found.steps] == [20_000, 60_000]
    assert found.steps[-1].said.text("id") == "3 \u00d7 Rp20.000 = Rp60.000."


def test_the_last_group_is_told_without_an_upper_bound() -> None:
    said = book(2000).steps[0].said
    assert said.text("id") == "2.000 halaman termasuk kelompok mulai 1.147 halaman: Rp300.000."
    assert said.text("en") == "2,000 pages belong to the group from 1,147 pages on: Rp300,000."


def test_shipping_and_bank_fees_are_apart() -> None:
    found = book(27)
    assert [(cost.said.key, cost.cite) for cost in found.not_included] == [
        ("cost.shipping", "PP 7/2015 Pasal 3"),
        ("cost.bank_fee", "PP 7/2015 Pasal 3"),
    ]


def test_a_publication_on_the_website_is_free() -> None:
    found = price(SaleLine(kind=SaleKind.WEBSITE_PUBLICATION, quantity=2), DAY)
    assert (found.amount, found.price_class) == (0, PriceClass.FREE)
    assert found.citations == ("penjelasan PP 7/2015 Pasal 1 ayat (1) huruf b",)
    assert book(27).price_class is PriceClass.PAID


def test_under_the_present_tariff_nobody_says_that_the_website_is_free() -> None:
    found = price(SaleLine(kind=SaleKind.WEBSITE_PUBLICATION), dt.date(2025, 6, 1))
    assert (found.amount, found.price_class) == (None, None)
