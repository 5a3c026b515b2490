"""What every register does, whatever it is kept in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from operator import attrgetter
from typing import Any

import attrs
import pytest

from pst_standards.calendar import default_calendar
from pst_standards.complaints import Event
from pst_standards.complaints.registers import Line, Register, RegisterError, rebuild
from pst_standards.complaints.secrecy.codes import SecretCode, must_match
from pst_standards.complaints.secrecy.errors import SecrecyError

NewEvent = Callable[..., Event]
START = dt.datetime.fromisoformat("2026-03-10T09:00+07:00")
NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
NASTY = (
    "'; DROP TABLE events; --",
    '"; DELETE FROM complaint_events; --',
    "<script>alert(1)</script>&amp;",
    "%s %(x)s ? :name {0} \\' \\0 $$",
    "a\r\nb\tc\x1b[0m\u202e\ufeff",
    "𐎀 ꦲꦏ꧀ꦱꦫꦗꦮ 👩‍👩‍👧",
)


def keys_of(error: pytest.ExceptionInfo[RegisterError]) -> str:
    return error.value.key


def test_what_was_put_in_comes_out(writer: Any) -> None:
    writer.live("N-1")
    writer.live("N-2", 3)
    for number, log in writer.logs.items():
        assert writer.register.events(number) == tuple(log)
        assert writer.register.line(number) == writer.line(number)
    assert writer.register.verify() == 12


def test_logs_come_in_order_of_numbers(writer: Any) -> None:
    for number in ("b", "A", "a", "B", "é", "10", "9", "𐎀", "\ufb01"):
        writer.live(number, 2)
    found = list(writer.register.logs())
    assert [number for number, _ in found] == sorted(writer.logs)
    assert all(log == tuple(writer.logs[number]) for number, log in found)


def test_a_number_that_is_not_there_is_unknown(register: Register) -> None:
    for number in ("N-1", "", "a\0b", "\ud800", "'" * 10_000):
        assert register.line(number) is None
        with pytest.raises(RegisterError) as refused:
            register.events(number)
        assert keys_of(refused) == "register.unknown"
        assert refused.value.params == {}


def test_an_empty_register_is_empty(register: Register) -> None:
    assert [*register.lines(), *register.logs()] == []
    assert register.verify() == register.replace_lines([]) == 0


def test_who_did_not_see_the_latest_event_is_refused(writer: Any, new_event: NewEvent) -> None:
    first, second = writer.live("N-1", 1), writer.live("N-2", 2)
    line = second._replace(number="N-1")
    writer.register.append("N-1", new_event("N-1", 1), line)
    for stale in (line, line._replace(events=4), line._replace(events=0)):
        with pytest.raises(RegisterError) as refused:
            writer.register.append("N-1", new_event("N-1", 2), stale)
        assert keys_of(refused) == "register.moved-on"
    with pytest.raises(RegisterError) as refused:
        writer.register.append("N-1", new_event("N-1", 0), first)
    assert keys_of(refused) == "register.number-taken"
    assert len(writer.register.events("N-1")) == 2
    assert writer.register.line("N-1") == line
    assert writer.register.verify() == 4


def test_several_events_are_one_transaction(writer: Any, new_event: NewEvent) -> None:
    lines = [writer.put("N-1", new_event("N-1", one)) for one in range(2)]
    events = [new_event("N-2", one) for one in range(2)]
    first, second = (one._replace(number="N-2") for one in lines)
    stale = second._replace(events=5)
    with pytest.raises(RegisterError) as refused:
        writer.register.append_all("N-2", zip(events, (first, stale), strict=True))
    assert keys_of(refused) == "register.moved-on"
    assert writer.register.line("N-2") is None
    with pytest.raises(RegisterError, match="nomor"):
        writer.register.events("N-2")
    writer.register.append_all("N-2", zip(events, (first, second), strict=True))
    assert writer.register.events("N-2") == tuple(events)
    assert writer.register.line("N-2") == second
    assert writer.register.verify() == 4


def test_a_case_does_not_begin_in_the_middle(writer: Any, new_event: NewEvent) -> None:
    line = writer.live("N-1", 2)
    with pytest.raises(RegisterError) as refused:
        writer.register.append("N-2", new_event("N-2", 1), line._replace(number="N-2"))
    assert keys_of(refused) == "register.moved-on"
    assert writer.register.line("N-2") is None


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_written_is_kept_as_it_is(writer: Any, text: str) -> None:
    told = {"text": text, "service": text, "loss": text, "request": text, "reporter": text}
    number = f"N {text}"
    line = writer.live(number, 1, **told)
    assert writer.register.events(number) == tuple(writer.logs[number])
    assert writer.register.line(number) == line
    assert [one.service for one in writer.register.lines()] == [text]
    assert writer.register.verify() == 1


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d", "\x01\x7f"])
def test_texts_of_a_citizen_may_hold_any_character(writer: Any, text: str) -> None:
    writer.live("N-1", 1, text=text)
    (event,) = writer.register.events("N-1")
    assert event.data.text == text


@pytest.mark.parametrize("text", ["a\0b", "half \ud83d"])
def test_what_no_database_keeps_is_refused(writer: Any, new_event: NewEvent, text: str) -> None:
    line = writer.live("N-1", 1)
    event = new_event("N-2", 0)
    refused_for = {
        "number": (text, event, line._replace(number=text)),
        "by": ("N-2", attrs.evolve(event, by=text), line._replace(number="N-2")),
        "service": ("N-2", event, line._replace(number="N-2", service=text)),
        "handler": ("N-2", event, line._replace(number="N-2", handler=text)),
    }
    for field, asked in refused_for.items():
        with pytest.raises(RegisterError) as refused:
            writer.register.append(*asked)
        assert (keys_of(refused), refused.value.params) == (
            "register.unstorable",
            {"field": field},
        )
    assert [one.number for one in writer.register.lines()] == ["N-1"]
    assert writer.register.verify() == 1


def test_ten_megabytes_are_kept(writer: Any) -> None:
    megabytes = {f"bukti-{one}": "x" * 99_999 for one in range(100)}
    writer.live("N-1", 1, attachments=list(megabytes.values()))
    assert writer.register.events("N-1") == tuple(writer.logs["N-1"])


def test_open_ones_come_with_the_earliest_date_first(writer: Any) -> None:
    lines = [
        writer.live(f"N-{number}", steps, start=START + dt.timedelta(days=days))
        for number, (steps, days) in enumerate([(1, 20), (2, 3), (9, 1), (4, 3), (2, 3), (1, 0)])
    ]
    still = sorted(filter(attrgetter("is_open"), lines), key=attrgetter("due_strict", "number"))
    assert len(still) == 5
    assert list(writer.register.lines(open_only=True)) == still


def test_lines_without_a_date_come_last(writer: Any, new_event: NewEvent) -> None:
    line = writer.live("N-5", 1)
    for number, due in (("N-1", None), ("N-3", dt.date(9999, 12, 30)), ("N-0", None)):
        fresh = line._replace(number=number, due_strict=due)
        writer.register.append(number, new_event(number, 0), fresh)
    found = [one.number for one in writer.register.lines(open_only=True)]
    assert found == ["N-5", "N-3", "N-0", "N-1"]


@pytest.mark.parametrize("bounds", [(None, None), (2, None), (None, 4), (2, 4), (4, 2)])
@pytest.mark.parametrize("open_only", [False, True])
def test_lines_are_chosen_by_the_day_of_filing(
    writer: Any, bounds: tuple[int | None, int | None], *, open_only: bool
) -> None:
    for day in (5, 3, 1, 4, 2, 3):
        start = dt.datetime.fromisoformat(f"2026-10-0{day}T09:00+07:00")
        writer.live(f"N-{len(writer.logs)}", 9 if day == 3 else 2, start=start)
    first, end = (None if day is None else dt.date(2026, 10, day) for day in bounds)
    found = list(writer.register.lines(filed_from=first, filed_before=end, open_only=open_only))
    wanted: list[Line] = [
        line
        for line in map(writer.line, writer.logs)
        if (first is None or line.filed_on >= first)
        and (end is None or line.filed_on < end)
        and (line.is_open or not open_only)
    ]
    order = attrgetter("due_strict" if open_only else "filed_on", "number")
    assert found == sorted(wanted, key=order)


def test_lines_may_be_left_half_read(writer: Any) -> None:
    for number in range(5):
        writer.live(f"N-{number}", 1)
    some = writer.register.lines()
    next(some)
    writer.live("N-9", 1)
    some.close()
    logs = writer.register.logs()
    next(logs)
    del logs
    writer.live("N-8", 1)
    assert writer.register.verify() == 7


def test_replay_makes_the_lines_that_are_there(writer: Any) -> None:
    for number in range(4):
        writer.live(f"N-{number}", 2 * number + 1)
    before = list(writer.register.lines())
    assert rebuild(writer.register, calendar=default_calendar()) == 4
    assert list(writer.register.lines()) == before
    assert writer.register.verify() == 16


def test_a_case_that_moved_on_keeps_its_line(writer: Any) -> None:
    old = [writer.live(f"N-{number}", 2) for number in range(3)]
    latest = writer.put("N-1", writer_event("N-1", writer))
    changed = [one._replace(handler="A7") for one in old]
    stranger = old[0]._replace(number="N-7")
    assert writer.register.replace_lines([*changed, stranger]) == 2
    assert writer.register.line("N-1") == latest
    assert [one.handler for one in writer.register.lines()] == ["A7", latest.handler, "A7"]
    assert writer.register.verify() == 7


def writer_event(number: str, writer: Any) -> Event:
    data = {"step": "review", "at": "2026-03-11T09:00:00+07:00", "by": "A1"}
    assert len(writer.logs[number]) == 2
    return Event.from_dict({**data, "data": {"handler": {"officer": "A2"}}})


def test_wrong_codes_are_counted(register: Register) -> None:
    attempts, minute, none = register.attempts, dt.timedelta(minutes=1), dt.timedelta()
    for number in range(5):
        assert attempts.take("N-1", NOON + number * minute) == none
    for _ in range(2):
        assert attempts.take("N-1", NOON + 5 * minute) == 10 * minute
    assert attempts.take("N-2", NOON + 5 * minute) == none
    assert attempts.take("N-1", NOON + 15 * minute) == none
    assert attempts.take("N-1", NOON + 15 * minute) == minute
    attempts.succeeded("N-1")
    assert attempts.take("N-1", NOON + 15 * minute) == none


def test_of_many_tries_at_once_no_more_than_the_limit_are_judged(register: Register) -> None:
    with ThreadPoolExecutor(24) as pool:
        waits = list(pool.map(lambda _: register.attempts.take("N-1", NOON), range(48)))
    assert waits.count(dt.timedelta()) == 5


def test_a_code_is_asked_for_at_the_counter_of_the_register(register: Register) -> None:
    code = SecretCode.new()
    right = code.hand_over()
    for tried in ("'; DROP TABLE attempts; --", "a\0b", "\ud800", "N-1"):
        for _ in range(5):
            with pytest.raises(SecrecyError, match="salah"):
                must_match(tried, "x", code.hashed(), attempts=register.attempts, at=NOON)
        with pytest.raises(SecrecyError) as refused:
            must_match(tried, right, code.hashed(), attempts=register.attempts, at=NOON)
        assert refused.value.key == "secrecy.too-many-attempts"


def test_a_line_that_comes_out_is_like_any_other(writer: Any) -> None:
    put = writer.live("N-1", 3)
    (line,) = writer.register.lines()
    assert type(line) is Line
    assert (line, hash(line), repr(line)) == (put, hash(put), repr(put))
    assert line._replace(level=4).level == 4
    with pytest.raises(AttributeError):
        line.level = 5  # type: ignore[misc]


def test_a_line_equals_a_line_and_no_other_tuple(writer: Any) -> None:
    line = writer.live("N-1", 2)
    same = Line._make(line)
    assert (line == same, line != same, hash(line) == hash(same)) == (True, False, True)
    bare = tuple(line)
    assert (line == bare, bare == line, line != bare, bare != line) == (False, False, True, True)
