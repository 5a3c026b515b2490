"""Several processes and threads at one register, and processes that are killed.

A small version of ``python benchmarks/run.py --only register``.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import pytest

from pst_standards.complaints.registers import RegisterError, open_register

pytestmark = pytest.mark.slow


def test_no_acknowledged_event_is_lost_when_writers_are_killed(place: str) -> None:
    import registers

    lost, acknowledged = registers.killed(place, 4)
    assert lost == 0
    assert acknowledged > 0


def test_two_processes_lose_and_double_nothing(place: str) -> None:
    import registers

    assert registers.written_at_once(place, 200) == (0, 0)


def test_threads_share_a_register(place: str, opened: Any, new_writer: Any) -> None:
    register = opened(place)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: new_writer(register).live(f"N-{one}"), range(16)))
    assert register.verify() == 16 * 9


def test_of_writers_at_one_case_each_comes_through(
    place: str, opened: Any, new_writer: Any, new_event: Any
) -> None:
    first = new_writer(opened(place)).live("N-1", 1)
    event = new_event("N-1", 1)

    def append(_: int) -> int:
        with closing(open_register(place)) as register:
            for tries in range(1, 100):
                line = register.line("N-1")
                assert line is not None
                try:
                    register.append("N-1", event, first._replace(events=line.events + 1))
                except RegisterError as error:
                    assert error.key == "register.moved-on"  # noqa: PT017 - then again
                else:
                    return tries
        raise AssertionError("never")

    with ThreadPoolExecutor(4) as pool:
        tries = list(pool.map(append, range(24)))
    register = opened(place)
    assert len(register.events("N-1")) == 25
    assert register.verify() == 25
    assert sum(tries) >= 24


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_process_uses_its_own_connections(
    place: str, opened: Any, new_writer: Any
) -> None:
    register = opened(place)
    writer = new_writer(register)
    writer.live("N-1", 2)
    child = multiprocessing.get_context("fork").Process(target=_append_and_end, args=(writer,))
    child.start()
    child.join(60)
    assert child.exitcode == 0
    writer.live("N-3", 2)
    assert [number for number, _ in register.logs()] == ["N-1", "N-2", "N-3"]
    assert register.verify() == 6


def _append_and_end(writer: Any) -> None:
    writer.live("N-2", 2)
    writer.register.close()
    # Without the tidying up of pytest.
    os._exit(0)


def test_readers_do_not_wait_for_a_writer_nor_it_for_them(
    place: str, opened: Any, new_writer: Any
) -> None:
    writer, reader = new_writer(opened(place)), opened(place)
    for number in range(3):
        writer.live(f"N-{number}", 1)
    logs = reader.logs()
    next(logs)
    writer.live("N-9", 2)
    assert len(list(reader.lines())) == 4
    # As of the moment when reading began.
    assert [number for number, _ in logs] == ["N-1", "N-2"]
