"""The base that ``--onto`` names, and what it means for the offices at a place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pst_standards.cli.console import shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.running import Run
from pst_standards.cli.sources import bases

if TYPE_CHECKING:
    from pst_standards.definitions import Bases, DefinitionError
    from pst_standards.definitions.base_finder import Base
    from pst_standards.definitions.rebase_files import Onto, Rebased, Rebaser


class Failed(NamedTuple):
    """An office that cannot be laid over the new base, and the sentences that say why.

    ``pinned`` are name and version of a base that it asks for and that is not at hand.
    ``baseless`` is one that rests on no base: beside others it is merely passed over.
    """

    place: str
    reasons: tuple[str, ...]
    pinned: tuple[str, str] | None = None
    baseless: bool = False


def rebaser(work: Run, path: str, onto: str | None) -> Rebaser:
    """Return what lays the offices at a path over the base asked for, or the newest known.

    Raises ``Refusal`` for a base that there is not, ``DefinitionError`` for one that is broken.
    """
    from pst_standards.definitions.rebase_files import Rebaser

    known = bases(work.options.bases)
    root = Path(path) if Path(path).is_dir() else Path(path).parent
    return Rebaser(bases=known, onto=_onto(onto, known), root=root)


def _onto(wanted: str | None, known: Bases) -> Onto:
    from pst_standards.definitions import Bases
    from pst_standards.definitions.rebase_files import Onto

    if wanted is None:
        return Onto.of(_newest(known), known)
    if known.find(wanted) is not None and not Path(wanted).exists():
        return Onto.of(_found(wanted, known), known)
    at_place = bases([wanted])
    here = Bases(folders=(Path(wanted),))
    names = [name for name in here.names() if here.find(name) is not _packaged(name)]
    if len(names) > 1:
        raise Refusal("base-several", place=shown(wanted), known=", ".join(names))
    joined = Bases(folders=(Path(wanted), *known.folders), entry_points=True)
    return Onto.of(_found(names[0], at_place), joined)


def _packaged(name: str) -> Base | None:
    from pst_standards.definitions.base_finder import packaged

    return packaged().get(name)


def _found(name: str, known: Bases) -> Base:
    base = known.find(name)
    if base is None:
        raise Refusal("base-unknown", base=name, known=", ".join(known.names()))
    return base


def _newest(known: Bases) -> Base:
    found = [base for base in map(known.find, known.names()) if base is not None]
    return max(found, key=lambda base: (base.released, base.version))


def offices(work: Run, path: str, onto: Rebaser) -> Iterator[Rebased | Failed]:
    """Yield what the new base means for each definition at a path, or why that is not known."""
    from pst_standards.cli.reports import lines_of
    from pst_standards.definitions.errors import DefinitionError
    from pst_standards.definitions.folders import definitions_in
    from pst_standards.definitions.rebase_files import RebaseError

    for place in definitions_in(Path(path)):
        name = shown(place)
        try:
            yield onto.office(place)
        except DefinitionError as error:
            yield Failed(name, tuple(lines_of(error.findings, work.lang)), _pinned(error))
        except RebaseError as error:
            reason = work.say(f"rebase.{error.key}", name=name, **error.params)
            yield Failed(name, (reason,), baseless=error.key == "no-base")


def _pinned(error: DefinitionError) -> tuple[str, str] | None:
    for found in error.findings:
        if found.variant == "pinned" and found.params["key"] == "version":
            return str(found.params["name"]), str(found.params["expected"])
    return None


def version(base: tuple[str, str]) -> dict[str, str]:
    """Return the name and version of a base as plain data."""
    return {"id": base[0], "version": base[1]}


class BaseChanges:
    """Where the base of an office and the new one differ, worked out once for each base."""

    def __init__(self, onto: Onto) -> None:
        self._onto = onto
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}

    def of(self, office: Rebased) -> tuple[str, ...]:
        """Return the pointers of what differs, without where values come from."""
        from pst_standards.exchange.changes import diff
        from pst_standards.exchange.changes.effects import ABOUT

        if office.before not in self._known:
            found = diff(office.old, self._onto.origin.data)
            told = (one.pointer for one in found if not ABOUT.intersection(one.path))
            self._known[office.before] = tuple(told)
        return self._known[office.before]
