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
    from pst_standards.definitions.base_finder import packaged
    from pst_standards.definitions.rebase_files import Onto

    newest = known.newest(wanted)
    if newest is not None and not (wanted and Path(wanted).exists()):
        nearer = () if known.find(newest.id) == newest else (newest.folder,)
        return Onto.of(newest, Bases(folders=(*nearer, *known.folders), entry_points=True))
    place = wanted or ""
    bases([place])
    here = Bases(folders=(Path(place),))
    offers = [base for base in map(here.find, here.names()) if base is not None]
    found = [base for base in offers if base is not packaged().get(base.id)]
    if len(found) > 1:
        told = ", ".join(base.id for base in found)
        raise Refusal("base-several", place=shown(place), known=told)
    return Onto.of(found[0], Bases(folders=(Path(place), *known.folders), entry_points=True))


def offices(work: Run, path: str, onto: Rebaser) -> Iterator[Rebased | Failed]:
    """Yield what the new base means for each definition at a path, or why that is not known."""
    from pst_standards.cli.input_kinds import is_no_definition
    from pst_standards.cli.reports import lines_of
    from pst_standards.definitions.errors import DefinitionError
    from pst_standards.definitions.folders import definitions_in, folder_of_part
    from pst_standards.definitions.rebase_files import RebaseError

    if folder_of_part(Path(path)):
        folder = shown(Path(path).parent)
        yield Failed(shown(path), (work.say("rebase.part", name=shown(path), folder=folder),))
        return
    found = 0
    for place in definitions_in(Path(path)):
        name, failed = shown(place), None
        try:
            yield onto.office(place)
        except DefinitionError as error:
            failed = Failed(name, tuple(lines_of(error.findings, work.lang)), _pinned(error))
        except RebaseError as error:
            reason = work.say(f"rebase.{error.key}", name=name, **error.params)
            failed = Failed(name, (reason,), baseless=error.key == "no-base")
        # Events, complaints and the like lie beside definitions, and rest on no base.
        passed_over = failed is not None and place != Path(path) and is_no_definition(place)
        found += not passed_over
        if failed is not None and not passed_over:
            yield failed
    if not found:
        yield Failed(shown(path), (work.say("rebase.none", name=shown(path)),))


def _pinned(error: DefinitionError) -> tuple[str, str] | None:
    for found in error.findings:
        if found.variant == "pinned" and found.params["key"] == "version":
            return str(found.params["name"]), str(found.params["expected"])
    return None


def version(base: tuple[str, str]) -> dict[str, str]:
    """Return the name and version of a base as plain data."""
    return {"id": base[0], "version": base[1]}


def reused(path: str, lang: str) -> str:
    """Return the sentence that says of an id that it seems to stand for another thing now."""
    from pst_standards.exchange.changes.words import say

    return say("reused", lang, path=path)


class BaseChange(NamedTuple):
    """Where an old base and the new one differ, as pointers.

    ``reused`` are ids of services and standards that seem to stand for another thing in the new
    one, so that what offices say of them would now be said of that.
    """

    fields: tuple[str, ...]
    reused: tuple[str, ...]


class BaseChanges:
    """What changed from the base of an office to the new one, worked out once for each base."""

    def __init__(self, onto: Onto) -> None:
        self.onto = onto
        self._known: dict[tuple[str, str], BaseChange] = {}

    def of(self, office: Rebased) -> BaseChange:
        """Return what changed, without where values come from."""
        from pst_standards.exchange.changes import diff, is_told, reused_ids
        from pst_standards.findings import format_pointer

        if office.before not in self._known:
            old, new = office.old, self.onto.origin.data
            told = tuple(one.pointer for one in diff(old, new) if is_told(one))
            reused = tuple(format_pointer(path) for path in reused_ids(old, new))
            self._known[office.before] = BaseChange(told, reused)
        return self._known[office.before]
