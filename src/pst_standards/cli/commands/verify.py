"""``pst verify``: whether a document still says what the definition says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.cli.build_inputs import add_inputs, gathered
from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_reading
from pst_standards.cli.sources import STANDARD_INPUT, add_base_option
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from pst_standards.documents.verifying.result import Difference, Verification
    from pst_standards.model.definition import Definition


def arguments(parser: Parser) -> None:
    """Fill the parser."""
    say = parser.say
    parser.add_input("file", "file", help=say("verify.file"))
    parser.add_option("--against", "path", dest="path", required=True, help=say("verify.against"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("verify.format")
    )
    add_inputs(parser)
    add_base_option(parser)


def run(work: Run) -> int:
    """Compare, and print what differs."""
    from pst_standards.documents.assets import folder_assets
    from pst_standards.documents.verifying.verification import verify

    data = Path(work.options.file).read_bytes()
    reading = sound_reading(work.options.path, work)
    work = work.of(reading)
    given = work.options.path
    assets = None if given == STANDARD_INPUT else folder_assets(given)
    inputs = gathered(work, reading).inputs
    found = verify(data, reading.definition, assets=assets, inputs=inputs)
    if work.options.format == "json":
        work.console.data(found.to_json())
    else:
        for line in _lines(found, reading.definition, work):
            work.console.line(line)
    return Exit.DONE if found.matches else Exit.FINDINGS


def _lines(found: Verification, definition: Definition, work: Run) -> Iterator[str]:
    name = "-".join(filter(None, (found.kind, found.service, found.event)))
    told = "verify" if found.compared == "text" else "verify.definition"
    key = f"{told}.same" if found.matches else f"{told}.differs"
    hashes = {"recorded": found.recorded[:16], "current": found.current[:16]}
    yield work.say(key, file=shown(work.options.file), document=name, **hashes)
    if found.compared == "definition":
        yield f"\n{work.say('verify.definition.only')}"
        if found.rests_on:
            yield work.say("verify.definition.inputs", option=f"--{found.rests_on}")
        return
    # Of a line that shows several values each has a difference; the line is told once.
    for (expected, there), together in groupby(
        found.differences, lambda one: (one.expected, one.found)
    ):
        yield ""
        yield from (_place(one, definition, work) for one in together)
        yield _said(work.say, "verify.expected", expected)
        yield _said(work.say, "verify.found", there)
    if found.same_definition is None:
        yield f"\n{work.say('verify.no-hash')}"
    elif not found.same_definition:
        yield f"\n{work.say('verify.other-definition', **hashes)}"


def _place(one: Difference, definition: Definition, work: Run) -> str:
    from pst_standards.documents.compose.naming import place_name
    from pst_standards.documents.outline import Lang
    from pst_standards.findings import parse_pointer

    if not one.pointer:
        return work.say("verify.whole")
    lang: Lang = "en" if work.lang == "en" else "id"
    return f"{one.pointer}  ({place_name(definition, parse_pointer(one.pointer), lang)})"


def _said(say: Say, key: str, text: str) -> str:
    label = say(key, text="")
    return "  " + say(key, text=text or say("verify.absent")).replace(
        "\n", "\n" + " " * (len(label) + 2)
    )
