"""``pst init``: a definition of an office to be filled in, as files or as a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import quoted, shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.definitions.forms import is_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pst_standards.cli.progress import Step
    from pst_standards.definitions import Bases
    from pst_standards.definitions.offices import OfficeRow
    from pst_standards.exchange.office_form import Listed
    from pst_standards.findings import Finding

_OF_FILES: Final = frozenset(
    f".{ending}"
    for ending in (
        *("csv", "doc", "docm", "docx", "json", "ods", "odt", "pdf", "txt", "xls", "xlsb"),
        *("xlsm", "xlsx", "xlt", "xltx", "yaml", "yml", "zip"),
    )
)
"""Endings that nobody gives a folder: who writes one means a file."""
_EVERY: Final = 25
"""Where no bar can be drawn, every so many offices a line tells how far it has come."""


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("folder", "folder", help=say("init.folder"))
    parser.add_option("--office", "code", help=say("init.office"))
    parser.add_option("--from", "file", dest="from_file", help=say("init.from"))
    parser.add_option("--base", "base", default="bps/2020", help=say("init.base"))


def run(work: Run) -> int:
    """Write the folder or the workbook, or one for each office of a list; say what comes next."""
    options = work.options
    if bool(options.office) == bool(options.from_file):
        raise Refusal("init-office")
    if not options.from_file and is_workbook(options.folder):
        return _form(work)
    _refuse_file(Path(options.folder))
    return _many(work) if options.from_file else _folder(work)


def _folder(work: Run) -> int:
    from pst_standards.definitions.starting import start_files, write_start

    office, folder = _office(work.options.office), work.options.folder
    _refuse_used(Path(folder))
    bases = _bases(work)
    files = start_files(office, base=work.options.base, lang=work.lang, bases=bases)
    write_start(folder, files)
    work.console.line(work.say("init.made", name=office.office_name, folder=shown(folder)))
    for name in files:
        work.console.line(f"  {shown(folder)}/{name}")
    work.console.line("\n" + work.say("init.next", folder=quoted(folder)))
    return Exit.DONE


def _form(work: Run) -> int:
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.exchange.office_form import office_form

    office, place = _office(work.options.office), Path(work.options.folder)
    if place.exists() or place.is_symlink():
        raise Refusal("form-used", file=shown(place))
    bases = _bases(work)
    write_atomically(
        place, office_form(office, base=work.options.base, lang=work.lang, bases=bases)
    )
    work.console.line(work.say("init.form", name=office.office_name, file=shown(place)))
    work.console.line("\n" + work.say("init.next-form", file=quoted(place)))
    return Exit.DONE


def _many(work: Run) -> int:
    """Write a workbook for each office of a list, all of them or, where one is wrong, none."""
    from pst_standards.cli.progress import progress
    from pst_standards.definitions.starting import write_some
    from pst_standards.exchange.office_form import listed_offices

    options, folder = work.options, Path(work.options.folder)
    listed = listed_offices(
        options.from_file, name=shown(options.from_file), tell=partial(_told, work)
    )
    _refuse_used(folder)
    with progress(work.console, work.say, quiet=False, title="progress.offices") as step:
        count = write_some(folder, _made(listed, work, step))
    work.console.line(work.say("init.many", count=count, folder=shown(folder)))
    first = folder / f"{listed[0].office.bps_code}.xlsx" if listed else folder
    work.console.line("\n" + work.say("init.next-form", file=quoted(first)))
    return Exit.DONE


def _told(work: Run, findings: tuple[Finding, ...]) -> None:
    from pst_standards.cli.reports import lines_of

    for line in lines_of(findings, work.lang):
        work.console.aside(line)


def _made(listed: Sequence[Listed], work: Run, step: Step | None) -> Iterator[tuple[str, bytes]]:
    """Yield the workbooks by their names; a whole nation of them takes minutes."""
    from pst_standards.exchange.office_form import office_form

    base, bases = work.options.base, _bases(work)
    for done, one in enumerate(listed, 1):
        form = office_form(one.office, base=base, lang=work.lang, bases=bases, said=one.said)
        name = f"{one.office.bps_code}.xlsx"
        if step is not None and (work.console.is_live or done % _EVERY == 0):
            step(done, len(listed), name)
        yield name, form


def _bases(work: Run) -> Bases:
    from pst_standards.definitions import Bases

    bases = Bases(entry_points=True)
    if bases.find(work.options.base) is None:
        raise Refusal("base-unknown", base=work.options.base, known=", ".join(bases.names()))
    return bases


def _office(code: str) -> OfficeRow:
    from pst_standards.definitions.offices import find_office
    from pst_standards.definitions.starting import near_offices

    office = find_office(code.strip())
    if office is None:
        near = ", ".join(f"{row.bps_code} ({row.name})" for row in near_offices(code))
        raise Refusal("office-near" if near else "office", code=code, near=near)
    return office


def _refuse_file(folder: Path) -> None:
    """Refuse a new folder with a name like that of a file: no such file is written here."""
    if folder.suffix.lower() in _OF_FILES and not folder.exists():
        raise Refusal("folder-like-file", folder=shown(folder))


def _refuse_used(folder: Path) -> None:
    if folder.is_dir():
        if any(folder.iterdir()):
            raise Refusal("folder-used", folder=shown(folder))
    elif folder.exists() or folder.is_symlink():
        raise Refusal("folder-is-file", folder=shown(folder))
