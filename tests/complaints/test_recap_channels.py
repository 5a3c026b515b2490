"""A channel and a source of a recap are words too, and name nobody."""

from __future__ import annotations

import pytest

from pst_standards.complaints.recap_checks import check_recap


@pytest.mark.parametrize(
    ("told", "pointer"),
    [
        ({"counts": [{"channel": "WA 081234567890", "total": 5}]}, ("counts", 0, "channel")),
        ({"source": "Catatan siti.contoh@gmail.com", "total": 5}, ("source",)),
    ],
)
def test_a_contact_in_a_channel_or_a_source_is_found(
    told: dict[str, object], pointer: tuple[object, ...]
) -> None:
    found = check_recap({"year": 2026, **told}).of("LAP-007")
    assert [(one.message_key, one.pointer) for one in found] == [("LAP-007.recap_contact", pointer)]


def test_an_ordinary_channel_is_not() -> None:
    told = {"counts": [{"channel": "email", "total": 5}], "source": "Buku pengaduan kantor"}
    assert check_recap({"year": 2026, **told}).of("LAP-007") == ()
