"""``pst init``: a definition of an office to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.cli.console import quoted, shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.definitions.offices import OfficeRow


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("folder", "folder", help=say("init.folder"))
    parser.add_option("--office", "code", required=True, help=say("init.office"))
    parser.add_option("--base", "base", default="bps/2020", help=say("init.base"))


def run(work: Run) -> int:
    """Write the folder and say what comes next."""
    from pst_standards.definitions import Bases
    from pst_standards.definitions.starting import start_files, write_start

    office, folder = _office(work.options.office), work.options.folder
    _refuse_used(Path(folder))
    bases = Bases(entry_points=True)
    if bases.find(work.options.base) is None:
        raise Refusal("base-unknown", base=work.options.base, known=", ".join(bases.names()))
    files = start_files(office, base=work.options.base, lang=work.lang, bases=bases)
    write_start(folder, files)
    work.console.line(work.say("init.made", name=office.office_name, folder=shown(folder)))
    for name in files:
        work.console.line(f"  {shown(folder)}/{name}")
    work.console.line("\n" + work.say("init.next", folder=quoted(folder)))
    return Exit.DONE


def _office(code: str) -> OfficeRow:
    from pst_standards.definitions.offices import find_office
    from pst_standards.definitions.starting import near_offices

    office = find_office(code.strip())
    if office is None:
        near = ", ".join(f"{row.bps_code} ({row.name})" for row in near_offices(code))
        raise Refusal("office-near" if near else "office", code=code, near=near)
    return office


def _refuse_used(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()):
            raise Refusal("folder-used", folder=shown(folder))
    elif folder.exists() or folder.is_symlink():
        raise Refusal("folder-is-file", folder=shown(folder))
