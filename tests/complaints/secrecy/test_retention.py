from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from pst_standards.complaints.secrecy import (
    EndedCase,
    Identity,
    IdentityRef,
    Purpose,
    Retention,
    SecrecyError,
    Vault,
    due,
    erase_due,
    statistics,
)

ENDED = dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC)
YEAR = Retention(keep=dt.timedelta(days=365), basis="Contoh Keputusan Kepala 12/2026")
LATER = ENDED + dt.timedelta(days=365)


def test_an_identity_goes_when_its_time_is_over_and_its_statistics_stay(
    vault: Vault, new_identity: Callable[..., Identity]
) -> None:
    old, new = vault.seal(new_identity()), vault.seal(new_identity())
    case = {
        "number": "PGD-2026-7K3M9Q2T",
        "reporter": str(old),
        "filed_at": ENDED,
        "channel": "box",
    }
    before = statistics(case)
    cases = [EndedCase(ref=old, ended_at=ENDED), EndedCase(ref=new, ended_at=LATER)]
    why = {"officer": "A1", "reason": "masa simpan berakhir"}
    assert erase_due(cases, YEAR, vault, at=LATER, **why) == (old,)
    assert (vault.holds(old), vault.holds(new)) == (False, True)
    assert statistics(case) == before == {"filed_at": "2026-01", "channel": "box"}
    assert erase_due(cases, YEAR, vault, at=LATER, **why) == ()
    (entry,) = vault.openings()
    assert (entry.purpose, entry.ref, entry.reason) == (Purpose.ERASE, old, why["reason"])


def test_a_case_that_goes_on_or_is_held_keeps_its_identity() -> None:
    ref = IdentityRef.new()
    going, held = EndedCase(ref=ref), EndedCase(ref=ref, ended_at=ENDED, held=True)
    over = EndedCase(ref=ref, ended_at=ENDED)
    for case in (going, held):
        assert list(due([case], YEAR, at=LATER)) == []
        assert list(due([over, case], YEAR, at=LATER)) == []
        assert list(due([case, over], YEAR, at=LATER)) == []
    assert list(due([over, over], YEAR, at=LATER)) == [ref]
    assert list(due([over], YEAR, at=LATER - dt.timedelta(seconds=1))) == []


def test_retention_needs_a_time_and_a_zone() -> None:
    naive = ENDED.replace(tzinfo=None)
    for call, key in (
        (lambda: Retention(keep=dt.timedelta()), "secrecy.retention"),
        (lambda: EndedCase(ref=IdentityRef.new(), ended_at=naive), "secrecy.naive-time"),
        (lambda: due([], YEAR, at=naive), "secrecy.naive-time"),
    ):
        with pytest.raises(SecrecyError) as caught:
            call()
        assert caught.value.key == key
