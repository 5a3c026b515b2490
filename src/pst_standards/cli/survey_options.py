"""Options of ``pst survey``: which instrument, and how a file of answers is read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.exits import Refusal
from pst_standards.cli.sources import day

if TYPE_CHECKING:
    from pst_standards.cli.parser import Parser
    from pst_standards.cli.running import Run
    from pst_standards.cli.speech import Say
    from pst_standards.surveys.answers import AnswerRules, Mark
    from pst_standards.surveys.elements import Instrument
    from pst_standards.surveys.frames.terms import Layout, Terms
    from pst_standards.surveys.tallying import Handling

_NUMBER: Final = re.compile(r"[0-9]{1,12}")
_DELIMITERS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}
_FIND: Final = "find"


def number(say: Say) -> Callable[[str], int]:
    """Return what reads a whole number; "1.146" is refused, as it means two things."""

    def read(value: str) -> int:
        if _NUMBER.fullmatch(value):
            return int(value)
        if value.isascii() and value.isdigit():
            raise argparse.ArgumentTypeError(say("survey.large", value=value))
        raise argparse.ArgumentTypeError(say("price.number", value=value))

    return read


def pair(say: Say) -> Callable[[str], tuple[str, str]]:
    """Return what reads ``NAME=VALUE``; the name may hold an equals sign, the value none."""

    def read(value: str) -> tuple[str, str]:
        name, equals, rest = value.rpartition("=")
        if equals and name:
            return name, rest.strip()
        raise argparse.ArgumentTypeError(say("survey.pair", value=value))

    return read


def _row(say: Say) -> Callable[[str], int | str]:
    whole = number(say)

    def read(value: str) -> int | str:
        return value if value == _FIND else whole(value)

    return read


def add_format(parser: Parser) -> None:
    """Add ``--format``, text or JSON."""
    help_text = parser.say("price.format")
    parser.add_option("--format", choices=("text", "json"), default="text", help=help_text)


def must_be_there(file: str) -> None:
    """Raise ``OSError`` for a file that is not there, which is then told in the language spoken."""
    Path(file).stat()


def add_named_instrument(parser: Parser) -> None:
    """Add ``--instrument`` alone, where the first day follows from a period."""
    parser.add_option("--instrument", "name", help=parser.say("survey.instrument"))


def add_instrument(parser: Parser) -> None:
    """Add ``--instrument`` and ``--start``, either of which settles the instrument."""
    say = parser.say
    add_named_instrument(parser)
    parser.add_option("--start", "date", type=day(say), help=say("survey.start"))


def add_numbering(parser: Parser) -> None:
    """Add ``--numbering``."""
    help_text = parser.say("survey.numbering")
    parser.add_option("--numbering", choices=("list", "form"), help=help_text)


def add_text(parser: Parser) -> None:
    """Add the options that say how a file of text is written."""
    say = parser.say
    parser.add_option("--delimiter", choices=tuple(_DELIMITERS), help=say("survey.delimiter"))
    parser.add_option("--encoding", "name", default="utf-8", help=say("survey.encoding"))


def add_reading(parser: Parser) -> None:
    """Add the options that say how a file of answers is read."""
    say = parser.say
    add_numbering(parser)
    for name, kind in (("column", pair(say)), ("answer", pair(say))):
        parser.add_option(
            f"--{name}",
            "key-value",
            dest=f"{name}s",
            type=kind,
            action="append",
            default=[],
            help=say(f"survey.{name}"),
        )
    parser.add_option("--rules", "file", help=say("survey.rules"))
    for name in ("option-texts", "strip", "decimals", "leave-out"):
        parser.add_option(f"--{name}", action="store_true", help=say(f"survey.{name}"))
    parser.add_option("--respondent", "name", help=say("survey.respondent"))
    parser.add_option("--duplicates", choices=("leave_out", "keep"), help=say("survey.duplicates"))
    add_text(parser)
    parser.add_option("--header-row", "number", type=_row(say), help=say("survey.header-row"))
    for name in ("first-row", "last-row"):
        parser.add_option(f"--{name}", "number", type=number(say), help=say(f"survey.{name}"))
    parser.add_option("--sheet", "name", help=say("survey.sheet"))


def with_options(work: Run, **changed: object) -> Run:
    """Return the work with some options set as if they had been given."""
    return work._replace(options=argparse.Namespace(**{**vars(work.options), **changed}))


def chosen_instrument(work: Run) -> Instrument | None:
    """Return the instrument that was named, or the one of the rules on the first day.

    ``None`` when nothing was said. Raises ``Refusal`` for a day on which none or two hold, and for
    a named one that did not hold then.
    """
    from pst_standards.surveys.instrument_files import instrument, regimes_on

    options = work.options
    named = instrument(options.instrument) if options.instrument else None
    if options.start is None or (named is not None and named.grades != named.id):
        return named  # only the rules themselves have a day; a form may be asked on any
    held = regimes_on(options.start)
    names = tuple(one.id for one in held)
    if named is not None:
        if named.id not in names:
            day_told, held_told = options.start.isoformat(), names or ("-",)
            raise Refusal("survey-regime", found=named.id, day=day_told, held=held_told)
        return named
    if len(held) != 1:
        key = "survey-two" if held else "survey-none"
        raise Refusal(key, day=options.start.isoformat(), held=names)
    return held[0]


def add_adapting(parser: Parser) -> None:
    """Add the options for elements that an office added or put in the place of others."""
    for name, dest in (("add", "added"), ("replace", "replaced")):
        parser.add_option(
            f"--{name}",
            "key-value",
            dest=dest,
            type=pair(parser.say),
            action="append",
            default=[],
            help=parser.say(f"survey.{name}"),
        )


def asked_instrument(work: Run) -> Instrument:
    """Return the instrument as the office asked it, with elements added or replaced.

    What replaces an element is named by ``--add`` too. Raises ``Refusal`` where it is not, and what
    ``instrument_of`` and ``adapted`` raise.
    """
    from pst_standards.surveys.elements import Element, adapted
    from pst_standards.surveys.numbering import key_of
    from pst_standards.surveys.terms import Term

    used, options = instrument_of(work), work.options
    own = {key: Element(key=key, term=Term(term)) for key, term in options.added}
    for old, key in options.replaced:
        if key not in own:
            raise Refusal("survey-replace", old=old, key=key)
    if not own:
        return used
    replace = {key_of(old, used, options.numbering): own[key] for old, key in options.replaced}
    instead = {one.key for one in replace.values()}
    add = [one for key, one in own.items() if key not in instead]
    return adapted(used, add=add, replace=replace)


def instrument_of(work: Run) -> Instrument:
    """Return the instrument; raises ``Refusal`` when nothing settles which it is."""
    found = chosen_instrument(work)
    if found is None:
        from pst_standards.surveys.instrument_files import instruments

        raise Refusal("survey-instrument", known=tuple(one.id for one in instruments()))
    return found


def terms_of(work: Run, used: Instrument, group_by: tuple[str, ...] = ()) -> Terms:
    """Return how columns and cells are read."""
    from pst_standards.surveys.frames.terms import Terms

    options = work.options
    return Terms(
        numbering=options.numbering,
        mapping=dict(options.columns),
        rules=_rules(work, used),
        group_by=group_by,
        handling=_handling(work),
    )


def _handling(work: Run) -> Handling:
    from pst_standards.surveys.tallying import Handling

    options = work.options
    if options.duplicates and not options.respondent:
        raise Refusal("survey-respondent")
    return Handling(
        refused="leave_out" if options.leave_out else "raise",
        respondent=options.respondent,
        duplicates=options.duplicates or "raise",
    )


def _rules(work: Run, used: Instrument) -> AnswerRules | None:
    options = work.options
    if not (options.answers or options.option_texts or options.strip or options.decimals):
        return None
    from pst_standards.surveys.answers import rules_for

    return rules_for(
        used,
        mapping={text: _meaning(text, value) for text, value in options.answers},
        strip=options.strip,
        decimals=options.decimals,
        option_texts=options.option_texts,
    )


def _meaning(text: str, value: str) -> int | Mark:
    from pst_standards.surveys.answers import Mark

    if _NUMBER.fullmatch(value):
        return int(value)
    for mark in Mark:
        if value == mark.value:
            return mark
    raise Refusal("survey-answer", text=text, value=value)


def delimiter_named(name: str | None) -> str | None:
    """Return the sign that an option names; ``None`` for nothing said."""
    return _DELIMITERS.get(name or "")


def layout_of(work: Run) -> Layout:
    """Return where in the file the answers stand."""
    from pst_standards.surveys.frames.terms import Layout

    options = work.options
    return Layout(
        delimiter=delimiter_named(options.delimiter),
        encoding=options.encoding,
        header_row=options.header_row,
        first_row=options.first_row,
        last_row=options.last_row,
        sheet=options.sheet,
    )
