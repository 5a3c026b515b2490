from __future__ import annotations

import pytest

from pst_standards.definitions import read_data
from pst_standards.definitions.wording import word


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Buku tamu <elektronik", []),
        ("kurang dari < 5 hari > 3", []),
        ("null dan remove", []),
        ("Buku tamu <script>alert(1)</script>", ["DEF-029"]),
        ("<SCRIPT src=x", ["DEF-029"]),
        ("a</p>", ["DEF-029"]),
        ("<!-- x -->", ["DEF-029"]),
        ("a\x07b", ["DEF-008"]),
        ("\u202ea<b>", ["DEF-008", "DEF-029"]),
        ("a\tb\nc", []),
    ],
)
def test_markup_and_control_characters_are_found(text: str, rules: list[str]) -> None:
    found = read_data({"office": {"name": text}}).findings

    assert [finding.rule for finding in found] == rules
    assert {finding.pointer for finding in found} <= {("office", "name")}
    assert all(word(finding, lang)[0] for finding in found for lang in ("id", "en"))


def test_keys_and_items_of_lists_are_looked_at_too() -> None:
    data = {"services": [{"id": "a", "aliases": ["x", "<b>y</b>"], "<i>": 1}]}

    pointers = {f.pointer for f in read_data(data).findings if f.rule == "DEF-029"}

    assert pointers == {("services", 0, "aliases", 1), ("services", 0, "<i>")}


def test_findings_of_one_kind_end_somewhere() -> None:
    data = {"office": {"name": "<b>"}, "x": ["<b>"] * 5000}

    assert len(read_data(data).findings) < 6000


def test_data_that_json_cannot_hold_is_still_looked_at() -> None:
    found = read_data({"office": {"name": {1, 2}, "fax": "<b>"}}).findings

    assert {"DEF-016", "DEF-029"} == {finding.rule for finding in found}
