"""``pst migrate``: the files of a definition in another version of the format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run

if TYPE_CHECKING:
    from pst_standards.definitions.migrating import Loss, Migrated


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("migrate.path"))
    parser.add_option("--to", "version", help=say("migrate.to"))
    parser.add_option("--dry-run", action="store_true", help=say("migrate.dry-run"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("migrate.format")
    )


def run(work: Run) -> int:
    """Work out every file first, then write those that change, and list what was lost."""
    from pst_standards.definitions.migrating import MigrationError, migrated_files
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.model.definition import FORMAT

    try:
        found = migrated_files(Path(work.options.path), work.options.to or FORMAT)
    except MigrationError as error:
        raise Refusal(f"migrate-{error.key}", **error.params) from None
    moved = [one for one in found if len(one.way) > 1]
    if work.options.format == "json":
        _print_data(work, found)
    else:
        _tell(work, found, moved)
    if not work.options.dry_run:
        for one in moved:
            write_atomically(one.file, one.content)
    return Exit.FINDINGS if any(one.losses for one in moved) else Exit.DONE


def _tell(work: Run, found: tuple[Migrated, ...], moved: list[Migrated]) -> None:
    from pst_standards.findings import format_pointer

    if not moved:
        work.console.line(work.say("migrate.current", version=found[0].way[-1]))
    for one in moved:
        work.console.line(work.say("migrate.line", file=shown(one.file), way=" → ".join(one.way)))
        for loss in one.losses:
            pointer = format_pointer(loss.pointer)
            place = str(loss.location)
            line = work.say("migrate.lost", path=pointer, value=str(loss.value), place=place)
            work.console.line(f"  {line}")


def _print_data(work: Run, found: tuple[Migrated, ...]) -> None:
    from pst_standards.definitions.writing import dump_json

    files = [
        {
            "path": shown(one.file),
            "way": list(one.way),
            "lost": [_lost(loss) for loss in one.losses],
        }
        for one in found
    ]
    work.console.data(dump_json({"files": files}))


def _lost(loss: Loss) -> dict[str, Any]:
    from pst_standards.findings import format_pointer

    line = {"line": loss.location.line, "column": loss.location.column}
    return {"path": format_pointer(loss.pointer), "value": loss.value, **line}
