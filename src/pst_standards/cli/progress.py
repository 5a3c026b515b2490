"""Showing how far long work has come, beside the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TypeAlias

from pst_standards.cli.console import Console
from pst_standards.cli.speech import Say

Step: TypeAlias = Callable[[int, int, str], None]
"""Called with how much is done, how much there is, and the name of what was just done."""


@contextmanager
def progress(
    console: Console, say: Say, *, quiet: bool, title: str = "progress.title"
) -> Iterator[Step | None]:
    """Give what shows progress: a bar on a terminal with rich, else a line a step, or nothing."""
    if quiet:
        yield None
    elif console.is_live and find_spec("rich") is not None:
        with _bar(console, say(title)) as step:
            yield step
    else:
        yield lambda done, total, name: console.aside(
            say("progress.line", done=done, total=total, name=name)
        )


@contextmanager
def _bar(console: Console, title: str) -> Iterator[Step]:
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    with Progress(*columns, console=RichConsole(file=console.errors), transient=True) as shown:
        task = shown.add_task(title, total=None, name="")
        yield lambda done, total, name: shown.update(task, completed=done, total=total, name=name)
