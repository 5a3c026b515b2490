"""A register checked as a whole: its logs, its duplicates, its damage, and nobody named."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import attrs
import pytest

from pst_standards.calendar import default_calendar
from pst_standards.cli import main
from pst_standards.complaints.cases import replay
from pst_standards.complaints.checks import CHECKS, check_complaint
from pst_standards.complaints.events import Event
from pst_standards.complaints.logs_as_records import record_of
from pst_standards.complaints.records import events_of
from pst_standards.complaints.register_checks import check_register
from pst_standards.complaints.registers.lines import line_of
from pst_standards.complaints.registers.memory import MemoryRegister
from pst_standards.complaints.registers.opening import open_register
from pst_standards.complaints.registers.protocol import Register, RegisterError
from pst_standards.definitions.records import load_record
from pst_standards.model.complaint_case import ComplaintRecord
from pst_standards.rules import standard_rulebook
from pst_standards.rules.engine import MOST_FINDINGS

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "complaints"
FILES = sorted(FOLDER.glob("*.yaml"))
CHANGED = ("PGD-060", "error")
ON = dt.date(2026, 6, 30)
REPORTER = "pelapor-00000000000000000000000000000000"


def changed(event: Event, **told: Any) -> Event:
    data: Any = event.data
    return attrs.evolve(event, data=attrs.evolve(data, **told))


def log_of(file: Path, number: str, **told: Any) -> tuple[Event, ...]:
    record = attrs.evolve(load_record(file, ComplaintRecord), number=number, reporter=None)
    filing, *later = events_of(record, reporter=REPORTER)
    return (changed(filing, **told), *later)


def put(register: Register, log: tuple[Event, ...]) -> None:
    for length in range(1, len(log) + 1):
        line = line_of(replay(log[:length]), calendar=default_calendar())
        register.append(log[0].data.number, log[length - 1], line)  # type: ignore[attr-defined]


@pytest.fixture
def filled() -> Callable[[Register], Register]:
    """Put every example in a register, each with words of its own."""

    def fill(register: Register) -> Register:
        for place, file in enumerate(FILES):
            put(register, log_of(file, f"PGD-2026-{place:08}", text=file.stem, service=file.stem))
        return register

    return fill


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_log_is_judged_like_the_file_that_it_came_from(file: Path) -> None:
    register = MemoryRegister()
    put(register, log_of(file, "PGD-2026-1"))
    of_file = check_complaint(file, as_of=ON)
    of_log = check_register(register, on=ON)
    assert [one.message_key for one in of_log.findings] == [
        one.message_key for one in of_file.findings
    ]
    for one, other in zip(of_log.findings, of_file.findings, strict=True):
        assert one.pointer[0] == "PGD-2026-1"
        assert dict(one.params) == dict(other.params)
        if other.pointer[:1] == ("events",) and len(other.pointer) > 1:
            assert one.pointer[2] == int(other.pointer[1]) + 1


@pytest.mark.parametrize(
    "file", [one for one in FILES if one.stem != "referred"], ids=lambda file: file.stem
)
def test_the_record_of_a_log_tells_its_events_again(file: Path) -> None:
    log = log_of(file, "PGD-2026-1")
    record = record_of(log)
    assert REPORTER not in repr(record)
    filing, *later = events_of(record, reporter=REPORTER)
    assert later == list(log[1:])
    assert changed(filing, zone=None) == changed(log[0], zone=None)


def test_a_finding_names_the_complaint_and_the_event(
    filled: Callable[[Register], Register],
) -> None:
    report = check_register(filled(MemoryRegister()), on=ON, name="r.db")
    assert (report.inputs, report.about, report.as_of) == (("r.db",), "complaint", ON)
    assert report.findings
    numbers = {f"PGD-2026-{place:08}" for place in range(len(FILES))}
    assert {one.pointer[0] for one in report.findings} <= numbers
    assert {check.id for check in CHECKS} <= set(report.coverage.checked)


def test_the_same_reporter_service_and_date_are_a_pair() -> None:
    register, file = MemoryRegister(), FOLDER / "late-service.yaml"
    put(register, log_of(file, "PGD-2026-2", text="Antre"))
    put(register, log_of(file, "PGD-2026-1", text="Lama"))
    (hit,) = check_register(register, on=dt.date(2026, 3, 10)).of("PGD-033")
    assert (hit.variant, hit.pointer) == ("unlinked", ("PGD-2026-2", "events", 0))
    assert dict(hit.params) == {"other": "PGD-2026-1"}
    book = standard_rulebook()
    for off in ("PGD-033", "PGD-033.unlinked"):
        silent = attrs.evolve(book, off=frozenset({off}))
        assert check_register(register, on=dt.date(2026, 3, 10), rules=silent).of("PGD-033") == ()


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, True),
        ({"reporter": ""}, True),
        (
            {"reporter": "", "text": "Antrean TIGA  jam tanpa kabar, padahal standarnya satu jam."},
            True,
        ),
        ({"reporter": "", "text": "Petugas tidak ada di loket sampai siang."}, False),
        ({"service": "library"}, False),
        ({"served_on": dt.date(2026, 3, 2)}, False),
        ({"previous": "PGD-2026-1"}, False),
    ],
)
def test_a_pair_is_told_by_all_its_signs(told: dict[str, Any], found: bool) -> None:
    register, file = MemoryRegister(), FOLDER / "late-service.yaml"
    put(register, log_of(file, "PGD-2026-1"))
    put(register, log_of(file, "PGD-2026-2", **told))
    assert bool(check_register(register, on=dt.date(2026, 3, 10)).of("PGD-033")) is found


@pytest.mark.parametrize(("length", "hits"), [(19, 0), (20, 1)])
def test_short_words_alone_are_no_sign(length: int, hits: int) -> None:
    register, file = MemoryRegister(), FOLDER / "late-service.yaml"
    for number in ("PGD-2026-1", "PGD-2026-2"):
        put(register, log_of(file, number, reporter="", text="a" * length))
    assert len(check_register(register, on=dt.date(2026, 3, 10)).of("PGD-033")) == hits


def test_what_the_filing_tells_stands_at_the_filing() -> None:
    register = MemoryRegister()
    put(register, log_of(FOLDER / "late-service.yaml", "PGD-2026-1"))
    found = check_register(register, on=dt.date(2026, 3, 31)).of("PGD-040", "PGD-020")
    assert [one.pointer for one in found] == [
        ("PGD-2026-1",),
        ("PGD-2026-1", "events", 0, "filed_at"),
    ]


def test_of_one_rule_no_more_is_listed_than_a_person_reads() -> None:
    register, file = MemoryRegister(), FOLDER / "late-service.yaml"
    for place in range(MOST_FINDINGS + 1):
        put(register, log_of(file, f"PGD-{place}", reporter="", text=str(place)))
    fewer = MemoryRegister()
    for number, log in list(register.logs())[1:]:
        fewer._logs[number] = log
    assert check_register(fewer, on=dt.date(2026, 3, 12)).of("DEF-034") == ()
    report = check_register(register, on=dt.date(2026, 3, 12))
    assert len(report.of("PGD-020")) == MOST_FINDINGS
    (cut,) = report.of("DEF-034")
    assert dict(cut.params) == {"rule": "PGD-020", "count": MOST_FINDINGS}


@pytest.mark.unmeasured
def test_a_thousand_complaints_are_checked_in_bounds() -> None:
    log = log_of(FOLDER / "closed.yaml", "PGD-2026-1")
    register = MemoryRegister()
    for place in range(1000):
        number, words = f"PGD-2026-{place}", f"Antrean {place}"
        filing = changed(log[0], number=number, text=words, reporter="")
        register._logs[number] = (filing, *log[1:])
    begun = time.process_time()
    check_register(register, on=ON)
    assert time.process_time() - begun < 5


def test_a_store_that_is_out_of_reach_is_no_finding() -> None:
    class Gone(MemoryRegister):
        def verify(self) -> int:
            raise RegisterError("register.out-of-reach", path="r.db")

    with pytest.raises(RegisterError, match=r"r\.db"):
        check_register(Gone(), on=ON)


def report_of(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, Any]:
    code = main(["check", "--as-of", ON.isoformat(), "--format", "json", *options])
    return code, json.loads(capsys.readouterr().out)


def test_the_command_checks_a_file(
    tmp_path: Path, filled: Callable[[Register], Register], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.db"
    filled(open_register(file)).close()
    code, report = report_of(capsys, str(file))
    assert code == 1
    assert report["inputs"] == [file.as_posix()]
    assert {one["pointer"].split("/")[1][:8] for one in report["findings"]} == {"PGD-2026"}
    assert REPORTER not in json.dumps(report)
    for form in ("text", "sarif", "markdown", "junit", "html", "github"):
        assert main(["check", str(file), "--format", form]) == 1
        assert "PGD-2026-" in capsys.readouterr().out


def test_an_empty_register_is_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    open_register(tmp_path / "r.db").close()
    code, report = report_of(capsys, str(tmp_path / "r.db"))
    assert (code, report["findings"]) == (0, [])


def test_a_log_that_was_changed_is_found_and_named(
    tmp_path: Path, filled: Callable[[Register], Register], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.db"
    filled(open_register(file)).close()
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("DROP TRIGGER events_stay")
        db.execute(
            "UPDATE events SET \"by\" = 'B9' WHERE number = 'PGD-2026-00000003' AND position = 2"
        )
    db.close()
    code, report = report_of(capsys, str(file))
    changed = [
        one["pointer"] for one in report["findings"] if (one["rule"], one["severity"]) == CHANGED
    ]
    assert code == 1
    assert changed == ["/PGD-2026-00000003/events/1"]


def test_a_log_that_cannot_be_read_is_told_once(
    tmp_path: Path, filled: Callable[[Register], Register], capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.db"
    filled(open_register(file)).close()
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("DROP TRIGGER events_stay")
        db.execute(
            "UPDATE events SET data = '{' WHERE number = 'PGD-2026-00000003' AND position = 2"
        )
    db.close()
    _, report = report_of(capsys, str(file))
    assert [(one["rule"], one["severity"]) for one in report["findings"]].count(CHANGED) == 1


@pytest.mark.parametrize("content", [b"SQLite format 3\0", b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_register_is_refused(
    tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "r.db"
    file.write_bytes(content)
    assert main(["check", str(file)]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_database_of_something_else_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(tmp_path / "r.db")) as db, db:
        db.execute("CREATE TABLE a (b)")
    db.close()
    assert main(["check", str(tmp_path / "r.db"), "--lang", "en"]) == 2
    assert "r.db" in capsys.readouterr().err
