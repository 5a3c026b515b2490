"""Registers of complaints under load and faults: ``python benchmarks/run.py --only register``.

Processes that write are killed at random points, two write at once, and a hundred thousand cases
are replayed and listed. Files are measured, and a server of PostgreSQL out of a wheel.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import attrs
from measuring import Ratio, ratio
from postgres_server import server

from pst_standards.calendar import Zone, default_calendar
from pst_standards.complaints import Event, advance, replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.payloads import Filed
from pst_standards.complaints.registers import Line, RegisterError, line_of, open_register
from pst_standards.complaints.registers.rows import COLUMNS, event_row, row_of
from pst_standards.complaints.registers.sqlite import PUT_LINE
from pst_standards.complaints.registers.sqlite_file import SqliteFile

KILLS: Final = 200
EVENTS_OF_A_WRITER: Final = 5_000
CASES: Final = 100_000
_TURNS: Final = 3
_LONGEST_LIFE: Final = 0.08
_ON: Final = dt.date(2026, 6, 1)
"""When some of the cases are late, some soon will be, and some have time."""
_START: Final = dt.datetime.fromisoformat("2026-03-10T09:00:00+07:00")
_RECEIPT: Final = {"identity": True, "description": True, "place": "Meja", "officer": "A1"}
_FILED: Final = {
    "number": "N",
    "reporter": "ref-1",
    "channel": "complaint_desk",
    "text": "Antrean tiga jam tanpa kabar, padahal standar menyebut paling lama satu jam.",
    "request": "Data diserahkan",
    "place": "Meja layanan",
    "service": "library",
    "signed": True,
}
_LIFE: Final[tuple[tuple[str, dict[str, Any]], ...]] = (
    ("file", _FILED),
    ("issue_receipt", {**_RECEIPT, "received_at": _START.isoformat(), "signed": True}),
    ("review", {"handler": {"officer": "A2"}}),
    ("classify", {"complaint_class": "ordinary"}),
    ("declare_complete", {"handler": {"officer": "A2"}, "level": 2}),
    ("begin_follow_up", {}),
    ("decide", {"outcome": "proven", "reasons": "Antrean tidak diatur"}),
    ("deliver", {"copy": "petikan.pdf"}),
)


def ratios() -> Iterator[Ratio]:
    """Measure a file and a server."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _faults(str(Path(folder) / "r.db"), "SQLite")
        yield from _load(Path(folder) / "load.db")
    with server() as address:
        yield from _faults(address, "PostgreSQL")


def _faults(place: str, name: str) -> Iterator[Ratio]:
    lost, written = killed(place, KILLS)
    told = f"{name}: of {written} acknowledged events lost in {KILLS} kills"
    yield Ratio(told, lost, 0)
    started = time.perf_counter()
    lost, doubled = written_at_once(place, EVENTS_OF_A_WRITER)
    rate = 2 * EVENTS_OF_A_WRITER / (time.perf_counter() - started)
    told = f"2 writers of {EVENTS_OF_A_WRITER} events"
    yield Ratio(f"{name}: {told}: lost ({rate:.0f} events per second)", lost, 0)
    yield Ratio(f"{name}: {told}: doubled", doubled, 0)


# -- faults --------------------------------------------------------------------------------------


def killed(place: str, times: int) -> tuple[int, int]:
    """Kill a writer ``times`` times; return how many events were lost, and were acknowledged.

    After each kill the register must be readable. Raises ``RegisterError`` where it is not.
    """
    acknowledged: Counter[str] = Counter()
    lost = 0
    for turn in range(times):
        # In every other turn while it still opens the register, which makes it in the first.
        fresh = Counter(_life_of_a_writer(place, f"K{turn}", 1 + turn % 2))
        acknowledged += fresh
        lost += _missing(place, fresh)
    with closing(open_register(place)) as register:
        register.verify()
    return lost + _missing(place, acknowledged), acknowledged.total()


def _life_of_a_writer(place: str, prefix: str, heard: int) -> Iterable[str]:
    """Start a writer, kill it a random moment after ``heard`` lines, and return all it said."""
    writer = _started(place, prefix, 10**9)
    before = [writer.stdout.readline() if writer.stdout else "" for _ in range(heard)]
    time.sleep(random.uniform(0, _LONGEST_LIFE))  # noqa: S311 - no secret
    if writer.poll() is not None:
        raise RuntimeError("a writer ended by itself")
    writer.kill()
    said = "".join(before) + writer.communicate()[0]
    # After the line that says that it begins; and the last may be cut short: nobody heard it.
    return said.splitlines()[1 : said.count("\n")]


