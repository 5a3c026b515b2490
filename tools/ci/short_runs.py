"""The tests without the slow ones, against the lowest versions and under other Pythons.

Each has an environment of its own. To install one keeps a single core busy, as most groups do:
so all are made beside those groups, one after the other, and are ready when their turn comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ci import machine, venvs
from ci.groups import CannotRunError, closing_line, workers
from ci.places import CACHE
from ci.running import Command, run
from ci.venvs import Venv

_SHORT: Final = ("-q", "-p", "no:cacheprovider", "-m", "not (ajv or rendering or slow)")
_ENV: Final = {"HYPOTHESIS_PROFILE": "short"}
_PYTHON: Final = "python-"

Making = Mapping[str, "Future[Venv]"]


def names() -> Iterator[str]:
    """Yield the names of these groups."""
    yield "lowest"
    yield from (f"{_PYTHON}{version}" for version in machine.other_pythons())


@contextmanager
def making(chosen: Iterable[str]) -> Iterator[Making]:
    """Begin to make the environments of some groups; what is not begun at the end is left."""
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        yield {name: pool.submit(_environment, name) for name in chosen if name in [*names()]}
    finally:
        pool.shutdown(cancel_futures=True)


def group(name: str, environments: Making) -> Callable[[Venv], None]:
    """Return the group of a name; its environment is waited for when the group runs."""

    def short_run(_: Venv) -> None:
        venv = environments[name].result()
        command: Command = (venv.python, "-m", "pytest", *workers(), *_SHORT)
        print("   ", closing_line(run(name, command, env=_ENV)))

    return short_run


def _environment(name: str) -> Venv:
    """Make an environment; raises ``CannotRunError`` where there is no such Python."""
    if name.startswith(_PYTHON):
        interpreter, pins = _interpreter(name.removeprefix(_PYTHON)), venvs.DEV
        venv = venvs.create(CACHE / f"{name}-venv", f"{name}-venv", interpreter)
    else:
        pins = venvs.lowest_constraints()
        venv = venvs.create(CACHE / f"{name}-venv", f"{name}-venv")
    _install(venv, name, pins)
    return venv


def _install(venv: Venv, name: str, pins: Path) -> None:
    venvs.install_checkout(venv, f"{name}-install", "test", extras="all,testing", constraints=pins)


def _interpreter(version: str) -> str:
    found = machine.other_pythons().get(version)
    if found is None:
        raise CannotRunError(f"Python {version} is not on this machine", required=False)
    return found
