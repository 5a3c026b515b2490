"""``check_sale``: what the rules say about one sale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pst_standards.definitions.records import read_record
from pst_standards.model.sale import Sale
from pst_standards.rules.cases import judge
from pst_standards.tariffs.faults import sale_faults
from pst_standards.tariffs.rules import CHECKS, SaleContext

if TYPE_CHECKING:
    from pst_standards.findings import Report
    from pst_standards.rules import Rulebook


def check_sale(
    source: str | Path | Mapping[str, Any],
    *,
    as_of: dt.date | None = None,
    rules: Rulebook | None = None,
) -> Report:
    """Check a sale, a file or a mapping, by the law of its own day.

    ``as_of`` counts only for a sale that states no day: whether a price was right does not change
    with the day on which somebody asks. Raises ``DefinitionError`` for a file that cannot be used.

    >>> book = {"kind": "publication", "pages": 66, "amount": 30000}
    >>> report = check_sale({"date": "2020-01-02", "lines": [book]})
    >>> [(found.rule, found.params["expected"]) for found in report.findings]
    [('TRF-002', 20000)]
    """
    record = read_record(source, Sale)
    day = record.value.date or as_of or dt.datetime.now().astimezone().date()
    return judge(
        SaleContext(sale=record.value),
        "sale",
        CHECKS,
        as_of=day,
        origin=record.origin,
        shape=(*record.findings, *sale_faults(record)),
        rules=rules,
    )
