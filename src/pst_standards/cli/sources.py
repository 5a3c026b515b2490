"""What a subcommand reads: a file, a folder or standard input, and where its bases may stand."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import Console, shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.parser import Parser
from pst_standards.cli.speech import Say

if TYPE_CHECKING:
    from collections.abc import Callable

    from pst_standards.definitions import Bases, Reading

STANDARD_INPUT: Final = "-"
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def add_base_option(parser: Parser) -> None:
    """Add ``--base``, which may be given several times."""
    parser.add_option(
        "--base",
        "base",
        dest="bases",
        action="append",
        default=[],
        help=parser.say("option.base"),
    )


def bases(places: list[str]) -> Bases:
    """Return the bases that ``extends`` may name: those given, the packaged and the installed.

    Raises ``Refusal`` for a place that is no base and holds none, ``DefinitionError`` for one
    whose bases are all broken.
    """
    from pst_standards.definitions import Bases

    for place in places:
        _refuse_without_base(place)
    return Bases(folders=tuple(map(Path, places)), entry_points=True)


def _refuse_without_base(place: str) -> None:
    from pst_standards.definitions import DefinitionError
    from pst_standards.definitions.base_finder import Bases, packaged
    from pst_standards.definitions.faults import fault

    here = Bases(folders=(Path(place),))
    if any(here.find(name) is not packaged().get(name) for name in here.names()):
        return
    broken = [
        fault("DEF-021", variant="broken_base", name=shown(offer.name), reason=offer.reason)
        for offer in here.broken()
    ]
    if broken:
        raise DefinitionError(tuple(broken))
    raise Refusal("base-missing", place=shown(place))


def read(path: str, console: Console, known: Bases) -> Reading:
    """Read the definition at a path, or on standard input for ``-``.

    Raises ``DefinitionError`` when it cannot be used at all.
    """
    from pst_standards.definitions import read_data
    from pst_standards.exchange.office_form import read_office

    if path != STANDARD_INPUT:
        return read_office(path, bases=known, name=shown(path))
    from pst_standards.definitions.reading import Limits

    return read_data(console.read(Limits().size), bases=known)


def day(say: Say) -> Callable[[str], dt.date]:
    """Return what reads a date from the command line."""

    def read_day(value: str) -> dt.date:
        try:
            if _DAY.fullmatch(value):
                return dt.date.fromisoformat(value)
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(say("usage.date", value=value))

    return read_day


def folder(say: Say) -> Callable[[str], str]:
    """Return what reads the folder to write to from the command line."""

    def read_folder(value: str) -> str:
        # A script whose variable is empty must not scatter documents over the working folder.
        if value.strip():
            return value
        raise argparse.ArgumentTypeError(say("usage.folder"))

    return read_folder
