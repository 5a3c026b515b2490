"""``pst sippn write``: what an office pastes into SIPPN."""

from __future__ import annotations

from pathlib import Path

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sippn_refusing import refused
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import add_base_option


def add_write(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("input.path"))
    parser.add_option("--out", "folder", required=True, help=say("sippn-write.out"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("sippn-write.format")
    )
    add_base_option(parser)


def run_write(work: Run) -> int:
    """Write the files; tell beside them what stays blank or does not fit."""
    from pst_standards.documents.storing import store
    from pst_standards.exchange.sippn.errors import SippnError
    from pst_standards.exchange.sippn.paste_index import INDEX
    from pst_standards.exchange.sippn.writing import write

    reading = sound_reading(work.options.path, work)
    work = work.of(reading)
    out = Path(work.options.out)
    written = write(reading.definition)
    if not written.entries:
        return refused(SippnError("no-standards"), work)
    files = written.files(work.lang)
    store(out, files)
    if work.options.format == "json":
        work.console.data(written.to_json(work.lang))
    else:
        told = {"count": len(files), "folder": shown(out), "index": INDEX}
        work.console.line(work.say("sippn-write.done", **told))
        for remark in written.remarks:
            work.console.aside(remark.message(work.lang))
    return Exit.DONE if written.whole else Exit.FINDINGS
