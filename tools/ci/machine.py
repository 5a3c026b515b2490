"""What this machine has: other Pythons, Node.js, LibreOffice, Chromium, poppler."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Final

from ci.running import CommandError, answer, run

SUPPORTED: Final = ("3.11", "3.12", "3.13")
_DEBIAN_PACKAGES: Final = (
    "libreoffice-writer-nogui",
    "fonts-liberation",
    "poppler-utils",
    "chromium",
)
_PROGRAM_FILES: Final = Path("C:/Program Files")
_APPLICATIONS: Final = Path("/Applications")
_OFFICE: Final = (
    "soffice",
    _PROGRAM_FILES / "LibreOffice/program/soffice.exe",
    _APPLICATIONS / "LibreOffice.app/Contents/MacOS/soffice",
)
_BROWSER: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "chrome",
    _PROGRAM_FILES / "Google/Chrome/Application/chrome.exe",
    _APPLICATIONS / "Google Chrome.app/Contents/MacOS/Google Chrome",
)


def _first(*candidates: str | Path) -> str | None:
    found = (shutil.which(str(candidate)) for candidate in candidates)
    return next((path for path in found if path), None)


def _writer(office: str | None) -> str | None:
    """Return LibreOffice only when it can draw texts: Debian may have brought a part of it."""
    if office is None:
        return None
    library = Path(office).resolve().with_name("libswlo.so")
    return None if library.parent.name == "program" and _lacks(library) else office


def _lacks(library: Path) -> bool:
    return sys.platform == "linux" and not library.exists()


def rendering_programs() -> dict[str, str | None]:
    """Return the programs that draw documents, by the name a person knows them under."""
    return {
        "LibreOffice": _writer(_first(*_OFFICE)),
        "Chromium": _first(*_BROWSER),
        "poppler": _first("pdftotext"),
    }


def install_rendering_programs() -> None:
    """Install what draws documents, where this is allowed: as root on Debian or its kin."""
    apt = shutil.which("apt-get")
    if apt is None or not os.access("/var/lib/dpkg/lock", os.W_OK):
        return
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = (apt, "install", "-y", "--no-install-recommends", *_DEBIAN_PACKAGES)
    try:
        run("apt", (apt, "update"), install, env=quiet)
    except CommandError as error:
        print(f"apt-get: {error}")


def node() -> tuple[str, str] | None:
    """Return Node.js and npm, or None when one of them is missing."""
    found, npm = shutil.which("node"), shutil.which("npm")
    return (found, npm) if found and npm else None


def other_pythons() -> dict[str, str | None]:
    """Return an interpreter, or None, for each supported version that is not running this."""
    running = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {version: _python(version) for version in SUPPORTED if version != running}


def _python(version: str) -> str | None:
    """Return an interpreter of a version: by name, by the Windows launcher, or under pyenv."""
    ask = "import sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)"
    named = [(f"python{version}",), ("py", f"-{version}")]
    homes = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    under_pyenv = [(str(path / "bin" / "python"),) for path in homes.glob(f"{version}.*")]
    for command in (*named, *under_pyenv):
        said = (answer(*command, "-c", ask) or "").splitlines()
        if said[:1] == [version]:
            return said[1]
    return None
