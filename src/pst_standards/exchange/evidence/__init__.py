"""Evidence for those who evaluate an office: levels that follow from its definition, and folders.

>>> from datetime import date
>>> from pst_standards.model.definition import Definition
>>> found = assess(Definition(), instrument("pekppp", 2026), as_of=date(2026, 11, 27))
>>> found.items[0].item.number, found.items[0].level
('1', 0)
"""

from pst_standards.exchange.evidence.assessing import Assessed, Assessment, assess
from pst_standards.exchange.evidence.errors import EvidenceError
from pst_standards.exchange.evidence.facts import Fact
from pst_standards.exchange.evidence.folder import evidence_folder, gather
from pst_standards.exchange.evidence.gathered import Folder
from pst_standards.exchange.evidence.instruments import NAMES, Edition, Item, instrument
from pst_standards.exchange.evidence.rows import Row, State

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
