"""The groups of checks that tools/test.py runs, each a function that raises when it fails."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ci import machine, site, venvs
from ci.places import CACHE, ROOT
from ci.running import Command, run
from ci.venvs import Venv


class CannotRunError(Exception):
    """This machine lacks what a group needs; ``required`` tells whether that fails in CI."""

    def __init__(self, reason: str, *, required: bool = True) -> None:
        super().__init__(reason)
        self.required = required


NOT_HERE: Final = "ajv or rendering or frames or spark"
"""The marks of tests that have a group of their own."""


def workers() -> tuple[str, ...]:
    """Return the pytest options that spread tests over the cores, four at most."""
    return ("-n", str(min(4, os.cpu_count() or 1)), "--dist", "worksteal")


def lint(venv: Venv) -> None:
    """Hold the rules of style and the layout of the code."""
    ruff = venv.script("ruff")
    run("lint", (ruff, "check", "."), (ruff, "format", "--check", "."))


def types(venv: Venv) -> None:
    """Hold the annotations, strictly."""
    run("types", (venv.python, "-m", "mypy", "--cache-dir", CACHE / "mypy"))


def rooms(venv: Venv) -> None:
    """Hold which room may use which."""
    run("rooms", (venv.script("lint-imports"), "--no-cache"))


def tests(venv: Venv) -> str:
    """Run every test that needs nothing but Python, with coverage; return pytest's last line.

    Coverage halves the pace, so each property has some of its examples here; pytest by itself
    tries them all.
    """
    env = {"HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", "measured")}
    said = run("tests", pytest_main(venv.python), env=env, echo=True)
    return closing_line(said)


def pytest_main(python: Path) -> Command:
    """Return the command of the main run."""
    report = ("--cov", "--cov-report=term", "--durations=25")
    return (python, "-m", "pytest", *workers(), *report, "-m", f"not ({NOT_HERE})")


def closing_line(said: str) -> str:
    """Return the last line pytest printed that counts tests, or nothing."""
    counted = (
        line.strip()
        for line in reversed(said.splitlines())
        if " in " in line and any(word in line for word in (" passed", " failed", " error"))
    )
    return next(counted, "")


def docs(venv: Venv) -> None:
    """Build the documentation site, where a warning is an error and nothing is fetched."""
    target = CACHE / "site"
    mkdocs = (venv.python, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", target)
    # Keeps the theme's notice about another version of MkDocs out of the log.
    run("docs", mkdocs, env={"NO_MKDOCS_2_WARNING": "1"})
    site.refuse_foreign_assets(target)


def wheel(venv: Venv) -> None:
    """Build sdist and, from it, the wheel; use the wheel with no extra, away from the checkout."""
    dist = CACHE / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    run("sdist", (venv.python, "-m", "hatchling", "build", "-t", "sdist", "-d", dist))
    (sdist,) = dist.glob("*.tar.gz")
    pip = (venv.python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run("wheel-from-sdist", (*pip, "--wheel-dir", dist, sdist))
    (built,) = dist.glob("*.whl")
    bare = venvs.create(CACHE / "wheel-venv", "wheel-venv")
    venvs.install_wheel(bare, "wheel-install", built)
    with tempfile.TemporaryDirectory() as elsewhere:
        script = ROOT / "tools" / "ci" / "use_wheel.py"
        run("wheel", (bare.python, "-I", script, ROOT / "examples"), cwd=Path(elsewhere))


def ajv(venv: Venv) -> None:
    """Ask a second validator, in JavaScript, about the schemas."""
    node, folder = _install("ajv")
    env = {"PST_NODE": node, "PST_AJV": str(folder)}
    _run_marked(venv, "ajv", env)


def _install(name: str) -> tuple[str, Path]:
    """Install what a folder of tools/ names for Node.js; return Node.js and where it lies."""
    found = machine.node()
    if found is None:
        raise CannotRunError("Node.js with npm is missing")
    node, npm = found
    folder = CACHE / name
    folder.mkdir(parents=True, exist_ok=True)
    for file in (ROOT / "tools" / name).iterdir():
        shutil.copyfile(file, folder / file.name)
    _install_packages(npm, folder)
    return node, folder


def _install_packages(npm: str, folder: Path) -> None:
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    if all(_installed_version(folder, name) == version for name, version in wanted.items()):
        return
    options = ("--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
    run(f"{folder.name}-install", (npm, "install", *options), cwd=folder)


def _installed_version(folder: Path, package: str) -> str | None:
    manifest = folder / "node_modules" / package / "package.json"
    if not manifest.is_file():
        return None
    version = json.loads(manifest.read_text(encoding="utf-8"))["version"]
    return str(version)


def rendering(venv: Venv) -> None:
    """Have LibreOffice and Chromium draw documents and the web form, and axe-core judge them."""
    if not all(machine.rendering_programs().values()):
        machine.install_rendering_programs()
    programs = machine.rendering_programs()
    missing = [name for name, path in programs.items() if path is None]
    if missing:
        verb = "is" if len(missing) == 1 else "are"
        raise CannotRunError(f"{', '.join(missing)} {verb} missing")
    _, axe = _install("axe")
    node, rjsf = _install("rjsf")
    env = {f"PST_{name.upper()}": path for name, path in programs.items() if path}
    env["PST_AXE"] = str(axe / "node_modules" / "axe-core" / "axe.min.js")
    env |= {"PST_NODE": node, "PST_RJSF": str(rjsf)}
    # By file, so that what LibreOffice and Chromium draw is drawn once, and both work side by side.
    _run_marked(venv, "rendering", env, *workers()[:2], "--dist", "loadfile")


def _run_marked(venv: Venv, marker: str, env: Mapping[str, str], *options: str) -> None:
    """Run the tests of a mark; only the files that name it are read, as to read all takes long."""
    files = sorted(
        file
        for file in (ROOT / "tests").rglob("test_*.py")
        if f"pytest.mark.{marker}" in file.read_text(encoding="utf-8")
    )
    run(marker, (venv.python, "-m", "pytest", "-q", *options, "-m", marker, *files), env=env)


def wheelhouse(venv: Venv) -> None:
    """Gather a wheelhouse and install from it with no index."""
    folder = CACHE / "wheelhouse"
    script = ROOT / "tools" / "wheelhouse.py"
    run("wheelhouse", (venv.python, script, "--folder", folder, "--check"))
