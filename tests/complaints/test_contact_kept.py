"""A contact beside a name that says that there is none is refused where it could not be told of."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy import SecrecyError, Vault

NOW = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
MISSING = {"missing": ["identity"], "notice": {"means": "tracking_page"}}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    vault = Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")
    return Desk(MemoryRegister(), vault, "A1", zone=Zone.WIB, now=lambda: NOW)


@pytest.fixture
def number(desk: Desk) -> str:
    told = {"channel": "letter", "text": "Antrean", "place": "Meja", "reporter": {"name": "Anonim"}}
    number = desk.file({**told, "filed_at": NOW.isoformat()}).number
    desk.issue_receipt(number)
    desk.advance(number, "review", {"handler": {"officer": "A2"}})
    desk.advance(number, "declare_incomplete", dict(MISSING))
    return number


def test_no_contact_is_lost_when_a_file_is_completed(desk: Desk, number: str) -> None:
    before = desk.register.events(number)
    told: dict[str, Any] = {"reporter": {"name": "Anonim", "phone": "081234567890"}}
    with pytest.raises(SecrecyError) as refused:
        desk.advance(number, "complete", told)
    assert refused.value.key == "secrecy.contact-nameless"
    assert "081234567890" not in refused.value.message("id")
    assert desk.register.events(number) == before


def test_a_contact_without_a_name_is_sealed(desk: Desk, number: str) -> None:
    desk.advance(number, "complete", {"reporter": {"phone": "081234567890"}})
    assert desk.identity(number, "Menelepon pelapor").plain("phone") == "081234567890"


def test_nobody_may_stay_nobody(desk: Desk, number: str) -> None:
    case = desk.advance(number, "complete", {"reporter": {"name": "Anonim"}, "text": "Antrean dua"})
    assert (case.reporter, case.text) == ("", "Antrean dua")
