"""Prices of statistics by the tariff of the day: what one thing costs, and what a sale comes to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.tariffs.checking import check_sale
    from pst_standards.tariffs.errors import TariffError
    from pst_standards.tariffs.holding import Holding, tariff_on
    from pst_standards.tariffs.prices import Cost, Price, PriceClass, Step
    from pst_standards.tariffs.pricing import price
    from pst_standards.tariffs.quoting import Quotation, quotation
    from pst_standards.tariffs.said import Said
    from pst_standards.tariffs.tariff import Tariff, tariffs
    from pst_standards.tariffs.zero import Condition, ZeroAnswer

_HOMES = {
    "Condition": "zero",
    "Cost": "prices",
    "Holding": "holding",
    "Price": "prices",
    "PriceClass": "prices",
    "Quotation": "quoting",
    "Said": "said",
    "Step": "prices",
    "Tariff": "tariff",
    "TariffError": "errors",
    "ZeroAnswer": "zero",
    "check_sale": "checking",
    "price": "pricing",
    "quotation": "quoting",
    "tariff_on": "holding",
    "tariffs": "tariff",
}

__all__ = [
    "Condition",
    "Cost",
    "Holding",
    "Price",
    "PriceClass",
    "Quotation",
    "Said",
    "Step",
    "Tariff",
    "TariffError",
    "ZeroAnswer",
    "check_sale",
    "price",
    "quotation",
    "tariff_on",
    "tariffs",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
