from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

REFUSE = """
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise RuntimeError(f"{event}: {arguments}")

sys.addaudithook(refuse)
"""
WORK = """
from pathlib import Path
import pst_standards
from pst_standards.cli import main

example, out = sys.argv[1:]
definition = pst_standards.load(example)
report = pst_standards.check(definition)
assert report.coverage.checked
manifest = pst_standards.build(definition, Path(out), formats=("docx", "html"))
assert manifest.documents
for arguments in (["check", example], ["show", example], ["schema"], ["explain", "STD-001"]):
    assert main(arguments) in {0, 1}
print("done")
"""
EXAMPLE = "examples/kabupaten-semarang"


def test_nothing_asks_for_the_network(run_python: Callable[..., str], tmp_path: Path) -> None:
    said = run_python(REFUSE + WORK, EXAMPLE, str(tmp_path / "out"))
    assert said.splitlines()[-1] == "done"


def test_asking_for_the_network_would_be_seen() -> None:
    asks = REFUSE + "import socket\nsocket.create_connection(('localhost', 9))"
    done = subprocess.run(
        [sys.executable, "-c", asks], check=False, capture_output=True, encoding="utf-8"
    )
    assert "RuntimeError: socket." in done.stderr
