"""Running a command line of a page."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Final, NamedTuple
from unittest import mock

from readers.edits import PageError

DAY: Final = "2026-12-14"
"""The day on which the pages are read: what a check finds depends on it."""
_NOT_RUN: Final = frozenset(
    [
        "cd",
        "code",
        "git",
        "mkdir",
        "notepad",
        "npm",
        "npx",
        "pip",
        "pre-commit",
        "py",
        "python3",
        "start",
    ]
)
"""Commands of the reader's system; what they do is held by other tests, or not ours."""
_PROCESS: Final = {
    "PYTHONIOENCODING": "utf-8",
    "PYTHONDONTWRITEBYTECODE": "1",
    # The plugins of this project are none of a reader's, and take longer than their tests.
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
}


class Said(NamedTuple):
    """How a command ended and the lines it printed."""

    code: int
    lines: list[str]


def run(line: str, folder: Path) -> Said | None:
    """Run a command line, with its pipe and its redirection, in a folder.

    Returns nothing for a command that is not ours; raises ``PageError`` for one that a page may
    not name.
    """
    command, _, target = line.partition(" > ")
    said: Said | None = None
    for part in command.split(" | "):
        said = _run(part, folder, None if said is None else said.lines)
    if said is None or not target:
        return said
    (folder / target.split()[0]).write_text("\n".join(said.lines), encoding="utf-8")
    return Said(said.code, [])


def _run(line: str, folder: Path, piped: list[str] | None) -> Said | None:
    name, *arguments = shlex.split(line, comments=True)
    if name == "pst":
        return _pst(arguments, folder, "\n".join(piped or ()))
    if name == "python":
        return _process(arguments, folder)
    if name == "check-jsonschema":
        return _process(["-m", "check_jsonschema", *arguments], folder)
    if name in _NOT_RUN or name.endswith("activate"):
        return None
    raise PageError(f"{name} is no command that a page may name")


def _pst(arguments: list[str], folder: Path, piped: str) -> Said:
    """Run ``pst`` in this process, as somebody whose terminal says nothing of a language."""
    from pst_standards.cli import main

    if arguments[:1] == ["check"] and not {"--as-of", "--help"} & set(arguments):
        arguments = [*arguments, "--as-of", DAY]
    out, err = io.StringIO(), io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(piped.encode()), encoding="utf-8")
    silent = {"LANG", "LC_ALL", "LC_MESSAGES", "PST_DEBUG"}
    kept = {name: value for name, value in os.environ.items() if name not in silent}
    with (
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
        mock.patch.object(sys, "stdin", stdin),
        mock.patch.dict(os.environ, {**kept, "COLUMNS": "90"}, clear=True),
    ):
        code = main(arguments)
    # Progress goes beside the result and is gone from a terminal when the work is done.
    text = out.getvalue() if code == 0 else out.getvalue() + err.getvalue()
    return Said(code, [line.rstrip() for line in text.splitlines()])


def _process(arguments: list[str], folder: Path) -> Said:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **_PROCESS},
    )
    return Said(done.returncode, (done.stdout + done.stderr).splitlines())
