"""What an application hands a desk that it cannot use: a typed error, and nothing repeated."""

from __future__ import annotations

import datetime as dt
import json
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.errors import ComplaintError, EventError
from pst_standards.complaints.filing import read_filing
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy.errors import SecrecyError

NAME = "Zubaedah Qwerty"
FORM = {"reporter": {"name": NAME}, "channel": "letter", "text": "Antrean"}
AS_JSON = json.dumps(FORM)


@pytest.fixture
def desk() -> Desk:
    return Desk(MemoryRegister(), None, "A1", zone=Zone.WIB)


def refused(call: Callable[[], Any]) -> ComplaintError:
    with pytest.raises(ComplaintError) as error:
        call()
    assert error.value.message("id") != error.value.message("en")
    return error.value


@pytest.mark.parametrize(
    "told",
    [
        AS_JSON,
        json.dumps(FORM, indent=1),
        json.dumps([FORM]),
        f"reporter: {NAME}",
        f'"{NAME}"',
        f"- {NAME}\n- \0",
        AS_JSON + "x" * 100_000,
        f'{{"{NAME}\0"',
    ],
)
def test_the_text_of_a_complaint_is_no_path_and_is_not_repeated(desk: Desk, told: str) -> None:
    for call in (lambda: desk.file(told), lambda: read_filing(told)):
        error = refused(call)
        assert error.key == "source.text"
        shown = [repr(error), str(error), *traceback.format_exception(error), *map(str, error.args)]
        assert not [one for one in shown if NAME in one.replace(repr(told), "")]


def test_a_file_whose_name_looks_like_text_is_a_file(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("{1}.yaml").write_text("channel: letter\ntext: Antrean\n", encoding="utf-8")
    assert desk.file("{1}.yaml").number


@pytest.mark.parametrize("told", [None, 5, [FORM], ("a",), object()])
def test_what_is_no_complaint_is_told_by_key(desk: Desk, told: Any) -> None:
    error = refused(lambda: desk.file(told))
    assert error.key == "source.kind"
    frames = [frame.f_locals for frame, _ in traceback.walk_tb(error.__traceback__)]
    own = [one for one in frames if "told" not in one]
    assert not [one for one in own if NAME in repr(one)]


@pytest.mark.parametrize(("number", "code"), [(None, None), (5, 5), ("PGD-1", None), (None, "x")])
def test_a_form_without_number_or_code_is_a_wrong_one(desk: Desk, number: Any, code: Any) -> None:
    with pytest.raises(SecrecyError) as error:
        desk.track(number, code)
    assert error.value.key == "secrecy.wrong-code"


def test_a_time_as_text_is_told_by_key(desk: Desk) -> None:
    number = desk.file({"channel": "letter", "text": "Antrean"}).number
    asked: Any = "2026-11-27"
    for field, call in (
        ("at", lambda: desk.advance(number, "withdraw", {"voluntary": True}, at=asked)),
        ("at", lambda: desk.issue_receipt(number, place="Meja", at=asked)),
        ("on", lambda: desk.due(asked)),
    ):
        error = refused(call)
        assert isinstance(error, EventError)
        assert (error.key, error.params["field"]) == ("field.type", field)


def test_a_zone_is_told_by_its_name_too() -> None:
    named: Any = " wita "
    assert Desk(MemoryRegister(), None, zone=named).zone is Zone.WITA
    for other in ("Mars", 7):
        bad: Any = other
        assert refused(lambda bad=bad: Desk(MemoryRegister(), None, zone=bad)).key == "zone.unknown"  # type: ignore[misc]


def test_what_is_due_on_a_moment_is_due_on_its_day(desk: Desk) -> None:
    desk.file({"channel": "letter", "text": "Antrean"})
    noon = dt.datetime(2026, 11, 27, 12, tzinfo=dt.UTC)
    assert list(desk.due(noon)) == list(desk.due(noon.date()))
