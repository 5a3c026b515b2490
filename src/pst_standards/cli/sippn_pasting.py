"""``pst sippn write``: what an office pastes into SIPPN, or each of many offices."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sippn_refusing import refused
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import STANDARD_INPUT, add_base_option

if TYPE_CHECKING:
    from pst_standards.documents.bulk import Office
    from pst_standards.exchange.sippn.writing import Written


def add_write(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("sippn-write.path"))
    parser.add_option("--out", "folder", required=True, help=say("sippn-write.out"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("sippn-write.format")
    )
    add_base_option(parser)


def run_write(work: Run) -> int:
    """Write the files; tell beside them what stays blank or does not fit."""
    out = Path(work.options.out)
    offices = _offices(work.options.path, out)
    if offices:
        return _many(offices, out, work)
    written, work, code = _write(work.options.path, out, work)
    if written is None:
        return code
    if work.options.format == "json":
        work.console.data(written.to_json(work.lang))
    else:
        for remark in written.remarks:
            work.console.aside(remark.message(work.lang))
    return code


def _offices(path: str, out: Path) -> tuple[Office, ...]:
    """Return the offices of a folder that holds several; none for any other input."""
    from pst_standards.documents.bulk import offices_in

    folder = Path(path)
    if path == STANDARD_INPUT or not folder.is_dir():
        return ()
    found = offices_in(folder)
    if [one.path for one in found] == [folder]:
        return ()
    if out.resolve().is_relative_to(folder.resolve()):
        raise Refusal("out-in-folder", out=shown(out), folder=shown(folder))
    return found


def _write(path: str, out: Path, work: Run) -> tuple[Written | None, Run, Exit]:
    """Write the files of one office; nothing is returned for one without standards."""
    from pst_standards.documents.storing import store
    from pst_standards.exchange.sippn.errors import SippnError
    from pst_standards.exchange.sippn.paste_index import INDEX
    from pst_standards.exchange.sippn.writing import write

    reading = sound_reading(path, work)
    work = work.of(reading)
    written = write(reading.definition)
    if not written.entries:
        return None, work, refused(SippnError("no-standards"), work)
    files = written.files(work.lang)
    store(out, files)
    if work.options.format == "text":
        told = {"count": len(files), "folder": shown(out), "index": INDEX}
        work.console.line(work.say("sippn-write.done", **told))
    return written, work, Exit.DONE if written.whole else Exit.FINDINGS


def _many(offices: tuple[Office, ...], out: Path, work: Run) -> Exit:
    """Write the files of each office into a folder of its own; one that fails stops no other."""
    from pst_standards.cli.reports import lines_of
    from pst_standards.definitions.errors import DefinitionError

    worst, told = Exit.DONE, []
    for office in offices:
        try:
            written, spoken, code = _write(str(office.path), out / office.name, work)
        except DefinitionError as error:
            work.console.aside("\n".join(lines_of(error.findings, work.lang)))
            written, spoken, code = None, work, Exit.UNUSABLE
        worst = max(worst, code)
        if written is not None:
            told.append({"office": office.name, **json.loads(written.to_json(spoken.lang))})
            _tell_open(office, written, spoken)
    if work.options.format == "json":
        work.console.data(json.dumps({"offices": told}, ensure_ascii=False, indent=2) + "\n")
    return worst


def _tell_open(office: Office, written: Written, work: Run) -> None:
    """Tell what stays blank; the rest would be a long list, and stands in each index."""
    if work.options.format == "text":
        for remark in written.remarks:
            if remark.open:
                work.console.aside(f"{shown(office.name)}: {remark.message(work.lang)}")
