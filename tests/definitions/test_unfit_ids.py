from __future__ import annotations

import pytest

from pst_standards.definitions.assembling import read_data


@pytest.mark.parametrize("name", ["<x>", "", 5, None, "../a"])
def test_an_item_whose_id_cannot_be_used_is_left_out_and_reported(name: object) -> None:
    reading = read_data({"services": [{"id": name}, {"id": "library"}]})
    assert [service.id for service in reading.definition.services] == ["library"]
    assert any(found.pointer[:2] == ("services", 0) for found in reading.findings)