def _started(place: str, prefix: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, __file__, place, prefix, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")


def _missing(place: str, acknowledged: Counter[str]) -> int:
    with closing(open_register(place)) as register:
        return sum(
            max(count - _length(register.events, number), 0)
            for number, count in acknowledged.items()
        )


def _length(events: Any, number: str) -> int:
    try:
        return len(events(number))
    except RegisterError as error:
        if error.key != "register.unknown":
            raise
        return 0


def written_at_once(place: str, events: int) -> tuple[int, int]:
    """Let two processes write; return how many events were lost, and how many are there twice."""
    writers = [_started(place, prefix, events) for prefix in ("A", "B")]
    said = [one.communicate()[0].splitlines()[1:] for one in writers]
    if any(one.returncode for one in writers):
        raise RuntimeError("a writer failed")
    acknowledged = Counter(number for lines in said for number in lines)
    lost = 2 * events - acknowledged.total() + _missing(place, acknowledged)
    with closing(open_register(place)) as register:
        register.verify()
        extra = sum(len(register.events(number)) - count for number, count in acknowledged.items())
    return lost, extra


# -- load ----------------------------------------------------------------------------------------


def _load(path: Path) -> Iterator[Ratio]:
    with closing(open_register(path)) as register, closing(SqliteFile(path)) as file:
        filled(file, CASES)
        desk = Desk(register, None, "A1", zone=Zone.WIB)

        def rows(query: str) -> Iterator[Any]:
            with file.reading() as db:
                yield from db.execute(query)

        yield Ratio(
            f"replay {CASES} cases of {len(_LIFE)} events : fetching and decoding their rows",
            ratio(
                lambda: deque((replay(log) for _, log in register.logs()), maxlen=0),
                lambda: deque(map(_decoded, rows(_PLAIN_EVENTS)), maxlen=0),
                turns=_TURNS,
            ),
            3.0,
        )
        yield Ratio(
            f"due list of {CASES} open cases : a plain indexed query of their rows",
            ratio(lambda: list(desk.due(_ON)), lambda: list(rows(_PLAIN_LINES))),
            2.0,
        )


_PLAIN_EVENTS: Final = 'SELECT step, at, "by", data FROM events ORDER BY number, position'
_PLAIN_LINES: Final = (
    f"SELECT {', '.join(COLUMNS)} FROM cases WHERE is_open = 1 ORDER BY due_order, number"  # noqa: S608
)


def _decoded(row: tuple[str, str, str, str]) -> Event:
    step, at, by, data = row
    return Event.from_dict({"step": step, "at": at, "by": by, "data": json.loads(data)})


def filled(file: SqliteFile, cases: int) -> None:
    """Fill an empty register in one transaction; its cases are open, and due on many days."""
    life = _life()
    put = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    with file.writing() as db:
        seq = 0
        for case in range(cases):
            number, previous = _number(case), ""
            for position, (event, _) in enumerate(_named(life, number), 1):
                seq += 1
                row = event_row(number, event, seq=seq, position=position, previous=previous)
                db.execute(put, row)
                previous = row.chain
            due = dt.date(2026, 1, 1) + dt.timedelta(days=case * 7919 % 365)
            last = life[-2][1]._replace(number=number, events=len(life), due_strict=due)
            db.execute(PUT_LINE, row_of(last))
        db.execute("UPDATE register SET events = ?", (seq,))


def _number(case: int) -> str:
    # Numbers are random, so cases are not in the order of their numbers.
    return f"PGD-2026-{case * 7_368_787 % 2**31:08X}"


# -- a writer ------------------------------------------------------------------------------------


def _life() -> Sequence[tuple[Event, Line]]:
    """Return the events of a life with the line after each; made once, for it takes longer."""
    calendar, case, made = default_calendar(), None, []
    for minutes, (step, data) in enumerate(_LIFE):
        at = (_START + dt.timedelta(minutes=minutes)).isoformat()
        by = "reporter" if step == "file" else "A1"
        event = Event.from_dict({"step": step, "at": at, "by": by, "data": data})
        case = advance(case, event, calendar=calendar)
        made.append((event, line_of(case, calendar=calendar)))
    return made


def _named(life: Sequence[tuple[Event, Line]], number: str) -> Iterator[tuple[Event, Line]]:
    for event, line in life:
        data = event.data
        if isinstance(data, Filed):
            data = attrs.evolve(data, number=number)
        yield attrs.evolve(event, data=data), line._replace(number=number)


def write(place: str, prefix: str, count: int) -> None:
    """Append events and say the number of the case of each when it is kept."""
    life = _life()
    print("ready", flush=True)
    with closing(open_register(place)) as register:
        for done in range(count):
            case, position = divmod(done, len(life))
            number = f"{prefix}-{case}"
            event, line = list(_named(life, number))[position]
            register.append(number, event, line)
            print(number, flush=True)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
