"""The command line, explained in the user's language.

``argparse`` takes its own words from the translations of the whole process; this subclass says
them itself, so that two calls in one process may speak two languages.
"""

from __future__ import annotations

import argparse
import re
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property, partial
from itertools import takewhile
from typing import Any, Final, NoReturn

from pst_standards.cli.exits import Exit
from pst_standards.cli.speech import Say
from pst_standards.messages import LANGUAGES

_NAMED: Final = re.compile(r"argument (?P<name>.+?): (?P<rest>.*)", re.DOTALL)
_QUOTED: Final = r"(?P<value>'.*?'|\".*?\"|[^ ]*)"
_COMPLAINTS: Final = (
    ("missing", re.compile(r"the following arguments are required: (?P<names>.*)")),
    ("choice", re.compile(rf"invalid choice: {_QUOTED} \(choose from (?P<choices>.*)\)")),
    ("unknown", re.compile(r"unrecognized arguments: (?P<value>.*)")),
    ("value", re.compile(r"expected (?:one|at least one|at most one|\d+) arguments?")),
    ("no-value", re.compile(rf"ignored explicit argument {_QUOTED}")),
    ("not-both", re.compile(r"not allowed with argument (?P<other>.*)")),
)
_MISSING: Final = _COMPLAINTS[0][1]
_WIDEST: Final = 100
_OPTION: Final = re.compile(r"--[a-z][a-z-]*")
_MARK: Final = re.compile(r"-(?!-[a-z]).*=.*", re.DOTALL)
"""A value such as ``-=blank``, which is no option."""
_MOST_USAGE: Final = 8
"""How many lines of usage may stand before what is wrong; the help has them all."""


def joined(arguments: Iterable[str]) -> list[str]:
    """Join an option and a value that begins with a dash, which ``argparse`` takes for an option.

    >>> joined(["survey", "score", "--answer", "-=blank", "--strip"])
    ['survey', 'score', '--answer=-=blank', '--strip']
    """
    found: list[str] = []
    for one in arguments:
        if found and _MARK.fullmatch(one) and _OPTION.fullmatch(found[-1]):
            found[-1] = f"{found[-1]}={one}"
        else:
            found.append(one)
    return found


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Starts the usage line with a word of the language spoken."""

    def __init__(self, usage_word: str, prog: str, **kwargs: Any) -> None:
        super().__init__(prog, **kwargs)
        self._usage_word = usage_word

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        word = f"{self._usage_word}: " if prefix is None else prefix
        super().add_usage(usage, actions, groups, word)


def _filled(sentence: str) -> str:
    """Break a sentence to the width of the terminal."""
    return textwrap.fill(sentence, min(shutil.get_terminal_size().columns, _WIDEST) - 2)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors come from the message catalogues."""

    def __init__(self, *, say: Say, topic: str, **kwargs: Any) -> None:
        examples = f"{say('label.examples')}:\n{say(f'{topic}.examples')}"
        super().__init__(
            **kwargs,
            description=_filled(say(f"{topic}.description")),
            epilog=f"{examples}\n\n{_filled(say(f'{topic}.note'))}",
            formatter_class=partial(_Formatter, say("label.usage")),
            add_help=False,
            allow_abbrev=False,
        )
        self.say = say
        self._given: list[str] = []
        self._inputs = self.add_argument_group(say("label.inputs"))

    @cached_property
    def options(self) -> Any:
        """The group of options, which the help shows where it is first asked for."""
        return self.add_argument_group(self.say("label.options"))

    def add_input(self, name: str, kind: str, **kwargs: Any) -> None:
        """Add a positional argument, shown under the word of its kind."""
        self._inputs.add_argument(name, metavar=self.say(f"metavar.{kind}"), **kwargs)

    def add_option(self, name: str, kind: str = "", **kwargs: Any) -> None:
        """Add an option; one that takes a value of a kind shows the word for that."""
        word = {"metavar": self.say(f"metavar.{kind}")} if kind else {}
        self.options.add_argument(name, **word, **kwargs)

    def add_common(self, *, inner: bool) -> None:
        """Add ``--lang`` and ``--help``, last as the least interesting.

        A subcommand is ``inner``: it leaves alone what was said before its name.
        """
        default: Any = {"default": argparse.SUPPRESS} if inner else {}
        self.add_option("--lang", choices=LANGUAGES, help=self.say("option.lang"), **default)
        self.options.add_argument("-h", "--help", action="help", help=self.say("option.help"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Parse as ``argparse`` does, and remember what was given for what must be told of it."""
        self._given = [str(one) for one in args or ()]
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and end with the code for that."""
        usage = self.format_usage()
        if usage.count("\n") > _MOST_USAGE:
            usage = ""
        # Something is missing most often because its name was misspelt.
        strange = self._strange() if _MISSING.fullmatch(message) else ""
        messages = [f"unrecognized arguments: {strange}", message] if strange else [message]
        problems = map(self.in_words, messages)
        sentence = "\n".join(
            self.say("label.error", program=self.prog, problem=one) for one in problems
        )
        advice = self.say("label.advice", program=self.prog)
        self.exit(int(Exit.UNUSABLE), f"{usage}{sentence}\n{advice}\n")

    def _strange(self) -> str:
        """Return what looks like an option and is none, from what was given."""
        given = takewhile(lambda one: one != "--", self._given)
        names = (one.partition("=")[0] for one in given if one.startswith("--"))
        return " ".join(one for one in names if one not in self._option_string_actions)

    def in_words(self, message: str) -> str:
        """Turn a message of ``argparse`` into a sentence; one that is not known stays as it is."""
        named = _NAMED.fullmatch(message)
        name, rest = (named["name"], named["rest"]) if named else ("", message)
        for key, pattern in _COMPLAINTS:
            found = pattern.fullmatch(rest)
            if found is not None:
                return self._sentence(key, name, found.groupdict())
        return self.say("usage.other", name=name, message=rest) if name else rest

    def _sentence(self, key: str, name: str, parts: dict[str, str]) -> str:
        value = parts.get("value", "").strip("'\"")
        choices = parts.get("choices", "").replace("'", "")
        sentence = self.say(
            f"usage.{key}", **{**parts, "value": value, "choices": choices, "name": name}
        )
        return " ".join([sentence, *self._meant(value, choices)])

    def _meant(self, value: str, choices: str) -> Iterator[str]:
        known = choices.split(", ") if choices else _OPTION.findall(self.format_help())
        close = get_close_matches(value.partition("=")[0], known, n=1)
        if close:
            yield self.say("usage.meant", meant=close[0])
