"""Gather everything an office without internet needs: ``python tools/wheelhouse.py``.

Fills wheelhouse/ with this project and all it needs for documents, as wheels for the system and
the Python this is run with, and a list of their SHA-256 sums. Carried to the other computer, it
is installed there with::

    python -m pip install --no-index --find-links wheelhouse "pst-standards[office]"

``--check`` does just that in a fresh virtual environment and asks ``pst`` for its version.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ci import running, venvs
from ci.places import CONSTRAINTS, ROOT

_REQUIREMENT: Final = "pst-standards[office]"
_SUMS: Final = "SHA256SUMS"


def gather(folder: Path) -> list[Path]:
    """Fill the folder with wheels, none left from an earlier time, and return them."""
    folder.mkdir(parents=True, exist_ok=True)
    for stale in folder.glob("*.whl"):
        stale.unlink()
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check")
    pins = ("-c", CONSTRAINTS / "dev.txt")
    running.run("wheelhouse-gather", (*pip, *pins, "--wheel-dir", folder, f"{ROOT}[office]"))
    wheels = sorted(folder.glob("*.whl"))
    sums = [f"{hashlib.sha256(wheel.read_bytes()).hexdigest()}  {wheel.name}\n" for wheel in wheels]
    (folder / _SUMS).write_text("".join(sums), encoding="utf-8", newline="\n")
    return wheels


def check(folder: Path) -> str:
    """Install from the folder alone into a fresh environment and return what pst says it is."""
    with tempfile.TemporaryDirectory() as elsewhere:
        venv = venvs.create(Path(elsewhere) / "venv", "wheelhouse-venv")
        offline = ("--no-index", "--find-links", folder, "--disable-pip-version-check")
        install = (venv.python, "-m", "pip", "install", "--quiet", *offline, _REQUIREMENT)
        # A configured place to find wheels would make the check pass with a gap in the folder.
        alone = {"PIP_CONFIG_FILE": os.devnull, "PIP_FIND_LINKS": str(folder)}
        running.run("wheelhouse-install", install, env=alone)
        said = running.run("wheelhouse-version", (venv.script("pst"), "--version"))
    return said.strip()


def main(argv: Sequence[str] | None = None) -> int:
    """Gather, check when asked to, and return the exit code."""
    running.speak_utf8()
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "wheelhouse")
    parser.add_argument("--check", action="store_true", help="install it offline and run pst")
    options = parser.parse_args(argv)
    folder = options.folder.resolve()
    try:
        wheels = gather(folder)
        print(f"{len(wheels)} wheels in {folder}")
        if options.check:
            print(f"installed without an index: {check(folder)}")
    except running.CommandError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
