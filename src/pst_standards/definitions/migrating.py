"""From one version of the definition format to another, with a list of what was lost.

A move turns the data of a layer, not of the resolved definition, into edits of its file, so that
comments and whatever the move is not about stay. There is one version so far, and so no move yet:
what is here is the way that a second version will take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from pst_standards.definitions.base_finder import definition_files
from pst_standards.definitions.editing import edit
from pst_standards.definitions.gathering import read_bytes, unusable
from pst_standards.definitions.reading import read
from pst_standards.definitions.reading.encoding import decoded, encoded_as
from pst_standards.findings import Location, Pointer
from pst_standards.model.definition import FORMAT

Edits: TypeAlias = Mapping[Pointer, object]


@frozen(kw_only=True)
class Loss:
    """A value that another version of the format has no place for."""

    pointer: Pointer
    value: Any
    location: Location = Location()


@frozen(kw_only=True)
class Move:
    """The way from one version to the next; ``edits`` returns what changes, and what is lost.

    A move never gives an item the id of one that it takes away, and finds nothing to do in data
    that it was made to already.
    """

    source: str
    target: str
    edits: Callable[[Mapping[str, Any]], tuple[Edits, Sequence[Loss]]]


MOVES: Final[tuple[Move, ...]] = ()
"""The moves there are, each between two neighbouring versions."""


class MigrationError(Exception):
    """No way leads from one version to another: ``key`` is ``unknown`` or ``no-way``."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


@frozen(kw_only=True)
class Migrated:
    """A file in another version: its new content, the versions on the way, and what was lost."""

    file: Path
    content: bytes
    way: tuple[str, ...]
    losses: tuple[Loss, ...]


def versions(moves: Iterable[Move] = MOVES) -> tuple[str, ...]:
    """Return the versions that are known, this package's own first.

    >>> versions()
    ('pst-definition/1',)
    """
    named = (name for move in moves for name in (move.source, move.target))
    return tuple(dict.fromkeys((FORMAT, *named)))


def way(source: str, target: str, moves: Sequence[Move] = MOVES) -> tuple[Move, ...]:
    """Return the fewest moves from one version to another; raises ``MigrationError``.

    >>> way("pst-definition/1", "pst-definition/1")
    ()
    """
    known = versions(moves)
    for name in (source, target):
        if name not in known:
            raise MigrationError("unknown", found=name, known=", ".join(known))
    waiting: list[tuple[str, tuple[Move, ...]]] = [(source, ())]
    seen = {source}
    for name, taken in waiting:
        if name == target:
            return taken
        for move in moves:
            if move.source == name and move.target not in seen:
                seen.add(move.target)
                waiting.append((move.target, (*taken, move)))
    raise MigrationError("no-way", source=source, target=target)


def migrate(
    text: str,
    target: str = FORMAT,
    *,
    name: str = "-",
    source: str | None = None,
    states: bool = True,
    moves: Sequence[Move] = MOVES,
) -> tuple[str, tuple[str, ...], tuple[Loss, ...]]:
    r"""Return the text of a file in another version, the versions on the way, and what was lost.

    ``source`` is the version of a file that names none, by itself the first one. Such a file names
    the new one only where it ``states`` it for its folder. Raises ``MigrationError``,
    ``UnreadableError``, and ``DefinitionError`` where an edit would touch another value.

    >>> migrate("format: pst-definition/1\nlang: id\n")
    ('format: pst-definition/1\nlang: id\n', ('pst-definition/1',), ())
    """
    content = read(text, name)
    first = _stated(content.data) or source or FORMAT
    passed, losses = [first], list[Loss]()
    for move in way(first, target, moves):
        edits, lost = move.edits(content.data)
        losses += [evolve(one, location=content.locate(one.pointer)) for one in lost]
        names: Edits = {("format",): move.target} if states or "format" in content.data else {}
        text = edit(text, {**edits, **names}, name=name)
        content = read(text, name)
        passed.append(move.target)
    return text, tuple(passed), tuple(losses)


def migrated_files(
    place: Path, target: str = FORMAT, *, moves: Sequence[Move] = MOVES
) -> tuple[Migrated, ...]:
    """Return each file of a definition in another version; nothing is written.

    The version stands in one file of a folder and holds for all of them. That file comes last:
    written in this order, what was cut short can be begun anew from the version that it names.
    """
    files = _files(place)
    contents = {file: read_bytes(file, file.as_posix()) for file in files}
    texts = {file: decoded(data, file.as_posix()) for file, data in contents.items()}
    named = [_stated(read(text, file.as_posix()).data) for file, text in texts.items()]
    source = next(filter(None, named), FORMAT)
    found, last = list[Migrated](), list[Migrated]()
    for number, (file, text) in enumerate(texts.items()):
        moved, passed, losses = migrate(
            text,
            target,
            name=file.as_posix(),
            source=source,
            states=not number and not any(named),
            moves=moves,
        )
        content = encoded_as(contents[file], moved)
        names_version = named[number] or not (number or any(named))
        (last if names_version else found).append(
            Migrated(file=file, content=content, way=passed, losses=losses)
        )
    return (*found, *last)


def _files(place: Path) -> list[Path]:
    if not place.is_dir():
        return [place]
    found = [one for one in definition_files(place) if isinstance(one, Path)]
    if not found:
        raise unusable("empty_folder", place.as_posix())
    return found


def _stated(data: Mapping[str, Any]) -> str | None:
    said = data.get("format")
    return said if said is None or isinstance(said, str) else repr(said)
