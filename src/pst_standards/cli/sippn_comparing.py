"""``pst sippn compare``: whether a published page still says what the definition says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sippn_refusing import refused
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import STANDARD_INPUT, add_base_option

if TYPE_CHECKING:
    from pst_standards.exchange.sippn.drift import Comparison, Difference

_OWN_PARTS: Final = frozenset({"entry", "title", "unit", "decree", "maklumat"})


def add_compare(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("path", "path", help=say("input.path"))
    parser.add_input("file", "file", help=say("sippn-compare.file"))
    parser.add_option("--service", "name", help=say("sippn-compare.service"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("verify.format")
    )
    add_base_option(parser)


def run_compare(work: Run) -> int:
    """Compare, and print what differs."""
    from pst_standards.exchange.sippn.comparing import compare
    from pst_standards.exchange.sippn.errors import SippnError

    if work.options.path == work.options.file == STANDARD_INPUT:
        work.console.aside(work.say("sippn-compare.both-input"))
        return Exit.UNUSABLE
    data = _bytes(work)
    reading = sound_reading(work.options.path, work)
    work = work.of(reading)
    try:
        found = compare(
            reading.definition,
            data,
            name=shown(work.options.file),
            service=work.options.service,
            lang=work.lang,
        )
    except SippnError as error:
        return refused(error, work)
    if work.options.format == "json":
        work.console.data(found.to_json())
    else:
        for line in _lines(found, work):
            work.console.line(line)
        for note in found.notes:
            work.console.aside(note)
    return Exit.DONE if found.matches else Exit.FINDINGS


def _bytes(work: Run) -> bytes:
    from pst_standards.definitions.gathering import read_bytes
    from pst_standards.exchange.sippn.sources import LARGEST

    name = work.options.file
    if name == STANDARD_INPUT:
        return work.console.read(LARGEST)
    return read_bytes(Path(name), shown(name))


def _lines(found: Comparison, work: Run) -> Iterator[str]:
    told = {"file": shown(work.options.file), "standards": ", ".join(found.standards)}
    if found.matches:
        yield work.say("sippn-compare.same", **told)
        return
    yield work.say("sippn-compare.differs", **told, count=len(found.differences))
    for (component, pointer), group in groupby(
        found.differences, lambda one: (one.component, one.pointer)
    ):
        yield f"\n{_part(component, work)}  {pointer}"
        for _, alike in groupby(group, lambda one: (one.kind, one.place)):
            yield from _differences(list(alike), work)


def _part(component: str, work: Run) -> str:
    from pst_standards.model.component import Component
    from pst_standards.model.standard import component_term

    if component in _OWN_PARTS:
        return work.say(f"sippn-compare.part.{component}")
    return component_term(Component(component), work.lang)


def _differences(alike: list[Difference], work: Run) -> Iterator[str]:
    """Yield differences of one kind and place under one line."""
    kind, place = alike[0].kind.message(work.lang), alike[0].place
    if place.isdigit():
        place = work.say("sippn-compare.line", line=place)
    yield f"  - {work.say('sippn-compare.at', kind=kind, place=place) if place else kind}"
    for one in alike:
        for key, words in (("expected", one.expected), ("found", one.found)):
            if words:
                yield f"    {_said(key, words, work)}"


def _said(key: str, words: str, work: Run) -> str:
    """Return a text with its label, further lines under the first."""
    label = work.say(f"sippn-compare.{key}", text="")
    return work.say(f"sippn-compare.{key}", text=words.replace("\n", "\n" + " " * (len(label) + 4)))
