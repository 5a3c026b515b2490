"""Running the command inside this process, as a clerk would outside it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest

from pst_standards.cli import main


class Ended(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Pst: TypeAlias = Callable[..., Ended]


@pytest.fixture(autouse=True)
def nothing_said_about_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PST_DEBUG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def pst(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Pst:
    """Run ``pst``; ``stdin`` is what is piped into it."""

    def run(*arguments: str | Path, stdin: bytes | None = None) -> Ended:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return run


@pytest.fixture
def pst_process() -> Pst:
    """Run ``pst`` in a process of its own."""

    def run(*arguments: str | Path, **environment: str) -> Ended:
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sys; from pst_standards.cli import main; sys.exit(main())",
            ]
            + [str(argument) for argument in arguments],
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def examples() -> Path:
    return Path(__file__).resolve().parents[2] / "examples"
