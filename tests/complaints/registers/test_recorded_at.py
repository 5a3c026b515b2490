"""When a register wrote an event down: kept, held by the chain, told where it was long after."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.complaints.cases import replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.events import LONG_AFTER
from pst_standards.complaints.register_checks import check_register
from pst_standards.complaints.registers import RegisterError, open_register
from pst_standards.complaints.registers.protocol import Register
from pst_standards.complaints.registers.rows import EventRow, chain_of

FORM = {"channel": "letter", "text": "Antrean tiga jam", "place": "Meja"}
MINUTE = dt.timedelta(minutes=1)


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


@pytest.fixture
def register(place: str, opened: Callable[[str], Register]) -> Register:
    return opened(place)


def filed(register: Register, at: dt.datetime) -> str:
    desk = Desk(register, None, "A1", zone=Zone.WIB)
    number = desk.file({**FORM, "filed_at": at.isoformat()}).number
    desk.issue_receipt(number, at=at)
    return number


def test_a_register_keeps_when_it_wrote_an_event(register: Register) -> None:
    begun = now()
    number = filed(register, begun - dt.timedelta(days=40))
    for log in (register.events(number), dict(register.logs())[number]):
        assert all(one.recorded_at and begun <= one.recorded_at <= now() for one in log)
        assert all(one.recorded_late for one in log)
        assert all("recorded_at" not in str(one.to_dict()) for one in log)
        entry = replay(log).log[0]
        assert entry.recorded_at is not None
        assert entry.recorded_at.utcoffset() == log[0].at.utcoffset()
    assert register.verify() == len(log)


def test_what_is_written_in_time_is_not_told_of(register: Register) -> None:
    number = filed(register, now() - LONG_AFTER + MINUTE)
    assert not any(one.recorded_at for one in replay(register.events(number)).log)
    assert "PGD-060" not in {one.rule for one in check_register(register).findings}


def test_what_was_dated_back_is_told_by_the_check_and_to_officers(register: Register) -> None:
    number = filed(register, now() - dt.timedelta(days=40))
    (found,) = check_register(register).of("PGD-060")
    assert (found.variant, found.severity.value) == ("dated_back", "note")
    assert (found.pointer, dict(found.params)) == (
        (number, "events", 0),
        {"days": 40, "count": 2, "most": 14},
    )
    desk = Desk(register, None, "A1", zone=Zone.WIB)
    for role in ("officer", "examiner"):
        assert all(one["recorded_at"] for one in desk.shown(number, role)["log"])
    assert all("recorded_at" not in one for one in desk.shown(number, "reporter")["log"])


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[Callable[[dict[str, Any]], object]], Register]:
    """Give a register whose first event was changed from outside."""

    def change(how: Callable[[dict[str, Any]], object], *, chained: bool = False) -> Register:
        with closing(open_register(tmp_path / "r.db")) as register:
            filed(register, now() - dt.timedelta(days=40))
        with closing(sqlite3.connect(tmp_path / "r.db")) as db, db:
            db.execute("DROP TRIGGER events_stay")
            rows = [EventRow(*one) for one in db.execute("SELECT * FROM events ORDER BY seq")]
            previous = ""
            for row in rows:
                data = json.loads(row.data)
                how(data)
                told = row._replace(data=json.dumps(data, separators=(",", ":")))
                previous = chain_of(told, previous) if chained else row.chain
                put = "UPDATE events SET data = ?, chain = ? WHERE seq = ?"
                db.execute(put, (told.data, previous, row.seq))
        return open_register(tmp_path / "r.db")

    return change


@pytest.mark.parametrize(
    "how",
    [
        lambda data: data.update(recorded_at="2026-01-01T00:00:00+00:00"),
        lambda data: data.pop("recorded_at"),
    ],
    ids=["changed", "taken out"],
)
def test_the_chain_holds_when_an_event_was_recorded(
    changed: Callable[..., Register], how: Callable[[dict[str, Any]], object]
) -> None:
    with closing(changed(how)) as register, pytest.raises(RegisterError) as damaged:
        register.verify()
    assert damaged.value.params["what"] == "event"


def test_a_register_that_was_made_before_stays_readable(changed: Callable[..., Register]) -> None:
    with closing(changed(lambda data: data.pop("recorded_at"), chained=True)) as register:
        ((number, log),) = register.logs()
        assert [one.recorded_at for one in log] == [None, None]
        assert register.verify() == 2
        desk = Desk(register, None, "A1", zone=Zone.WIB)
        desk.advance(number, "review", {"handler": {"officer": "A2"}})
        assert [bool(one.recorded_at) for one in register.events(number)] == [False, False, True]
        assert register.verify() == 3


def test_of_events_written_down_together_the_first_is_told(
    changed: Callable[..., Register],
) -> None:
    times = (now() + dt.timedelta(seconds=more) for more in range(2))

    def one_after_another(data: dict[str, Any]) -> None:
        data.update(recorded_at=next(times).isoformat())

    with closing(changed(one_after_another, chained=True)) as register:
        (found,) = check_register(register).of("PGD-060")
    assert found.pointer[1:] == ("events", 0)


@pytest.mark.parametrize("wrong", ["2026-01-01T00:00:00", "kemarin", 5])
def test_a_time_of_recording_that_is_none_is_damage(
    changed: Callable[..., Register], wrong: object
) -> None:
    with closing(changed(lambda data: data.update(recorded_at=wrong), chained=True)) as register:
        with pytest.raises(RegisterError) as damaged:
            register.verify()
        assert damaged.value.params["what"] == "event"
