"""Papers that a subcommand writes beside its answer: where to, and what is said about them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.formats import FORMATS
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.documents.outline import Document

_ENDINGS: Final = tuple(f".{name}" for name in FORMATS)


def add_paper_option(parser: Parser) -> None:
    """Add ``--out``, a file whose ending tells what is written."""
    say = parser.say
    parser.add_option("--out", "file", type=paper_file(say), help=say("paper.out"))


def paper_file(say: Say) -> Callable[[str], Path]:
    """Return what reads the name of a file whose ending tells what is written."""

    def read(value: str) -> Path:
        path = Path(value)
        if path.suffix.lower() in _ENDINGS and path.stem.strip("."):
            return path
        raise argparse.ArgumentTypeError(say("paper.kind", value=value))

    return read


def assets_of(source: str) -> Mapping[str, bytes] | None:
    """Return the pictures beside a definition; of standard input there are none."""
    from pst_standards.cli.sources import STANDARD_INPUT
    from pst_standards.documents.assets import folder_assets

    return None if source == STANDARD_INPUT else folder_assets(source)


def write_paper(work: Run, document: Document, file: Path | None = None) -> None:
    """Write a document to a file, that of ``--out`` unless given, and say so beside the answer."""
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.documents.kinds import write

    out: Path = file or work.options.out
    write_atomically(out, write(document, out.suffix.lower().removeprefix(".")))
    key = "paper.draft" if document.draft else "paper.written"
    work.console.aside(work.say(key, file=shown(out), reason=document.draft_note))
