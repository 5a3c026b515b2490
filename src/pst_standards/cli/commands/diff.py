"""``pst diff``: what changed between two definitions, and what that means for citizens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.papers import add_paper_option, assets_of, write_paper
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sources import add_base_option, bases, read

if TYPE_CHECKING:
    from pst_standards.definitions import Bases
    from pst_standards.exchange.changes import Comparison, Part
    from pst_standards.exchange.changes.words import Wording
    from pst_standards.model.definition import Definition


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("old", "path", help=say("diff.old"))
    parser.add_input("new", "path", help=say("diff.new"))
    parser.add_option("--format", choices=("text", "json"), default="text", help=say("diff.format"))
    add_paper_option(parser)
    add_base_option(parser)


def run(work: Run) -> int:
    """Print the changes part by part; with ``--out`` write their table too."""
    from pst_standards.exchange.changes import compare

    known = bases(work.options.bases)
    old, _ = _sound(work.options.old, work, known)
    new, work = _sound(work.options.new, work, known)
    comparison = compare(old, new)
    if work.options.format == "json":
        _print_data(work, comparison)
    else:
        for line in _lines(comparison.told, work.lang):
            work.console.line(line)
    if work.options.out:
        from pst_standards.exchange.changes.paper import change_table

        assets = assets_of(work.options.new)
        write_paper(work, change_table(comparison, lang=work.lang, assets=assets))
    return Exit.DONE


def _sound(path: str, work: Run, known: Bases) -> tuple[Definition, Run]:
    """Read a definition that is whole; raises ``DefinitionError`` for one that is not."""
    from pst_standards.definitions import DefinitionError
    from pst_standards.findings import Severity

    reading = read(path, work.console, known)
    grave = tuple(found for found in reading.findings if found.severity is Severity.ERROR)
    if grave:
        raise DefinitionError(grave)
    return reading.definition, work.of(reading)


def _print_data(work: Run, comparison: Comparison) -> None:
    from pst_standards.definitions.writing import dump_json

    names = {"old": shown(work.options.old), "new": shown(work.options.new)}
    work.console.data(dump_json({**names, **comparison.plain()}))


def _lines(comparison: Comparison, lang: str) -> Iterator[str]:
    from pst_standards.exchange.changes.effects import DISCUSSION
    from pst_standards.exchange.changes.paper import summary
    from pst_standards.exchange.changes.words import Wording, say
    from pst_standards.findings import format_pointer

    wording = Wording(comparison=comparison, lang=lang)
    yield summary(comparison, lang)
    for part in comparison.parts:
        yield ""
        yield from _part_lines(part, wording)
    for path in comparison.reused:
        yield ""
        yield say("reused", lang, path=format_pointer(path))
    if comparison.discussion:
        yield ""
        yield say("discussion", lang, citation=DISCUSSION)


def _part_lines(part: Part, wording: Wording) -> Iterator[str]:
    from pst_standards.exchange.changes.words import say

    lang = wording.lang
    yield wording.title(part)
    for one in part.changes:
        where = wording.place(part, one.change)
        effect = say(f"effect.{one.effect.value}", lang)
        way = f", {say('way.discussion', lang)}" if one.discussion else ""
        old, new = wording.values(one.change)
        yield f"  {where} [{effect}{way}]"
        yield f"    - {old}"
        yield f"    + {new}"
