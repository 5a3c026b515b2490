"""Rules whose explanation is put together otherwise than from an example that the check answers."""

from __future__ import annotations

import pytest

from pst_standards.cli.explaining import explanation
from pst_standards.rules import catalogue


def said(rule: str) -> str:
    row = catalogue().get(rule)
    assert row is not None
    return " ".join(explanation(row, "en").split())


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        ("STD-003", ["stands there twice with different content", "What to do Join the content"]),
        ("STD-003", ["An example that passes: Each component stands there once."]),
        ("DEF-001", ['name: "BPS Kabupaten Contoh', "The finding The quotation mark opened"]),
        ("DEF-003", ["What to do Make sure that this is the file you mean"]),
        ("DEF-013", ["What to do Check the spelling", "Ask for the right to read the file"]),
        ("DEF-032", ["write confirmed: {by: name, on: date} in", "Check the value, then write"]),
        ("TRF-001", ["format: pst-sale/1", "The finding This bill uses", "14 March 2024"]),
    ],
)
def test_each_way_to_explain_a_rule_says_what_to_do(rule: str, parts: list[str]) -> None:
    told = said(rule)
    assert [part for part in parts if part not in told] == []
    assert told.count("What to do") == 1
    assert "\N{HORIZONTAL ELLIPSIS}" not in told
