"""What the pages promise in passing, where no command shows it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import pst_standards as pst
from pst_standards.cli.exits import Exit
from pst_standards.definitions.wording import word
from pst_standards.documents import FinalError
from pst_standards.testing import complete_data


def confirmed(day: str) -> dict[str, Any]:
    data = complete_data(extends="bps/2020", stage="adopted")
    data["maklumat"] |= {"confidence": "unverified", "confirmed": {"by": "Dewi", "on": day}}
    return data


def test_who_confirmed_before_the_base_was_released_confirmed_nothing() -> None:
    base = pst.Bases().find("bps/2020")
    assert base is not None
    made = pst.render(pst.loads(confirmed(base.released)), "maklumat", "html", final=True)
    assert b"Kami sanggup" in made
    with pytest.raises(FinalError) as refused:
        pst.render(pst.loads(confirmed("2020-12-14")), "maklumat", "html", final=True)
    told = next(one for one in refused.value.findings if one.pointer[0] == "maklumat")
    assert told.variant == "stale"
    assert "dikonfirmasi 14 Desember 2020, sebelum dasar terbit pada" in word(told)[0]


@pytest.fixture
def limits(root: Path) -> str:
    return (root / "docs" / "limits.md").read_text(encoding="utf-8")


def test_the_limits_told_are_those_that_hold(limits: str) -> None:
    from pst_standards.definitions import stacking
    from pst_standards.definitions.reading import Limits
    from pst_standards.documents.assets import LARGEST
    from pst_standards.documents.template import archive
    from pst_standards.documents.verifying import word_files

    said = f"{Limits().size // 10**6} MB, {Limits().depth} levels deep, {Limits().events:,} values"
    assert f"| One definition file | {said}" in limits
    assert f"| Steps of `extends` | {stacking._DEEPEST} |" in limits
    assert f"| A picture | {LARGEST // 10**6} MB" in limits
    assert f"| A document that `pst verify` reads | {word_files.LARGEST // 10**6} MB" in limits
    sizes = f"{archive.LARGEST_FILE // 10**6} MB, {archive.LARGEST // 10**6} MB unpacked"
    assert f"| A Word template | {sizes}, {archive.MOST_PARTS:,} parts |" in limits


def test_the_promises_name_what_the_program_writes(limits: str) -> None:
    from pst_standards.documents import manifest
    from pst_standards.documents.template import checking
    from pst_standards.documents.verifying import result
    from pst_standards.model.definition import FORMAT
    from pst_standards.rules.formats import json_report

    for name in (FORMAT, json_report.FORMAT, manifest.FORMAT, result.FORMAT, checking.FORMAT):
        assert f"`{name}`" in limits
    codes = ", ".join(str(code.value) for code in Exit)
    assert f"| Exit codes | {codes} keep" in limits


def test_an_office_outside_bps_is_told_about_the_four_services(root: Path) -> None:
    report = pst.check(root / "examples" / "minimal.yaml", as_of=dt.date(2026, 12, 14))
    assert report.ok()
    assert report.of("SRV-001")
