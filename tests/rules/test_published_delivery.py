"""What the rules on service delivery find in published standards, and that they find no more."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from pst_standards.rules import check

STANDARDS: Final = Path(__file__).resolve().parents[1] / "data" / "standards"
DAY: Final = dt.date(2026, 11, 23)
LOOKED_FOR: Final = frozenset(
    {f"STD-0{number}" for number in (11, 12, 13, 14, 15, 16, 17, 23, 24, 29, 30, 32, 33, 36, 38)}
    | {"SRV-003", "SRV-004", "SRV-005"}
)
# What a reader of each text finds as well; a text that is not named shows nothing of the kind.
DEFECTS: Final[dict[str, list[str]]] = {
    # Nobody marked the requirements; the online channel has no procedure; the product is the name.
    "consultation-two-channels": ["STD-011", "STD-024.missing", "STD-030"],
    # A card is kept for the locker; both channels stand in one list.
    "library-mixed-channels": ["STD-011", "STD-013", "STD-024.mixed", "STD-024.mixed"],
    "contacts-of-another-office": ["STD-011", "STD-036.free"],
    "microdata-in-person": ["STD-029"],
    # All steps in one item, numbered twice.
    "microdata-online": ["STD-011", "STD-014.joined", "STD-014.numbering"],
    # The procedure stands for one channel only, and the old name of sales is not linked.
    "paid-products-centre": ["SRV-003.old", "STD-011", "STD-024.missing"],
    "publication-billing-code": ["STD-024.unmarked"],
    "publication-online": ["STD-011"],
    "recommendation-days": ["STD-036.free"],
}


@pytest.mark.parametrize("path", sorted(STANDARDS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_published_standard_shows_these_defects_and_no_others(path: Path) -> None:
    case: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = check(case["definition"], as_of=DAY).findings
    named = sorted(hit.message_key for hit in found if hit.rule in LOOKED_FOR)
    assert named == DEFECTS.get(path.stem, [])


def test_every_text_named_here_is_there() -> None:
    assert {path.stem for path in STANDARDS.glob("*.yaml")} >= set(DEFECTS)
