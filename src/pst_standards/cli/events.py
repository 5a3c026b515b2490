"""Several events of a service in one go: the files that are meant, and the answer to each."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.cli.console import quoted, shown
from pst_standards.cli.exits import Refusal
from pst_standards.cli.moments import placed
from pst_standards.cli.running import Run
from pst_standards.cli.sound import sound_record
from pst_standards.cli.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from pst_standards.compensation import Entitlement
    from pst_standards.definitions import Reading
    from pst_standards.model.service_event import ServiceEvent

FORMAT: Final = "pst-entitlements/1"
_BETWEEN: Final = "\n\n" + "=" * 40 + "\n\n"


def event_files(given: Iterable[str]) -> list[str]:
    """Return the files of the events that were named, each once; of a folder all, in name order.

    A file that is named in two ways, by itself and by its folder, is one. Raises ``Refusal`` for a
    folder without any.
    """
    found: dict[str, str] = {}
    for file in (file for one in given for file in _files(one)):
        found.setdefault(file if file == STANDARD_INPUT else os.path.realpath(file), file)
    return list(found.values())


def _files(given: str) -> Iterator[str]:
    from pst_standards.definitions.base_finder import definition_files

    folder = Path(given)
    if not folder.is_dir():
        yield given
        return
    found = [folder / item.name for item in definition_files(folder)]
    if not found:
        raise Refusal("events-none", folder=shown(folder))
    yield from (str(file) for file in found)


def all_answers(
    files: Sequence[str],
    answer: Callable[[str], Entitlement],
    work: Run,
    *,
    named: bool = False,
) -> list[Entitlement]:
    """Answer each event; where one of several cannot be answered, none is.

    Each that cannot is told with its file beside the result. Raises ``Refusal`` then, and for a
    single event what its answer raises, unless it is ``named`` like one of several.
    """
    from pst_standards.calendar import CalendarError
    from pst_standards.cli.failures import told
    from pst_standards.compensation import CompensationError
    from pst_standards.definitions import DefinitionError

    if len(files) == 1 and not named:
        return [answer(files[0])]
    found, failed = [], 0
    for file in files:
        try:
            found.append(answer(file))
        except (CalendarError, CompensationError, DefinitionError) as error:
            failed += 1
            reason, _ = told(error, work.lang)
            # What is wrong with the shape of a file is told with its place already.
            placed_itself = reason.startswith(shown(file))
            said = work.say("entitlement.failed", file=shown(file), reason=reason)
            work.console.aside(reason if placed_itself else said)
    if failed:
        raise Refusal("events-failed", failed=failed, count=len(files))
    return found


def answers_of(
    files: Sequence[str], reading: Reading, work: Run, *, named: bool = False
) -> list[Entitlement]:
    """Read events and answer each by a definition; raises as ``all_answers``.

    Two files that call their events the same are a ``Refusal`` too: one event would be compensated
    twice.
    """
    from pst_standards.compensation.entitlements import entitlement
    from pst_standards.model.service_event import ServiceEvent

    def answer(file: str) -> Entitlement:
        event = sound_record(file, ServiceEvent, work)
        return entitlement(reading.definition, event, on=_on(work, reading, event))

    found = all_answers(files, answer, work, named=named)
    _refuse_twice(files, found, work)
    return found


def _refuse_twice(files: Sequence[str], answers: Sequence[Entitlement], work: Run) -> None:
    named: dict[str, list[str]] = {}
    for file, one in zip(files, answers, strict=True):
        if one.event.id:
            named.setdefault(one.event.id.strip(), []).append(file)
    twice = {name: places for name, places in named.items() if len(places) > 1}
    for name, places in twice.items():
        told = ", ".join(map(quoted, places))
        work.console.aside(work.say("entitlement.twice", id=shown(name), files=told))
    if twice:
        raise Refusal("events-twice", count=len(twice))


def _on(work: Run, reading: Reading, event: ServiceEvent) -> dt.date | None:
    """Return up to when is counted; a moment without a zone is told by the clocks of the office."""
    from pst_standards.calendar.offices import office_zone
    from pst_standards.calendar.zones import zone_of_time

    asked: dt.date | None = work.options.on
    if asked is None:
        return None
    zone = office_zone(reading.definition.office)
    if zone is None and event.requested_at is not None:
        zone = zone_of_time(event.requested_at)
    return placed(asked, zone)


def as_data(answers: Sequence[Entitlement]) -> dict[str, Any]:
    """Return the answer to one event as it is, those to several as a list."""
    if len(answers) == 1:
        return answers[0].to_dict()
    return {"format": FORMAT, "entitlements": [one.to_dict() for one in answers]}


def as_text(answers: Iterable[Entitlement], lang: str, width: int) -> str:
    """Return the answers one after the other."""
    from pst_standards.compensation.telling import told

    return _BETWEEN.join(told(one, lang, width) for one in answers)
