"""From the arguments to an exit code: parse, run the subcommand, word whatever goes wrong."""

from __future__ import annotations

import argparse
import errno
import os
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards import __version__
from pst_standards.cli.console import Console
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.parser import Parser, joined
from pst_standards.cli.speech import Say, asked_language, speaker, spoken

if TYPE_CHECKING:
    from pst_standards.definitions import Reading

COMMANDS: Final = (
    *("init", "check", "recap", "show", "build", "verify", "template"),
    *("schema", "rules", "explain", "sippn", "export"),
    *("diff", "rebase", "outdated", "migrate", "evidence"),
    *("price", "deadline", "timeline", "entitlement", "complaint", "survey"),
)


class Run(NamedTuple):
    """What a subcommand works with: its options, the terminal, and the language asked for."""

    options: argparse.Namespace
    console: Console
    say: Say
    lang: str

    def of(self, reading: Reading) -> Run:
        """Speak the language of a definition from here on, unless another was asked for."""
        said = reading.definition.lang
        lang = spoken(self.options.lang, None if said is None else str(said.value))
        return self._replace(lang=lang, say=speaker(lang))


def run(arguments: list[str]) -> int:
    """Run ``pst`` with these arguments; nothing is raised."""
    console = Console()
    lang = spoken(asked_language(arguments))
    try:
        code = _guarded(arguments, console, lang)
        console.flush()
    except KeyboardInterrupt:
        console.aside(speaker(lang)("stopped"))
        return int(Exit.INTERRUPTED)
    except OSError as error:
        if not _is_closed_pipe(error):
            return _failed(error, console, lang)
        console.give_up()
        return int(Exit.CLOSED)
    return code


def _is_closed_pipe(error: OSError) -> bool:
    # Windows says EINVAL for a pipe that closed, and for a bad file name, which it names.
    return error.errno == errno.EPIPE or (error.errno == errno.EINVAL and not error.filename)


def _guarded(arguments: list[str], console: Console, lang: str) -> int:
    try:
        return _dispatch(arguments, console, lang)
    except SystemExit as end:  # argparse ends this way after help and after an error
        return int(end.code or 0)
    except Refusal as refusal:
        return _refused(refusal, console, lang)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - a traceback tells a clerk nothing
        return _failed(error, console, lang)


def _dispatch(arguments: list[str], console: Console, lang: str) -> int:
    say = speaker(lang)
    chosen = next((name for name in arguments if name in COMMANDS), None)
    parser, parsers = _parsers(say)
    if chosen is not None:
        import_module(f"pst_standards.cli.commands.{chosen}").arguments(parsers[chosen])
        parsers[chosen].add_common(inner=True)
    if not arguments:
        console.line(parser.format_help())
        return int(Exit.UNUSABLE)
    options, unknown = parser.parse_known_args(joined(arguments))
    if unknown:
        getattr(options, "parser", parsers[options.command]).error(
            f"unrecognized arguments: {' '.join(unknown)}"
        )
    work: Callable[[Run], int] = import_module(f"pst_standards.cli.commands.{options.command}").run
    return int(work(Run(options, console, say, lang)))


def _parsers(say: Say) -> tuple[Parser, dict[str, Parser]]:
    """Make the parser, and one for each subcommand that knows no more than its name yet."""
    parser = Parser(say=say, topic="pst", prog="pst")
    group = parser.add_subparsers(
        dest="command",
        required=True,
        title=say("label.commands"),
        metavar=say("metavar.command"),
    )
    parsers = {
        name: group.add_parser(name, say=say, topic=name, help=say(f"{name}.summary"))
        for name in COMMANDS
    }
    parser.options.add_argument(
        "--version", action="version", version=f"pst {__version__}", help=say("option.version")
    )
    parser.add_common(inner=False)
    return parser, parsers


def _refused(refusal: Refusal, console: Console, lang: str) -> int:
    say = speaker(lang)
    console.aside(say(f"refusal.{refusal.key}", **refusal.params))
    console.aside(say("label.hint", hint=say(f"refusal.{refusal.key}.hint", **refusal.params)))
    return int(Exit.UNUSABLE)


def _failed(error: Exception, console: Console, lang: str) -> int:
    from pst_standards.cli.failures import told

    if os.environ.get("PST_DEBUG") == "1":
        import traceback

        traceback.print_exception(error, file=console.errors)
    sentence, code = told(error, lang)
    console.aside(sentence)
    return int(code)
