"""What the pages promise in passing, where no command shows it."""

from __future__ import annotations

from typing import Any

import pytest

import pst_standards as pst
from pst_standards.documents import FinalError
from pst_standards.testing import complete_data


def confirmed(day: str) -> dict[str, Any]:
    data = complete_data(extends="bps/2020")
    data["maklumat"] |= {"confidence": "unverified", "confirmed": {"by": "Dewi", "on": day}}
    return data


def test_who_confirmed_before_the_base_was_released_confirmed_nothing() -> None:
    base = pst.Bases().find("bps/2020")
    assert base is not None
    made = pst.render(pst.loads(confirmed(base.released)), "maklumat", "html", final=True)
    assert b"Kami sanggup" in made
    with pytest.raises(FinalError):
        pst.render(pst.loads(confirmed("2020-12-14")), "maklumat", "html", final=True)
