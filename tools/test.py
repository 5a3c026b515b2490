"""Run every check of the project: ``python tools/test.py``.

Makes a fresh virtual environment below .cache/, installs the project with all extras and the
pinned tools, and runs the groups below. What a group printed stands in .cache/logs/. A group that
this machine cannot run is named in the last lines; with CI=true in the environment that fails.
Needs Python 3.11 to 3.13 and nothing else; ``ajv`` needs Node.js too, ``rendering`` Node.js,
LibreOffice, Chromium and poppler (the last three installed by this command when it is run as root
on Debian), and ``frames`` a Java, which a wheel brings where the machine has none.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from ci import groups, running, short_runs, venvs
from ci.places import CACHE, LOGS, ROOT

Group = Callable[[venvs.Venv], str | None]

_QUICK: Final = ("-m", "pytest", "-m", f"not ({groups.NOT_HERE} or slow)")


@dataclass
class Run:
    """What came of the groups so far."""

    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    not_run: list[str] = field(default_factory=list)
    required_but_not_run: bool = False
    closing_line: str = ""

    def carry_out(self, name: str, group: Callable[[], str | None]) -> bool:
        """Run one group, print a line about it, and tell whether it passed."""
        print(f"== {name}", flush=True)
        started = time.monotonic()
        verdict = "passed"
        try:
            self.closing_line = group() or self.closing_line
        except groups.CannotRunError as reason:
            verdict = f"not run: {reason}"
            self.not_run.append(f"{name} ({reason})")
            self.required_but_not_run |= reason.required
        except running.CommandError as error:
            verdict = f"FAILED: {error}"
            self.failed.append(name)
            if name == "tests":
                self.closing_line = groups.closing_line(error.said)
        self.seconds[name] = time.monotonic() - started
        print(f"== {name}: {verdict} ({self.seconds[name]:.1f} s)", flush=True)
        return verdict == "passed"

    def close(self) -> int:
        """Print what the whole run came to and return the exit code."""
        print("\nseconds per group")
        for name, seconds in self.seconds.items():
            print(f"{seconds:8.1f}  {name}")
        print(f"{sum(self.seconds.values()):8.1f}  together")
        for name in self.not_run:
            print(f"not run: {name}")
        for name in self.failed:
            print(f"failed: {name} (see {LOGS.relative_to(ROOT).as_posix()})")
        if self.closing_line:
            print(self.closing_line)
        missing_in_ci = self.required_but_not_run and os.environ.get("CI") == "true"
        return 1 if self.failed or missing_in_ci else 0


def all_groups(environments: short_runs.Making) -> dict[str, Group]:
    """Return the groups in the order they run: the quick verdicts first."""
    return {
        "lint": groups.lint,
        "rooms": groups.rooms,
        "types": groups.types,
        "docs": groups.docs,
        "wheel": groups.wheel,
        "ajv": groups.ajv,
        "rendering": groups.rendering,
        "wheelhouse": groups.wheelhouse,
        "tests": groups.tests,
        **{name: short_runs.group(name, environments) for name in short_runs.names()},
    }


def prepare(venv: venvs.Venv, *, fresh: bool) -> None:
    """Make the environment of the main groups; one that stands is kept unless ``fresh``."""
    if fresh or not venv.python.exists():
        venvs.create(venv.path, "venv")
    venvs.install_checkout(venv, "install", "dev", extras="all,testing")


def renew_constraints() -> None:
    """Write constraints/dev.txt anew with the newest versions there are."""
    venv = venvs.create(CACHE / "renew-venv", "renew-venv")
    venvs.install_checkout(venv, "renew", "dev", extras="all,testing", constraints=None)
    frozen = running.run("freeze", (venv.python, "-m", "pip", "freeze", "--exclude-editable"))
    old = venvs.DEV.read_text(encoding="utf-8").splitlines()
    head = [line for line in old if line.startswith("#")]
    pins = sorted({line.lower() for line in frozen.splitlines() if "==" in line})
    venvs.DEV.write_text("\n".join([*head, *pins]) + "\n", encoding="utf-8", newline="\n")


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="only pytest, without slow tests, in this Python"
    )
    known = list(all_groups({}))
    parser.add_argument(
        "--only",
        action="append",
        choices=known,
        metavar="GROUP",
        help=f"only this group, keeping the environment; of {', '.join(known)}",
    )
    parser.add_argument(
        "--venv", type=Path, help="use this environment, and keep it, instead of a fresh one"
    )
    parser.add_argument(
        "--renew-constraints", action="store_true", help="take the newest versions of the tools"
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked for and return the exit code."""
    running.speak_utf8()
    options = _arguments(argv)
    if options.quick:
        return subprocess.run([sys.executable, *_QUICK], cwd=ROOT, check=False).returncode
    if options.renew_constraints:
        renew_constraints()
        return 0
    venv = venvs.Venv(options.venv.resolve() if options.venv else CACHE / "test-venv")
    fresh = not options.only and options.venv is None
    outcome = Run()
    with short_runs.making(options.only or short_runs.names()) as environments:
        if outcome.carry_out("environment", partial(prepare, venv, fresh=fresh)):
            for name, group in all_groups(environments).items():
                if not options.only or name in options.only:
                    outcome.carry_out(name, partial(group, venv))
    return outcome.close()


if __name__ == "__main__":
    sys.exit(main())
