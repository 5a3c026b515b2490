"""Use the installed wheel as a person would who asked for no extra; given the examples' folder."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from importlib import metadata, resources
from pathlib import Path
from typing import Final

_ENDS_OF_PST: Final = {
    "--version": (0,),
    "check": (0, 1),
    "rules": (0,),
    "schema": (0,),
    "build": (2,),
}


def hold(fact: object, sentence: str) -> None:
    """Stop with a sentence when a fact does not hold."""
    if not fact:
        sys.exit(sentence)


def pst(*arguments: str) -> str:
    """Run the command, hold that it ends as it should without a traceback, and return its words."""
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            "import sys; from pst_standards.cli import main; sys.exit(main())",
            *arguments,
        ],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    shown = f"pst {' '.join(arguments)} ended with {done.returncode}: {done.stderr}"
    hold(done.returncode in _ENDS_OF_PST[arguments[0]], shown)
    hold("Traceback" not in done.stderr, shown)
    return done.stdout + done.stderr


def main() -> None:
    """Import, load, check and look at the packaged data."""
    examples = Path(sys.argv[1])
    import pst_standards as pst_package

    hold("site-packages" in str(pst_package.__file__), "the checkout was imported, not the wheel")
    hold(importlib.util.find_spec("docx") is None, "an extra came in without being asked for")
    packaged = resources.files("pst_standards")
    hold((packaged / "py.typed").is_file(), "py.typed is missing")
    definition = pst_package.load(examples / "minimal.yaml")
    report = pst_package.check(definition)
    hold(report.coverage.checked, "no rule was checked")
    pst("--version")
    pst("rules")
    pst("schema")
    pst("check", str(examples / "minimal.yaml"))
    refusal = pst("build", str(examples / "minimal.yaml"), "--out", "out", "--format", "docx")
    hold("pst-standards[office]" in refusal, f"the missing extra is not named: {refusal}")
    hold(not Path("out").exists(), "a folder was made for documents that cannot be")
    print("pst-standards", metadata.version("pst-standards"), "works without extras")


if __name__ == "__main__":
    main()
