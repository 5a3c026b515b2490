"""``pst template``: an office's own Word template, checked or begun."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Exit
from pst_standards.cli.formats import PAPERS
from pst_standards.cli.parser import Parser
from pst_standards.cli.running import Run
from pst_standards.cli.templates import lines_of


def arguments(parser: Parser) -> None:
    """Fill the parser: each action has a parser of its own."""
    say = parser.say
    group = parser.add_subparsers(
        dest="action", required=True, title=say("label.commands"), metavar=say("metavar.command")
    )
    for name, (fill, _) in _ACTIONS.items():
        topic = f"template-{name}"
        action = group.add_parser(name, say=say, topic=topic, help=say(f"{topic}.summary"))
        fill(action)
        action.add_common(inner=True)
        action.set_defaults(parser=action)


def run(work: Run) -> int:
    """Do what the action says."""
    _, do = _ACTIONS[work.options.action]
    return do(work)


def _check_arguments(parser: Parser) -> None:
    say = parser.say
    parser.add_input("file", "file", help=say("template.file"))
    parser.add_option("--paper", choices=PAPERS, help=say("template.paper"))
    parser.add_option(
        "--format", choices=("text", "json"), default="text", help=say("template.format")
    )


def _check(work: Run) -> int:
    """Say whether a template is fit, and all that was found."""
    from pst_standards.documents.template.checking import check_template

    options = work.options
    found = check_template(Path(options.file).read_bytes(), paper=options.paper)
    if options.format == "json":
        work.console.data(found.to_json(work.lang))
    else:
        key = "template.fit" if found.fit else "template.unfit"
        work.console.line(work.say(key, file=shown(options.file)))
        for line in lines_of(found.findings, work):
            work.console.line(line)
    return Exit.DONE if found.fit else Exit.FINDINGS


def _init_arguments(parser: Parser) -> None:
    say = parser.say
    parser.add_input("file", "file", help=say("template.file"))
    parser.add_option("--paper", choices=PAPERS, default="A4", help=say("build.paper"))


def _init(work: Run) -> int:
    """Write a template to begin with; one that exists is kept."""
    from pst_standards.definitions.writing import write_atomically
    from pst_standards.documents.outline import Lang, Paper
    from pst_standards.documents.template.starter import starter_template

    file = Path(work.options.file)
    if file.exists():
        work.console.aside(work.say("template.exists", file=shown(work.options.file)))
        return Exit.UNUSABLE
    lang: Lang = "en" if work.lang == "en" else "id"
    write_atomically(file, starter_template(paper=Paper[work.options.paper], lang=lang))
    work.console.line(work.say("template.written", file=shown(work.options.file)))
    return Exit.DONE


_ACTIONS: Final[Mapping[str, tuple[Callable[[Parser], None], Callable[[Run], int]]]] = {
    "check": (_check_arguments, _check),
    "init": (_init_arguments, _init),
}
