"""Registers of every kind; PostgreSQL is a real server out of a wheel, started once."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import sqlalchemy
from attrs import field, frozen

from pst_standards.calendar import default_calendar
from pst_standards.complaints import Case, Event, replay
from pst_standards.complaints.registers import (
    Line,
    MemoryRegister,
    Register,
    line_of,
    open_register,
)

sys.path.append(str(Path(__file__).resolve().parents[3] / "benchmarks"))

CALENDAR = default_calendar()
START = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
FILED: dict[str, Any] = {
    "channel": "complaint_desk",
    "text": "Antrean tiga jam tanpa kabar",
    "reporter": "ref-1",
    "service": "library",
    "request": "Data diserahkan",
    "place": "Meja layanan",
    "signed": True,
}
RECEIPT: dict[str, Any] = {
    "identity": True,
    "description": True,
    "place": "Meja layanan",
    "officer": "A1",
    "signed": True,
}
LIFE: tuple[tuple[str, dict[str, Any]], ...] = (
    ("file", FILED),
    ("issue_receipt", RECEIPT),
    ("review", {"handler": {"officer": "A2"}}),
    ("classify", {"complaint_class": "ordinary"}),
    ("declare_complete", {"handler": {"officer": "A2"}, "level": 2}),
    ("begin_follow_up", {}),
    ("decide", {"outcome": "proven", "reasons": "Antrean tidak diatur"}),
    ("deliver", {"copy": "petikan.pdf"}),
    ("accept", {}),
)


def event_of_life(
    number: str, position: int, start: dt.datetime = START, by: str = "", **told: Any
) -> Event:
    step, data = LIFE[position]
    given = {**data, **told, "number": number} if step == "file" else dict(data)
    if step == "issue_receipt":
        given["received_at"] = start.isoformat()
    who = by or ("reporter" if step in {"file", "accept"} else "A1")
    at = (start + dt.timedelta(minutes=position)).isoformat()
    return Event.from_dict({"step": step, "at": at, "by": who, "data": given})


@frozen(eq=False)
class Writer:
    """Takes cases through their lives and keeps what a register ought to hold."""

    register: Register
    cases: dict[str, Case] = field(factory=dict)
    logs: dict[str, list[Event]] = field(factory=dict)

    def put(self, number: str, event: Event) -> Line:
        # A register keeps what it is given: what may happen at all is decided before it.
        case = replay([*self.logs.get(number, ()), event])
        line = line_of(case, calendar=CALENDAR)
        self.register.append(number, event, line)
        self.cases[number] = case
        self.logs.setdefault(number, []).append(event)
        return line

    def live(self, number: str, steps: int = len(LIFE), **more: Any) -> Line:
        lines = [self.put(number, event_of_life(number, one, **more)) for one in range(steps)]
        return lines[-1]

    def line(self, number: str) -> Line:
        return line_of(self.cases[number], calendar=CALENDAR)


NewPlace: TypeAlias = Callable[[], str]
Opened: TypeAlias = Callable[[str], Register]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    from postgres_server import server

    # Nothing here cuts the power; benchmarks/ measures with everything on the disk.
    with server("-c fsync=off") as address:
        yield address


@pytest.fixture(scope="session")
def new_database(postgres: str) -> Iterator[NewPlace]:
    """Make an empty database and return its address."""
    url = sqlalchemy.make_url(postgres).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(url, isolation_level="AUTOCOMMIT")
    numbers = count(1)

    def new() -> str:
        name = f"r{next(numbers)}"
        with engine.connect() as db:
            db.execute(sqlalchemy.text(f"CREATE DATABASE {name}"))
        return postgres.replace("/postgres?", f"/{name}?").removesuffix("/postgres") + (
            "" if "?" in postgres else f"/{name}"
        )

    yield new
    engine.dispose()


@pytest.fixture
def sqlite_place(tmp_path: Path) -> str:
    return str(tmp_path / "r.db")


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, sqlite_place: str) -> str:
    """Where a register may be made, in a file and in a database."""
    if request.param == "sqlite":
        return sqlite_place
    new: NewPlace = request.getfixturevalue("new_database")
    return new()


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Open registers, and close them after the test."""
    registers: list[Register] = []

    def opening(place: str) -> Register:
        registers.append(open_register(place))
        return registers[-1]

    yield opening
    for one in registers:
        one.close()


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def register(request: pytest.FixtureRequest, sqlite_place: str, opened: Opened) -> Register:
    """An empty register of each kind."""
    if request.param == "memory":
        return MemoryRegister()
    if request.param == "sqlite":
        return opened(sqlite_place)
    new: NewPlace = request.getfixturevalue("new_database")
    return opened(new())


@pytest.fixture
def writer(register: Register) -> Writer:
    return Writer(register)


@pytest.fixture(scope="session")
def new_writer() -> Callable[[Register], Writer]:
    return Writer


@pytest.fixture
def new_event() -> Callable[..., Event]:
    return event_of_life
