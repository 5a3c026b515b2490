"""Starting other programs, keeping what they say, and ending those that hang."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO

from ci.places import LOGS, ROOT

_LONGEST: Final = 1200.0
_SHOWN_LINES: Final = 150
_NOT_HANDED_ON: Final = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTHONDONTWRITEBYTECODE")

Command = Sequence[str | Path]


class CommandError(Exception):
    """A command ended with another code than 0, or not at all within its time."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(reason)
        self.said = said


def run(
    log: str,
    *commands: Command,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    echo: bool = False,
) -> str:
    """Run commands one after the other, write what they say to ``log``, and return it.

    Stops with ``CommandError`` at the first that fails. With ``echo`` the lines are shown as
    they come; without, the last of them are shown when a command fails.
    """
    LOGS.mkdir(parents=True, exist_ok=True)
    said: list[str] = []
    with (LOGS / f"{log}.log").open("w", encoding="utf-8", newline="\n") as target:
        for command in commands:
            parts = [str(part) for part in command]
            try:
                _run_one(parts, target, said, env or {}, cwd, echo=echo)
            except OSError as error:
                raise CommandError(f"{parts[0]}: {error}") from error
    return "".join(said)


def _run_one(
    command: list[str],
    target: TextIO,
    said: list[str],
    env: Mapping[str, str],
    cwd: Path,
    *,
    echo: bool,
) -> None:
    target.write(f"$ {' '.join(command)}\n")
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=_environment(env),
        cwd=cwd,
    ) as process:
        timer = threading.Timer(_LONGEST, process.kill)
        timer.start()
        for line in process.stdout or ():
            said.append(line)
            target.write(line)
            if echo:
                print(line, end="", flush=True)
        timer.cancel()
    if process.returncode:
        if not echo:
            print("".join(said[-_SHOWN_LINES:]), flush=True)
        reason = f"{Path(command[0]).name} ended with {process.returncode}"
        raise CommandError(reason, "".join(said))


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Return this process's environment without what would leak one Python into another."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    return {**kept, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1", **extra}


def answer(*command: str | Path) -> str | None:
    """Return what a short command prints, or None when it is missing or fails."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()


def speak_utf8() -> None:
    """Make this process's own output UTF-8, whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)
