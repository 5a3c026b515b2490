"""The public pages of SIPPN, which show the six components that an office has to publish."""

from pst_standards.exchange.sippn.comparing import compare
from pst_standards.exchange.sippn.draft import Draft, Fate, Remark
from pst_standards.exchange.sippn.drift import Comparison, Difference, Kind
from pst_standards.exchange.sippn.errors import SippnError
from pst_standards.exchange.sippn.reading import read
from pst_standards.exchange.sippn.writing import Written, write

__all__ = [
    "Comparison",
    "Difference",
    "Draft",
    "Fate",
    "Kind",
    "Remark",
    "SippnError",
    "Written",
    "compare",
    "read",
    "write",
]
