"""The tests without the slow ones: against the lowest versions, under other Pythons, on engines.

Short tests that meet libraries run once more on the lowest versions of these. Every Python beside
the one of the main run runs what a user touches first: the commands of the pages, and the examples
of docstrings; the newest also the main job, and what holds that documents are the same everywhere.

Each has an environment of its own. To install one keeps a single core busy, as most groups and the
environment of these do: so all are made beside those, one after the other, and are ready when their
turn comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ci import machine, venvs
from ci.groups import NOT_HERE, CannotRunError, closing_line, workers
from ci.places import CACHE
from ci.running import Command, run
from ci.venvs import Venv

_QUIET: Final = ("-q", "-p", "no:cacheprovider")
_SHORT: Final = (*workers(), *_QUIET, "-m", f"not ({NOT_HERE} or slow)")
_FIRST_TOUCHED: Final = ("src", "docs", "README.md", "README.id.md", "tests/docs")
_WITH_LIBRARIES: Final = tuple(
    f"tests/{room}"
    for room in (
        *("complaints/registers", "complaints/secrecy"),
        *("definitions", "documents", "exchange", "project", "surveys", "testing"),
    )
)
# What documents hold is the same on every Python.
_SAME_DOCUMENTS: Final = ("tests/documents/compose/test_reproducible.py", "tests/acceptance")
_FRAMES: Final = "frames"
# By file, so that Spark is started once and works beside the other engines.
_ON_ENGINES: Final = (
    *workers(),
    *("--dist", "loadfile"),
    *_QUIET,
    *("-m", "frames or spark", "tests/surveys/frames"),
)
_FEW_EXAMPLES: Final = {"HYPOTHESIS_PROFILE": "short"}
_PYTHON: Final = "python-"

Making = Mapping[str, "Future[Venv]"]


def names() -> Iterator[str]:
    """Yield the names of these groups."""
    yield _FRAMES
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
        command: Command = (venv.python, "-m", "pytest", *_tests(name))
        print("   ", closing_line(run(name, command, env=_FEW_EXAMPLES)))

    return short_run


def _tests(name: str) -> tuple[str, ...]:
    if name == _FRAMES:
        return _ON_ENGINES
    if name == f"{_PYTHON}{machine.SUPPORTED[-1]}":
        return (*_SHORT, *_FIRST_TOUCHED, *_SAME_DOCUMENTS)
    return (*_SHORT, *(_FIRST_TOUCHED if name.startswith(_PYTHON) else _WITH_LIBRARIES))


def _environment(name: str) -> Venv:
    """Make an environment; raises ``CannotRunError`` where there is no such Python."""
    if name.startswith(_PYTHON):
        interpreter, pins = _interpreter(name.removeprefix(_PYTHON)), venvs.DEV
        venv = venvs.create(CACHE / f"{name}-venv", f"{name}-venv", interpreter)
    else:
        pins = venvs.DEV if name == _FRAMES else venvs.lowest_constraints()
        venv = venvs.create(CACHE / f"{name}-venv", f"{name}-venv")
    _install(venv, name, pins)
    return venv


def _install(venv: Venv, name: str, pins: Path) -> None:
    on_engines = name == _FRAMES
    groups = ("test", _FRAMES) if on_engines else ("test",)
    extras = "survey,testing" if on_engines else "all,testing"
    venvs.install_checkout(venv, f"{name}-install", *groups, extras=extras, constraints=pins)


def _interpreter(version: str) -> str:
    found = machine.other_pythons().get(version)
    if found is None:
        raise CannotRunError(f"Python {version} is not on this machine", required=False)
    return found
