"""``pst recap``: many offices in one table, who lags, and what most of them lack."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.rule_choice import add_rule_options, chosen_rules
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option, bases, day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pst_standards.cli.progress import Step
    from pst_standards.definitions import Bases, Reading
    from pst_standards.rules.batch import Checked
    from pst_standards.rules.recap import Recap

_SUFFIXES: Final = (".xlsx", ".json")


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("paths", "folder", nargs="+", help=say("recap.paths"))
    parser.add_option("--out", "file", required=True, help=say("recap.out"))
    parser.add_option("--as-of", "date", type=day(say), help=say("check.as-of"))
    add_rule_options(parser)
    add_base_option(parser)
    parser.add_option("--quiet", action="store_true", help=say("option.quiet"))


def run(work: Run) -> int:
    """Check every definition below the folders and write the recap."""
    from pst_standards.cli.bulk import tell_others
    from pst_standards.cli.console import shown
    from pst_standards.cli.progress import progress
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.rules import formats
    from pst_standards.rules.batch import check_each
    from pst_standards.rules.recap import recap

    options, out = work.options, Path(work.options.out)
    if out.suffix.lower() not in _SUFFIXES:
        raise Refusal("recap-suffix", file=shown(out))
    on = options.as_of or dt.datetime.now().astimezone().date()
    known, rules = bases(options.bases), chosen_rules(work)
    paths, read, others = _offices(options.paths)
    with progress(work.console, work.say, quiet=options.quiet, title="progress.checking") as step:
        checked = check_each(paths, as_of=on, bases=known, rules=rules, read=read)
        found = recap(_watched(checked, paths, step), as_of=on, bases=known, lang=work.lang)
    write_atomically(out, formats.recap(found, out.suffix.lower()[1:], lang=work.lang))
    work.console.line(work.say("written", file=shown(out)))
    counts = {"offices": len(found.offices), "laggards": len(found.laggards)}
    work.console.line(work.say("recap.sum", **counts))
    tell_others(others, work)
    return _ended(found, work)


def _offices(places: Sequence[str]) -> tuple[list[Path], Callable[..., Reading], list[Path]]:
    """Return the definitions at several places, what reads them with their faults, and others."""
    from pst_standards.definitions.folder_faults import faults_in, told_beside
    from pst_standards.definitions.folders import contents_of
    from pst_standards.exchange.office_form import office_stated, read_office

    contents = [contents_of(Path(place), forms=True) for place in places]
    each = (faults_in(one, naming=office_stated) for one in contents)
    faults = {path: told for one in each for path, told in one.items()}

    def read(path: Path, *, bases: Bases | None = None) -> Reading:
        return told_beside(read_office(path, bases=bases), faults.get(path, ()))

    others = [path for one in contents for path in one.others]
    return [path for one in contents for path in one.definitions], read, others


def _ended(found: Recap, work: Run) -> Exit:
    """Tell what could not be read and what broke, and return the exit code."""
    for line in found.offices:
        if not line.usable:
            work.console.aside(work.say("recap.unusable", name=line.path, reason=line.reason))
    for rule in found.failed:
        work.console.aside(work.say("recap.failed", rule=rule))
    if found.failed:
        return Exit.FAULT
    return Exit.DONE if all(line.usable for line in found.offices) else Exit.UNUSABLE


def _watched(
    checked: Iterator[Checked], paths: Sequence[Path], step: Step | None
) -> Iterator[Checked]:
    for place, one in enumerate(checked, 1):
        if step is not None:
            step(place, len(paths), one.path.name)
        yield one
