"""Processes that build offices: each imports what it needs once, then takes one after the other.

They are spawned afresh, as on Windows, so a program that uses them needs its ``__main__`` guarded.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, Self

from attrs import Factory, define

from pst_standards.documents.bulk.offices import Office
from pst_standards.documents.bulk.outcome import Outcome, State
from pst_standards.documents.bulk.settings import Settings
from pst_standards.messages.extras import DocumentError

MOST: Final = 60
"""Windows waits for no more than 63 things at once."""
SHIFT: Final = 100
"""Offices after which a process is replaced."""
DRAWING_SHIFT: Final = 25
"""The same where documents are drawn: what draws keeps a little more in memory with each."""
_PATIENCE: Final = 30.0
"""Seconds that an office in the making is given to be written whole when the work is stopped."""


class WorkerError(DocumentError):
    """No process can be started to build offices in."""

    def __init__(self) -> None:
        super().__init__("worker")


@define(eq=False)
class _Worker:
    process: BaseProcess
    line: Connection
    office: Office | None = None
    ready: bool = False
    built: int = 0


@define(eq=False)
class Workers:
    """Processes for a bulk build; ``jobs`` says how many work at once.

    Use it in a ``with`` statement: at its end each process finishes the office it is at, and ends.
    """

    jobs: int
    settings: Settings
    checksum: str
    _all: list[_Worker] = Factory(list)
    _relieved: list[_Worker] = Factory(list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._all:
            worker.line.close()
        for worker in (*self._all, *self._relieved):
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.terminate()

    def outcomes(self, offices: Sequence[Office]) -> Iterator[Outcome]:
        """Build offices and yield how each ended, in the order in which they end.

        Raises ``WorkerError`` when a process ends before it could begin.
        """
        waiting = list(reversed(offices))
        for _ in range(min(self.jobs, MOST, len(offices))):
            self._start()
        while waiting or any(worker.office for worker in self._all):
            for worker in self._heard():
                yield from self._listen(worker)
                if waiting and worker not in self._all:
                    self._start()
            for worker in self._all:
                if waiting and worker.ready and worker.office is None:
                    worker.office = waiting.pop()
                    with suppress(OSError):  # it died just now, which will be heard
                        worker.line.send(worker.office)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=work, args=(theirs, self.settings, self.checksum), daemon=True
        )
        with _interrupts_ignored():
            process.start()
        theirs.close()
        self._all.append(_Worker(process, ours))

    def _heard(self) -> list[_Worker]:
        lines: Any = wait([worker.line for worker in self._all])
        return [worker for worker in self._all if worker.line in lines]

    def _listen(self, worker: _Worker) -> Iterator[Outcome]:
        """Take what a process says: that it is ready, how an office ended, or nothing any more."""
        try:
            said = worker.line.recv()
        except (EOFError, OSError):
            self._all.remove(worker)
            worker.line.close()
            worker.process.join(_PATIENCE)
            if worker.office is None and not worker.ready:
                raise WorkerError from None
            if worker.office is not None:
                yield Outcome(name=worker.office.name, state=State.LOST)
            return
        if worker.ready:
            worker.office = None
            worker.built += 1
            yield said
        worker.ready = True
        if worker.built >= (DRAWING_SHIFT if self.settings.draws else SHIFT):
            self._all.remove(worker)
            self._relieved.append(worker)
            worker.line.close()  # which ends the process


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let a process that starts inherit that Ctrl-C is not for it: the first one handles that."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def work(line: Connection, settings: Settings, checksum: str) -> None:
    """Build offices that come over the line, until it is closed."""
    from pst_standards.documents.bulk.one_office import build_office, get_ready

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    get_ready()
    with suppress(EOFError, OSError):
        line.send(None)
        while True:
            line.send(build_office(line.recv(), settings, checksum))


def _end_with_parent() -> None:
    """End at once when the first process is killed: another run may begin in the same folder."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
