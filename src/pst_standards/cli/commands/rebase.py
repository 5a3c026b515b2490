"""``pst rebase``: an office, or a folder of them, over a new base."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.new_base import BaseChanges, Failed, offices, rebaser, reused, version
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option

if TYPE_CHECKING:
    from pst_standards.definitions.rebase_files import Conflict, Rebased, Stated


_LONGEST: Final = 200
"""Letters of a value in a line of text."""


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("office", "path", help=say("rebase.office"))
    parser.add_option("--onto", "base", required=True, help=say("rebase.onto"))
    parser.add_option("--dry-run", action="store_true", help=say("rebase.dry-run"))
    parser.add_option("--same-id", "id", action="append", default=[], help=say("rebase.same-id"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("rebase.format")
    )
    add_base_option(parser)


def run(work: Run) -> int:
    """Work out every office first, then write; where one fails, nothing is written.

    Nor is anything where the new base uses an id again for another thing: what an office says of
    the one would then hold for the other.
    """
    from pst_standards.definitions.errors import DefinitionError
    from pst_standards.definitions.rebase_files import contents

    onto = rebaser(work, work.options.office, work.options.onto)
    found: list[Rebased] = []
    failed: list[Failed] = []
    for one in offices(work, work.options.office, onto):
        if isinstance(one, Failed):
            failed.append(one)
        else:
            found.append(one)
    for reason in (reason for office in failed for reason in office.reasons):
        work.console.aside(reason)
    if not found or not all(office.baseless for office in failed):
        work.console.aside(work.say("rebase.nothing"))
        return Exit.UNUSABLE
    try:
        files = contents(found)
    except DefinitionError:
        work.console.aside(work.say("rebase.nothing"))
        raise
    changes = BaseChanges(onto.onto)
    again = _used_again(work, found, changes)
    files = {} if again else files
    _tell(work, found, sorted(map(shown, files)), changes)
    _write(work, files)
    if again:
        work.console.aside(work.say("rebase.reused", paths=", ".join(again)))
        work.console.aside(work.say("rebase.nothing"))
    return Exit.FINDINGS if again or any(one.conflicts for one in found) else Exit.DONE


def _used_again(work: Run, found: list[Rebased], changes: BaseChanges) -> list[str]:
    """Return the ids that stand for another thing now, but for those that are said to be same."""
    told = {path for office in found for path in changes.of(office).reused}
    return sorted(told - {"/" + one.lstrip("/") for one in work.options.same_id})


def _write(work: Run, files: dict[Path, bytes]) -> None:
    """Write the files, and say of each that it is written only when it is."""
    from pst_standards.definitions.writing import write_atomically

    key = "rebase.would-write" if work.options.dry_run else "rebase.written"
    for file, content in files.items():
        if not work.options.dry_run:
            write_atomically(file, content)
        if work.options.format == "text":
            work.console.line(work.say(key, file=shown(file)))


def _tell(work: Run, found: list[Rebased], files: list[str], changes: BaseChanges) -> None:
    if work.options.format == "json":
        from pst_standards.definitions.writing import dump_json

        told = [_data(office, changes) for office in found]
        base = version((changes.onto.base.id, changes.onto.base.version))
        work.console.data(dump_json({"onto": base, "offices": told, "files": files}))
        return
    for office in found:
        for line in _lines(office, work, changes):
            work.console.line(line)


def _data(office: Rebased, changes: BaseChanges) -> dict[str, Any]:
    from pst_standards.findings import format_pointer

    return {
        "path": office.place,
        "before": version(office.before),
        "after": version(office.after),
        "base_changes": list(changes.of(office).fields),
        "reused_ids": list(changes.of(office).reused),
        "taken": [
            {"path": format_pointer(one.path), "local": _stated(one.local), **_new(one.new)}
            for one in office.taken
        ],
        "conflicts": [
            {
                "path": format_pointer(one.path),
                "local": _stated(one.local),
                "old": _stated(one.old),
                "new": _stated(one.new),
            }
            for one in office.conflicts
        ],
    }


def _new(value: Any) -> dict[str, Any]:
    from pst_standards.definitions.rebasing import ABSENT

    return {} if value is ABSENT else {"new": value}


def _stated(said: Stated) -> dict[str, Any]:
    from pst_standards.definitions.rebasing import ABSENT

    value = {} if said.value is ABSENT else {"value": said.value}
    return {
        **value,
        **said.location._asdict(),
        "source": said.about.source,
        "confidence": said.about.confidence,
    }


def _lines(office: Rebased, work: Run, changes: BaseChanges) -> Iterator[str]:
    from pst_standards.findings import format_pointer

    yield work.say(
        "rebase.line",
        name=shown(office.place),
        before=" ".join(office.before),
        after=" ".join(office.after),
        changes=len(changes.of(office).fields),
        taken=len(office.taken),
        conflicts=len(office.conflicts),
    )
    for path in changes.of(office).reused:
        yield "  " + reused(path, work.lang)
    for one in office.taken:
        yield "  " + work.say(
            "rebase.taken",
            path=format_pointer(one.path),
            place=str(one.local.location),
            local=_value(one.local.value, work),
            new=_value(one.new, work),
        )
    for met in office.conflicts:
        yield "  " + work.say("rebase.conflict", path=format_pointer(met.path))
        yield from _sides(met, work)


def _sides(met: Conflict, work: Run) -> Iterator[str]:
    for name, said in (("local", met.local), ("old", met.old), ("new", met.new)):
        where = "; ".join(filter(None, (str(said.location), said.about.source or "")))
        yield "    " + work.say(f"rebase.{name}", value=_value(said.value, work), place=where)


def _value(value: Any, work: Run) -> str:
    """Return a value on one line, as a file writes it; of a long one the beginning."""
    from pst_standards.definitions.rebasing import ABSENT
    from pst_standards.definitions.writing import dump_yaml

    if value is ABSENT or value is None:
        return work.say("rebase.absent" if value is ABSENT else "rebase.removed")
    line = dump_yaml(value, flow=True, width=1_000_000).strip()
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} \N{HORIZONTAL ELLIPSIS}"
