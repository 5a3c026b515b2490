"""Evidence for those who evaluate an office: levels that follow from its definition, and folders.

Names load on first use, as a refusal is worded without the libraries that write documents.

>>> from datetime import date
>>> from pst_standards.exchange.evidence import assess, instrument
>>> from pst_standards.model.definition import Definition
>>> found = assess(Definition(), instrument("pekppp", 2026), as_of=date(2026, 11, 27))
>>> found.items[0].item.number, found.items[0].level
('1', 0)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pst_standards.exchange.evidence.assessing import Assessed, Assessment, assess
    from pst_standards.exchange.evidence.errors import EvidenceError
    from pst_standards.exchange.evidence.facts import Fact
    from pst_standards.exchange.evidence.folder import evidence_folder, gather
    from pst_standards.exchange.evidence.gathered import Folder
    from pst_standards.exchange.evidence.instruments import NAMES, Edition, Item, instrument
    from pst_standards.exchange.evidence.rows import Row, State

_HOMES = {
    "NAMES": "instruments",
    "Assessed": "assessing",
    "Assessment": "assessing",
    "Edition": "instruments",
    "EvidenceError": "errors",
    "Fact": "facts",
    "Folder": "gathered",
    "Item": "instruments",
    "Row": "rows",
    "State": "rows",
    "assess": "assessing",
    "evidence_folder": "folder",
    "gather": "folder",
    "instrument": "instruments",
}

__all__ = [
    "NAMES",
    "Assessed",
    "Assessment",
    "Edition",
    "EvidenceError",
    "Fact",
    "Folder",
    "Item",
    "Row",
    "State",
    "assess",
    "evidence_folder",
    "gather",
    "instrument",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
