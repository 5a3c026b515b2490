"""What keeps a sale from being priced: no day, a request after it, a size or number of nought."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pst_standards.definitions.faults import fault
from pst_standards.definitions.record_faults import disordered, lacking
from pst_standards.definitions.records import Record
from pst_standards.findings import Finding
from pst_standards.model.sale import Sale

_AT_LEAST_ONE: Final = ("quantity", "pages", "bytes", "megabytes")


def sale_faults(record: Record[Sale]) -> Iterator[Finding]:
    """Yield what is wrong with the form of a sale beyond what reading it tells.

    >>> from pst_standards.definitions.records import read_record
    >>> record = read_record({"lines": [{"kind": "map", "quantity": 0}]}, Sale)
    >>> [(found.rule, found.pointer) for found in sale_faults(record)]
    [('DEF-037', ('date',)), ('DEF-019', ('lines', 0, 'quantity'))]
    """
    sale, origin = record.value, record.origin
    yield from lacking(origin, "date")
    yield from disordered(sale, [("requested_on", "date")], origin)
    for place, line in enumerate(sale.lines):
        for key in _AT_LEAST_ONE:
            if getattr(line, key) == 0:
                at = ("lines", place, key)
                told = {"key": key, "found": "0", "expected": "1"}
                where = origin.locate(at)
                yield fault("DEF-019", variant="minimum", pointer=at, location=where, **told)
