"""Reading ahead: the next parts are read by other threads while the last one is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import Empty, Queue
from threading import Event, Thread
from typing import TypeAlias, TypeVar

_Part = TypeVar("_Part")
_Waiting: TypeAlias = Queue[tuple[_Part] | BaseException | None]


def read_ahead(*sources: Iterable[_Part], at_most: int = 2) -> Iterator[_Part]:
    """Return the parts of all sources, each read by a thread of its own; ``at_most`` wait.

    One source keeps its order. What goes wrong in a thread goes wrong here, and whoever stops
    early stops the threads.

    >>> list(read_ahead(range(3))), sorted(read_ahead(range(3), range(3, 6)))
    ([0, 1, 2], [0, 1, 2, 3, 4, 5])
    """
    waiting: _Waiting[_Part] = Queue(at_most)
    stopped = Event()
    threads = [Thread(target=_read, args=(one, waiting, stopped), daemon=True) for one in sources]
    for thread in threads:
        thread.start()
    try:
        open_sources = len(threads)
        while open_sources:
            found = waiting.get()
            if isinstance(found, BaseException):
                raise found
            if found is None:
                open_sources -= 1
            else:
                yield found[0]
    finally:
        stopped.set()
        _drain(waiting, threads)


def _read(source: Iterable[_Part], waiting: _Waiting[_Part], stopped: Event) -> None:
    end: BaseException | None = None
    try:
        for part in source:
            if stopped.is_set():
                return
            waiting.put((part,))
    except BaseException as fault:  # noqa: BLE001 - it is raised where the parts are waited for
        end = fault
    waiting.put(end)


def _drain(waiting: _Waiting[_Part], threads: list[Thread]) -> None:
    """Let threads that wait to hand over a part go on to their end."""
    while any(thread.is_alive() for thread in threads):
        try:
            waiting.get(timeout=0.01)
        except Empty:
            continue
