from __future__ import annotations

import multiprocessing
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from pst_standards.documents.bulk import (
    Office,
    Outcome,
    Settings,
    State,
    WorkerError,
    build_many,
    offices_in,
    workers,
)
from pst_standards.documents.bulk.workers import Workers, work

Tree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def settings(nation: Path, tmp_path: Path) -> Settings:
    return Settings(folder=nation, out=tmp_path / "out", formats=("html",))


@pytest.fixture
def heeded() -> Iterator[None]:
    """Give Ctrl-C back to the tests."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_a_worker_says_that_it_is_ready_and_builds_until_the_line_is_closed(
    settings: Settings,
) -> None:
    ours, theirs = multiprocessing.Pipe()
    said: list[Any] = []

    def talk() -> None:
        said.append(ours.recv())
        for office in offices_in(settings.folder)[:2]:
            ours.send(office)
            said.append(ours.recv())
        ours.close()

    talking = threading.Thread(target=talk)
    talking.start()
    work(theirs, settings, "sum")
    talking.join()
    assert [one and (one.name, one.state) for one in said] == [
        None,
        ("33/3301", State.BUILT),
        ("33/3302", State.BUILT),
    ]


class Line:
    """One end of a line to a worker that is played: what it says, ``EOFError`` for its death."""

    def __init__(self, *says: object) -> None:
        self.says = list(says)
        self.heard: list[Office] = []

    def recv(self) -> object:
        said = self.says.pop(0)
        if said is EOFError:
            raise EOFError
        return said if said is None else Outcome(name=self.heard[-1].name, state=State.BUILT)

    def send(self, office: Office) -> None:
        self.heard.append(office)
        if len(self.says) == 1:
            raise BrokenPipeError  # it is dying, which is heard with its next word

    def close(self) -> None:
        pass


class Process:
    """A process that is played, and does not want to end."""

    ended = False

    def start(self) -> None:
        pass

    def join(self, patience: float) -> None:
        assert patience > 0

    def is_alive(self) -> bool:
        return True

    def terminate(self) -> None:
        type(self).ended = True


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put played workers in the place of processes, in the order in which they start."""

    def play(*lines: Line) -> None:
        coming = iter(lines)

        class Context:
            def Pipe(self) -> tuple[Line, Line]:  # noqa: N802 - as multiprocessing names it
                return next(coming), Line()

            def Process(self, **_: object) -> Process:  # noqa: N802
                return Process()

        monkeypatch.setattr("multiprocessing.get_context", lambda _: Context())
        monkeypatch.setattr(workers, "wait", lambda found: found[:1])

    return play


def test_an_office_whose_process_ends_is_lost_and_the_others_are_built(
    settings: Settings, played: Callable[..., None]
) -> None:
    played(Line(None, "done", EOFError), Line(None, "done", "done"))
    with Workers(1, settings, "sum") as one:
        found = list(one.outcomes(offices_in(settings.folder)))
    assert [outcome.state for outcome in found] == [
        *(State.BUILT, State.LOST, State.BUILT, State.BUILT)
    ]
    assert Process.ended


@pytest.mark.parametrize(("shift", "form"), [("SHIFT", "html"), ("DRAWING_SHIFT", "pdf")])
def test_a_process_is_replaced_before_it_has_grown(
    shift: str,
    form: str,
    settings: Settings,
    played: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, shift, 2)
    settings = evolve(settings, formats=(form,))
    first, second = Line(None, "done", "done", "never"), Line(None, "done", "done", "never")
    played(first, second)
    with Workers(1, settings, "sum") as one:
        found = list(one.outcomes(offices_in(settings.folder)))
    assert {outcome.state for outcome in found} == {State.BUILT}
    assert (len(first.heard), len(second.heard)) == (2, 2)


def test_more_jobs_than_one_are_done_by_processes(
    settings: Settings, played: Callable[..., None]
) -> None:
    lines = [Line(None, *["done"] * 5) for _ in range(2)]
    played(*lines)
    found = list(build_many(offices_in(settings.folder), settings, jobs=2))
    assert {outcome.state for outcome in found} == {State.BUILT}
    assert sum(len(line.heard) for line in lines) == 4


def test_a_process_that_cannot_begin_ends_the_work(
    settings: Settings, played: Callable[..., None]
) -> None:
    played(Line(EOFError))
    with pytest.raises(WorkerError, match="--jobs 1"), Workers(1, settings, "sum") as one:
        list(one.outcomes(offices_in(settings.folder)))


def test_workers_start_from_another_thread_too(
    settings: Settings, played: Callable[..., None]
) -> None:
    played(Line(None, *["done"] * 5))
    found: list[Outcome] = []

    def build() -> None:
        with Workers(1, settings, "sum") as one:
            found.extend(one.outcomes(offices_in(settings.folder)))

    thread = threading.Thread(target=build)
    thread.start()
    thread.join()
    assert len(found) == 4


def test_a_process_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr("os._exit", ended.append)
    workers._end_with_parent()
    assert ended == []

    class Parent:
        def join(self) -> None:
            pass

    monkeypatch.setattr("multiprocessing.parent_process", Parent)
    workers._end_with_parent()
    assert ended == [1]


@pytest.mark.slow
def test_after_kills_another_run_gives_the_files_of_a_clean_one(
    settings: Settings, tmp_path: Path, tree: Tree
) -> None:
    offices = offices_in(settings.folder, tmp_path / "clean")
    clean = Settings(folder=settings.folder, out=tmp_path / "clean")
    list(build_many(offices, clean))
    expected = tree(tmp_path / "clean")
    program = (
        *(sys.executable, "-m", "pst_standards", "build", str(settings.folder)),
        *("--out", str(settings.out), "--jobs", "2", "--quiet"),
    )
    for least in (1, len(expected) // 2):
        process = subprocess.Popen(program, stdout=subprocess.DEVNULL)
        while process.poll() is None and sum(1 for _ in settings.out.rglob("*")) < least:
            time.sleep(0.002)
        process.kill()
        process.wait()
    subprocess.run(program, check=True, stdout=subprocess.DEVNULL)
    assert tree(settings.out) == expected
