"""Virtual environments: making one, and installing the project with its pinned tools."""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ci.places import CACHE, CONSTRAINTS, ROOT
from ci.running import Command, run

DEV: Final = CONSTRAINTS / "dev.txt"
LOWEST: Final = CONSTRAINTS / "lowest.txt"
# Not compiled: of what is installed the tests import a part, which Python compiles by itself.
_INSTALL: Final = (
    *("-m", "pip", "install"),
    *("--quiet", "--disable-pip-version-check", "--no-compile"),
)


@dataclass(frozen=True)
class Venv:
    """A virtual environment, by its folder."""

    path: Path

    @property
    def python(self) -> Path:
        """The interpreter."""
        return self.script("python")

    def script(self, name: str) -> Path:
        """Return the path of a command installed in this environment."""
        windows = os.name == "nt"
        return self.path / ("Scripts" if windows else "bin") / (f"{name}.exe" if windows else name)


def project_table() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def group_requirements(*names: str) -> list[str]:
    """Return what dependency groups of pyproject.toml ask for, included groups and all."""
    groups = project_table()["dependency-groups"]

    def walk(name: str) -> Iterator[str]:
        for entry in groups[name]:
            if isinstance(entry, dict):
                yield from walk(entry["include-group"])
            else:
                yield entry

    return sorted({requirement for name in names for requirement in walk(name)})


def create(path: Path, log: str, interpreter: str = sys.executable) -> Venv:
    """Make an empty virtual environment, removing what stood there."""
    run(log, (interpreter, "-m", "venv", "--clear", path))
    return Venv(path)


def install_checkout(
    venv: Venv, log: str, *groups: str, extras: str, constraints: Path | None = DEV
) -> None:
    """Install this checkout editable, with extras and dependency groups, at pinned versions."""
    project = ("--editable", f"{ROOT}[{extras}]")
    install: Command = (venv.python, *_INSTALL, *project, *group_requirements(*groups))
    # By environment, so that the pins hold for the build tools that pip fetches by itself too.
    names = ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT") if constraints else ()
    pins = {name: str(constraints) for name in names}
    run(log, install, (venv.python, "-m", "pip", "check"), env=pins)


def install_wheel(venv: Venv, log: str, wheel: Path) -> None:
    """Install a built wheel with nothing but what it requires."""
    run(log, (venv.python, *_INSTALL, "-c", DEV, wheel), (venv.python, "-m", "pip", "check"))


def _pins(path: Path) -> dict[str, str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return {line.partition("==")[0]: line for line in lines if line and line[0] != "#"}


def lowest_constraints() -> Path:
    """Write constraints with the lowest versions we promise, and today's for everything else."""
    target = CACHE / "lowest-constraints.txt"
    pins = {**_pins(DEV), **_pins(LOWEST)}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(sorted(pins.values())) + "\n", encoding="utf-8", newline="\n")
    return target
