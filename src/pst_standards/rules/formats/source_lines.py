"""The line of a file that a finding points at, with a caret under its column."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pst_standards.findings import Location
from pst_standards.rules.formats.columns import window

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from pst_standards.definitions import Bases

Source: TypeAlias = Callable[[Location], Sequence[str] | None]
"""Gives the lines of the file of a place, ``None`` where they are not to be had."""

_BAR: Final = " │ "


def pointed_at(place: Location, source: Source, columns: int) -> Iterator[str]:
    r"""Yield the source line of a place and the caret below it; nothing where it is not known.

    >>> lines = pointed_at(Location("a.yaml", 2, 6), lambda _: ["lang: id", "fee: gratis"], 40)
    >>> print("\n".join(lines))
    2 │ fee: gratis
      │      ^
    """
    lines = source(place) if place.line and place.column else None
    if not lines or place.line is None or place.column is None or place.line > len(lines):
        return
    number = str(place.line)
    shown, before = window(lines[place.line - 1], place.column, columns - len(number) - len(_BAR))
    yield f"{number}{_BAR}{shown}"
    yield f"{' ' * len(number)}{_BAR}{' ' * before}^"


def file_source(
    inputs: Sequence[str], bases: Bases, texts: dict[str, bytes] | None = None
) -> Source:
    """Return what reads the files of a report again: its inputs and no other.

    ``texts`` holds what was read from elsewhere, such as standard input. A file that has gone, can
    no longer be read as text, or may name somebody who complains, gives nothing.
    """
    known: dict[str, Sequence[str] | None] = {}

    def lines(place: Location) -> Sequence[str] | None:
        file = place.file
        if file is None or file not in inputs:
            return None
        if file not in known:
            known[file] = _lines(place, bases, texts or {})
        return known[file]

    return lines


def _lines(place: Location, bases: Bases, texts: dict[str, bytes]) -> Sequence[str] | None:
    from pst_standards.definitions.base_finder import BrokenBaseError, read_limited
    from pst_standards.definitions.errors import UnreadableError
    from pst_standards.definitions.reading.encoding import decoded
    from pst_standards.definitions.reading.lines import LINE_END
    from pst_standards.definitions.withholding import may_show

    name = str(place.file)
    try:
        content = texts[name] if name in texts else read_limited(_item(place, bases))
        text = decoded(content, name)
    except (BrokenBaseError, OSError, UnreadableError, ValueError):
        return None
    return LINE_END.split(text) if may_show(text) else None


def _item(place: Location, bases: Bases) -> Traversable:
    """Return the file of a place: a base names its files by its own id, others by their path."""
    name = str(place.file)
    base = bases.find(place.layer) if place.layer and name.startswith(f"{place.layer}/") else None
    if base is None:
        return Path(name)
    return base.folder / name.removeprefix(f"{base.id}/")
