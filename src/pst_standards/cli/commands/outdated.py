"""``pst outdated``: which offices lag behind a base, and in which fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.new_base import BaseChanges, Failed, offices, rebaser, reused, version
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option

if TYPE_CHECKING:
    from pst_standards.definitions.rebase_files import Onto, Rebased


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("folder", "folder", help=say("outdated.folder"))
    parser.add_option("--onto", "base", help=say("outdated.onto"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("outdated.format")
    )
    add_base_option(parser)


def run(work: Run) -> int:
    """Tell of each office that lags: the base it rests on, and what has changed since."""
    path = work.options.folder
    onto = rebaser(work, path, work.options.onto)
    changes = BaseChanges(onto.onto)
    rows: list[dict[str, Any]] = []
    failed: list[Failed] = []
    for one in offices(work, path, onto):
        row = _row_of(one, changes)
        if row is not None:
            rows.append(row)
            _print_row(work, row)
        elif isinstance(one, Failed):
            failed.append(one)
            work.console.aside("\n".join(one.reasons))
    _print_end(work, rows, failed, onto.onto)
    if not rows or not all(one.baseless for one in failed):
        return Exit.UNUSABLE
    return Exit.FINDINGS if any(row["outdated"] for row in rows) else Exit.DONE


def _row_of(one: Rebased | Failed, changes: BaseChanges) -> dict[str, Any] | None:
    if not isinstance(one, Failed):
        return _row(one, changes)
    return _unknown(one.place, one.pinned) if one.pinned else None


def _print_row(work: Run, row: dict[str, Any]) -> None:
    if work.options.format == "text":
        for line in _lines(row, work):
            work.console.line(line)


def _print_end(work: Run, rows: list[dict[str, Any]], failed: list[Failed], onto: Onto) -> None:
    if work.options.format == "json":
        _print_data(work, rows, failed, onto)
    elif len(rows) > 1:
        behind = sum(row["outdated"] for row in rows)
        work.console.line(work.say("outdated.total", behind=behind, total=len(rows)))


def _row(office: Rebased, changes: BaseChanges) -> dict[str, Any]:
    from pst_standards.findings import format_pointer

    fields, reused_ids = changes.of(office)
    return {
        "path": shown(office.place),
        "base": version(office.before),
        "outdated": bool(office.changes or fields or office.before != office.after),
        "fields": list(fields),
        "reused_ids": list(reused_ids),
        "copies": [format_pointer(one.path) for one in office.taken],
        "conflicts": [format_pointer(one.path) for one in office.conflicts],
    }


def _unknown(place: str, base: tuple[str, str]) -> dict[str, Any]:
    """Return the row of an office whose base is not at hand: it lags, nobody can tell in what."""
    return {
        "path": place,
        "base": version(base),
        "outdated": True,
        "fields": None,
        "reused_ids": [],
        "copies": [],
        "conflicts": [],
    }


def _print_data(work: Run, rows: list[dict[str, Any]], failed: list[Failed], onto: Onto) -> None:
    from pst_standards.definitions.writing import dump_json

    base = version((onto.base.id, onto.base.version))
    unknown = [{"path": one.place, "reasons": list(one.reasons)} for one in failed]
    work.console.data(dump_json({"onto": base, "offices": rows, "failed": unknown}))


def _lines(row: dict[str, Any], work: Run) -> Iterator[str]:
    base = " ".join(row["base"].values())
    if not row["outdated"]:
        yield work.say("outdated.current", name=row["path"], base=base)
        return
    if row["fields"] is None:
        yield work.say("outdated.unknown", name=row["path"], base=base)
        return
    yield work.say("outdated.line", name=row["path"], base=base, count=len(row["fields"]))
    for field in row["fields"]:
        yield f"  {field}"
    for path in row["reused_ids"]:
        yield f"  {reused(path, work.lang)}"
    for key in ("copies", "conflicts"):
        for field in row[key]:
            yield "  " + work.say(f"outdated.{key}", path=field)
